/** How many values lie from `from` to `to`, both included. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** How a histogram is cut: never into more bins than `most`; a bin is as wide as the first of `widths` that allows it. */
export interface BinRule {
  readonly most: number;
  /** Whole numbers, rising. Where none is wide enough, the last is doubled until it is. */
  readonly widths: readonly number[];
}

function widthFor(first: number, last: number, { most, widths }: BinRule): number {
  const fits = (width: number) => Math.floor(last / width) - Math.floor(first / width) < most;
  const listed = widths.find(fits);
  if (listed !== undefined) return listed;
  let width = widths.at(-1) ?? 1;
  while (!fits(width)) width *= 2;
  return width;
}

/**
 * Whole numbers counted in bins of equal width, from the bin of the smallest to that of the largest, empty ones between
 * them included; bins begin at multiples of their width. The counts add up to the number of values. `sorted` rises; none
 * gives no bins.
 */
export function histogram(sorted: ArrayLike<number>, rule: BinRule): readonly Bin[] {
  const first = sorted[0];
  const last = sorted[sorted.length - 1];
  if (first === undefined || last === undefined) return [];
  const width = widthFor(first, last, rule);
  const bins: Bin[] = [];
  let seen = 0;
  for (let from = Math.floor(first / width) * width; from <= last; from += width) {
    const start = seen;
    const to = from + width - 1;
    while (seen < sorted.length && (sorted[seen] ?? 0) <= to) seen += 1;
    bins.push({ from, to, count: seen - start });
  }
  return bins;
}
