import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** An endless sequence of random numbers. */
export interface RandomStream {
  /** The next number, uniform in [0, 1), of 32 random bits. */
  readonly next: () => number;
}

/** The generator's first numbers after seeding mirror the seed; these many are thrown away. */
const WARM_UP = 64;

const TWO_TO_32 = 4_294_967_296;

/**
 * Streams of random numbers from one seed: each call gives the next stream. The same seed gives the same streams, on
 * every machine. Streams lie 2^64 numbers apart in one sequence, so no two overlap; a simulation that gives each of its
 * runs a stream of its own draws the same numbers in run 17 whatever run 16 needed. Of a seed that is no whole number or
 * is larger than 32 bits, the low 32 bits count.
 * Source: xoroshiro128+ with its jump function, Blackman and Vigna, "Scrambled Linear Pseudorandom Number Generators"
 * (2018), as implemented by pure-rand.
 */
export function randomStreams(seed: number): () => RandomStream {
  const source = xoroshiro128plus(seed);
  for (let left = WARM_UP; left > 0; left -= 1) source.next();
  return () => {
    const generator = source.clone();
    source.jump();
    return { next: () => (generator.next() >>> 0) / TWO_TO_32 };
  };
}
