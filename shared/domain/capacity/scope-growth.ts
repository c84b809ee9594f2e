import type { Day, Instant, Zone } from '../../model/time.ts';
import { addDays, daysBetween } from '../calendar/days.ts';
import type { WorkingDays } from '../calendar/working-days.ts';
import { dayOf } from '../calendar/zoned-time.ts';
import { onWorkingDays } from './throughput.ts';

/** A release of the past, and when each of its scope items boarded. */
export interface OpenRelease {
  /** The day its scope was first agreed: what boarded up to its end is what was planned. */
  readonly openFrom: Day;
  /** The last day on which its scope could grow, included. */
  readonly openTo: Day;
  readonly boardedAt: readonly Instant[];
}

/** How much scope was discovered while releases were open. */
export interface ScopeGrowth {
  /** Items discovered on each working day of each open release, days without any included, releases one after another. */
  readonly counts: readonly number[];
  readonly discovered: number;
  /** Items that were there from the beginning. */
  readonly planned: number;
  /** Items that boarded after the release was closed, or in a release that was open on no working day. */
  readonly leftOut: number;
}

/**
 * Items discovered per working day while a release was open: what boarded on a later day than the one it was opened on.
 * What boarded on a day off counts on the next working day. A release that was open for one day or less, or that closed
 * before it opened, has no such days. Dropped items are not taken off: dropping is a decision, not luck. Ours, after
 * FORMULAS 4.10 (discovered work).
 */
export function scopeGrowth(releases: Iterable<OpenRelease>, zone: Zone, days: WorkingDays): ScopeGrowth {
  const all: number[] = [];
  let [discovered, planned, leftOut] = [0, 0, 0];
  for (const { openFrom, openTo, boardedAt } of releases) {
    const size = Math.max(0, daysBetween(openFrom, openTo) + 1);
    const daily = new Array<number>(size).fill(0);
    for (const at of boardedAt) {
      const index = Math.max(0, daysBetween(openFrom, dayOf(at, zone)));
      if (index === 0) planned += 1;
      else if (index >= size) leftOut += 1;
      else daily[index] = (daily[index] ?? 0) + 1;
    }
    // The opening day itself is no sample: nothing counts as discovered on it.
    const { counts, unplaced } = onWorkingDays(daily.slice(1), addDays(openFrom, 1), days);
    all.push(...counts);
    leftOut += unplaced;
    discovered += counts.reduce((sum, count) => sum + count, 0);
  }
  return { counts: all, discovered, planned, leftOut };
}
