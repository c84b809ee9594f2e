import * as z from 'zod';

/** A moment: integer milliseconds since 1970-01-01T00:00Z. */
export const Instant = z.number().int().brand<'Instant'>();
export type Instant = z.infer<typeof Instant>;

const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isRealDay(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === 2 && day === 29) return leap;
  return month >= 1 && month <= 12 && day >= 1 && day <= (DAYS_IN_MONTH[month - 1] ?? 0);
}

/** A civil day of no zone, `YYYY-MM-DD`; only days that exist. */
export const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'a day is written YYYY-MM-DD')
  .refine(isRealDay, 'there is no such day')
  .brand<'Day'>();
export type Day = z.infer<typeof Day>;

/** A wall-clock time of no zone, `HH:MM`, 00:00 to 23:59. */
export const ClockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time is written HH:MM')
  .brand<'ClockTime'>();
export type ClockTime = z.infer<typeof ClockTime>;

/** A wall-clock moment of no zone, `YYYY-MM-DDTHH:MM`; means something only beside a zone. */
export const LocalTime = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/, 'a local time is written YYYY-MM-DDTHH:MM')
  .refine((text) => isRealDay(text.slice(0, 10)), 'there is no such day')
  .brand<'LocalTime'>();
export type LocalTime = z.infer<typeof LocalTime>;

/** Zones found before: asking the runtime costs a twentieth of a millisecond, and a year's plan names thousands. */
const knownZones = new Set<string>();

function isKnownZone(name: string): boolean {
  if (knownZones.has(name)) return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
  } catch {
    return false;
  }
  const isName = /^[A-Za-z]/.test(name);
  if (isName) knownZones.add(name);
  return isName;
}

/** An IANA time zone name that this runtime knows, such as `Europe/Berlin`. */
export const Zone = z
  .string()
  .max(64)
  .refine(isKnownZone, 'not a time zone this system knows; use an IANA name such as Europe/Berlin')
  .brand<'Zone'>();
export type Zone = z.infer<typeof Zone>;

/** Trusts a number that the caller knows to be an instant (a clock, a database column). */
export function instant(milliseconds: number): Instant {
  return milliseconds as Instant;
}

/** Trusts a text that the caller knows to be a day (a database column, day arithmetic). */
export function day(text: string): Day {
  return text as Day;
}
