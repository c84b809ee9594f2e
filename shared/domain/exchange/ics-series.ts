import ICAL from 'ical.js';
import type { When } from '../../model/schedule-rule.ts';
import { type ClockTime, type Day, type Instant, instant, type LocalTime } from '../../model/time.ts';
import { addDays, daysBetween } from '../calendar/days.ts';
import { occurrences } from '../calendar/recurrence.ts';
import { readRrule } from '../calendar/rrule.ts';
import { dayWords } from '../calendar/time-words.ts';
import { zoneDefinedBy } from './ics-definitions.ts';
import {
  daysIn,
  exactlyAfter,
  exactTimeIn,
  type IcsMoment,
  type IcsSource,
  instantOfLocal,
  isRealMoment,
  localOn,
  readMoment,
  UNREADABLE,
} from './ics-time.ts';

/** What cannot be taken, in words that go on after the event's name; thrown within the reading of one event. */
export class CannotTake extends Error {}

/** A recurring event with what its properties are read in, and the events that change single times of it. */
interface SeriesToRead {
  readonly event: ICAL.Component;
  readonly start: IcsMoment;
  readonly end: IcsMoment;
  readonly source: IcsSource;
  readonly changed: readonly ICAL.Component[];
}

/** A time that was added to a series and is not like its others; `at` is its start on the clock of the series. */
interface ApartTime {
  readonly at: LocalTime;
  readonly holds: When;
}

export interface Series {
  readonly holds: When;
  readonly apart: readonly ApartTime[];
  /** What was read otherwise than it is written, in words that go on after the event's name. */
  readonly notes: readonly string[];
}

type Recurring = Extract<When, { by: 'rrule' }>;

interface Period {
  readonly start: IcsMoment;
  /** Null where it lasts as long as the series' own times. */
  readonly end: IcsMoment | null;
}

/** More exceptions or extra times than this nobody takes in; the model of rules has the same limit. */
const MOST_TIMES = 1_000;
/** As many days of a series are looked at for one over which clocks change: each time of the year, on each day of the week. */
const CHECKED_DAYS = 3_000;
const UTC = { by: 'offset', minutes: 0 } as const;

function dayOf({ local }: IcsMoment): Day {
  return local.slice(0, 10) as Day;
}

function clockTimeOf({ local }: IcsMoment): ClockTime {
  return local.slice(11) as ClockTime;
}

function momentFrom(time: ICAL.Time, tzid: string | undefined, source: IcsSource): IcsMoment {
  const { moment, problem } = readMoment(time, tzid, source);
  if (moment === null) throw new CannotTake(problem);
  return moment;
}

function periodEnd(period: ICAL.Period, tzid: string | undefined, source: IcsSource): IcsMoment {
  const { start, duration } = period;
  if (!(duration instanceof ICAL.Duration)) return momentFrom(period.getEnd(), tzid, source);
  const nominal = start.clone();
  nominal.addDuration(daysIn(duration));
  return exactlyAfter(momentFrom(nominal, tzid, source), exactTimeIn(duration));
}

function periodFrom(value: unknown, tzid: string | undefined, source: IcsSource): Period {
  if (value instanceof ICAL.Time) return { start: momentFrom(value, tzid, source), end: null };
  if (!(value instanceof ICAL.Period)) throw new CannotTake(UNREADABLE);
  const start = momentFrom(value.start, tzid, source);
  const end = periodEnd(value, tzid, source);
  if (instantOfLocal(start) >= instantOfLocal(end)) throw new CannotTake('an extra time of it has no length');
  return { start, end };
}

/** A day that was written without saying that it is no time, which the parser does not read. */
function bareDay(written: unknown, source: IcsSource): Period | null {
  const day = /^(\d{4}-\d{2}-\d{2})T::$/.exec(String(written))?.[1];
  if (day === undefined) return null;
  if (!isRealMoment(day)) throw new CannotTake(UNREADABLE);
  return { start: momentFrom(ICAL.Time.fromDateString(day), undefined, source), end: null };
}

