import { describe, expect, it } from 'vitest';
import { step } from '../../../renderer/ui/table-keys.ts';

describe('renderer/ui/table-keys', () => {
  it.each([
    ['ArrowDown', 3, 4],
    ['ArrowUp', 3, 2],
    ['PageDown', 3, 8],
    ['PageUp', 7, 2],
    ['Home', 7, 0],
    ['End', 3, 9],
    ['ArrowDown', 9, 9],
    ['ArrowUp', 0, 0],
    ['PageDown', 8, 9],
    ['PageUp', 2, 0],
  ] as const)('takes %s from row %d to row %d of ten', (key, at, target) => {
    expect(step(key, at, { count: 10, page: 5 })).toBe(target);
  });

  it('stays at the first row of an empty table', () => {
    expect(step('End', 0, { count: 0, page: 5 })).toBe(0);
  });
});
