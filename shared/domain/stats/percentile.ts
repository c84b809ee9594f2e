/** Shares such as 0.85 * 20 may come out a hair above the whole number that they are. */
const HAIR = 1e-9;

/** The confidence that `fewestSamples` asks for where nobody says another. */
const CONFIDENCE = 0.9;

/**
 * The rank, 1 to `count`, of the smallest of `count` sorted values that at least that share of them does not exceed:
 * the nearest rank, `ceil(share * count)`. `share` is 0 to 1, and 0 asks for the smallest; `count` is at least 1.
 * Source: definition 1 of Hyndman and Fan, "Sample Quantiles in Statistical Packages" (1996).
 */
export function nearestRank(share: number, count: number): number {
  return Math.min(count, Math.max(1, Math.ceil(share * count - HAIR)));
}

/**
 * The smallest value that at least that share of all values does not exceed. It is always one of the values, never a
 * number between two of them, so "in 85 % of the cases at most 12 days" is literally true of them. `sorted` rises;
 * null where there is none. Source: as `nearestRank`.
 */
export function percentile(sorted: ArrayLike<number>, share: number): number | null {
  if (sorted.length === 0) return null;
  return sorted[nearestRank(share, sorted.length) - 1] ?? null;
}

/**
 * The largest value that at least that share of all values reaches or exceeds: `percentile` looked at from the other
 * end. "At least 12 items in 85 % of the cases." `sorted` rises; null where there is none.
 */
export function reachedBy(sorted: ArrayLike<number>, share: number): number | null {
  if (sorted.length === 0) return null;
  return sorted[sorted.length - nearestRank(share, sorted.length)] ?? null;
}

/**
 * How many samples it takes until even the largest of them lies at or above the true percentile with that confidence:
 * the smallest n with `1 - share^n >= confidence`. 4 for P50, 11 for P80, 15 for P85, 45 for P95 at 90 %.
 * Fewer samples give a percentile that is likely too low. `share` and `confidence` lie between 0 and 1.
 * Source: S. S. Wilks, "Determination of Sample Sizes for Setting Tolerance Limits" (1941), one-sided, first order.
 */
export function fewestSamples(share: number, confidence: number = CONFIDENCE): number {
  return Math.ceil(Math.log(1 - confidence) / Math.log(share) - HAIR);
}
