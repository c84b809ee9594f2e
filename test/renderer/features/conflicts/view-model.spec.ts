import { describe, expect, it } from 'vitest';
import { headline, kindCounts, totals } from '../../../../renderer/features/conflicts/view-model.ts';

const counts = [
  { kind: 'buffer-eaten', count: 2, waived: 2 },
  { kind: 'environment-clash', count: 3, waived: 1 },
  { kind: 'of-tomorrow', count: 9, waived: 0 },
  { kind: 'release-in-freeze', count: 5, waived: 0 },
];

describe('renderer/features/conflicts/view-model', () => {
  it('lists the kinds that there are, those with most that count first; what it does not know is left out', () => {
    expect(kindCounts(counts)).toEqual([
      { kind: 'release-in-freeze', label: 'In a freeze', open: 5, waived: 0 },
      { kind: 'environment-clash', label: 'Environment clash', open: 2, waived: 1 },
      { kind: 'buffer-eaten', label: 'Buffer eaten', open: 0, waived: 2 },
    ]);
  });

  it('adds up all of them', () => {
    expect(totals(counts)).toEqual({ open: 16, waived: 3 });
    expect(totals([])).toEqual({ open: 0, waived: 0 });
  });

  it.each([
    [0, 0, 'No open conflict.'],
    [1, 0, '1 open conflict.'],
    [2, 1, '2 open conflicts; 1 more is waived.'],
    [0, 2, 'No open conflict; 2 more are waived.'],
  ])('says it for %i that count and %i that are waived', (open, waived, text) => {
    expect(headline({ open, waived })).toBe(text);
  });
});
