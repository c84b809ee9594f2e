import { civilOfNumber, numberOfCivil, weekdayOfNumber } from './days.ts';
import type { Rrule } from './rrule.ts';

/** A stretch of day numbers, both included, from which a rule takes its days once a turn. */
export interface RulePeriod {
  readonly first: number;
  readonly last: number;
}

/** The day number on which a day's week begins. */
function weekStartOf(number: number, weekStart: number): number {
  return number - ((weekdayOfNumber(number) - weekStart + 7) % 7);
}

/** The day number on which week 1 of a year begins: the first week with at least four days in the year. */
export function firstWeekOf(year: number, weekStart: number): number {
  return weekStartOf(numberOfCivil({ year, month: 1, dayOfMonth: 4 }), weekStart);
}

/** The year that a day's week belongs to, which may not be the day's own. */
export function weekYearOf(number: number, weekStart: number): number {
  return civilOfNumber(weekStartOf(number, weekStart) + 3).year;
}

function month(index: number): RulePeriod {
  const startOf = (of: number) =>
    numberOfCivil({ year: Math.floor(of / 12), month: (((of % 12) + 12) % 12) + 1, dayOfMonth: 1 });
  return { first: startOf(index), last: startOf(index + 1) - 1 };
}

function year(of: number): RulePeriod {
  const startOf = (each: number) => numberOfCivil({ year: each, month: 1, dayOfMonth: 1 });
  return { first: startOf(of), last: startOf(of + 1) - 1 };
}

/**
 * The rule's `turn`-th period, counted from 0 for the one that its first day lies in: a day, a week, a month
 * or a year, `INTERVAL` of them apart. A rule with BYWEEKNO takes the years that weeks belong to (the RFC
 * does not say which year it means; the days of one week then stay together).
 */
export function rulePeriod(rule: Rrule, from: number, turn: number): RulePeriod {
  const step = turn * rule.interval;
  const { frequency, weekStart } = rule;
  if (frequency === 'DAILY') return { first: from + step, last: from + step };
  if (frequency === 'WEEKLY') {
    const first = weekStartOf(from, weekStart) + step * 7;
    return { first, last: first + 6 };
  }
  const civil = civilOfNumber(from);
  if (frequency === 'MONTHLY') return month(civil.year * 12 + civil.month - 1 + step);
  if (rule.byWeekNumber.length === 0) return year(civil.year + step);
  const weekYear = weekYearOf(from, weekStart) + step;
  return { first: firstWeekOf(weekYear, weekStart), last: firstWeekOf(weekYear + 1, weekStart) - 1 };
}
