import { type ClockTime, type Day, type Instant, instant, type LocalTime, type Zone } from '../../model/time.ts';
import { fromDayNumber, toDayNumber } from './days.ts';
import { type Era, eraAt } from './zone-eras.ts';

/** How often a local time happens in a zone: once, never (clocks went forward) or twice (clocks went back). */
export type LocalTimeKind = 'exact' | 'gap' | 'fold';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** What a wall clock would show as milliseconds, were its zone UTC. */
function wallMilliseconds(local: LocalTime): number {
  const minutes = Number(local.slice(11, 13)) * 60 + Number(local.slice(14, 16));
  return toDayNumber(local.slice(0, 10) as Day) * DAY + minutes * MINUTE;
}

/** The eras of a zone that a wall time may fall in: no offset was ever as large as a day. */
function erasAround(wall: number, zone: Zone): readonly Era[] {
  const eras = [eraAt(wall - DAY, zone)];
  for (let last = eras[0]; last !== undefined && last.to <= wall + DAY; last = eras.at(-1)) {
    eras.push(eraAt(last.to, zone));
  }
  return eras;
}

/** Where a wall time falls: the moments that show it, earliest first, or the jump that leaves it out. */
function moments(wall: number, eras: readonly Era[]): readonly number[] {
  return eras.flatMap((era) => {
    const at = wall - era.offset;
    return at >= era.from && at < era.to ? [at] : [];
  });
}

/** The first era whose clock is already past a wall time that no clock showed. */
function eraAfterGap(wall: number, eras: readonly Era[]): Era {
  const after = eras.findIndex((era) => wall - era.offset < era.from);
  // A wall time between two eras always has an era after it: the window reaches a day beyond.
  return eras[after] as Era;
}

/**
 * The moment that a wall clock shows a local time. In a gap (clocks went forward over it) the time moves
 * forward by the length of the gap, as if the clock had not been changed; in a fold (shown twice) it is
 * the earlier of the two. Same rule as RFC 5545 section 3.3.5 and Temporal's `compatible`.
 */
export function toInstant(local: LocalTime, zone: Zone): Instant {
  const wall = wallMilliseconds(local);
  const eras = erasAround(wall, zone);
  const [first] = moments(wall, eras);
  if (first !== undefined) return instant(first);
  const before = eras[eras.indexOf(eraAfterGap(wall, eras)) - 1] as Era;
  return instant(wall - before.offset);
}

/**
 * The moment of a local time that ends what starts at another: as `toInstant` says it, except where only a gap would
 * put it before the start. What starts at 02:30 in a gap of an hour starts at 03:30, after its own end at 03:15; the end
 * then moves by the gap as the start does, to 04:15. So what is in order on the wall clock is in order in time.
 */
export function endInstant(end: LocalTime, start: LocalTime, zone: Zone): Instant {
  const at = toInstant(end, zone);
  const from = toInstant(start, zone);
  if (at >= from || end < start) return at;
  return instant(from + wallMilliseconds(end) - wallMilliseconds(start));
}

/** Whether a local time happens once, never or twice in a zone, so that people can be warned. */
export function describeLocal(local: LocalTime, zone: Zone): LocalTimeKind {
  const wall = wallMilliseconds(local);
  const found = moments(wall, erasAround(wall, zone)).length;
  if (found === 0) return 'gap';
  return found === 1 ? 'exact' : 'fold';
}

/** Milliseconds that a zone's clock is ahead of UTC at a moment. */
export function offsetAt(at: Instant, zone: Zone): number {
  return eraAt(at, zone).offset;
}

/** What a wall clock of the zone shows at a moment, in whole minutes, rounded down. */
export function toLocal(at: Instant, zone: Zone): LocalTime {
  const wall = at + offsetAt(at, zone);
  const days = Math.floor(wall / DAY);
  const minutes = Math.floor((wall - days * DAY) / MINUTE);
  const hh = String(Math.floor(minutes / 60)).padStart(2, '0');
  return `${fromDayNumber(days)}T${hh}:${String(minutes % 60).padStart(2, '0')}` as LocalTime;
}

/** The civil day of a moment in a zone. */
export function dayOf(at: Instant, zone: Zone): Day {
  return fromDayNumber(Math.floor((at + offsetAt(at, zone)) / DAY));
}

/** The local time of a day and a clock time. */
export function local(day: Day, time: ClockTime): LocalTime {
  return `${day}T${time}` as LocalTime;
}

/** The day part of a local time. */
export function dayOfLocal(time: LocalTime): Day {
  return time.slice(0, 10) as Day;
}

/** The clock part of a local time. */
export function clockOfLocal(time: LocalTime): ClockTime {
  return time.slice(11, 16) as ClockTime;
}

/**
 * The first moment of a day in a zone: midnight, or the moment that clocks jumped to where midnight was left out.
 * A day that a zone left out altogether (Apia, 2011-12-30) starts, empty, where the next one does.
 */
export function startOfDay(day: Day, zone: Zone): Instant {
  const wall = toDayNumber(day) * DAY;
  const eras = erasAround(wall, zone);
  return instant(moments(wall, eras)[0] ?? eraAfterGap(wall, eras).from);
}

/** The zone's distance from UTC at a moment for people: `UTC`, `UTC+02:00`, `UTC-03:30`. */
export function offsetLabel(at: Instant, zone: Zone): string {
  const offset = offsetAt(at, zone);
  if (offset === 0) return 'UTC';
  const minutes = Math.round(Math.abs(offset) / MINUTE);
  const hh = String(Math.floor(minutes / 60)).padStart(2, '0');
  return `UTC${offset < 0 ? '-' : '+'}${hh}:${String(minutes % 60).padStart(2, '0')}`;
}
