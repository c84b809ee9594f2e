import type { Bound, Clock } from '../../model/schedule-rule.ts';
import { type ClockTime, type Day, type Instant, instant, type LocalTime, type Zone } from '../../model/time.ts';
import { fromDayNumber, toDayNumber } from '../calendar/days.ts';
import { eraAt } from '../calendar/zone-eras.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Anywhere on Earth is the clock that is behind all others: UTC-12. */
const AOE_OFFSET = -720 * MINUTE;

/** Milliseconds from midnight to a time of the day. */
export function sinceMidnight(time: ClockTime): number {
  return (Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))) * MINUTE;
}

/** What a clock on the wall shows, in milliseconds, as if it were in UTC: a number that can be compared and added to. */
export function wallTime(day: Day, time: ClockTime): number {
  return toDayNumber(day) * DAY + sinceMidnight(time);
}

function wallOf(local: LocalTime): number {
  return wallTime(local.slice(0, 10) as Day, local.slice(11, 16) as ClockTime);
}

/**
 * The first moment at which the clocks of a zone have reached a wall time. Where clocks go forward over it that is
 * the moment of the change; where they show it twice it is the earlier of the two. So a later wall time never comes
 * earlier, and spans that join on the wall join in time: no minute is in both or in neither. A single moment, such as a
 * milestone's, follows RFC 5545 instead (`toInstant`), which keeps the distance to the change.
 */
export function reachedAt(wall: number, zone: Zone): Instant {
  // No clock was ever as much as a day from UTC: the era a day before begins early enough.
  for (let era = eraAt(wall - DAY, zone); ; era = eraAt(era.to, zone)) {
    const at = wall - era.offset;
    if (at < era.from) return instant(era.from);
    if (at < era.to) return instant(at);
  }
}

/** The moment at which the clocks of a zone, having gone back, show a wall time once more; null where they do not. */
export function shownAgainAt(wall: number, zone: Zone): Instant | null {
  const first = reachedAt(wall, zone);
  for (let era = eraAt(first, zone); era.to <= wall + DAY; ) {
    era = eraAt(era.to, zone);
    const at = wall - era.offset;
    if (at >= era.from && at < era.to) return instant(at);
  }
  return null;
}

/** The first moment at which a clock has reached a wall time; of an offset and of AoE it is the only one. */
export function instantOn(clock: Clock, wall: number): Instant {
  if (clock.by === 'zone') return reachedAt(wall, clock.zone);
  return instant(wall - (clock.by === 'aoe' ? AOE_OFFSET : clock.minutes * MINUTE));
}

/** The moment of a bound, read on its own clock; a bound that clocks skip or show twice as `reachedAt` says. */
export function instantOf({ local, clock }: Bound): Instant {
  return instantOn(clock, wallOf(local));
}

/** The day that a clock shows at a moment. */
export function dayOn(clock: Clock, at: number): Day {
  return fromDayNumber(Math.floor((at + offsetOn(clock, at)) / DAY));
}

/** How many milliseconds a clock is ahead of UTC at a moment. */
export function offsetOn(clock: Clock, at: number): number {
  if (clock.by === 'zone') return eraAt(at, clock.zone).offset;
  return clock.by === 'aoe' ? AOE_OFFSET : clock.minutes * MINUTE;
}

/** A clock by name, for people: `Europe/Berlin`, `UTC+10:00`, `anywhere on Earth (UTC-12:00)`. */
export function clockName(clock: Clock): string {
  if (clock.by === 'zone') return clock.zone;
  if (clock.by === 'aoe') return 'anywhere on Earth (UTC-12:00)';
  if (clock.minutes === 0) return 'UTC';
  const minutes = Math.abs(clock.minutes);
  const hh = String(Math.floor(minutes / 60)).padStart(2, '0');
  return `UTC${clock.minutes < 0 ? '-' : '+'}${hh}:${String(minutes % 60).padStart(2, '0')}`;
}