/** The values of one property, of which some programs write an empty one. */
function periodsOf(property: ICAL.Property, source: IcsSource): readonly Period[] {
  const written = property.toJSON().slice(3) as readonly unknown[];
  if (written.length === 1 && !/\d/.test(String(written[0]))) return [];
  const bare = written.map((one) => bareDay(one, source)).filter((one) => one !== null);
  if (bare.length === written.length) return bare;
  const isReal = written.flat().every((one) => String(one).startsWith('P') || isRealMoment(String(one)));
  if (!isReal) throw new CannotTake(UNREADABLE);
  const tzid = property.getFirstParameter('tzid') ?? undefined;
  return property.getValues().map((value) => periodFrom(value, tzid, source));
}

function periodsNamed(event: ICAL.Component, property: string, source: IcsSource): readonly Period[] {
  return event.getAllProperties(property).flatMap((one) => periodsOf(one, source));
}

function startOn(day: Day, { local, clock }: IcsMoment): Instant {
  return instantOfLocal({ local: `${day}T${local.slice(11)}` as LocalTime, clock });
}

function dayAt(at: Instant, { clock }: IcsMoment): Day {
  return localOn(clock, at).slice(0, 10) as Day;
}

/** Of a series of whole days: the day that a moment lies on, where the file and the reader do not differ about it. */
function wholeDayOf(moment: IcsMoment, start: IcsMoment): Day {
  const day = dayAt(instantOfLocal(moment), start);
  if (day === dayOf(moment)) return day;
  throw new CannotTake(
    'it is about whole days, but names one of them by a time that is not on the same day everywhere',
  );
}

/**
 * The day of a series whose time starts at a moment of EXDATE, RDATE or RECURRENCE-ID, on the clock of the series; null
 * where none does. Source: RFC 5545, 3.8.4.4 and 3.8.5.
 */
export function dayNamed(moment: IcsMoment, start: IcsMoment): Day | null {
  if (moment.isDay) return dayOf(moment);
  if (start.isDay) return wholeDayOf(moment, start);
  const at = instantOfLocal(moment);
  const day = dayAt(at, start);
  // The day before, where clocks skip midnight and with it the start of a time.
  return [day, addDays(day, -1)].find((one) => startOn(one, start) === at) ?? null;
}

/** The moment of a series that an event changes (RECURRENCE-ID); null where it changes none. */
export function changedMoment(event: ICAL.Component, source: IcsSource): IcsMoment | null {
  return periodsNamed(event, 'recurrence-id', source)[0]?.start ?? null;
}

/** Refuses an event that changes more than one time of a series at once: no rule over days can say that. */
export function checkChange(event: ICAL.Component): void {
  const range = event.getFirstProperty('recurrence-id')?.getFirstParameter('range');
  if (range === undefined) return;
  throw new CannotTake(
    `many times of the series change at once (RANGE=${range}); make two series of it in its calendar`,
  );
}

/** The last day that a rule names: its last time starts at UNTIL or before it. */
function lastDay(until: IcsMoment, start: IcsMoment, endless: string): Day {
  if (until.isDay) return dayOf(until);
  const at = instantOfLocal(until);
  const day = dayAt(at, start);
  if (!start.isDay) return startOn(day, start) <= at ? day : addDays(day, -1);
  const [first, last] = day < dayOf(until) ? [day, dayOf(until)] : [dayOf(until), day];
  const between = { from: addDays(first, 1), to: last, limit: 2 };
  // Where nothing falls between the two readings of a whole series' end, both say the same.
  if (occurrences({ rrule: endless, from: dayOf(start) }, between).length === 0) return first;
  return wholeDayOf(until, start);
}

function checkRule(text: string): void {
  const { problem } = readRrule(text);
  if (problem !== null) throw new CannotTake(`its recurrence cannot be used: ${problem}`);
}

