import type { Instant } from './time.ts';

/** What the core takes from the world, injected everywhere: a clock, ids, a random source. */
export interface Env {
  readonly now: () => Instant;
  /** A new unique id with a prefix that names its kind, such as `release-…`. */
  readonly newId: (prefix: string) => string;
  /** Uniform in [0, 1). */
  readonly random: () => number;
}
