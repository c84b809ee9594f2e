import * as z from 'zod';
import { type Instant, instant } from '../../../../shared/model/time.ts';

const MOMENT =
  /^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:[.,](\d{1,9}))?)?(?:Z|([+-])([01]\d|2[0-3]):?([0-5]\d))$/;
const DAY = /^(\d{4})-(\d\d)-(\d\d)($|T)/;
const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Midnight UTC of a day that exists, or null: `Date` alone takes 30 February for 2 March, and the year 26 for 1926. */
function midnightOf(year: number, month: number, day: number): number | null {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (day < 1 || day > (DAYS_IN_MONTH[month - 1] ?? 0) || (month === 2 && day === 29 && !isLeap)) return null;
  return year < 100 ? new Date(0).setUTCFullYear(year, month - 1, day) : Date.UTC(year, month - 1, day);
}

/**
 * Milliseconds of an ISO 8601 text with an offset; fractions beyond milliseconds are cut. Null for anything else that
 * `Date.parse` would guess at: a text without an offset would mean another moment on every computer.
 */
function momentOf(text: string): number | null {
  const parts = MOMENT.exec(text);
  const midnight = parts && midnightOf(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  if (!parts || midnight === null) return null;
  const offset = parts[8] ? (Number(parts[9]) * 60 + Number(parts[10])) * (parts[8] === '-' ? -1 : 1) : 0;
  const minutes = Number(parts[4]) * 60 + Number(parts[5]) - offset;
  const milliseconds = parts[7] ? Number(parts[7].slice(0, 3).padEnd(3, '0')) : 0;
  return midnight + minutes * 60_000 + Number(parts[6] ?? 0) * 1_000 + milliseconds;
}

/** A moment as providers write it: ISO 8601 with an offset, `+0000` and no seconds allowed; refused when unreadable. */
export const Moment = z.string().transform((text, context): Instant => {
  const milliseconds = momentOf(text);
  if (milliseconds !== null) return instant(milliseconds);
  context.addIssue({ code: 'custom', message: `not a time: ${text.slice(0, 40)}` });
  return z.NEVER;
});

/** A day `YYYY-MM-DD`, or the day of a moment, as midnight UTC. */
export const MidnightOf = z.string().transform((text, context): Instant => {
  const parts = DAY.exec(text);
  const milliseconds = parts && midnightOf(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  if (milliseconds !== null) return instant(milliseconds);
  context.addIssue({ code: 'custom', message: `not a day: ${text.slice(0, 40)}` });
  return z.NEVER;
});
