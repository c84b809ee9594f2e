import ICAL from 'ical.js';
import type { Clock, When } from '../../model/schedule-rule.ts';
import type { Span } from '../../model/span.ts';
import type { Day, Instant, LocalTime } from '../../model/time.ts';
import { addDays } from '../calendar/days.ts';
import { readRrule } from '../calendar/rrule.ts';
import { firstDayOf } from './compare-rule.ts';
import {
  CRON_PROPERTY,
  type EntryKind,
  JOURNAL_PROPERTY,
  type JournalMark,
  KIND_NAMES,
  PRODUCT,
  RULE_PROPERTY,
} from './ics-own.ts';
import { instantOfLocal } from './ics-time.ts';
import { wallTimeOn, zoneDefinition, zoneId } from './ics-zones.ts';

const UTC: Clock = { by: 'offset', minutes: 0 };

type Recurring = Extract<When, { by: 'rrule' }>;
type Cron = Extract<When, { by: 'cron' }>;

/** One time of a rule of cron, with the rule that it is of. */
export interface CronTime extends Span {
  readonly by: 'cron-time';
  readonly holds: Cron;
  readonly rule: string;
}

/** When something on a calendar is: at a moment (`end` null), from one to another, or as a rule says. */
export type EntryTimes =
  | { readonly by: 'moments'; readonly start: Instant; readonly end: Instant | null }
  | CronTime
  | Exclude<When, Cron>;

/** Something on a calendar. */
export interface CalendarEntry {
  /** The same for as long as the thing is the same, wherever it moves: calendars update it by this. */
  readonly uid: string;
  /** The id of the rule that it is; null for the plan. */
  readonly rule: string | null;
  readonly kind: EntryKind;
  readonly name: string;
  readonly description: string;
  readonly times: EntryTimes;
  /** Called off: calendars take it away. */
  readonly cancelled: boolean;
}

export interface CalendarToWrite {
  readonly name: string;
  /** What people who subscribed should know of it; empty for nothing. */
  readonly description: string;
  readonly entries: readonly CalendarEntry[];
  /** The plan's state that it shows. */
  readonly journal: JournalMark;
  /** When it is written: calendars keep the newest. */
  readonly at: Instant;
}

/** Text without what RFC 5545 does not allow in a text: control characters but line ends. */
function plain(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n]/gu, ' ');
}

/** The parser's writer escapes only what it knows the type of. */
function escaped(text: string): string {
  return plain(text)
    .replace(/[\\,;]/g, '\\$&')
    .replaceAll('\n', ' ');
}

function utc(at: Instant): ICAL.Time {
  const time = wallTimeOn(UTC, at);
  time.second = Math.floor(at / 1_000) % 60;
  time.zone = ICAL.Timezone.utcTimezone;
  return time;
}

/** Adds a moment on a clock: in UTC, or as the clock shows it with the clock's name. */
function addMoment(event: ICAL.Component, name: string, at: Instant, clock: Clock): void {
  const tzid = zoneId(clock);
  if (tzid === null) event.addPropertyWithValue(name, utc(at));
  else event.addPropertyWithValue(name, wallTimeOn(clock, at)).setParameter('tzid', tzid);
}

function addLocal(event: ICAL.Component, name: string, local: LocalTime, clock: Clock): void {
  const tzid = zoneId(clock);
  const time = ICAL.Time.fromDateTimeString(`${local}:00`);
  if (tzid === null) time.zone = ICAL.Timezone.utcTimezone;
  const property = event.addPropertyWithValue(name, time);
  if (tzid !== null) property.setParameter('tzid', tzid);
}

/** The rule with its end as the moment of its last time, as RFC 5545 (3.3.10) has it beside a start with a time. */
function rruleOf({ rrule, startTime, clock }: Recurring): ICAL.Recur {
  const { rule } = readRrule(rrule);
  const recur = ICAL.Recur.fromString(rrule.replace(/;?UNTIL=[^;]*/i, '').replace(/^;/, ''));
  const until = rule?.until ?? null;
  if (until !== null) recur.until = utc(instantOfLocal({ local: `${until}T${startTime}` as LocalTime, clock }));
  return recur;
}

