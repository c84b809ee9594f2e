import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { between, geometric, logNormal, normal, pickIndex, runningSums, shares, zipfWeights } from './distributions.ts';
import { randomOf } from './random.ts';
import { chiSquare, deviation, mean, quantile, skewness } from './statistics.ts';

function sample<T>(count: number, draw: (random: ReturnType<typeof randomOf>) => T): readonly T[] {
  const random = randomOf(11, 3);
  return Array.from({ length: count }, () => draw(random));
}

describe('test/support/simulator/distributions', () => {
  it('normal has mean 0, deviation 1, no skew, and 95 % within 1.96', () => {
    const values = sample(100_000, normal);

    expect(mean(values)).toBeCloseTo(0, 1);
    expect(deviation(values)).toBeCloseTo(1, 1);
    expect(Math.abs(skewness(values))).toBeLessThan(0.05);
    expect(values.filter((value) => Math.abs(value) < 1.96).length / values.length).toBeCloseTo(0.95, 2);
  });

  it('log-normal has the median asked for, and the mean that its sigma gives', () => {
    const values = sample(200_000, (random) => logNormal(random, 10, 0.8));

    expect(quantile(values, 0.5)).toBeCloseTo(10, 0);
    // exp(mu + sigma²/2)
    expect(mean(values) / (10 * Math.exp(0.32))).toBeCloseTo(1, 1);
    expect(Math.abs(skewness(values.map(Math.log)))).toBeLessThan(0.05);
  });

  it('geometric has the mean asked for and stops at its most', () => {
    expect(mean(sample(100_000, (random) => geometric(random, 2, 1_000)))).toBeCloseTo(2, 1);
    expect(Math.max(...sample(10_000, (random) => geometric(random, 5, 7)))).toBe(7);
  });

  it('between gives each whole number alike', () => {
    const counts = [0, 0, 0, 0];
    for (const value of sample(40_000, (random) => between(random, 3, 6)))
      counts[value - 3] = (counts[value - 3] ?? 0) + 1;

    // 3 degrees of freedom: 16.3 at 99.9 %.
    expect(chiSquare(counts, [1, 1, 1, 1])).toBeLessThan(16.3);
  });

  it('pickIndex follows the weights', () => {
    const counts = [0, 0, 0];
    const sums = runningSums([1, 5, 4]);
    for (const index of sample(50_000, (random) => pickIndex(random, sums))) counts[index] = (counts[index] ?? 0) + 1;

    // 2 degrees of freedom: 13.8 at 99.9 %.
    expect(chiSquare(counts, [1, 5, 4])).toBeLessThan(13.8);
  });

  it('zipf weights fall as one over the rank', () => {
    expect(zipfWeights(4, 1)).toEqual([1, 1 / 2, 1 / 3, 1 / 4]);
  });

  it('shares are whole, sum to the total, and each lies within one of its exact part', () => {
    const weights = fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(fc.nat(100_000), weights, (total, list) => {
        const parts = shares(total, list);
        const sum = list.reduce((left, right) => left + right, 0);

        expect(parts.reduce((left, right) => left + right, 0)).toBe(total);
        for (const [index, part] of parts.entries()) {
          expect(Number.isInteger(part)).toBe(true);
          expect(Math.abs(part - (total * (list[index] ?? 0)) / sum)).toBeLessThan(1.000_001);
        }
      }),
    );
  });
});
