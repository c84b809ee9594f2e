import type { Absence } from '../../model/catalogue.ts';
import type { PersonId } from '../../model/ids.ts';
import type { Day } from '../../model/time.ts';
import { fromDayNumber, toDayNumber } from '../calendar/days.ts';
import { isWorkingDay, type WorkingDays } from '../calendar/working-days.ts';

/** The share of a team that is at work on a day, 0 to 1. */
export type Presence = (day: Day) => number;

type Away = Pick<Absence, 'personId' | 'firstDay' | 'lastDay'>;

/**
 * The share of a team's members who are not away on a day. Whoever has two absences at once is away once; absences of
 * others do not count, and neither does one that ends before it begins. A team of nobody is taken to be all there: its
 * size is not known. Holidays are the working calendar's.
 */
export function presenceOf(members: readonly PersonId[], absences: Iterable<Away>): Presence {
  const team = new Set(members);
  const away = [...absences].filter(({ personId }) => team.has(personId));
  return (day) => {
    if (team.size === 0) return 1;
    const missing = away.filter(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay);
    return 1 - new Set(missing.map(({ personId }) => personId)).size / team.size;
  };
}

/** The mean presence over the working days from `from` to `to`, both included; 1 where there is none. */
export function meanPresence(presence: Presence, from: Day, to: Day, days: WorkingDays): number {
  let [sum, count] = [0, 0];
  const last = toDayNumber(to);
  for (let number = toDayNumber(from); number <= last; number += 1) {
    const day = fromDayNumber(number);
    if (!isWorkingDay(day, days)) continue;
    sum += presence(day);
    count += 1;
  }
  return count === 0 ? 1 : sum / count;
}

/** The working days less those from `from` to `to`, both included, on which everybody is away. */
export function attendedDays(
  { workdays, daysOff }: WorkingDays,
  presence: Presence,
  { from, to }: Readonly<Record<'from' | 'to', Day>>,
): WorkingDays {
  const off = new Map(daysOff);
  const last = toDayNumber(to);
  for (let number = toDayNumber(from); number <= last; number += 1) {
    const day = fromDayNumber(number);
    if (presence(day) === 0 && !off.has(day)) off.set(day, 'Everybody is away');
  }
  return { workdays, daysOff: off };
}
