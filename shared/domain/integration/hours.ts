import type { Lack } from '../../model/integration.ts';
import { type Instant, instant } from '../../model/time.ts';
import { intersect, type SpanSet } from '../freezes/spans.ts';

const MINUTE = 60_000;

/** When people are at work in the time asked about, by the id that they are known by. */
export type Hours = ReadonlyMap<string, SpanSet>;

/** The first whole minute, not before a moment, from which a set goes on for so many minutes; null where none does. */
export function firstFit(set: SpanSet, minutes: number, after: number): Instant | null {
  for (const { start, end } of set) {
    const at = Math.ceil(Math.max(start, after) / MINUTE) * MINUTE;
    if (at + minutes * MINUTE <= end) return instant(at);
  }
  return null;
}

/** The last whole minute at which so many minutes of a set can begin; null where none can. */
export function lastFit(set: SpanSet, minutes: number): Instant | null {
  for (const { start, end } of set.toReversed()) {
    const at = Math.floor((end - minutes * MINUTE) / MINUTE) * MINUTE;
    if (at >= start) return instant(at);
  }
  return null;
}

/** When all of some people are at work: always inside the hours of each. */
export function commonHours(ids: readonly string[], hours: Hours): SpanSet {
  const [first = [], ...others] = ids.map((id) => hours.get(id) ?? []);
  return others.reduce(intersect, first);
}

/** The moment by which people have worked so many minutes from another on; null where the known time ends before. */
export function afterWork(hours: SpanSet, from: Instant, minutes: number): Instant | null {
  let left = minutes * MINUTE;
  if (left <= 0) return from;
  for (const { start, end } of hours) {
    const begun = Math.max(start, from);
    if (begun + left <= end) return instant(begun + left);
    left -= Math.max(0, end - begun);
  }
  return null;
}

function longestOf(set: SpanSet): number {
  return Math.max(0, ...set.map(({ start, end }) => (end - start) / MINUTE));
}

/**
 * Who shares no stretch of so many minutes: one alone where its own hours have none; else the two whose hours never meet, or
 * meet for the shortest; else all of them, since each two do meet. O(c²) sets for c people.
 */
export function whyNoHours(ids: readonly string[], hours: Hours, minutes: number): Lack {
  const said = (crews: readonly string[]) => ({
    by: 'hours' as const,
    crews,
    longest: longestOf(commonHours(crews, hours)),
  });
  const alone = ids.map((id) => said([id])).find(({ longest }) => longest < minutes);
  if (alone !== undefined) return alone;
  let found = said(ids);
  let isPair = false;
  for (const [at, one] of ids.entries()) {
    for (const other of ids.slice(at + 1)) {
      const pair = said([one, other]);
      if (pair.longest >= minutes || (isPair && pair.longest >= found.longest)) continue;
      found = pair;
      isPair = true;
    }
  }
  return found;
}
