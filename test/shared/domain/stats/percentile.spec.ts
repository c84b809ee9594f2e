import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fewestSamples, nearestRank, percentile, reachedBy } from '../../../../shared/domain/stats/percentile.ts';

const values = fc
  .array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 60 })
  .map((list) => list.sort((left, right) => left - right));
/** Shares in thousandths, so that the oracle can compare whole numbers. */
const thousandths = fc.integer({ min: 1, max: 1000 });

/** The oracle, from the definition: the smallest of the values that enough of them do not exceed. */
function byCounting(sorted: readonly number[], share: number): number | undefined {
  return sorted.find((value) => sorted.filter((other) => other <= value).length * 1000 >= share * sorted.length);
}

describe('shared/domain/stats/percentile', () => {
  it.each([
    [0.5, [7], 7],
    [0.5, [1, 2], 1],
    [0.5, [1, 2, 3], 2],
    [0.85, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20], 17],
    [0.95, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 10],
    [0, [3, 4, 5], 3],
    [1, [3, 4, 5], 5],
  ])('takes the nearest rank: P%f of %j is %i', (share, sorted, expected) => {
    expect(percentile(sorted, share)).toBe(expected);
  });

  it('has no percentile of nothing', () => {
    expect(percentile([], 0.5)).toBeNull();
    expect(reachedBy([], 0.5)).toBeNull();
  });

  it('is not misled by a product that comes out a hair above a whole number', () => {
    expect(0.07 * 100).toBeGreaterThan(7);
    expect(nearestRank(0.07, 100)).toBe(7);
  });

  it('agrees with counting what each value is not exceeded by', () => {
    fc.assert(
      fc.property(values, thousandths, (sorted, share) => {
        expect(percentile(sorted, share / 1000)).toBe(byCounting(sorted, share));
      }),
    );
  });

  it('reaches from the other end: at least the share of the values is as large', () => {
    fc.assert(
      fc.property(values, thousandths, (sorted, share) => {
        const mirrored = sorted.map((value) => -value).reverse();

        expect(reachedBy(sorted, share / 1000)).toBe(-(byCounting(mirrored, share) ?? Number.NaN) + 0);
      }),
    );
  });

  it('rises with the share, and what is reached falls', () => {
    fc.assert(
      fc.property(values, thousandths, thousandths, (sorted, one, other) => {
        const [low, high] = [Math.min(one, other) / 1000, Math.max(one, other) / 1000];

        expect(percentile(sorted, low)).toBeLessThanOrEqual(percentile(sorted, high) ?? Number.NaN);
        expect(reachedBy(sorted, low)).toBeGreaterThanOrEqual(reachedBy(sorted, high) ?? Number.NaN);
      }),
    );
  });

  it.each([
    [0.5, 0.9, 4],
    [0.8, 0.9, 11],
    [0.85, 0.9, 15],
    [0.95, 0.9, 45],
    // Wilks's own example, known as 95/95.
    [0.95, 0.95, 59],
    [0.5, 0.5, 1],
  ])('P%f with confidence %f takes %i samples', (share, confidence, expected) => {
    expect(fewestSamples(share, confidence)).toBe(expected);
  });

  it('asks for the smallest number of samples whose largest is likely enough to reach the percentile', () => {
    const shares = fc.integer({ min: 5, max: 99 }).map((percent) => percent / 100);
    fc.assert(
      fc.property(shares, shares, (share, confidence) => {
        const enough = (count: number) => 1 - share ** count >= confidence - 1e-9;
        let count = 1;
        while (!enough(count)) count += 1;

        expect(fewestSamples(share, confidence)).toBe(count);
      }),
    );
  });
});
