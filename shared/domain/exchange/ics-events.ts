import ICAL from 'ical.js';
import type { When } from '../../model/schedule-rule.ts';
import { type ClockTime, Day, type Zone } from '../../model/time.ts';
import { daysBetween } from '../calendar/days.ts';
import { readRrule } from '../calendar/rrule.ts';
import { type IcsMoment, readMoment } from './ics-time.ts';

/** One event of a calendar file, ready to become a rule; `uid` tells it from the others and stays over imports. */
export interface IcsEvent {
  readonly uid: string;
  readonly name: string;
  readonly description: string;
  readonly holds: When;
}

/** An event that could not be taken, by what people can find it with. */
export interface IcsProblem {
  readonly uid: string;
  readonly name: string;
  readonly problem: string;
}

export interface ReadCalendar {
  readonly name: string;
  readonly events: readonly IcsEvent[];
  readonly problems: readonly IcsProblem[];
  /** Events that the file says were called off. */
  readonly cancelled: number;
}

interface Source {
  readonly calendar: ICAL.Component;
  readonly floating: Zone;
}

/** More events than this are refused: nobody plans by hand against so many. */
const MOST_EVENTS = 20_000;
const LONGEST_NAME = 120;

function textOf(event: ICAL.Component, property: string): string {
  const value = event.getFirstPropertyValue(property);
  return typeof value === 'string' ? value.trim() : '';
}

const UNREADABLE = 'it has a date that cannot be read';

function isRealMoment(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}(T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)Z?)?$/.test(text) &&
    Day.safeParse(text.slice(0, 10)).success
  );
}

function momentOf(event: ICAL.Component, property: string, source: Source) {
  const found = event.getFirstProperty(property);
  if (found === null) return null;
  // As it is written: the parser makes 2 March of 30 February.
  if (!isRealMoment(String(found.toJSON()[3]))) return { moment: null, problem: UNREADABLE };
  const value = found.getFirstValue();
  if (!(value instanceof ICAL.Time)) return { moment: null, problem: UNREADABLE };
  return readMoment(value, found.getFirstParameter('tzid') ?? undefined, source);
}

/** The end: said, or a duration after the start, or for a whole day the next (RFC 5545, 3.6.1). */
function endOf(event: ICAL.Component, start: IcsMoment, source: Source) {
  const said = momentOf(event, 'dtend', source);
  if (said !== null) return said;
  const duration = event.getFirstPropertyValue('duration');
  const time = event.getFirstPropertyValue('dtstart');
  if (!(time instanceof ICAL.Time)) return { moment: null, problem: 'it has no start' };
  const end = time.clone();
  if (duration instanceof ICAL.Duration) end.addDuration(duration);
  else if (start.isDay) end.addDuration(ICAL.Duration.fromSeconds(86_400));
  const tzid = event.getFirstProperty('dtstart')?.getFirstParameter('tzid') ?? undefined;
  return readMoment(end, tzid, source);
}

function clockTimeOf({ local }: IcsMoment): ClockTime {
  return local.slice(11) as ClockTime;
}

function dayOf({ local }: IcsMoment): Day {
  return local.slice(0, 10) as Day;
}

function daysNamed(event: ICAL.Component, property: string): readonly Day[] {
  const written = event.getAllProperties(property).flatMap((one) => one.toJSON().slice(3).flat().map(String));
  return written.flatMap((text) => {
    const day = Day.safeParse(text.slice(0, 10));
    return day.success ? [day.data] : [];
  });
}

/** The rule with its end as a day, which is how rules over days say it. */
function ruleText(event: ICAL.Component): string {
  const text = String(event.getFirstPropertyValue('rrule'));
  return text.replace(/UNTIL=(\d{8})T\d{6}Z?/, 'UNTIL=$1');
}

function recurring(event: ICAL.Component, start: IcsMoment, end: IcsMoment, except: readonly Day[]): When | string {
  const also = daysNamed(event, 'rdate');
  const rrule = event.hasProperty('rrule') ? ruleText(event) : `FREQ=DAILY;COUNT=1`;
  const { problem } = readRrule(rrule);
  if (problem !== null) return `its recurrence cannot be used: ${problem}`;
  if (start.clock.by !== end.clock.by || JSON.stringify(start.clock) !== JSON.stringify(end.clock)) {
    return 'it recurs from the clock of one zone to that of another';
  }
  const endDayOffset = daysBetween(dayOf(start), dayOf(end));
  if (endDayOffset > 366) return 'each time lasts longer than a year';
  return {
    by: 'rrule',
    rrule,
    from: dayOf(start),
    startTime: clockTimeOf(start),
    endTime: clockTimeOf(end),
    endDayOffset,
    clock: start.clock,
    except: [...new Set([...daysNamed(event, 'exdate'), ...except])].sort(),
    also: [...new Set(also)].sort(),
  };
}

