import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { histogram } from '../../../../shared/domain/stats/histogram.ts';

const DECADES = { most: 20, widths: [1, 2, 5, 10] };

describe('shared/domain/stats/histogram', () => {
  it('counts each number by itself where there is room', () => {
    expect(histogram([2, 2, 4], DECADES)).toEqual([
      { from: 2, to: 2, count: 2 },
      { from: 3, to: 3, count: 0 },
      { from: 4, to: 4, count: 1 },
    ]);
  });

  it('takes the first width that needs few enough bins, at its multiples', () => {
    expect(histogram([3, 8, 11], { most: 3, widths: [1, 5, 10] })).toEqual([
      { from: 0, to: 4, count: 1 },
      { from: 5, to: 9, count: 1 },
      { from: 10, to: 14, count: 1 },
    ]);
  });

  it('goes on doubling where no listed width is wide enough', () => {
    expect(histogram([0, 70], { most: 2, widths: [1, 10] })).toEqual([
      { from: 0, to: 39, count: 1 },
      { from: 40, to: 79, count: 1 },
    ]);
  });

  it('has no bins for nothing, and one for one value', () => {
    expect(histogram([], DECADES)).toEqual([]);
    expect(histogram([5], DECADES)).toEqual([{ from: 5, to: 5, count: 1 }]);
  });

  it('counts every value once, in bins that lie side by side and are not too many', () => {
    const values = fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 60 }), (list, most) => {
        const sorted = Int32Array.from(list).sort();

        const bins = histogram(sorted, { most, widths: [1, 2, 5, 10] });

        expect(bins.length).toBeLessThanOrEqual(most);
        for (const [index, { from, to, count }] of bins.entries()) {
          expect(count).toBe(list.filter((value) => value >= from && value <= to).length);
          if (index > 0) expect(from).toBe((bins[index - 1]?.to ?? Number.NaN) + 1);
        }
        expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(list.length);
        expect(bins[0]?.count).toBeGreaterThan(0);
        expect(bins.at(-1)?.count).toBeGreaterThan(0);
      }),
    );
  });
});
