import { beginEdit, type Edit, grainAt, shiftEdit, snapMinutes } from './edit.ts';
import { isMovable } from './entry.ts';
import type { Hit } from './hit-test.ts';
import { timeAt, type Viewport } from './viewport.ts';

/** What the pointer is doing. */
export type Gesture =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'pressed';
      readonly x: number;
      readonly y: number;
      readonly hit: Hit | null;
      readonly time: number;
    }
  | { readonly kind: 'panning'; readonly x: number; readonly y: number }
  | { readonly kind: 'editing'; readonly time: number; readonly edit: Edit };

/** Pixels that a pressed pointer may tremble before it drags. */
const TREMBLE = 4;

export const idle: Gesture = { kind: 'idle' };

/** The pointer goes down on an item or on the ground. */
export function press(view: Viewport, at: { readonly x: number; readonly y: number }, hit: Hit | null): Gesture {
  return { kind: 'pressed', ...at, hit, time: timeAt(view, at.x) };
}

/** The edit of an item held at `grabbedAt` once the pointer is at `x`. */
export function dragTo(held: Edit, grabbedAt: number, at: { readonly view: Viewport; readonly x: number }): Edit {
  const { item, part } = held;
  const delta = timeAt(at.view, at.x) - grabbedAt;
  const minutes = snapMinutes(item, part, { delta, grain: grainAt(at.view.msPerPx) });
  const edit = shiftEdit({ ...beginEdit(item, part), to: held.to }, part, minutes);
  return edit.startBy === held.startBy && edit.endBy === held.endBy ? held : edit;
}

/** The pointer moves: a press becomes a drag of its item, or of the ground. */
export function drag(
  gesture: Gesture,
  at: { readonly view: Viewport; readonly x: number; readonly y: number },
  editable: boolean,
): Gesture {
  if (gesture.kind === 'panning') return { kind: 'panning', x: at.x, y: at.y };
  if (gesture.kind === 'editing') {
    const edit = dragTo(gesture.edit, gesture.time, at);
    return edit === gesture.edit ? gesture : { ...gesture, edit };
  }
  if (gesture.kind === 'idle' || Math.hypot(at.x - gesture.x, at.y - gesture.y) < TREMBLE) return gesture;
  if (gesture.hit === null || !editable || !isMovable(gesture.hit.item))
    return { kind: 'panning', x: gesture.x, y: gesture.y };
  const edit = dragTo(beginEdit(gesture.hit.item, gesture.hit.part), gesture.time, at);
  return { kind: 'editing', time: gesture.time, edit };
}

/** Pixels to pan a frame when an edit is held at `at`, near an edge of a screen of `length` pixels; 0 elsewhere. */
export function edgePan(length: number, at: number): number {
  const zone = 36;
  const most = 14;
  if (at < zone) return Math.min(1, (zone - at) / zone) * most;
  if (at > length - zone) return -Math.min(1, (at - (length - zone)) / zone) * most;
  return 0;
}
