/** Plain statistics for the specs, written apart from the simulator so that they judge it. */

export function mean(values: readonly number[]): number {
  return values.reduce((left, right) => left + right, 0) / values.length;
}

export function deviation(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
}

/** The value below which that share of all lies, by linear interpolation (type 7 of Hyndman and Fan 1996). */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  const place = (sorted.length - 1) * share;
  const low = sorted[Math.floor(place)] ?? Number.NaN;
  const high = sorted[Math.ceil(place)] ?? Number.NaN;
  return low + (high - low) * (place - Math.floor(place));
}

/** The third standardised moment: 0 for a symmetric distribution. */
export function skewness(values: readonly number[]): number {
  const [middle, spread] = [mean(values), deviation(values)];
  return mean(values.map((value) => ((value - middle) / spread) ** 3));
}

/** Pearson's chi-square of observed counts against expected shares. */
export function chiSquare(counts: readonly number[], shares: readonly number[]): number {
  const total = counts.reduce((left, right) => left + right, 0);
  const whole = shares.reduce((left, right) => left + right, 0);
  return counts.reduce((sum, count, index) => {
    const expected = (total * (shares[index] ?? 0)) / whole;
    return sum + (count - expected) ** 2 / expected;
  }, 0);
}

export function correlation(left: readonly number[], right: readonly number[]): number {
  const [leftMean, rightMean] = [mean(left), mean(right)];
  const together = mean(left.map((value, index) => (value - leftMean) * ((right[index] ?? 0) - rightMean)));
  return together / (deviation(left) * deviation(right));
}
