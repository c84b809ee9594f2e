import { Day } from '../../model/time.ts';

/** How often a cadence turns; rules that recur within a day are refused, since a release recurs by day. */
export type Frequency = 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';

/** A weekday of a rule: ISO `weekday`, and which one of its month or year; 0 for each of them. */
export interface RuleWeekday {
  readonly weekday: number;
  readonly nth: number;
}

/** An RFC 5545 recurrence rule over days, read and checked. Lists are empty where the rule does not name them. */
export interface Rrule {
  readonly frequency: Frequency;
  readonly interval: number;
  readonly count: number | null;
  readonly until: Day | null;
  readonly byMonth: readonly number[];
  readonly byWeekNumber: readonly number[];
  readonly byYearDay: readonly number[];
  readonly byMonthDay: readonly number[];
  readonly byDay: readonly RuleWeekday[];
  readonly bySetPosition: readonly number[];
  /** The ISO weekday that weeks start on. */
  readonly weekStart: number;
}

/** A rule, or what is wrong with its text in words for people. */
export type ReadRrule =
  | { readonly rule: Rrule; readonly problem: null }
  | { readonly rule: null; readonly problem: string };

const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
const WITHIN_A_DAY = ['HOURLY', 'MINUTELY', 'SECONDLY', 'BYHOUR', 'BYMINUTE', 'BYSECOND'];
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

class Problem extends Error {}

function wholeNumber(part: string, text: string, from: number, to: number): number {
  const value = /^[+-]?\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= from && value <= to && value !== 0) return value;
  const without = from < 0 ? ' except 0' : '';
  throw new Problem(`${part}=${text} is not a whole number from ${from} to ${to}${without}`);
}

function numbers(part: string, text: string | undefined, from: number, to: number): readonly number[] {
  if (text === undefined) return [];
  return [...new Set(text.split(',').map((item) => wholeNumber(part, item, from, to)))];
}

function weekday(part: string, text: string): number {
  const index = WEEKDAYS.indexOf(text);
  if (index >= 0) return index + 1;
  throw new Problem(`${part}=${text} is not a weekday; weekdays are ${WEEKDAYS.join(', ')}`);
}

function ruleWeekdays(text: string | undefined): readonly RuleWeekday[] {
  if (text === undefined) return [];
  return [...new Set(text.split(','))].map((item) => {
    const name = item.slice(-2);
    const nth = item.slice(0, -2);
    return { weekday: weekday('BYDAY', name), nth: nth === '' ? 0 : wholeNumber('BYDAY', nth, -53, 53) };
  });
}

function lastDay(text: string | undefined): Day | null {
  if (text === undefined) return null;
  const digits = /^(\d{4})(\d{2})(\d{2})(T\d{6}Z?)?$/.exec(text);
  const named = Day.safeParse(digits?.slice(1, 4).join('-'));
  if (!named.success) throw new Problem(`UNTIL=${text} is not a day; write it like UNTIL=20271231`);
  if (digits?.[4] === undefined) return named.data;
  throw new Problem(`UNTIL=${text} names a time, but releases recur by day; write UNTIL=${text.slice(0, 8)}`);
}

function frequency(text: string | undefined): Frequency {
  if (text === undefined) throw new Problem('The rule does not say how often: begin it with FREQ=WEEKLY, for example');
  const known = FREQUENCIES.find((name) => name === text);
  if (known !== undefined) return known;
  if (WITHIN_A_DAY.includes(text)) throw new Problem(`FREQ=${text} recurs within a day, but releases recur by day`);
  throw new Problem(`FREQ=${text} is none of ${FREQUENCIES.join(', ')}`);
}

const PARTS = [
  'FREQ',
  'INTERVAL',
  'COUNT',
  'UNTIL',
  'BYMONTH',
  'BYWEEKNO',
  'BYYEARDAY',
  'BYMONTHDAY',
  'BYDAY',
  'BYSETPOS',
  'WKST',
];

