import { fromDayNumber } from '../../../../shared/domain/calendar/days.ts';
import { offsetAt, startOfDay } from '../../../../shared/domain/calendar/zoned-time.ts';
import { instant, type Zone } from '../../../../shared/model/time.ts';
import { DAY_MS } from './viewport.ts';

/** The wall clock of one zone, in numbers that a frame can afford: day numbers count civil days from 1970-01-01. */
export interface ZoneClock {
  readonly zone: Zone;
  /** The instant (ms UTC) at which a civil day begins. */
  readonly dayStart: (dayNumber: number) => number;
  /** The civil day that an instant lies in. */
  readonly dayOf: (time: number) => number;
  /** Whole minutes on the wall clock since midnight, 0 to 1439. */
  readonly minuteOfDay: (time: number) => number;
}

/** The clock of a zone; the starts of days are remembered. */
export function zoneClock(zone: Zone): ZoneClock {
  const starts = new Map<number, number>();
  const wallAt = (time: number) => time + offsetAt(instant(Math.floor(time)), zone);

  function dayStart(dayNumber: number): number {
    const known = starts.get(dayNumber);
    if (known !== undefined) return known;
    const start = startOfDay(fromDayNumber(dayNumber), zone);
    starts.set(dayNumber, start);
    return start;
  }

  return {
    zone,
    dayStart,
    dayOf: (time) => Math.floor(wallAt(time) / DAY_MS),
    minuteOfDay(time) {
      const wall = wallAt(time);
      return Math.floor((wall - Math.floor(wall / DAY_MS) * DAY_MS) / 60_000);
    },
  };
}