function whenOf(event: ICAL.Component, source: Source, except: readonly Day[]): When | string {
  const start = momentOf(event, 'dtstart', source);
  if (start === null) return 'it has no start';
  if (start.moment === null) return start.problem;
  const end = endOf(event, start.moment, source);
  if (end.moment === null) return end.problem;
  if (event.hasProperty('rrule') || event.hasProperty('rdate')) {
    return recurring(event, start.moment, end.moment, except);
  }
  const bound = ({ local, clock }: IcsMoment) => ({ local, clock });
  if (
    start.moment.local >= end.moment.local &&
    JSON.stringify(start.moment.clock) === JSON.stringify(end.moment.clock)
  ) {
    return 'it has no length';
  }
  return { by: 'once', start: bound(start.moment), end: bound(end.moment) };
}

/** The parser reads values when they are asked for, and throws where one makes no sense. */
function whenOrProblem(event: ICAL.Component, source: Source, except: readonly Day[]): When | string {
  try {
    return whenOf(event, source, except);
  } catch (error) {
    return `it cannot be read: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** The days that changed occurrences of a series stood on, by the series' uid. */
function movedDays(events: readonly ICAL.Component[]): ReadonlyMap<string, readonly Day[]> {
  const moved = new Map<string, Day[]>();
  for (const event of events) {
    const day = daysNamed(event, 'recurrence-id')[0];
    if (day === undefined) continue;
    const uid = textOf(event, 'uid');
    moved.set(uid, [...(moved.get(uid) ?? []), day]);
  }
  return moved;
}

function readEvent(
  event: ICAL.Component,
  source: Source,
  moved: ReadonlyMap<string, readonly Day[]>,
): IcsEvent | IcsProblem {
  const uid = textOf(event, 'uid');
  const changedDay = daysNamed(event, 'recurrence-id')[0];
  const name = (textOf(event, 'summary') || 'Without a name').slice(0, LONGEST_NAME);
  const id = changedDay === undefined ? uid : `${uid}#${changedDay}`;
  if (uid === '') return { uid: '', name, problem: 'it has no UID, so that it could not be found again' };
  const holds = whenOrProblem(event, source, changedDay === undefined ? (moved.get(uid) ?? []) : []);
  if (typeof holds === 'string') return { uid: id, name, problem: holds };
  return { uid: id, name, description: textOf(event, 'description').slice(0, 2_000), holds };
}

function parse(text: string): ICAL.Component | string {
  try {
    const parsed: unknown = ICAL.parse(text.replace(/^\uFEFF/, ''));
    const first = Array.isArray(parsed) && Array.isArray(parsed[0]) ? parsed[0] : parsed;
    const component = new ICAL.Component(first as never);
    return component.name === 'vcalendar' ? component : 'it is no calendar';
  } catch (error) {
    return error instanceof Error ? error.message : 'it cannot be read';
  }
}

/**
 * Reads an iCalendar file (RFC 5545) as rules: single and recurring events, whole days, floating times (read on the clock of
 * `floating`), exceptions, extra dates, and occurrences that were changed, each of which becomes an event of its own. What
 * cannot be taken is named with the reason and leaves the others as they are. A file that is no calendar is a problem of
 * its own, with an empty uid.
 */
export function readCalendar(text: string, floating: Zone): ReadCalendar {
  const calendar = parse(text);
  if (typeof calendar === 'string') {
    const problem = `The file is not a calendar that can be read: ${calendar}.`;
    return { name: '', events: [], problems: [{ uid: '', name: '', problem }], cancelled: 0 };
  }
  const all = calendar.getAllSubcomponents('vevent');
  const source = { calendar, floating };
  // The parser leaves properties that it does not know as they are written.
  const name = textOf(calendar, 'x-wr-calname').replace(/\\([,;\\])/g, '$1');
  if (all.length > MOST_EVENTS) {
    const problem = `The calendar has ${all.length} events; at most ${MOST_EVENTS} are read at once.`;
    return { name, events: [], problems: [{ uid: '', name: '', problem }], cancelled: 0 };
  }
  const standing = all.filter((event) => textOf(event, 'status').toUpperCase() !== 'CANCELLED');
  const moved = movedDays(all);
  const read = standing.map((event) => readEvent(event, source, moved));
  return {
    name,
    events: read.flatMap((one) => ('holds' in one ? [one] : [])),
    problems: read.flatMap((one) => ('problem' in one ? [one] : [])),
    cancelled: all.length - standing.length,
  };
}
