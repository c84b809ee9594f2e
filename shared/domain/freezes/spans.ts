import type { Span } from '../../model/span.ts';
import { type Instant, instant } from '../../model/time.ts';

/** Spans in order of time that neither touch nor overlap, none of them empty: one way only to write down a set of moments. */
export type SpanSet = readonly Span[];

const MINUTE = 60_000;

/** A span of two moments that the caller knows to be instants, in milliseconds since 1970. */
export function span(start: number, end: number): Span {
  return { start: instant(start), end: instant(end) };
}

/** Whether two spans share a moment; spans that only touch share none, and an empty span shares none with any. */
export function overlaps(a: Span, b: Span): boolean {
  return Math.max(a.start, b.start) < Math.min(a.end, b.end);
}

/** What two spans share; null where they share no moment. */
export function overlap(a: Span, b: Span): Span | null {
  return overlaps(a, b) ? span(Math.max(a.start, b.start), Math.min(a.end, b.end)) : null;
}

/**
 * The set of moments that lie in any of the spans, whatever their order; empty spans say nothing, and neither does one
 * whose end comes before its start. O(n log n), O(n) where they come in order.
 */
export function normalise(spans: Iterable<Span>): SpanSet {
  const sorted = [...spans].filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start);
  const set: Span[] = [];
  for (const next of sorted) {
    const last = set.at(-1);
    if (last === undefined || next.start > last.end) set.push(next);
    else if (next.end > last.end) set[set.length - 1] = { start: last.start, end: next.end };
  }
  return set;
}

/** The moments in any of the sets. O(n log n) over all their spans. */
export function union(...sets: readonly SpanSet[]): SpanSet {
  return normalise(sets.flat());
}

/** The moments in both sets. O(n + m). */
export function intersect(a: SpanSet, b: SpanSet): SpanSet {
  const set: Span[] = [];
  for (let i = 0, j = 0; ; ) {
    const left = a[i];
    const right = b[j];
    if (left === undefined || right === undefined) return set;
    const shared = overlap(left, right);
    if (shared !== null) set.push(shared);
    if (left.end <= right.end) i += 1;
    else j += 1;
  }
}

/** The moments in the first set and not in the second. O(n + m). */
export function subtract(a: SpanSet, b: SpanSet): SpanSet {
  const set: Span[] = [];
  let j = 0;
  for (const { start, end } of a) {
    let from: Instant = start;
    while ((b[j]?.end ?? Number.POSITIVE_INFINITY) <= from) j += 1;
    for (let k = j; from < end; k += 1) {
      const hole = b[k];
      if (hole === undefined || hole.start >= end) {
        set.push({ start: from, end });
        break;
      }
      if (hole.start > from) set.push({ start: from, end: hole.start });
      from = hole.end;
    }
  }
  return set;
}

/** The index of the first span of a set that ends after a moment; the set's length where none does. O(log n). */
function firstEndingAfter(set: SpanSet, at: number): number {
  let low = 0;
  let high = set.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((set[middle] as Span).end <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The moments of a set that lie in a span. O(log n + k) for k spans answered. */
export function within(set: SpanSet, bounds: Span): SpanSet {
  const inside: Span[] = [];
  for (let index = firstEndingAfter(set, bounds.start); index < set.length; index += 1) {
    const part = overlap(set[index] as Span, bounds);
    if (part === null) return inside;
    inside.push(part);
  }
  return inside;
}

/** Whether a set holds a moment. O(log n). */
export function holds(set: SpanSet, at: Instant): boolean {
  const found = set[firstEndingAfter(set, at)];
  return found !== undefined && found.start <= at;
}

/** Whether a set holds every moment of a span; an empty span has none, so any set holds it. O(log n). */
export function covers(set: SpanSet, wanted: Span): boolean {
  if (wanted.start >= wanted.end) return true;
  const found = set[firstEndingAfter(set, wanted.start)];
  return found !== undefined && found.start <= wanted.start && found.end >= wanted.end;
}

/** How many minutes a set lasts; a fraction where its bounds are not on whole minutes. O(n). */
export function totalMinutes(set: SpanSet): number {
  let milliseconds = 0;
  for (const { start, end } of set) milliseconds += end - start;
  return milliseconds / MINUTE;
}
