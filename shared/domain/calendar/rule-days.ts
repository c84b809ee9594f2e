import { type CivilDay, civilOfNumber, daysInMonth, isLeapYear, numberOfCivil, weekdayOfNumber } from './days.ts';
import type { Rrule } from './rrule.ts';
import { firstWeekOf, type RulePeriod, weekYearOf } from './rule-periods.ts';

/** Whether a list names a place counted from the front (1 to `size`) or from the back (-1 to -`size`). */
function names(list: readonly number[], place: number, size: number): boolean {
  return list.includes(place) || list.includes(place - size - 1);
}

function namesWeekday(rule: Rrule, number: number, { year, month, dayOfMonth }: CivilDay): boolean {
  const weekday = weekdayOfNumber(number);
  const inMonth = rule.frequency === 'MONTHLY' || rule.byMonth.length > 0;
  const place = inMonth ? dayOfMonth : yearDayOf(number, year);
  const size = inMonth ? daysInMonth(year, month) : yearLength(year);
  return rule.byDay.some(({ weekday: wanted, nth }) => {
    if (wanted !== weekday) return false;
    return nth === 0 || nth === Math.ceil(place / 7) || nth === -Math.ceil((size - place + 1) / 7);
  });
}

function yearDayOf(number: number, year: number): number {
  return number - numberOfCivil({ year, month: 1, dayOfMonth: 1 }) + 1;
}

function yearLength(year: number): number {
  return isLeapYear(year) ? 366 : 365;
}

function namesWeekNumber({ byWeekNumber, weekStart }: Rrule, number: number): boolean {
  const year = weekYearOf(number, weekStart);
  const start = firstWeekOf(year, weekStart);
  const weeks = (firstWeekOf(year + 1, weekStart) - start) / 7;
  return names(byWeekNumber, Math.floor((number - start) / 7) + 1, weeks);
}

/** What a rule leaves open and its first day settles: the weekday, the day of the month, or that and the month. */
export function settleByFirstDay(rule: Rrule, from: number): Rrule {
  const { frequency, byDay, byMonthDay, byYearDay, byWeekNumber, byMonth } = rule;
  if (frequency === 'DAILY' || byDay.length + byMonthDay.length + byYearDay.length > 0) return rule;
  const { month, dayOfMonth } = civilOfNumber(from);
  if (frequency === 'WEEKLY' || byWeekNumber.length > 0) {
    return { ...rule, byDay: [{ weekday: weekdayOfNumber(from), nth: 0 }] };
  }
  const months = frequency === 'YEARLY' && byMonth.length === 0 ? [month] : byMonth;
  return { ...rule, byMonthDay: [dayOfMonth], byMonth: months };
}

/** Whether a settled rule names a day of one of its periods: each BY part that it has must name it. */
function namesDay(rule: Rrule, number: number): boolean {
  // Most days of a weekly rule end here, before anything is reckoned about them.
  if (rule.byDay.length > 0) {
    const weekday = weekdayOfNumber(number);
    if (!rule.byDay.some((one) => one.weekday === weekday)) return false;
  }
  const civil = civilOfNumber(number);
  const { year, month, dayOfMonth } = civil;
  if (rule.byMonth.length > 0 && !rule.byMonth.includes(month)) return false;
  if (rule.byMonthDay.length > 0 && !names(rule.byMonthDay, dayOfMonth, daysInMonth(year, month))) return false;
  if (rule.byYearDay.length > 0 && !names(rule.byYearDay, yearDayOf(number, year), yearLength(year))) return false;
  if (rule.byWeekNumber.length > 0 && !namesWeekNumber(rule, number)) return false;
  return rule.byDay.length === 0 || namesWeekday(rule, number, civil);
}

/** The days of one period that a settled rule names, in order; BYSETPOS picks among them. */
export function daysOfPeriod(rule: Rrule, { first, last }: RulePeriod): readonly number[] {
  const days: number[] = [];
  for (let number = first; number <= last; number += 1) {
    if (namesDay(rule, number)) days.push(number);
  }
  if (rule.bySetPosition.length === 0) return days;
  return days.filter((_, index) => names(rule.bySetPosition, index + 1, days.length));
}
