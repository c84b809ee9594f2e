import { Cron } from 'croner';
import { fromDayNumber } from '../calendar/days.ts';

/** A cron pattern of five fields, read: which minutes of a day it names, and on which days. */
export interface CronPattern {
  /** Minutes since midnight, in order. */
  readonly minutes: readonly number[];
  /** Whether minute or hour is a wildcard or a step: it then means every such time, also one that clocks show again. */
  readonly everyTime: boolean;
  /** The day numbers (days since 1970-01-01) that it names from one to another, both included, in order. */
  readonly days: (from: number, to: number) => readonly number[];
  /** The last day number that it names up to one, that one included; null where it names none since the year 0. */
  readonly lastDay: (upTo: number) => number | null;
  /** The first day number that it names from one on, that one included; null where it names none before the year 10000. */
  readonly nextDay: (from: number) => number | null;
}

/** A pattern, or what is wrong with its text, in words. */
export type ReadCron =
  | { readonly pattern: CronPattern; readonly problem: null }
  | { readonly pattern: null; readonly problem: string };

const DAY = 86_400_000;
const MINUTE = 60_000;
const NICKNAMES: ReadonlyMap<string, string> = new Map([
  ['@yearly', '0 0 1 1 *'],
  ['@annually', '0 0 1 1 *'],
  ['@monthly', '0 0 1 * *'],
  ['@weekly', '0 0 * * 0'],
  ['@daily', '0 0 * * *'],
  ['@midnight', '0 0 * * *'],
  ['@hourly', '0 * * * *'],
]);
const FIELDS = ['minute', 'hour', 'day of the month', 'month', 'day of the week'];
/** What stands in for the other fields while one is tried alone. */
const ANY = ['0', '0', '*', '*', '*'];
/** Patterns are few and asked often; more than this are forgotten and read again. */
const REMEMBERED = 1_000;
const known = new Map<string, ReadCron>();

/** A calculator that never runs anything: on UTC every wall time is there exactly once. */
function calculator(pattern: string): Cron {
  return new Cron(pattern, { utcOffset: 0, mode: '5-part', paused: true });
}

function accepts(fields: readonly string[]): boolean {
  try {
    calculator(fields.join(' '));
    return true;
  } catch {
    return false;
  }
}

function midnight(dayNumber: number): string {
  return `${fromDayNumber(dayNumber)}T00:00:00Z`;
}

/** Every minute of one day that the first two fields name. */
function minutesOfDay(fields: readonly string[]): readonly number[] {
  const job = calculator(`${fields[0]} ${fields[1]} * * *`);
  const minutes: number[] = [];
  for (let at = job.nextRun('1970-01-01T23:59:59Z'); at !== null && at.getTime() < 2 * DAY; at = job.nextRun(at)) {
    minutes.push((at.getTime() - DAY) / MINUTE);
  }
  return minutes;
}

function problemOf(text: string, fields: readonly string[]): string | null {
  if (text.trim().startsWith('@') && fields.length !== 5) {
    return `"${text.trim()}" is no name of a time; there are ${[...NICKNAMES.keys()].join(', ')}`;
  }
  if (fields.length !== 5) {
    return `it has ${fields.length === 1 ? '1 field' : `${fields.length} fields`} in place of five: ${FIELDS.join(', ')} (no seconds and no year)`;
  }
  const index = fields.findIndex((field, place) => field.includes('?') || !accepts(ANY.with(place, field)));
  if (index >= 0) return `"${fields[index]}" cannot be read as the ${FIELDS[index]}`;
  if (calculator(`0 0 ${fields.slice(2).join(' ')}`).nextRun('2000-01-01T00:00:00Z') === null) {
    return 'it names a day that never comes';
  }
  return null;
}

function compile(text: string): ReadCron {
  const written = NICKNAMES.get(text.trim().toLowerCase()) ?? text;
  const fields = written.trim().split(/\s+/);
  const problem = problemOf(text, fields);
  if (problem !== null) return { pattern: null, problem };
  const job = calculator(`0 0 ${fields.slice(2).join(' ')}`);
  const pattern: CronPattern = {
    minutes: minutesOfDay(fields),
    everyTime: /[*/]/.test(`${fields[0]}${fields[1]}`),
    days: (from, to) => {
      const days: number[] = [];
      const last = to * DAY;
      for (let at = job.nextRun(midnight(from - 1)); at !== null && at.getTime() <= last; at = job.nextRun(at)) {
        days.push(at.getTime() / DAY);
      }
      return days;
    },
    lastDay: (upTo) => {
      const [at] = job.previousRuns(1, midnight(upTo + 1));
      return at === undefined ? null : at.getTime() / DAY;
    },
    nextDay: (from) => {
      const at = job.nextRun(midnight(from - 1));
      return at === null ? null : at.getTime() / DAY;
    },
  };
  return { pattern, problem: null };
}

/**
 * Reads a cron pattern of five fields (minute, hour, day of the month, month, day of the week) or a name such as
 * `@daily`; `L`, `W` and `#` as croner has them, and both days together mean either. Seconds, years, `?` and `H` are
 * refused. Each pattern is read once and remembered.
 */
export function readCron(text: string): ReadCron {
  const found = known.get(text);
  if (found !== undefined) return found;
  const read = compile(text);
  if (known.size >= REMEMBERED) known.clear();
  known.set(text, read);
  return read;
}
