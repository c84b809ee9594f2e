import type { HitPart } from './hit-test.ts';
import type { Step } from './roving.ts';

/** What a key asks of the timeline. */
export type Intent =
  | { readonly kind: 'step'; readonly step: Step }
  | { readonly kind: 'open' }
  | { readonly kind: 'begin' }
  | { readonly kind: 'shift'; readonly part: HitPart; readonly direction: 1 | -1; readonly large: boolean }
  | { readonly kind: 'keep' }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'zoom'; readonly factor: number }
  | { readonly kind: 'pan'; readonly direction: 1 | -1 };

export interface KeyPress {
  readonly key: string;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

const directions: Readonly<Record<string, 1 | -1>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -1, ArrowDown: 1 };
const steps: Readonly<Record<string, Step>> = {
  ArrowLeft: 'previous',
  ArrowRight: 'next',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
};
const releaseSteps: Readonly<Record<string, Step>> = { ArrowLeft: 'previous-release', ArrowRight: 'next-release' };

function shift(key: string, resizing: boolean): Intent | null {
  const direction = directions[key];
  if (direction === undefined) return null;
  const upright = key === 'ArrowUp' || key === 'ArrowDown';
  if (!resizing) return { kind: 'shift', part: 'body', direction, large: upright };
  return { kind: 'shift', part: upright ? 'start' : 'end', direction, large: false };
}

/**
 * Reads a key press on an item. Alt and arrows move it (up and down by the large step), with Shift they
 * resize it (left and right its end, up and down its start); while it is on its way, plain arrows move it too.
 */
export function intentOf(press: KeyPress, editing: boolean): Intent | null {
  const { key, altKey, shiftKey } = press;
  if (press.metaKey) return null;
  if (altKey) return press.ctrlKey ? null : shift(key, shiftKey);
  if (press.ctrlKey) {
    const step = releaseSteps[key];
    return step === undefined || editing ? null : { kind: 'step', step };
  }
  if (editing) {
    if (key === 'Enter') return { kind: 'keep' };
    if (key === 'Escape') return { kind: 'cancel' };
    return shift(key, shiftKey);
  }
  if (key === '+' || key === '=') return { kind: 'zoom', factor: Math.SQRT2 };
  if (key === '-' || key === '_') return { kind: 'zoom', factor: Math.SQRT1_2 };
  if (key === 'PageUp') return { kind: 'pan', direction: -1 };
  if (key === 'PageDown') return { kind: 'pan', direction: 1 };
  if (shiftKey) {
    if (key === 'ArrowLeft') return { kind: 'pan', direction: -1 };
    if (key === 'ArrowRight') return { kind: 'pan', direction: 1 };
    return null;
  }
  if (key === 'Enter') return { kind: 'open' };
  if (key.toLowerCase() === 'm') return { kind: 'begin' };
  const step = steps[key];
  return step === undefined ? null : { kind: 'step', step };
}
