import type { Random } from './random.ts';

/** True with the given probability. */
export function chance(random: Random, probability: number): boolean {
  return random.next() < probability;
}

/** A whole number from `low` to `high`, both included. */
export function between(random: Random, low: number, high: number): number {
  return low + Math.floor(random.next() * (high - low + 1));
}

/** A standard normal number (Box and Muller 1958; one of the pair is used, so that streams stay simple). */
export function normal(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random.next()));
  return radius * Math.cos(2 * Math.PI * random.next());
}

/** A log-normal number with the given median; `sigma` is the standard deviation of its logarithm. */
export function logNormal(random: Random, median: number, sigma: number): number {
  return median * Math.exp(sigma * normal(random));
}

/** How many failures come before the first success: mean `mean`, at most `most`. */
export function geometric(random: Random, mean: number, most: number): number {
  const success = 1 / (1 + mean);
  return Math.min(most, Math.floor(Math.log(1 - random.next()) / Math.log(1 - success)));
}

/** An index by the weights' running sums: weights [2, 1] are given as [2, 3]. */
export function pickIndex(random: Random, runningSums: ArrayLike<number>): number {
  const total = runningSums[runningSums.length - 1] ?? 0;
  const wanted = random.next() * total;
  let low = 0;
  let high = runningSums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runningSums[middle] ?? 0) > wanted) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The running sums of some weights, for `pickIndex`. */
export function runningSums(weights: readonly number[]): Float64Array {
  const sums = new Float64Array(weights.length);
  let sum = 0;
  for (const [index, weight] of weights.entries()) {
    sum += weight;
    sums[index] = sum;
  }
  return sums;
}

/** The weights 1/rank^exponent of `count` ranks: the heavy tail of who does how much. */
export function zipfWeights(count: number, exponent: number): readonly number[] {
  return Array.from({ length: count }, (_, rank) => 1 / (rank + 1) ** exponent);
}

/** Splits `total` by weights so that the parts are whole and sum to it (largest remainders). */
export function shares(total: number, weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((left, right) => left + right, 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const parts = exact.map(Math.floor);
  const missing = total - parts.reduce((left, right) => left + right, 0);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((left, right) => right.remainder - left.remainder || left.index - right.index);
  for (const { index } of byRemainder.slice(0, missing)) parts[index] = (parts[index] ?? 0) + 1;
  return parts;
}

/** One element, each as likely as the next. */
export function pick<T>(random: Random, from: readonly T[]): T {
  const chosen = from[Math.floor(random.next() * from.length)];
  if (chosen === undefined) throw new Error('nothing to pick from');
  return chosen;
}
