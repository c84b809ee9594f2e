import { describe, expect, it } from 'vitest';
import { hasLeft } from '../../../../renderer/features/release/pointer-rest.ts';

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
});
