import type { Day, Instant, LocalTime, Zone } from '../../model/time.ts';
import { civilDay, weekdayOf } from './days.ts';
import { clockOfLocal, dayOfLocal, offsetLabel, toLocal } from './zoned-time.ts';

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

/** A time on a clock of no zone, or of one that is told beside it: `Tue 24 Nov 2026, 14:00`. */
export function localWords(local: LocalTime): string {
  return `${dayWords(dayOfLocal(local))}, ${clockOfLocal(local)}`;
}

/** The time from one clock time to another: `Tue 24 Nov 2026, 14:00 to 16:00`; the later day is told where it is another. */
export function localsWords(start: LocalTime, end: LocalTime): string {
  const sameDay = dayOfLocal(start) === dayOfLocal(end);
  return `${localWords(start)} to ${sameDay ? clockOfLocal(end) : localWords(end)}`;
}

/** A moment on the clock of a zone, with its distance from UTC then: `Tue 24 Nov 2026, 14:00 UTC+01:00`. */
export function momentWords(at: Instant, zone: Zone): string {
  return `${localWords(toLocal(at, zone))} ${offsetLabel(at, zone)}`;
}
