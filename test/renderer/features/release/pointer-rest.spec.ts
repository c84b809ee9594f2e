import { describe, expect, it } from 'vitest';
import { hasLeft, pressedAt } from '../../../../renderer/features/release/pointer-rest.ts';

describe('renderer/features/release/pointer-rest', () => {
  it.each([
    [100, 100, false],
    [104, 104, false],
    [106, 100, false],
    [107, 100, true],
    [100, 60, true],
  ])('takes a pointer at %d, %d that rested at 100, 100 for one that left: %s', (x, y, left) => {
    expect(hasLeft({ x: 100, y: 100 }, { x, y })).toBe(left);
  });

  it('knows a press of the pointer from one of a key', () => {
    expect(pressedAt({ detail: 1, clientX: 5, clientY: 6 })).toEqual({ x: 5, y: 6 });
    expect(pressedAt({ detail: 0, clientX: 0, clientY: 0 })).toBeNull();
  });
});