function addRecurring(event: ICAL.Component, holds: Recurring): void {
  const { startTime, endTime, endDayOffset, clock, except, also } = holds;
  const at = (day: Day, time: string) => `${day}T${time}` as LocalTime; // a day and a time of the day
  const first = firstDayOf(holds);
  addLocal(event, 'dtstart', at(first, startTime), clock);
  addLocal(event, 'dtend', at(addDays(first, endDayOffset), endTime), clock);
  event.addPropertyWithValue('rrule', rruleOf(holds));
  for (const day of except) addLocal(event, 'exdate', at(day, startTime), clock);
  for (const day of also) addLocal(event, 'rdate', at(day, startTime), clock);
}

function addTimes(event: ICAL.Component, times: EntryTimes): void {
  switch (times.by) {
    case 'rrule':
      addRecurring(event, times);
      break;
    case 'once':
      addLocal(event, 'dtstart', times.start.local, times.start.clock);
      addLocal(event, 'dtend', times.end.local, times.end.clock);
      break;
    case 'cron-time': {
      const { start, end, zone } = times.holds;
      addMoment(event, 'dtstart', times.start, { by: 'zone', zone });
      addMoment(event, 'dtend', times.end, { by: 'zone', zone });
      event.addPropertyWithValue('related-to', times.rule);
      event.addPropertyWithValue(CRON_PROPERTY, JSON.stringify([start, end, zone]));
      break;
    }
    case 'moments':
      addMoment(event, 'dtstart', times.start, UTC);
      if (times.end !== null && times.end > times.start) addMoment(event, 'dtend', times.end, UTC);
  }
}

function eventOf(entry: CalendarEntry, at: Instant): ICAL.Component {
  const { uid, rule, kind, name, description, times, cancelled } = entry;
  const event = new ICAL.Component('vevent');
  event.addPropertyWithValue('uid', plain(uid));
  event.addPropertyWithValue('dtstamp', utc(at));
  if (rule !== null) event.addPropertyWithValue(RULE_PROPERTY, rule);
  addTimes(event, times);
  event.addPropertyWithValue('summary', plain(name));
  event.addPropertyWithValue('categories', KIND_NAMES[kind]);
  if (description !== '') event.addPropertyWithValue('description', plain(description));
  event.addPropertyWithValue('status', cancelled ? 'CANCELLED' : 'CONFIRMED');
  // A release on the calendar keeps nobody from being invited.
  event.addPropertyWithValue('transp', 'TRANSPARENT');
  return event;
}

/** The clocks that times are on, and the moments between which their definitions are needed. */
function clocksOf(times: EntryTimes): readonly Clock[] {
  if (times.by === 'moments') return [];
  if (times.by === 'cron-time') return [{ by: 'zone', zone: times.holds.zone }];
  return times.by === 'once' ? [times.start.clock, times.end.clock] : [times.clock];
}

function firstMoment(times: EntryTimes): Instant {
  if (times.by === 'once') return instantOfLocal(times.start);
  if (times.by !== 'rrule') return times.start;
  return instantOfLocal({ local: `${times.from}T${times.startTime}` as LocalTime, clock: times.clock });
}

/** Years that a definition reaches beyond the day of writing: series without an end go on. */
const YEARS_AHEAD = 10;
const YEAR = 31_557_600_000;

function definitions(entries: readonly CalendarEntry[], at: Instant): readonly ICAL.Component[] {
  const clocks = new Map<string, Clock>();
  for (const { times } of entries) {
    for (const clock of clocksOf(times)) {
      const id = zoneId(clock);
      if (id !== null) clocks.set(id, clock);
    }
  }
  const start = Math.min(at, ...entries.map(({ times }) => firstMoment(times))) - YEAR;
  const range = { start, end: at + YEARS_AHEAD * YEAR } as Span; // whole milliseconds before and after moments
  return [...clocks].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, clock]) => zoneDefinition(clock, range));
}

/**
 * Writes an iCalendar file (RFC 5545): releases and milestones in UTC, rules on their own clocks and as one event each, lines
 * folded, text escaped. The same entries at the same moment give the same bytes.
 */
export function writeCalendar({ name, description, entries, journal, at }: CalendarToWrite): string {
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('prodid', PRODUCT);
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('method', 'PUBLISH');
  calendar.addPropertyWithValue('x-wr-calname', escaped(name));
  if (description !== '') calendar.addPropertyWithValue('x-wr-caldesc', escaped(description));
  calendar.addPropertyWithValue(JOURNAL_PROPERTY, `${journal.seq} ${journal.hash}`);
  for (const zone of definitions(entries, at)) calendar.addSubcomponent(zone);
  for (const entry of entries) calendar.addSubcomponent(eventOf(entry, at));
  return `${calendar.toString()}\r\n`;
}
