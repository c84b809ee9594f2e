import { dayWords, localWords } from '../../shared/domain/calendar/time-words.ts';
import { numberWords } from '../../shared/domain/text/counted.ts';
import type { Day, Instant, Zone } from '../../shared/model/time.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** The mean year of the Julian calendar, and its twelfth. */
const YEAR = 365.25 * DAY;
const MONTH = YEAR / 12;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string, options: Intl.DateTimeFormatOptions, locale = 'en-GB'): Intl.DateTimeFormat {
  const key = `${locale} ${zone} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
  formats.set(key, format);
  return format;
}

function asUtc(day: Day): number {
  return Date.parse(`${day}T00:00Z`);
}

/** A day for people: `Tue 24 Nov 2026`; `short` is `24 Nov`, `medium` is `Tue 24 Nov`. */
export const formatDay = dayWords;

/** A local time for people, in no zone: `Tue 24 Nov 2026, 14:00`. */
export const formatLocal = localWords;

/** The day that an instant falls on in a zone. */
export function dayIn(instant: Instant, zone: Zone): Day {
  const parts = formatOf(zone, { year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(instant);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}` as Day; // built from a calendar's own parts
}

/** The time of day of an instant in a zone: `14:05`. */
export function formatTime(instant: Instant, zone: Zone): string {
  return formatOf(zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(instant);
}

/** An instant in a zone: `Tue 24 Nov 2026, 14:05`; `short` leaves out the weekday and the year. */
export function formatInstant(instant: Instant, zone: Zone, style: 'short' | 'long' = 'long'): string {
  return `${formatDay(dayIn(instant, zone), style)}, ${formatTime(instant, zone)}`;
}

type ZoneStyle = 'short' | 'longOffset';

function zonePart(zone: Zone, at: Instant, style: ZoneStyle, locale: string): string {
  const parts = formatOf(zone, { timeZoneName: style }, locale).formatToParts(at);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
}

/** A zone's short name at an instant: `CET`, `EST`; its distance from UTC, as sentences say it, where English has none: `UTC+09:00`. */
export function zoneName(zone: Zone, at: Instant): string {
  // A name with a number in it is no name.
  const named = ['en-GB', 'en-US']
    .map((locale) => zonePart(zone, at, 'short', locale))
    .find((name) => !/\d/.test(name));
  return named ?? zonePart(zone, at, 'longOffset', 'en-GB').replace('GMT', 'UTC');
}

/** An instant in its plan's zone with the zone's name, and in the display zone where that differs. */
export function formatPlanned(instant: Instant, planZone: Zone, displayZone: Zone | null): string {
  return `${formatDay(dayIn(instant, planZone))}, ${formatPlannedTime(instant, planZone, displayZone)}`;
}

/** The same beside a day that is told already: `14:05 CET`, with day and time of the display zone where that differs. */
export function formatPlannedTime(instant: Instant, planZone: Zone, displayZone: Zone | null): string {
  const own = `${formatTime(instant, planZone)} ${zoneName(planZone, instant)}`;
  if (displayZone === null || displayZone === planZone) return own;
  return `${own} (${formatInstant(instant, displayZone, 'short')} ${zoneName(displayZone, instant)})`;
}

/** A duration in its largest fitting unit: `3 min`, `5 h`, `2 days`; under a minute is `under a minute`. */
export function formatDuration(milliseconds: number): string {
  const length = Math.abs(milliseconds);
  if (length < MINUTE) return 'under a minute';
  if (length < HOUR) return `${Math.floor(length / MINUTE)} min`;
  if (length < 2 * DAY) return `${Math.floor(length / HOUR)} h`;
  // From two of a unit on it is counted in that unit: each threshold is the unit's own length.
  if (length < 2 * MONTH) return formatCount(Math.floor(length / DAY), 'day');
  if (length < 2 * YEAR) return formatCount(Math.floor(length / MONTH), 'month');
  return formatCount(Math.floor(length / YEAR), 'year');
}

/**
 * How long ago, or how far ahead, an instant is: `just now`, `3 min ago`, `in 14 h`. From 24 hours to two months its days
 * are counted as on a calendar of the zone that it is shown in: on Monday evening Friday morning is `in 4 days`.
 */
export function formatAge(instant: Instant, now: Instant, zone: Zone): string {
  const age = now - instant;
  const length = Math.abs(age);
  if (length < MINUTE) return 'just now';
  const [day, today] = [dayIn(instant, zone), dayIn(now, zone)];
  if (length >= DAY && length < 2 * MONTH && day !== today) return formatDaysFrom(day, today);
  return age > 0 ? `${formatDuration(age)} ago` : `in ${formatDuration(age)}`;
}

/** How far a day is from another: `today`, `tomorrow`, `in 5 days`, `3 days ago`. */
export function formatDaysFrom(day: Day, today: Day): string {
  const days = Math.round((asUtc(day) - asUtc(today)) / DAY);
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}

/** A whole number with thousands parted: `12,345`. */
export const formatNumber = numberWords;

/** A number with its noun, in the right number: `1 row`, `2 rows`. */
export function formatCount(value: number, one: string, many = `${one}s`): string {
  return `${formatNumber(value)} ${value === 1 ? one : many}`;
}

/** A sentence of words that begin in lower case. */
export function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** Bytes for people, in powers of 1,000: `412 kB`, `1.2 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  const units = ['kB', 'MB', 'GB', 'TB'];
  const power = Math.min(Math.floor(Math.log10(bytes) / 3), units.length);
  const value = bytes / 1_000 ** power;
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${units[power - 1]}`;
}
