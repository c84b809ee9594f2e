import { describe, expect, it } from 'vitest';
import { type RandomStream, randomStreams } from '../../../../shared/domain/stats/seeded-random.ts';

const MASK = (1n << 64n) - 1n;
const JUMP = [0xdf900294d8f554a5n, 0x170865df4b3201fcn];

function rotate(value: bigint, by: bigint): bigint {
  return ((value << by) | (value >> (64n - by))) & MASK;
}

/** The authors' published algorithm (2018 constants 24, 16, 37) on 64-bit integers. */
class Xoroshiro {
  #s0: bigint;
  #s1: bigint;

  constructor(s0: bigint, s1: bigint) {
    this.#s0 = s0;
    this.#s1 = s1;
  }

  next(): bigint {
    const result = (this.#s0 + this.#s1) & MASK;
    const mixed = this.#s1 ^ this.#s0;
    this.#s0 = rotate(this.#s0, 24n) ^ mixed ^ ((mixed << 16n) & MASK);
    this.#s1 = rotate(mixed, 37n);
    return result;
  }

  jumped(): Xoroshiro {
    let [s0, s1] = [0n, 0n];
    for (const word of JUMP) {
      for (let bit = 0n; bit < 64n; bit += 1n) {
        if (word & (1n << bit)) [s0, s1] = [s0 ^ this.#s0, s1 ^ this.#s1];
        this.next();
      }
    }
    return new Xoroshiro(s0, s1);
  }
}

/** pure-rand's way from a seed to a state: all ones, the seed's complement, the seed, nothing. */
function seeded(seed: number): Xoroshiro {
  const low = (value: number) => BigInt(value >>> 0);
  const source = new Xoroshiro((0xffffffffn << 32n) | low(~seed), low(seed) << 32n);
  for (let left = 64; left > 0; left -= 1) source.next();
  return source;
}

function take(stream: RandomStream, count: number): readonly number[] {
  return Array.from({ length: count }, () => stream.next());
}

describe('shared/domain/stats/seeded-random', () => {
  it.each([0, 1, 42, -7, 2_147_483_647])('draws what the published algorithm draws, seed %i', (seed) => {
    const nextStream = randomStreams(seed);

    for (let stream = 0; stream < 3; stream += 1) {
      const ours = take(nextStream(), 50);

      let oracle = seeded(seed);
      for (let jumps = 0; jumps < stream; jumps += 1) oracle = oracle.jumped();
      expect(ours).toEqual(Array.from({ length: 50 }, () => Number(oracle.next() & 0xffffffffn) / 2 ** 32));
    }
  });

  it('gives the same streams for the same seed, and others for another', () => {
    const first = randomStreams(7);
    const again = randomStreams(7);
    const other = randomStreams(8);

    const drawn = [take(first(), 20), take(first(), 20)];

    expect([take(again(), 20), take(again(), 20)]).toEqual(drawn);
    expect(take(other(), 20)).not.toEqual(drawn[0]);
    expect(drawn[0]).not.toEqual(drawn[1]);
  });

  it('gives a stream that does not depend on how far the one before was read', () => {
    const read = randomStreams(3);
    take(read(), 1_000);
    const unread = randomStreams(3);
    unread();

    expect(take(read(), 10)).toEqual(take(unread(), 10));
  });

  it('is uniform: a hundred boxes hold what chance lets them hold', () => {
    const stream = randomStreams(1)();
    const boxes = new Array<number>(100).fill(0);
    const draws = 100_000;

    for (let draw = 0; draw < draws; draw += 1) {
      const value = stream.next();
      expect(value >= 0 && value < 1).toBe(true);
      boxes[Math.floor(value * 100)] = (boxes[Math.floor(value * 100)] ?? 0) + 1;
    }

    // Chi-square with 99 degrees of freedom: 149 is passed once in a thousand, 61 is missed once in a thousand.
    const chiSquare = boxes.reduce((sum, box) => sum + (box - draws / 100) ** 2 / (draws / 100), 0);
    expect(chiSquare).toBeGreaterThan(61);
    expect(chiSquare).toBeLessThan(149);
  });

  it('is uniform over the first numbers of many streams too', () => {
    const nextStream = randomStreams(2);
    const firsts = Array.from({ length: 10_000 }, () => nextStream().next());

    const mean = firsts.reduce((sum, value) => sum + value, 0) / firsts.length;
    const pairs = firsts.slice(1).map((value, index) => (value - 0.5) * ((firsts[index] ?? 0) - 0.5));
    const correlation = (12 * pairs.reduce((sum, value) => sum + value, 0)) / pairs.length;

    // Four standard errors: 1 / sqrt(12 n) for the mean, 1 / sqrt(n) for the correlation of neighbours.
    expect(Math.abs(mean - 0.5)).toBeLessThan(4 / Math.sqrt(12 * 10_000));
    expect(Math.abs(correlation)).toBeLessThan(4 / Math.sqrt(10_000));
  });
});