function splitParts(text: string): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  const body = text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, '')
    .replace(/;$/, '');
  if (/[\r\n]/.test(body)) throw new Problem('The rule takes one line; the first day is given apart from it');
  for (const piece of body.split(';')) {
    const [, name, value] = /^([A-Z-]+)=(\S+)$/.exec(piece.trim()) ?? [];
    if (name === undefined || value === undefined) throw new Problem(`"${piece}" is not written NAME=VALUE`);
    if (WITHIN_A_DAY.includes(name)) throw new Problem(`${name} names a time, but the departure time is given apart`);
    if (!PARTS.includes(name)) throw new Problem(`${name} is not a part that a rule can have here`);
    if (parts.has(name)) throw new Problem(`${name} is given twice`);
    parts.set(name, value);
  }
  return parts;
}

/** The limits of RFC 5545 section 3.3.10 on which parts go together, and rules that could never name a day. */
function checkTogether(rule: Rrule): void {
  const { frequency: freq, byDay } = rule;
  const nth = byDay.find((day) => day.nth !== 0)?.nth ?? 0;
  if (rule.count !== null && rule.until !== null) throw new Problem('COUNT and UNTIL exclude each other; keep one');
  if (rule.byWeekNumber.length > 0 && freq !== 'YEARLY') throw new Problem('BYWEEKNO goes with FREQ=YEARLY only');
  if (rule.byYearDay.length > 0 && freq !== 'YEARLY') throw new Problem('BYYEARDAY goes with FREQ=YEARLY only');
  if (rule.byMonthDay.length > 0 && freq === 'WEEKLY') throw new Problem('BYMONTHDAY does not go with FREQ=WEEKLY');
  if (nth !== 0 && freq !== 'MONTHLY' && freq !== 'YEARLY') {
    throw new Problem(`A numbered weekday in BYDAY goes with FREQ=MONTHLY or FREQ=YEARLY only`);
  }
  if (nth !== 0 && rule.byWeekNumber.length > 0) throw new Problem('A numbered weekday does not go with BYWEEKNO');
  const inMonth = freq === 'MONTHLY' || rule.byMonth.length > 0;
  if (inMonth && byDay.some((day) => Math.abs(day.nth) > 5)) {
    throw new Problem('A month has at most five of a weekday: number it from 1 to 5, or -1 to -5 from its end');
  }
  const lists = [rule.byMonth, rule.byWeekNumber, rule.byYearDay, rule.byMonthDay, byDay];
  if (rule.bySetPosition.length > 0 && lists.every((list) => list.length === 0)) {
    throw new Problem('BYSETPOS picks from what another BY part names; add one, such as BYDAY=MO,TU,WE,TH,FR');
  }
}

function read(text: string): Rrule {
  const parts = splitParts(text);
  const wkst = parts.get('WKST');
  const count = parts.get('COUNT');
  const rule: Rrule = {
    frequency: frequency(parts.get('FREQ')),
    interval: wholeNumber('INTERVAL', parts.get('INTERVAL') ?? '1', 1, 1000),
    count: count === undefined ? null : wholeNumber('COUNT', count, 1, 10_000),
    until: lastDay(parts.get('UNTIL')),
    byMonth: numbers('BYMONTH', parts.get('BYMONTH'), 1, 12),
    byWeekNumber: numbers('BYWEEKNO', parts.get('BYWEEKNO'), -53, 53),
    byYearDay: numbers('BYYEARDAY', parts.get('BYYEARDAY'), -366, 366),
    byMonthDay: numbers('BYMONTHDAY', parts.get('BYMONTHDAY'), -31, 31),
    byDay: ruleWeekdays(parts.get('BYDAY')),
    bySetPosition: numbers('BYSETPOS', parts.get('BYSETPOS'), -366, 366),
    weekStart: wkst === undefined ? 1 : weekday('WKST', wkst),
  };
  checkTogether(rule);
  return rule;
}

/** Reads an RFC 5545 RRULE over days; upper and lower case, and a leading `RRULE:`, are accepted. */
export function readRrule(text: string): ReadRrule {
  try {
    return { rule: read(text), problem: null };
  } catch (error) {
    if (error instanceof Problem) return { rule: null, problem: error.message };
    throw error;
  }
}

/** What is wrong with the text of a rule, in words for people; null where it can be used. */
export function validateRrule(text: string): string | null {
  return readRrule(text).problem;
}