/** The rule with its end as a day, which is how rules over days say it. Source: RFC 5545, 3.3.10. */
function ruleText({ event, start }: SeriesToRead, source: IcsSource): string {
  const rules = event.getAllProperties('rrule');
  const [property] = rules;
  if (event.hasProperty('exrule')) throw new CannotTake('a second rule takes times out of its recurrence (EXRULE)');
  if (rules.length > 1) throw new CannotTake('it recurs by more than one rule');
  if (property === undefined) return 'FREQ=DAILY;COUNT=1';
  const rule = property.getFirstValue();
  if (!(rule instanceof ICAL.Recur)) throw new CannotTake('its recurrence cannot be read');
  const endless = String(rule).replace(/;?UNTIL=[^;]*/, '');
  checkRule(endless);
  if (rule.until === null) return endless;
  const { until: written } = property.toJSON()[3] as { readonly until?: string };
  if (written === undefined || !isRealMoment(written)) throw new CannotTake(UNREADABLE);
  const last = lastDay(momentFrom(rule.until, undefined, source), start, endless);
  if (last < dayOf(start)) throw new CannotTake('its recurrence is over before its first time');
  const text = `${endless};UNTIL=${last.replaceAll('-', '')}`;
  checkRule(text);
  return text;
}

function isTakenOut({ start: moment }: Period, out: readonly IcsMoment[], start: IcsMoment): boolean {
  const at = instantOfLocal(moment);
  return out.some((one) => (one.isDay ? dayOf(one) === dayAt(at, start) : instantOfLocal(one) === at));
}

/** As much later as a series' times last, on the wall: as the rule over days has it. */
function lengthOnWall({ start, end }: SeriesToRead): number {
  const wall = (one: IcsMoment) => instantOfLocal({ local: one.local, clock: UTC });
  return wall(end) - wall(start);
}

function apartTime({ start, end }: Period, series: SeriesToRead): ApartTime {
  const { local, clock } = start;
  const later = localOn(UTC, instant(instantOfLocal({ local, clock: UTC }) + lengthOnWall(series)));
  const bound = end === null ? { local: later, clock } : { local: end.local, clock: end.clock };
  return {
    at: localOn(series.start.clock, instantOfLocal(start)),
    holds: { by: 'once', start: { local, clock }, end: bound },
  };
}

/** The day that an extra time is one more time of the series on; null where it is a time apart. */
function extraDay({ start: moment, end }: Period, start: IcsMoment): Day | null {
  if (end !== null) return null;
  if (moment.isDay && !start.isDay) throw new CannotTake('an extra time of it is a whole day, and its others are not');
  if (!moment.isDay && start.isDay) throw new CannotTake('it is about whole days, but an extra one of them has a time');
  return dayNamed(moment, start);
}

/** The series on the clock of a zone that has a name, where its file defines one that changes as that does. */
function onNamedClock(series: SeriesToRead): SeriesToRead {
  const { start, end, source } = series;
  if (start.passing === null) return series;
  const readers = source.floating.by === 'zone' ? source.floating.zone : null;
  const zone = zoneDefinedBy(start.passing, instantOfLocal(start), readers);
  if (zone === null) {
    throw new CannotTake('it recurs in a time zone that only its file knows and whose clocks change as in no other');
  }
  const clock = { by: 'zone' as const, zone };
  return { ...series, start: { ...start, clock }, end: end.passing === start.passing ? { ...end, clock } : end };
}

/** Says which zone stands for one that only the file knows. */
function clockNote({ start }: SeriesToRead): string | null {
  if (start.passing === null || start.clock.by !== 'zone') return null;
  const called = String(start.passing.getFirstPropertyValue('tzid'));
  return `it is read on the clock of ${start.clock.zone}, which changes as its file says of the zone “${called}”`;
}

