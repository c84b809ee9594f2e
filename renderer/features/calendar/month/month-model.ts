import { addDays, addMonths, daysBetween, firstOfMonth, firstOfWeek } from '../../../../shared/domain/calendar/days.ts';
import type { Day } from '../../../../shared/model/time.ts';
import { isDeparture, type PlanItem } from '../plan-items.ts';

/** An item in one week: the columns that it covers (0 is Monday) and the row that it stands on. */
export interface WeekBar {
  readonly item: PlanItem;
  readonly from: number;
  /** Included. */
  readonly to: number;
  readonly row: number;
  /** It began in an earlier week, or goes on into the next. */
  readonly goesBefore: boolean;
  readonly goesAfter: boolean;
}

export interface MonthDay {
  readonly day: Day;
  readonly inMonth: boolean;
  /** Items that touch the day, by time. */
  readonly items: readonly PlanItem[];
}

export interface MonthWeek {
  readonly days: readonly MonthDay[];
  readonly bars: readonly WeekBar[];
}

export interface Month {
  readonly first: Day;
  readonly weeks: readonly MonthWeek[];
}

const monthFormat = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** The month of a day: `December 2026`. */
export function monthName(day: Day): string {
  return monthFormat.format(Date.parse(`${firstOfMonth(day)}T00:00Z`));
}

/** The days that a month's grid shows: whole weeks from Monday. */
export function monthRange(day: Day): { readonly from: Day; readonly to: Day } {
  const first = firstOfMonth(day);
  const last = addDays(addMonths(first, 1), -1);
  return { from: firstOfWeek(first), to: addDays(firstOfWeek(last), 6) };
}

function isPoint(item: PlanItem): boolean {
  return item.endAt === null;
}

/**
 * The order in which items take rows: freezes and maintenance, which all else has to heed; departures; spans (the longest
 * first); points; bookings; and last the windows, which come every day.
 */
function byWeight(a: PlanItem, b: PlanItem): number {
  const rank = (item: PlanItem) => {
    const look = item.entry?.look;
    if (look === 'freeze' || look === 'maintenance') return 0;
    if (look === 'window') return 5;
    if (look !== undefined) return 4;
    if (isDeparture(item)) return 1;
    return isPoint(item) ? 3 : 2;
  };
  return rank(a) - rank(b) || daysBetween(b.first, b.last) - daysBetween(a.first, a.last) || a.startAt - b.startAt;
}

/** The lowest row that is free over all columns of each item, in the order of the items: the first ones stand on top. */
function stack(items: readonly { readonly from: number; readonly to: number }[]): readonly number[] {
  const taken: boolean[][] = [];
  return items.map(({ from, to }) => {
    let row = 0;
    while (taken[row]?.slice(from, to + 1).some(Boolean)) row += 1;
    taken[row] ??= Array.from({ length: 7 }, () => false);
    taken[row]?.fill(true, from, to + 1);
    return row;
  });
}

function weekOf(monday: Day, items: readonly PlanItem[], month: Day): MonthWeek {
  const sunday = addDays(monday, 6);
  const touching = items.filter((item) => item.first <= sunday && item.last >= monday);
  const ordered = [...touching].sort(byWeight);
  const columns = ordered.map((item) => ({
    from: Math.max(0, daysBetween(monday, item.first)),
    to: Math.min(6, daysBetween(monday, item.last)),
  }));
  const rows = stack(columns);
  const bars = ordered.map((item, index) => ({
    item,
    from: columns[index]?.from ?? 0,
    to: columns[index]?.to ?? 0,
    row: rows[index] ?? 0,
    goesBefore: item.first < monday,
    goesAfter: item.last > sunday,
  }));
  const days = Array.from({ length: 7 }, (_, offset): MonthDay => {
    const day = addDays(monday, offset);
    return {
      day,
      inMonth: day.slice(0, 7) === month.slice(0, 7),
      items: touching.filter((item) => item.first <= day && item.last >= day),
    };
  });
  return { days, bars };
}

/** The month of a day as whole weeks; items come by time. */
export function buildMonth(day: Day, items: readonly PlanItem[]): Month {
  const { from, to } = monthRange(day);
  const near = items.filter((item) => item.first <= to && item.last >= from);
  const count = (daysBetween(from, to) + 1) / 7;
  const first = firstOfMonth(day);
  return { first, weeks: Array.from({ length: count }, (_, week) => weekOf(addDays(from, week * 7), near, first)) };
}

/**
 * Which bars of a week are shown in `rows` rows, and how many items of each day are not: where a day has more
 * than fit, its last row says so instead.
 */
export function fitWeek(
  week: MonthWeek,
  rows: number,
): { readonly shown: readonly WeekBar[]; readonly more: readonly number[] } {
  const highest = week.days.map((_, column) =>
    week.bars.reduce((most, bar) => (bar.from <= column && bar.to >= column ? Math.max(most, bar.row + 1) : most), 0),
  );
  const limit = highest.map((height) => (height > rows ? rows - 1 : rows));
  const fits = (bar: WeekBar) => {
    for (let column = bar.from; column <= bar.to; column += 1) {
      if (bar.row >= (limit[column] ?? 0)) return false;
    }
    return true;
  };
  const shown = week.bars.filter(fits);
  const more = week.days.map(
    (_, column) => week.bars.filter((bar) => bar.from <= column && bar.to >= column && !shown.includes(bar)).length,
  );
  return { shown, more };
}

/** Where an arrow key leads from a day of the grid; null for other keys. */
export function stepDay(day: Day, key: string): Day | null {
  const byDays: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
  const days = byDays[key];
  if (days !== undefined) return addDays(day, days);
  if (key === 'PageUp') return addMonths(day, -1);
  if (key === 'PageDown') return addMonths(day, 1);
  if (key === 'Home') return firstOfWeek(day);
  if (key === 'End') return addDays(firstOfWeek(day), 6);
  return null;
}
