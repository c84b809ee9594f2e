import { addDays, addMonths, daysBetween, firstOfMonth } from '../../../shared/domain/calendar/days.ts';
import type { Day } from '../../../shared/model/time.ts';
import { formatDay } from '../../lib/format.ts';
import type { EnvironmentSearch } from './search.ts';

export type RangeKind = NonNullable<EnvironmentSearch['range']>;

/** The days that are looked at, both included. */
export interface DayRange {
  readonly kind: RangeKind;
  readonly from: Day;
  readonly to: Day;
}

/** More days than this are not drawn at once. */
export const MOST_DAYS = 800;

function monthsFrom(first: Day, months: number): Pick<DayRange, 'from' | 'to'> {
  return { from: first, to: addDays(addMonths(first, months), -1) };
}

function firstOfQuarter(day: Day): Day {
  return addMonths(firstOfMonth(day), -((Number(day.slice(5, 7)) - 1) % 3));
}

/** The days that an address names: this quarter where it names none. Days the wrong way round are turned. */
export function rangeOf(search: Pick<EnvironmentSearch, 'range' | 'from' | 'to'>, today: Day): DayRange {
  const kind = search.range ?? 'quarter';
  const from = search.from ?? today;
  if (kind === 'month') return { kind, ...monthsFrom(firstOfMonth(from), 1) };
  if (kind === 'quarter') return { kind, ...monthsFrom(firstOfQuarter(from), 3) };
  const to = search.to ?? addDays(from, 27);
  const [first, last] = from <= to ? [from, to] : [to, from];
  return { kind, from: first, to: daysBetween(first, last) >= MOST_DAYS ? addDays(first, MOST_DAYS - 1) : last };
}

/** The range before (-1) or after (1) another, as the address keeps it. */
export function rangeBeside(
  { kind, from, to }: DayRange,
  by: -1 | 1,
): Pick<EnvironmentSearch, 'range' | 'from' | 'to'> {
  if (kind !== 'days') return { range: kind, from: addMonths(from, kind === 'month' ? by : by * 3), to: undefined };
  const length = daysBetween(from, to) + 1;
  return { range: kind, from: addDays(from, by * length), to: addDays(to, by * length) };
}

/** A range of the same kind around another day, as the address keeps it; of free days a quarter. */
export function rangeAround({ kind }: DayRange, day: Day): Pick<EnvironmentSearch, 'range' | 'from' | 'to'> {
  return { range: kind === 'days' ? 'quarter' : kind, from: day, to: undefined };
}

/** What the address has to say for a day to be in sight: nothing where it is. */
export function rangeShowing(
  search: Pick<EnvironmentSearch, 'range' | 'from' | 'to'>,
  day: Day,
  today: Day,
): Pick<EnvironmentSearch, 'range' | 'from' | 'to'> {
  const range = rangeOf(search, today);
  return range.from <= day && day <= range.to ? {} : rangeAround(range, day);
}

const monthName = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** A range in words: `November 2026`, `Q4 2026`, `2 Nov to 29 Nov 2026`. */
export function rangeText({ kind, from, to }: DayRange): string {
  if (kind === 'month') return monthName.format(Date.parse(`${from}T00:00Z`));
  if (kind === 'quarter') return `Q${Math.floor((Number(from.slice(5, 7)) - 1) / 3) + 1} ${from.slice(0, 4)}`;
  const year = (day: Day) => `${formatDay(day, 'short')} ${day.slice(0, 4)}`;
  return `${from.slice(0, 4) === to.slice(0, 4) ? formatDay(from, 'short') : year(from)} to ${year(to)}`;
}
