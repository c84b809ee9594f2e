import type { Span } from '../../model/span.ts';

/** Things with a span, laid out so that those which share a moment with a span are found without looking at the others. */
export interface IntervalIndex<T> {
  /** In order of their starts. */
  readonly items: readonly T[];
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** For the middle of each half, quarter and so on of the list: the latest end in that part. */
  readonly latest: Float64Array;
}

function fillLatest(index: IntervalIndex<unknown>, low: number, high: number): number {
  if (low >= high) return Number.NEGATIVE_INFINITY;
  const middle = (low + high) >>> 1;
  const halves = Math.max(fillLatest(index, low, middle), fillLatest(index, middle + 1, high));
  // Any number: the middle of a part that is not empty is in the list.
  const latest = Math.max(halves, index.ends[middle] as number);
  index.latest[middle] = latest;
  return latest;
}

/**
 * Builds the index: a balanced search tree over the starts, written into arrays, each node with the latest end below it.
 * O(n log n), O(n) for things in order. Source: Cormen et al., "Introduction to Algorithms", section 14.3.
 */
export function intervalIndex<T>(things: readonly T[], spanOf: (thing: T) => Span): IntervalIndex<T> {
  const items = [...things].sort((a, b) => spanOf(a).start - spanOf(b).start);
  const starts = Float64Array.from(items, (one) => spanOf(one).start);
  const ends = Float64Array.from(items, (one) => spanOf(one).end);
  const index = { items, starts, ends, latest: new Float64Array(items.length) };
  fillLatest(index, 0, items.length);
  return index;
}

/**
 * Whether what shares a moment with a span meets a test, asked in order of the starts and no further than the first that
 * does. O(log n + k) for k asked, and never more than O(n).
 */
export function someOverlap<T>(index: IntervalIndex<T>, { start, end }: Span, test: (thing: T) => boolean): boolean {
  const { items, starts, ends, latest } = index;
  function walk(low: number, high: number): boolean {
    if (low >= high) return false;
    const middle = (low + high) >>> 1;
    if ((latest[middle] as number) <= start) return false;
    if (walk(low, middle)) return true;
    const from = starts[middle] as number;
    const to = ends[middle] as number;
    if (from >= end) return false;
    if (to > start && from < to && test(items[middle] as T)) return true;
    return walk(middle + 1, high);
  }
  return start < end && walk(0, items.length);
}

/** Visits what shares a moment with a span, in order of the starts. O(log n + k) for k visits. */
export function forEachOverlap<T>(index: IntervalIndex<T>, range: Span, visit: (thing: T) => void): void {
  someOverlap(index, range, (thing) => {
    visit(thing);
    return false;
  });
}
