import { type LocalTime, LocalTime as LocalTimeSchema, type Zone } from '../../model/time.ts';
import { toLocal } from '../calendar/zoned-time.ts';
import { instantOf } from '../freezes/clock.ts';
import { type DayReading, readDay } from './read-day.ts';

/** A clock time with its distance from UTC at the end: `T23:30:00Z`, ` 09:30 +02:00`. */
const FROM_UTC = /(?:^|[T ])\s*(\d{1,2}:\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(?:(Z|UTC|GMT)|([+-])(\d{2}):?(\d{2})?)$/i;
const A_DAY =
  /^(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{8}|\d{1,2}\.\s?\d{1,2}\.\s?\d{4}|\d{1,2}[/-]\d{1,2}[/-]\d{4}|\d{4,5}(\.\d+)?$)/;
const A_TIME = /(?:^|[T ,])\s*\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:\s*[ap]\.?m\.?)?$/i;
const WEEKDAY = /\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b/gi;
/** `25 August 2021`, `August 25th, 2021`, `25-Aug-2021`. */
const DAY_IN_WORDS =
  /^(?:\d{1,2}(?:st|nd|rd|th)?[\s.,-]*[a-z]{3,}|[a-z]{3,}[\s.-]*\d{1,2}(?:st|nd|rd|th)?)[\s.,-]*\d{4}/i;

/** A cell that names a moment by its distance from UTC. */
export type CellMoment = { readonly local: LocalTime; readonly isMidnightUtc: boolean } | { readonly local: null };

/**
 * What a zone's clock shows at the moment that a cell names by its distance from UTC; `local` is null where the cell says no
 * day. Null for a cell that says no such distance.
 */
export function cellMoment(text: string, reading: DayReading, zone: Zone): CellMoment | null {
  const found = FROM_UTC.exec(text.trim());
  if (found === null) return null;
  const [, time = '', seconds = '00', utc, sign = '+', hours = '0', minutes = '0'] = found;
  const read = readDay(text.trim().slice(0, found.index), reading);
  if (!('day' in read)) return { local: null };
  const local = LocalTimeSchema.safeParse(`${read.day}T${time.padStart(5, '0')}`);
  if (!local.success) return { local: null };
  const distance = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
  const at = instantOf({ local: local.data, clock: { by: 'offset', minutes: utc === undefined ? distance : 0 } });
  const isMidnightUtc = utc !== undefined && `${time}:${seconds}` === '00:00:00';
  return { local: toLocal(at, zone), isMidnightUtc };
}

/** Whether a cell says more than a day, its weekday and a clock time: another day, or a remark. */
export function saysMoreThanDay(text: string): boolean {
  const bare = text.trim().replace(A_TIME, '').replaceAll(WEEKDAY, ' ').replaceAll(/[()]/g, ' ').trim();
  const rest = bare.replace(/^[\s,]+/, '').replace(A_DAY.test(bare) ? A_DAY : DAY_IN_WORDS, '');
  return /[\p{L}\p{N}]/u.test(rest);
}
