import { Failure } from '../../model/failure.ts';
import { type Day, day as trustedDay } from '../../model/time.ts';

/** A day's three numbers; the month and the day of the month count from 1. */
export interface CivilDay {
  readonly year: number;
  readonly month: number;
  readonly dayOfMonth: number;
}

/** A week of ISO 8601: the year that the week belongs to, which may not be the year of its days. */
export interface IsoWeek {
  readonly year: number;
  readonly week: number;
}

const DAYS_IN_ERA = 146_097;
const DAYS_BEFORE_1970 = 719_468;
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const FIRST_DAY_NUMBER = -719_528;
const LAST_DAY_NUMBER = 2_932_896;

/** Whether a year has a 29 February. */
export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** How many days a month has; `month` 1 to 12 of the proleptic Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
}

/** The year, month and day of the month of a day. */
export function civilDay(day: Day): CivilDay {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), dayOfMonth: Number(day.slice(8, 10)) };
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

/** The day of three numbers that the caller knows to exist, in the years 0 to 9999. */
export function dayOfCivil({ year, month, dayOfMonth }: CivilDay): Day {
  return trustedDay(`${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`);
}

/**
 * Days since 1970-01-01 of three numbers, in any year of the proleptic Gregorian calendar.
 * Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `days_from_civil`.
 */
export function numberOfCivil({ year, month, dayOfMonth }: CivilDay): number {
  const shiftedYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(shiftedYear / 400);
  const yearOfEra = shiftedYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_IN_ERA + dayOfEra - DAYS_BEFORE_1970;
}

/** The inverse of `numberOfCivil`. Source: as there, `civil_from_days`. */
export function civilOfNumber(number: number): CivilDay {
  const shifted = number + DAYS_BEFORE_1970;
  const era = Math.floor(shifted / DAYS_IN_ERA);
  const dayOfEra = shifted - era * DAYS_IN_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

function outOfRange(): Failure {
  return new Failure('BAD_INPUT', 'The day lies outside the years 0000 to 9999.', {
    remedy: 'Use a day nearer to today.',
  });
}

/** Days since 1970-01-01, negative before it. */
export function toDayNumber(day: Day): number {
  return numberOfCivil(civilDay(day));
}

/** The day that lies so many days after 1970-01-01; refuses days outside the years 0 to 9999. */
export function fromDayNumber(number: number): Day {
  const inRange = Number.isInteger(number) && number >= FIRST_DAY_NUMBER && number <= LAST_DAY_NUMBER;
  if (!inRange) throw outOfRange();
  return dayOfCivil(civilOfNumber(number));
}

/** The day `amount` days later; negative goes back. */
export function addDays(day: Day, amount: number): Day {
  return fromDayNumber(toDayNumber(day) + amount);
}

/** Days from `from` to `to`; negative where `to` comes first. */
export function daysBetween(from: Day, to: Day): number {
  return toDayNumber(to) - toDayNumber(from);
}

/** The ISO weekday of a day number: 1 = Monday to 7 = Sunday. */
export function weekdayOfNumber(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

/** The ISO weekday of a day: 1 = Monday to 7 = Sunday. */
export function weekdayOf(day: Day): number {
  return weekdayOfNumber(toDayNumber(day));
}

/** The ISO 8601 week that a day lies in: weeks begin on Monday and belong to the year of their Thursday. */
export function isoWeekOf(day: Day): IsoWeek {
  const thursday = toDayNumber(day) + 4 - weekdayOf(day);
  const { year } = civilOfNumber(thursday);
  return { year, week: Math.floor((thursday - numberOfCivil({ year, month: 1, dayOfMonth: 1 })) / 7) + 1 };
}

/** The Monday of the day's week. */
export function firstOfWeek(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day));
}

/** The first day of the day's month. */
export function firstOfMonth(day: Day): Day {
  return dayOfCivil({ ...civilDay(day), dayOfMonth: 1 });
}

/** The same day of the month `amount` months later; the last day of a month that is too short for it. */
export function addMonths(day: Day, amount: number): Day {
  const from = civilDay(day);
  const months = from.year * 12 + from.month - 1 + amount;
  const year = Math.floor(months / 12);
  const month = months - year * 12 + 1;
  if (!(year >= 0 && year <= 9999)) throw outOfRange();
  return dayOfCivil({ year, month, dayOfMonth: Math.min(from.dayOfMonth, daysInMonth(year, month)) });
}

/** Every day from `from` to `to`, both included; none where `to` comes first. */
export function* eachDay(from: Day, to: Day): Generator<Day, void> {
  const last = toDayNumber(to);
  for (let number = toDayNumber(from); number <= last; number += 1) yield fromDayNumber(number);
}

/** Negative where `a` comes first, 0 for the same day, positive otherwise. */
export function compareDays(a: Day, b: Day): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The earlier of two days. */
export function minDay(a: Day, b: Day): Day {
  return a <= b ? a : b;
}

/** The later of two days. */
export function maxDay(a: Day, b: Day): Day {
  return a >= b ? a : b;
}
