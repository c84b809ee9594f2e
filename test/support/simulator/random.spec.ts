import { describe, expect, it } from 'vitest';
import { hash32, randomOf, shaOf } from './random.ts';
import { chiSquare, correlation, mean } from './statistics.ts';

function draws(count: number, ...keys: readonly [number, number, number]): readonly number[] {
  const random = randomOf(7, ...keys);
  return Array.from({ length: count }, () => random.next());
}

describe('test/support/simulator/random', () => {
  it('gives the same stream for the same keys and another for any other', () => {
    expect(draws(50, 1, 2, 3)).toEqual(draws(50, 1, 2, 3));
    expect(draws(5, 1, 2, 3)).not.toEqual(draws(5, 1, 2, 4));
    expect(draws(5, 1, 2, 3)).not.toEqual(draws(5, 2, 1, 3));
  });

  it('is uniform: chi-square over 100 cells below its 99.9 % point', () => {
    const cells = new Array<number>(100).fill(0);
    for (const value of draws(200_000, 1, 1, 1))
      cells[Math.floor(value * 100)] = (cells[Math.floor(value * 100)] ?? 0) + 1;

    // 99 degrees of freedom: 148.2.
    expect(chiSquare(cells, new Array<number>(100).fill(1))).toBeLessThan(148.2);
  });

  it('has first draws of neighbouring streams that know nothing of each other', () => {
    const first = Array.from({ length: 20_000 }, (_, key) => randomOf(1, 5, key).next());
    const next = Array.from({ length: 20_000 }, (_, key) => randomOf(1, 5, key + 1).next());

    expect(mean(first)).toBeCloseTo(0.5, 2);
    expect(Math.abs(correlation(first, next))).toBeLessThan(0.03);
  });

  it('hashes without a collision in 100,000 keys beyond what chance gives', () => {
    const seen = new Set(Array.from({ length: 100_000 }, (_, key) => hash32(1, 2, key)));

    // The expected number of collisions is n²/2^33 = 1.16.
    expect(100_000 - seen.size).toBeLessThan(8);
  });

  it('names commits by forty hexadecimal digits', () => {
    const names = new Set(Array.from({ length: 10_000 }, (_, key) => shaOf(1, 2, key, 3)));

    expect(names.size).toBe(10_000);
    expect([...names].every((name) => /^[0-9a-f]{40}$/.test(name))).toBe(true);
  });
});
