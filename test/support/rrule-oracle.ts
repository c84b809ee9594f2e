import {
  addDays,
  civilDay,
  dayOfCivil,
  daysBetween,
  daysInMonth,
  eachDay,
  weekdayOf,
} from '../../shared/domain/calendar/days.ts';
import type { Day } from '../../shared/model/time.ts';

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

function numbers(text: string | undefined): readonly number[] {
  return text === undefined ? [] : text.split(',').map(Number);
}

/** Whether a list names a place, counted from the front (1..size) or from the back (-1..-size); none names all. */
function names(list: readonly number[], place: number, size: number): boolean {
  return list.length === 0 || list.includes(place) || list.includes(place - size - 1);
}

function weekStartOf(day: Day, weekStart: number): Day {
  return addDays(day, -((weekdayOf(day) - weekStart + 7) % 7));
}

/** The week's place in its year: a week belongs to the year that has at least four of its days. */
function weekOfYear(day: Day, weekStart: number): readonly [week: number, weeks: number] {
  const start = weekStartOf(day, weekStart);
  const { year } = civilDay(addDays(start, 3));
  const firstWeek = (of: number) => weekStartOf(dayOfCivil({ year: of, month: 1, dayOfMonth: 4 }), weekStart);
  return [daysBetween(firstWeek(year), start) / 7 + 1, daysBetween(firstWeek(year), firstWeek(year + 1)) / 7];
}

/**
 * RFC 5545 section 3.3.10 by brute force: looks at every day and asks whether the rule names it. Slow, short
 * and written apart from the code it checks; knows no BYWEEKNO beside INTERVAL, BYMONTH or BYSETPOS, whose
 * meaning the RFC leaves open.
 */
export function bruteForceOccurrences(text: string, from: Day, to: Day): readonly Day[] {
  const parts = new Map(text.split(';').map((part) => part.split('=') as [string, string]));
  const freq = parts.get('FREQ') ?? '';
  const interval = Number(parts.get('INTERVAL') ?? 1);
  const weekStart = WEEKDAYS.indexOf(parts.get('WKST') ?? 'MO') + 1;
  const byMonth = numbers(parts.get('BYMONTH'));
  const byMonthDay = numbers(parts.get('BYMONTHDAY'));
  const byYearDay = numbers(parts.get('BYYEARDAY'));
  const byWeekNo = numbers(parts.get('BYWEEKNO'));
  const byDay = parts.get('BYDAY')?.split(',') ?? [];
  const positions = numbers(parts.get('BYSETPOS'));
  const first = civilDay(from);

  function periodOf(day: Day): number {
    const { year, month } = civilDay(day);
    if (freq === 'DAILY') return daysBetween(from, day);
    if (freq === 'WEEKLY') return daysBetween(weekStartOf(from, weekStart), weekStartOf(day, weekStart)) / 7;
    return freq === 'MONTHLY' ? (year - first.year) * 12 + month - first.month : year - first.year;
  }

  function isNamedWeekday(day: Day): boolean {
    const { year, month, dayOfMonth } = civilDay(day);
    const monthly = freq === 'MONTHLY' || byMonth.length > 0;
    const yearDay = daysBetween(dayOfCivil({ year, month: 1, dayOfMonth: 1 }), day) + 1;
    const place = monthly ? dayOfMonth : yearDay;
    const size = monthly ? daysInMonth(year, month) : 337 + daysInMonth(year, 2);
    const nth = Math.ceil(place / 7);
    const fromEnd = -Math.ceil((size - place + 1) / 7);
    return byDay.some((item) => {
      const wanted = Number(item.slice(0, -2));
      return WEEKDAYS[weekdayOf(day) - 1] === item.slice(-2) && [0, nth, fromEnd].includes(wanted);
    });
  }

  /** What the rule leaves open and the first day settles. */
  function isLikeFirst(day: Day): boolean {
    const { month, dayOfMonth } = civilDay(day);
    if (freq === 'DAILY' || byMonthDay.length + byYearDay.length + byDay.length > 0) return true;
    if (freq === 'WEEKLY' || byWeekNo.length > 0) return weekdayOf(day) === weekdayOf(from);
    return dayOfMonth === first.dayOfMonth && (freq === 'MONTHLY' || byMonth.length > 0 || month === first.month);
  }

  function isNamed(day: Day): boolean {
    const { year, month, dayOfMonth } = civilDay(day);
    if (periodOf(day) % interval !== 0) return false;
    if (byMonth.length > 0 && !byMonth.includes(month)) return false;
    if (!names(byMonthDay, dayOfMonth, daysInMonth(year, month))) return false;
    const yearDay = daysBetween(dayOfCivil({ year, month: 1, dayOfMonth: 1 }), day) + 1;
    if (!names(byYearDay, yearDay, 337 + daysInMonth(year, 2))) return false;
    if (!names(byWeekNo, ...weekOfYear(day, weekStart))) return false;
    return (byDay.length === 0 || isNamedWeekday(day)) && isLikeFirst(day);
  }

  const periods = new Map<number, Day[]>();
  // A year on both sides: positions count from the beginning and from the end of a whole period.
  for (const day of eachDay(addDays(from, -366), addDays(to, 366))) {
    if (!isNamed(day)) continue;
    const period = periodOf(day);
    periods.set(period, [...(periods.get(period) ?? []), day]);
  }
  const until = parts.get('UNTIL')?.replace(/(\d{4})(\d{2})(\d{2})/, '$1-$2-$3');
  const count = Number(parts.get('COUNT') ?? Number.POSITIVE_INFINITY);
  return [...periods.values()]
    .flatMap((days) => (positions.length === 0 ? days : days.filter((_, at) => names(positions, at + 1, days.length))))
    .filter((day) => day >= from && (until === undefined || day <= until))
    .slice(0, count)
    .filter((day) => day <= to);
}
