import ICAL from 'ical.js';
import type { Instant, Zone } from '../../model/time.ts';
import { civilDay } from '../calendar/days.ts';
import { dayOf } from '../calendar/zoned-time.ts';

const UTC = 'UTC' as Zone;

/** Something on a calendar: from a moment to another, or a point in time (`end` null). */
export interface CalendarEntry {
  /** The same for as long as the thing is the same, wherever it moves: calendars update it by this. */
  readonly uid: string;
  readonly name: string;
  readonly description: string;
  readonly start: Instant;
  readonly end: Instant | null;
  /** Called off: calendars take it away. */
  readonly cancelled: boolean;
}

export interface CalendarToWrite {
  readonly name: string;
  readonly entries: readonly CalendarEntry[];
  /** When it is written: calendars keep the newest. */
  readonly at: Instant;
}

function utc(at: Instant): ICAL.Time {
  const { year, month, dayOfMonth } = civilDay(dayOf(at, UTC));
  const seconds = Math.floor(at / 1_000);
  const [hour, minute, second] = [Math.floor(seconds / 3_600) % 24, Math.floor(seconds / 60) % 60, seconds % 60];
  return new ICAL.Time(
    { year, month, day: dayOfMonth, hour, minute, second, isDate: false },
    ICAL.Timezone.utcTimezone,
  );
}

/** Text without what RFC 5545 does not allow in a text: control characters but line ends. */
function plain(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n]/gu, ' ');
}

function eventOf({ uid, name, description, start, end, cancelled }: CalendarEntry, at: Instant): ICAL.Component {
  const event = new ICAL.Component('vevent');
  event.addPropertyWithValue('uid', plain(uid));
  event.addPropertyWithValue('dtstamp', utc(at));
  event.addPropertyWithValue('dtstart', utc(start));
  if (end !== null && end > start) event.addPropertyWithValue('dtend', utc(end));
  event.addPropertyWithValue('summary', plain(name));
  if (description !== '') event.addPropertyWithValue('description', plain(description));
  event.addPropertyWithValue('status', cancelled ? 'CANCELLED' : 'CONFIRMED');
  // A release on the calendar keeps nobody from being invited.
  event.addPropertyWithValue('transp', 'TRANSPARENT');
  return event;
}

/**
 * Writes an iCalendar file (RFC 5545): times in UTC, lines folded, text escaped, one event an entry. The same entries at the
 * same moment give the same bytes.
 */
export function writeCalendar({ name, entries, at }: CalendarToWrite): string {
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('prodid', '-//Signalbox//Signalbox//EN');
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('method', 'PUBLISH');
  // The writer escapes only what it knows the type of.
  calendar.addPropertyWithValue(
    'x-wr-calname',
    plain(name)
      .replace(/[\\,;]/g, '\\$&')
      .replaceAll('\n', ' '),
  );
  for (const entry of entries) calendar.addSubcomponent(eventOf(entry, at));
  return `${calendar.toString()}\r\n`;
}
