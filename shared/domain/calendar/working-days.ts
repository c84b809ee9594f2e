import { Failure } from '../../model/failure.ts';
import type { Day } from '../../model/time.ts';
import type { WorkingCalendar } from '../../model/train.ts';
import { addDays, weekdayOf } from './days.ts';
import { dayWords } from './time-words.ts';

/** A working calendar with its public holidays looked up: what working-day arithmetic needs. */
export interface WorkingDays {
  /** ISO weekdays that are worked. */
  readonly workdays: readonly number[];
  /** Days off by name, whatever their weekday. */
  readonly daysOff: ReadonlyMap<Day, string>;
}

/** A run of more days off than this is taken for a mistake in the calendar. */
const REACH = 400;

/** Joins a working calendar with the public holidays of its country; `holidays` must cover the days asked about. */
export function workingDays(calendar: WorkingCalendar, holidays: ReadonlyMap<Day, string>): WorkingDays {
  const daysOff = new Map(calendar.extraDaysOff.map((day) => [day, 'Day off']));
  for (const [day, name] of holidays) daysOff.set(day, name);
  return { workdays: calendar.workdays, daysOff };
}

/** Whether a day is worked: one of the weekdays, and no day off. */
export function isWorkingDay(day: Day, { workdays, daysOff }: WorkingDays): boolean {
  return workdays.includes(weekdayOf(day)) && !daysOff.has(day);
}

/** Why a day is not worked: the holiday's name, `Day off` or `Not a weekday worked`; null for a working day. */
export function dayOffName(day: Day, days: WorkingDays): string | null {
  if (isWorkingDay(day, days)) return null;
  return days.daysOff.get(day) ?? 'Not a weekday worked';
}

/** The nearest working day strictly after (`step` 1) or before (-1) a day. */
function step(day: Day, by: 1 | -1, days: WorkingDays): Day {
  let current = day;
  for (let tries = 0; tries < REACH; tries += 1) {
    current = addDays(current, by);
    if (isWorkingDay(current, days)) return current;
  }
  const side = by > 0 ? 'after' : 'before';
  throw new Failure(
    'BAD_INPUT',
    `The working calendar has no working day in the ${REACH} days ${side} ${dayWords(day)}.`,
    {
      where: 'calendar',
      remedy: 'Add a weekday that is worked, or take away some days off.',
    },
  );
}

/** The first working day strictly after a day. */
export function nextWorkingDay(day: Day, days: WorkingDays): Day {
  return step(day, 1, days);
}

/** The last working day strictly before a day. */
export function previousWorkingDay(day: Day, days: WorkingDays): Day {
  return step(day, -1, days);
}

/**
 * The `amount`-th working day after a day, or before it where `amount` is negative; the day itself counts
 * for neither, worked or not, and is the answer for 0.
 */
export function addWorkingDays(day: Day, amount: number, days: WorkingDays): Day {
  const by = amount < 0 ? -1 : 1;
  let current = day;
  for (let left = Math.abs(amount); left > 0; left -= 1) current = step(current, by, days);
  return current;
}

/**
 * The inverse of `addWorkingDays`: working days after `from` up to and with `to`; where `to` comes first,
 * minus the working days from `to` on that lie before `from`.
 */
export function workingDaysBetween(from: Day, to: Day, days: WorkingDays): number {
  const by = to < from ? -1 : 1;
  let count = 0;
  for (let current = from; current !== to; ) {
    current = addDays(current, by);
    if (isWorkingDay(current, days)) count += by;
  }
  return count;
}
