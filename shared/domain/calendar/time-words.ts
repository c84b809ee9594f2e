import type { Day, LocalTime } from '../../model/time.ts';
import { civilDay, weekdayOf } from './days.ts';

/** The days of the week by their ISO number less one. */
export const WEEKDAYS: readonly string[] = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
];

/** The months of the year by their number less one. */
export const MONTHS: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A day for people, as the pages and the journal write it: `Tue 24 Nov 2026`; `medium` has no year, `short` no weekday either. */
export function dayWords(day: Day, style: 'short' | 'medium' | 'long' = 'long'): string {
  const { year, month, dayOfMonth } = civilDay(day);
  const short = `${dayOfMonth} ${(MONTHS[month - 1] ?? '').slice(0, 3)}`;
  if (style === 'short') return short;
  const medium = `${(WEEKDAYS[weekdayOf(day) - 1] ?? '').slice(0, 3)} ${short}`;
  return style === 'medium' ? medium : `${medium} ${year}`;
}

/** The days from one to another, both included: `Tue 24 Nov 2026 to Thu 26 Nov 2026`, or the one day. */
export function daysWords(first: Day, last: Day): string {
  return first === last ? dayWords(first) : `${dayWords(first)} to ${dayWords(last)}`;
}

// A local time is a day, a `T` and a clock time.
const DAY_LENGTH = 10;

function dayPart(local: LocalTime): Day {
  return local.slice(0, DAY_LENGTH) as Day;
}

function clockPart(local: LocalTime): string {
  return local.slice(DAY_LENGTH + 1);
}

/** A time on a clock of no zone, or of one that is told beside it: `Tue 24 Nov 2026, 14:00`. */
export function localWords(local: LocalTime): string {
  return `${dayWords(dayPart(local))}, ${clockPart(local)}`;
}

/** The time from one clock time to another: `Tue 24 Nov 2026, 14:00 to 16:00`; the later day is told where it is another. */
export function localsWords(start: LocalTime, end: LocalTime): string {
  return `${localWords(start)} to ${dayPart(start) === dayPart(end) ? clockPart(end) : localWords(end)}`;
}
