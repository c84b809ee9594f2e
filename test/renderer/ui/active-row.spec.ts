import { describe, expect, it } from 'vitest';
import { placeOfActive, rowsToDraw } from '../../../renderer/ui/active-row.ts';

function place(rows: string, key: string | null, index: number): number {
  return placeOfActive(rows.length, (at) => rows[at] ?? '', { key, index });
}

describe('renderer/ui/active-row', () => {
  it.each([
    ['stays where nothing changed', 'abcd', 'b', 1, 1],
    ['follows its row down', 'xyabcd', 'b', 1, 3],
    ['follows its row up', 'bcd', 'b', 1, 0],
    ['leaves its place to what follows', 'acd', 'b', 1, 1],
    ['leaves its place to what is before, at the end', 'abc', 'd', 3, 2],
    ['is the first before any was taken', 'abcd', null, 0, 0],
    ['keeps to what is there', 'ab', null, 7, 1],
    ['is nowhere in no rows', '', 'b', 5, 0],
  ] as const)('%s', (_what, rows, key, index, expected) => {
    expect(place(rows, key, index)).toBe(expected);
  });

  it.each([
    ['nothing more without an active row', null, [4, 5, 6, 7]],
    ['nothing more where it is in sight', 5, [4, 5, 6, 7]],
    ['one above', 1, [1, 4, 5, 6, 7]],
    ['one below', 90, [4, 5, 6, 7, 90]],
    ['none that does not exist', 100, [4, 5, 6, 7]],
  ] as const)('draws %s', (_what, active, expected) => {
    expect(rowsToDraw({ startIndex: 5, endIndex: 6, overscan: 1, count: 100 }, active)).toEqual(expected);
  });
});
