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

/** Takes what is wrong; the reading goes on with something harmless, and the first problem is the one that counts. */
type Report = (problem: string) => void;

interface Limits {
  readonly part: string;
  readonly from: number;
  readonly to: number;
}

function wholeNumber(text: string, { part, from, to }: Limits, report: Report): number {
  const value = /^[+-]?\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= from && value <= to && value !== 0) return value;
  const without = from < 0 ? ' except 0' : '';
  report(`${part}=${text} is not a whole number from ${from} to ${to}${without}`);
  return 1;
}

function numbers(parts: ReadonlyMap<string, string>, limits: Limits, report: Report): readonly number[] {
  const text = parts.get(limits.part);
  if (text === undefined) return [];
  return [...new Set(text.split(',').map((item) => wholeNumber(item, limits, report)))];
}

function weekday(text: string, part: string, report: Report): number {
  const index = WEEKDAYS.indexOf(text);
  if (index < 0) report(`${part}=${text} is not a weekday; weekdays are ${WEEKDAYS.join(', ')}`);
  return index + 1;
}

function ruleWeekdays(text: string | undefined, report: Report): readonly RuleWeekday[] {
  if (text === undefined) return [];
  const limits = { part: 'BYDAY', from: -53, to: 53 };
  return [...new Set(text.split(','))].map((item) => {
    const nth = item.slice(0, -2);
    return {
      weekday: weekday(item.slice(-2), 'BYDAY', report),
      nth: nth === '' ? 0 : wholeNumber(nth, limits, report),
    };
  });
}

function lastDay(text: string | undefined, report: Report): Day | null {
  if (text === undefined) return null;
  const digits = /^(\d{4})(\d{2})(\d{2})(T\d{6}Z?)?$/.exec(text);
  const named = Day.safeParse(digits?.slice(1, 4).join('-'));
  if (!named.success) report(`UNTIL=${text} is not a day; write it like UNTIL=20271231`);
  else if (digits?.[4] !== undefined) {
    report(`UNTIL=${text} names a time, but releases recur by day; write UNTIL=${text.slice(0, 8)}`);
  }
  return named.data ?? null;
}

function frequency(text: string | undefined, report: Report): Frequency {
  const known = FREQUENCIES.find((name) => name === text);
  if (known !== undefined) return known;
  if (text === undefined) report('The rule does not say how often: begin it with FREQ=WEEKLY, for example');
  else if (WITHIN_A_DAY.includes(text)) report(`FREQ=${text} recurs within a day, but releases recur by day`);
  else report(`FREQ=${text} is none of ${FREQUENCIES.join(', ')}`);
  return 'DAILY';
}

function problemOfName(name: string, parts: ReadonlyMap<string, string>): string | null {
  if (WITHIN_A_DAY.includes(name)) return `${name} names a time, but the departure time is given apart`;
  if (!PARTS.includes(name)) return `${name} is not a part that a rule can have here`;
  return parts.has(name) ? `${name} is given twice` : null;
}

function splitParts(text: string, report: Report): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  const body = text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, '')
    .replace(/;$/, '');
  if (/[\r\n]/.test(body)) report('The rule takes one line; the first day is given apart from it');
  for (const piece of body.split(';')) {
    const [, name = '', value = ''] = /^([A-Z-]+)=(\S+)$/.exec(piece.trim()) ?? [];
    const problem = name === '' ? `"${piece}" is not written NAME=VALUE` : problemOfName(name, parts);
    if (problem !== null) report(problem);
    parts.set(name, value);
  }
  return parts;
}

/** The limits of RFC 5545 section 3.3.10 on which parts go together, and numbers that no month could have. */
function checkTogether(rule: Rrule, report: Report): void {
  const { frequency: freq, byDay } = rule;
  const numbered = byDay.some(({ nth }) => nth !== 0);
  const inMonth = freq === 'MONTHLY' || rule.byMonth.length > 0;
  const lists = [rule.byMonth, rule.byWeekNumber, rule.byYearDay, rule.byMonthDay, byDay];
  if (rule.count !== null && rule.until !== null) report('COUNT and UNTIL exclude each other; keep one');
  if (rule.byWeekNumber.length > 0 && freq !== 'YEARLY') report('BYWEEKNO goes with FREQ=YEARLY only');
  if (rule.byYearDay.length > 0 && freq !== 'YEARLY') report('BYYEARDAY goes with FREQ=YEARLY only');
  if (rule.byMonthDay.length > 0 && freq === 'WEEKLY') report('BYMONTHDAY does not go with FREQ=WEEKLY');
  if (numbered && freq !== 'MONTHLY' && freq !== 'YEARLY') {
    report('A numbered weekday in BYDAY goes with FREQ=MONTHLY or FREQ=YEARLY only');
  }
  if (numbered && rule.byWeekNumber.length > 0) report('A numbered weekday does not go with BYWEEKNO');
  if (inMonth && byDay.some(({ nth }) => Math.abs(nth) > 5)) {
    report('A month has at most five of a weekday: number it from 1 to 5, or -1 to -5 from its end');
  }
  if (rule.bySetPosition.length > 0 && lists.every((list) => list.length === 0)) {
    report('BYSETPOS picks from what another BY part names; add one, such as BYDAY=MO,TU,WE,TH,FR');
  }
}

function read(text: string, report: Report): Rrule {
  const parts = splitParts(text, report);
  const rule: Rrule = {
    frequency: frequency(parts.get('FREQ'), report),
    interval: wholeNumber(parts.get('INTERVAL') ?? '1', { part: 'INTERVAL', from: 1, to: 1000 }, report),
    count: numbers(parts, { part: 'COUNT', from: 1, to: 10_000 }, report)[0] ?? null,
    until: lastDay(parts.get('UNTIL'), report),
    byMonth: numbers(parts, { part: 'BYMONTH', from: 1, to: 12 }, report),
    byWeekNumber: numbers(parts, { part: 'BYWEEKNO', from: -53, to: 53 }, report),
    byYearDay: numbers(parts, { part: 'BYYEARDAY', from: -366, to: 366 }, report),
    byMonthDay: numbers(parts, { part: 'BYMONTHDAY', from: -31, to: 31 }, report),
    byDay: ruleWeekdays(parts.get('BYDAY'), report),
    bySetPosition: numbers(parts, { part: 'BYSETPOS', from: -366, to: 366 }, report),
    weekStart: weekday(parts.get('WKST') ?? 'MO', 'WKST', report),
  };
  checkTogether(rule, report);
  return rule;
}

/** Reads an RFC 5545 RRULE over days; upper and lower case, and a leading `RRULE:`, are accepted. */
export function readRrule(text: string): ReadRrule {
  const problems: string[] = [];
  const rule = read(text, (problem) => problems.push(problem));
  const [problem] = problems;
  return problem === undefined ? { rule, problem: null } : { rule: null, problem };
}

/** What is wrong with the text of a rule, in words for people; null where it can be used. */
export function validateRrule(text: string): string | null {
  return readRrule(text).problem;
}
