/** What finds the spans of a range without walking them all. */
export interface CullIndex {
  readonly starts: Float64Array;
  /** The latest end of all spans up to and including this one: never falls. */
  readonly reach: Float64Array;
}

/** Indexes spans that come by start. */
export function cullIndex(spans: readonly { readonly start: number; readonly end: number }[]): CullIndex {
  const starts = Float64Array.from(spans, (span) => span.start);
  const reach = Float64Array.from(spans, (span) => span.end);
  for (let index = 1; index < reach.length; index += 1) {
    reach[index] = Math.max(reach[index] ?? 0, reach[index - 1] ?? 0);
  }
  return { starts, reach };
}

/** The first index whose value is at least `bound`; the length where none is. Values must not fall. */
export function lowerBound(values: Float64Array, bound: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first index whose value is above `bound`. */
export function upperBound(values: Float64Array, bound: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) <= bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Indices `[first, last)` outside which no span touches `from` to `to`, both inclusive;
 * inside, a span that ends before `from` may still hide behind a longer one.
 */
export function cullRange(index: CullIndex, from: number, to: number): readonly [number, number] {
  return [lowerBound(index.reach, from), upperBound(index.starts, to)];
}
