import type { CalendarLane, CalendarRange, CalendarRelease } from '../../../shared/contract/calendar.ts';
import { addDays, civilDay, dayOfCivil } from '../../../shared/domain/calendar/days.ts';
import type { Day } from '../../../shared/model/time.ts';

/** The part of the plan that is asked for in one go: half a year. */
export interface PlanWindow {
  readonly from: Day;
  /** Included. */
  readonly to: Day;
}

/** The half-years that touch the days from `from` to `to`; fixed to the year, so that they can be remembered. */
export function windowsOver(from: Day, to: Day): readonly PlanWindow[] {
  const start = civilDay(from);
  const windows: PlanWindow[] = [];
  let half = start.year * 2 + (start.month > 6 ? 1 : 0);
  for (let first = firstOfHalf(half); first <= to; first = firstOfHalf(half)) {
    half += 1;
    windows.push({ from: first, to: addDays(firstOfHalf(half), -1) });
  }
  return windows;
}

function firstOfHalf(half: number): Day {
  return dayOfCivil({ year: Math.floor(half / 2), month: half % 2 === 0 ? 1 : 7, dayOfMonth: 1 });
}

/** Half-years kept at once: five years around what is on screen. */
const MOST_WINDOWS = 10;

/**
 * The windows to keep after the screen has moved to `wanted`: those without a hole between them and what is
 * wanted, so that releases on screen keep their rows; after a jump only what is wanted.
 */
export function keepWindows(kept: readonly PlanWindow[], wanted: readonly PlanWindow[]): readonly PlanWindow[] {
  const first = kept[0];
  const last = kept.at(-1);
  const wantedFirst = wanted[0];
  const wantedLast = wanted.at(-1);
  if (!first || !last || !wantedFirst || !wantedLast) return wanted;
  if (wantedFirst.from > addDays(last.to, 1) || first.from > addDays(wantedLast.to, 1)) return wanted;
  const from = wantedFirst.from < first.from ? wantedFirst.from : first.from;
  const to = wantedLast.to > last.to ? wantedLast.to : last.to;
  const all = windowsOver(from, to);
  if (all.length === kept.length) return kept;
  if (all.length <= MOST_WINDOWS) return all;
  if (wanted.length >= MOST_WINDOWS) return wanted;
  const growsBack = wantedFirst.from < first.from;
  return growsBack ? all.slice(0, MOST_WINDOWS) : all.slice(-MOST_WINDOWS);
}

function mergeReleases(lanes: readonly CalendarLane[]): CalendarRelease[] {
  return [...new Map(lanes.flatMap((lane) => lane.releases.map((release) => [release.id, release] as const))).values()];
}

/** One plan out of the answers for several windows: a release that touches two of them is there once. */
export function mergeRanges(ranges: readonly CalendarRange[]): CalendarRange {
  const lanes = new Map<string, CalendarLane[]>();
  for (const lane of ranges.flatMap((range) => range.lanes)) {
    const known = lanes.get(lane.trainId);
    if (known === undefined) lanes.set(lane.trainId, [lane]);
    else known.push(lane);
  }
  return {
    lanes: [...lanes.values()].flatMap((same) => {
      const newest = same.at(-1);
      return newest === undefined ? [] : [{ ...newest, releases: mergeReleases(same) }];
    }),
    daysOff: ranges.flatMap((range) => range.daysOff),
    leftOut: ranges.reduce((sum, range) => sum + range.leftOut, 0),
  };
}