function checkBounds({ start, end }: SeriesToRead): void {
  if (JSON.stringify(start.clock) !== JSON.stringify(end.clock)) {
    throw new CannotTake('it recurs from the clock of one zone to that of another');
  }
  if (start.local >= end.local) throw new CannotTake('it has no length');
  if (daysBetween(dayOf(start), dayOf(end)) > 366) throw new CannotTake('each time lasts longer than a year');
}

/**
 * Says where a series has a length in hours and a time during which clocks change: hours are exact, and a rule over days has its end
 * on the wall. Source: RFC 5545, 3.3.6.
 */
function lengthNote({ event, start, end }: SeriesToRead, { rrule, from, except, also }: Recurring): string | null {
  const duration = event.getFirstPropertyValue('duration');
  if (!(duration instanceof ICAL.Duration) || event.hasProperty('dtend') || start.isDay) return null;
  const exact = exactTimeIn(duration);
  if (exact === 0 || start.clock.by !== 'zone') return null;
  const range = { from, to: addDays(from, CHECKED_DAYS - 1), limit: CHECKED_DAYS };
  const wholeDays = daysIn(duration).toSeconds() / 86_400;
  const wallDays = daysBetween(dayOf(start), dayOf(end));
  const off = [...occurrences({ rrule, from }, range), ...also].find(
    (day) =>
      !except.includes(day) && startOn(addDays(day, wholeDays), start) + exact !== startOn(addDays(day, wallDays), end),
  );
  if (off === undefined) return null;
  const until = `${dayWords(addDays(off, wallDays))} at ${clockTimeOf(end)}`;
  return `it lasts a number of hours, and where clocks change during a time of it, it ends by the clock all the same: that of ${dayWords(off)} on ${until}`;
}

function days(list: readonly (Day | null)[]): Day[] {
  return [...new Set(list.filter((day) => day !== null))].sort();
}

/**
 * Reads a recurring event as a rule over days: EXDATE, RDATE, RECURRENCE-ID and UNTIL are brought onto the clock of the
 * event's start before their day is taken. Extra times at another time of the day or of another length stand apart. Throws
 * `CannotTake` for what a rule cannot say. Source: RFC 5545, 3.3.10, 3.8.4.4 and 3.8.5.
 */
export function readSeries(written: SeriesToRead): Series {
  const series = onNamedClock(written);
  const { event, start, end, changed } = series;
  // A time without a zone in an event that has one is meant on the event's own clock.
  const source = { ...series.source, floating: start.clock };
  checkBounds(series);
  for (const one of changed) checkChange(one);
  const rrule = ruleText(series, source);
  const moved = changed.map((one) => changedMoment(one, source)).filter((one) => one !== null);
  const out = [...periodsNamed(event, 'exdate', source).map((one) => one.start), ...moved];
  const extra = periodsNamed(event, 'rdate', source);
  if (Math.max(out.length, extra.length) > MOST_TIMES) {
    throw new CannotTake(`it has more than ${MOST_TIMES} exceptions or extra times`);
  }
  const apart = extra.filter((one) => extraDay(one, start) === null);
  // An extra time of a length of its own takes the place of one of the series that starts with it.
  const replaced = apart.map((one) => (start.isDay ? null : dayNamed(one.start, start)));
  const holds = {
    by: 'rrule' as const,
    rrule,
    from: dayOf(start),
    startTime: clockTimeOf(start),
    endTime: clockTimeOf(end),
    endDayOffset: daysBetween(dayOf(start), dayOf(end)),
    clock: start.clock,
    except: days([...out.map((one) => dayNamed(one, start)), ...replaced]),
    also: days(extra.map((one) => extraDay(one, start))),
  };
  return {
    holds,
    notes: [clockNote(series), lengthNote(series, holds)].filter((note) => note !== null),
    apart: apart.filter((one) => !isTakenOut(one, out, start)).map((one) => apartTime(one, series)),
  };
}
