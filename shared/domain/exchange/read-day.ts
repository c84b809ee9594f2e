import { isPlanYear } from '../../model/plan-years.ts';
import { Day } from '../../model/time.ts';
import { addDays } from '../calendar/days.ts';

/** How a day of two numbers and a year is meant: `3/4/2026`. */
export type DayOrder = 'day-first' | 'month-first';

export interface DayReading {
  /** Null where the file does not say: what could be either is then a problem and is not guessed. */
  readonly order: DayOrder | null;
  /** Whether a bare number is a day as spreadsheets count them. */
  readonly serial: boolean;
}

export type ReadDay =
  | { readonly day: Day }
  | { readonly problem: 'no-day' | 'either' | 'no-such-day' | 'short-year' | 'other-year' };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** The day before the first that spreadsheets count; they count a 29 February 1900 that was none, and days lie after it. */
const SERIAL_ZERO = '1899-12-30' as Day;
const SLASHED = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?!\d)/;

function inPlan(day: Day): ReadDay {
  return isPlanYear(day) ? { day } : { problem: 'other-year' };
}

function dayOfParts(year: string | number, month: string | number, dayOfMonth: string | number): ReadDay {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
  const day = Day.safeParse(text);
  return day.success ? inPlan(day.data) : { problem: 'no-such-day' };
}

/** `Wed August 25, 2021`, `Monday 8th January 2024`, `4-Mar-2026`: the first day, month and year of the words. */
function dayOfWords(text: string): ReadDay {
  const words = text.toLowerCase().match(/[a-z]+|\d+/g) ?? [];
  const month = words.findIndex((word) => /^[a-z]{3,}$/.test(word) && MONTHS.includes(word.slice(0, 3)));
  const year = words.find((word) => /^\d{4}$/.test(word));
  const dayOfMonth = words.find((word, index) => index !== month && /^\d{1,2}$/.test(word));
  if (month === -1 || dayOfMonth === undefined) return { problem: 'no-day' };
  if (year === undefined) return { problem: 'short-year' };
  return dayOfParts(year, MONTHS.indexOf((words[month] ?? '').slice(0, 3)) + 1, dayOfMonth);
}

function dayOfSlashes([, first = '', second = '', year = '']: RegExpExecArray, order: DayOrder | null): ReadDay {
  if (first === second) return dayOfParts(year, first, second);
  if (Number(first) > 12) return dayOfParts(year, second, first);
  if (Number(second) > 12) return dayOfParts(year, first, second);
  if (order === null) return { problem: 'either' };
  return order === 'day-first' ? dayOfParts(year, second, first) : dayOfParts(year, first, second);
}

/**
 * Reads a day as people and programs write it: ISO 8601 (with or without a time behind it), `25.12.2026`, `12/25/2026`, in English
 * words, and a spreadsheet's count of days. What could be two days is a problem, unless the order is known.
 */
export function readDay(text: string, { order, serial }: DayReading): ReadDay {
  const trimmed = text.trim();
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(trimmed) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(trimmed);
  if (iso) return dayOfParts(iso[1] ?? '', iso[2] ?? '', iso[3] ?? '');
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/.exec(trimmed);
  if (dotted) return dayOfParts(dotted[3] ?? '', dotted[2] ?? '', dotted[1] ?? '');
  const slashed = SLASHED.exec(trimmed);
  if (slashed) return dayOfSlashes(slashed, order);
  if (serial && /^\d{4,5}(\.\d+)?$/.test(trimmed)) return inPlan(addDays(SERIAL_ZERO, Math.floor(Number(trimmed))));
  if (/^\d{1,2}[/.-]\d{1,2}[/.-]\d{2}$/.test(trimmed)) return { problem: 'short-year' };
  return dayOfWords(trimmed);
}

/** The order that a column's values tell by one that only makes sense in it; null where none does, or where two differ. */
export function dayOrderOf(values: Iterable<string>): DayOrder | null {
  const seen = new Set<DayOrder>();
  for (const value of values) {
    const [, first = '', second = ''] = SLASHED.exec(value.trim()) ?? [];
    if (Number(first) > 12) seen.add('day-first');
    if (Number(second) > 12) seen.add('month-first');
  }
  const [only] = seen;
  return seen.size === 1 && only !== undefined ? only : null;
}
