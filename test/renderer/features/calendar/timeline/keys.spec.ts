import { describe, expect, it } from 'vitest';
import { intentOf } from '../../../../../renderer/features/calendar/timeline/keys.ts';

function press(text: string) {
  const parts = text.split('+');
  const key = text.endsWith('+') ? '+' : (parts.at(-1) ?? '');
  const has = (name: string) => parts.includes(name);
  return { key, altKey: has('Alt'), shiftKey: has('Shift'), ctrlKey: has('Control'), metaKey: has('Meta') };
}

describe('renderer/features/calendar/timeline/keys', () => {
  it.each([
    ['ArrowRight', { kind: 'step', step: 'next' }],
    ['ArrowUp', { kind: 'step', step: 'up' }],
    ['End', { kind: 'step', step: 'last' }],
    ['Control+ArrowLeft', { kind: 'step', step: 'previous-release' }],
    ['Enter', { kind: 'open' }],
    ['m', { kind: 'begin' }],
    ['M', { kind: 'begin' }],
    ['Alt+ArrowRight', { kind: 'shift', part: 'body', direction: 1, large: false }],
    ['Alt+ArrowUp', { kind: 'shift', part: 'body', direction: -1, large: true }],
    ['Alt+Shift+ArrowRight', { kind: 'shift', part: 'end', direction: 1, large: false }],
    ['Alt+Shift+ArrowUp', { kind: 'shift', part: 'start', direction: -1, large: false }],
    ['PageDown', { kind: 'pan', direction: 1 }],
    ['Shift+ArrowLeft', { kind: 'pan', direction: -1 }],
    ['+', { kind: 'zoom', factor: Math.SQRT2 }],
    ['-', { kind: 'zoom', factor: Math.SQRT1_2 }],
    ['Shift+ArrowUp', null],
    ['Escape', null],
    ['Tab', null],
    ['Meta+ArrowRight', null],
    ['Control+z', null],
    ['Alt+Control+ArrowRight', null],
  ])('reads %s', (keys, intent) => {
    expect(intentOf(press(keys), false)).toEqual(intent);
  });

  it.each([
    ['ArrowLeft', { kind: 'shift', part: 'body', direction: -1, large: false }],
    ['ArrowDown', { kind: 'shift', part: 'body', direction: 1, large: true }],
    ['Shift+ArrowRight', { kind: 'shift', part: 'end', direction: 1, large: false }],
    ['Alt+ArrowLeft', { kind: 'shift', part: 'body', direction: -1, large: false }],
    ['Enter', { kind: 'keep' }],
    ['Escape', { kind: 'cancel' }],
    ['Control+ArrowLeft', null],
    ['PageDown', null],
    ['m', null],
  ])('reads %s while an item is on its way', (keys, intent) => {
    expect(intentOf(press(keys), true)).toEqual(intent);
  });
});
