import ICAL from 'ical.js';
import type { ScheduleRuleKind, When } from '../../model/schedule-rule.ts';
import type { Zone } from '../../model/time.ts';
import { whenProblems } from '../freezes/check-when.ts';
import { isPlan, type JournalMark, ownCron, ownJournal, ownKind, ownRule, ruleName } from './ics-own.ts';
import { CannotTake, changedMoment, checkChange, dayNamed, readSeries, type Series } from './ics-series.ts';
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

/** One event of a calendar file, ready to become a rule; `uid` tells it from the others and stays over imports. */
export interface IcsEvent {
  readonly uid: string;
  /** The rule that it was when it was written here; null where it does not say. */
  readonly rule: string | null;
  readonly name: string;
  readonly description: string;
  readonly holds: When;
  /** What it says that it is; null where it does not. */
  readonly kind: ScheduleRuleKind | null;
  /** What was read otherwise than it is written, in words that go on after its name. */
  readonly notes: readonly string[];
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
  /** The journal's newest entry when an own calendar was written; null where it does not say it. */
  readonly journal: JournalMark | null;
  /** Releases and milestones of a plan that was written here: they are no rules. */
  readonly plan: number;
}

/** The events of one uid: the one that recurs, if it is in the file, and those that change single times of it. */
interface Family {
  readonly series: ICAL.Component | undefined;
  readonly changed: readonly ICAL.Component[];
}

/** More events than this are refused: nobody plans by hand against so many. */
const MOST_EVENTS = 20_000;
const LONGEST_NAME = 120;

function textOf(event: ICAL.Component, property: string): string {
  const value = event.getFirstPropertyValue(property);
  return typeof value === 'string' ? value.trim() : '';
}

function momentOf(event: ICAL.Component, property: string, source: IcsSource) {
  const found = event.getFirstProperty(property);
  if (found === null) return null;
  // As it is written: the parser makes 2 March of 30 February.
  if (!isRealMoment(String(found.toJSON()[3]))) return { moment: null, problem: UNREADABLE };
  const value = found.getFirstValue();
  if (!(value instanceof ICAL.Time)) return { moment: null, problem: UNREADABLE };
  return readMoment(value, found.getFirstParameter('tzid') ?? undefined, source);
}

/**
 * The end: said, or a duration after the start, or for a whole day the next (RFC 5545, 3.6.1). Of a series a duration is taken
 * on the wall, as rules over days have their ends; `readSeries` says where that is not as long.
 */
function endOf(event: ICAL.Component, start: IcsMoment, source: IcsSource, recurs: boolean) {
  const said = momentOf(event, 'dtend', source);
  if (said !== null) return said;
  const duration = event.getFirstPropertyValue('duration');
  const time = event.getFirstPropertyValue('dtstart');
  if (!(time instanceof ICAL.Time)) return { moment: null, problem: 'it has no start' };
  const end = time.clone();
  const onWall = start.isDay || recurs;
  if (duration instanceof ICAL.Duration) end.addDuration(onWall ? duration : daysIn(duration));
  else if (start.isDay) end.addDuration(ICAL.Duration.fromSeconds(86_400));
  const tzid = event.getFirstProperty('dtstart')?.getFirstParameter('tzid') ?? undefined;
  const read = readMoment(end, tzid, source);
  if (onWall || read.moment === null || !(duration instanceof ICAL.Duration)) return read;
  return { moment: exactlyAfter(read.moment, exactTimeIn(duration)), problem: null };
}

function once({ start, end }: { readonly start: IcsMoment; readonly end: IcsMoment }): When {
  const bound = ({ local, clock }: IcsMoment) => ({ local, clock });
  const holds: When = { by: 'once', start: bound(start), end: bound(end) };
  if (whenProblems(holds).length > 0) throw new CannotTake('it has no length, or ends before it starts');
  return holds;
}

function startOf(event: ICAL.Component, source: IcsSource): IcsMoment {
  const start = momentOf(event, 'dtstart', source);
  if (start === null) throw new CannotTake('it has no start');
  if (start.moment === null) throw new CannotTake(start.problem);
  return start.moment;
}

function whenOf(event: ICAL.Component, source: IcsSource, changed: readonly ICAL.Component[]): Series {
  const start = startOf(event, source);
  const recurs = ['rrule', 'rdate', 'exrule'].some((name) => event.hasProperty(name));
  const { moment: end, problem } = endOf(event, start, source, recurs);
  if (end === null) throw new CannotTake(problem);
  return recurs
    ? readSeries({ event, start, end, source, changed })
    : { holds: once({ start, end }), apart: [], notes: [] };
}

/** The parser reads values when they are asked for, and throws where one makes no sense. */
function problemOf(error: unknown): string {
  if (error instanceof CannotTake) return error.message;
  return `it cannot be read: ${error instanceof Error ? error.message : String(error)}`;
}

function isChange(event: ICAL.Component): boolean {
  return event.hasProperty('recurrence-id');
}

function familiesOf(events: readonly ICAL.Component[]): ReadonlyMap<string, Family> {
  const byUid = Map.groupBy(events, (event) => textOf(event, 'uid'));
  const families = [...byUid].map(([uid, all]) => {
    const family = { series: all.find((event) => !isChange(event)), changed: all.filter(isChange) };
    return [uid, family] as const;
  });
  return new Map(families);
}

/** The time of a series that an event changes, on the clock of the series: the day, and the time too where no time is due then. */
function changedTime(event: ICAL.Component, source: IcsSource, series: ICAL.Component | undefined): string {
  const start = series === undefined ? null : startOf(series, source);
  const moment = changedMoment(event, start === null ? source : { ...source, floating: start.clock });
  if (moment === null) throw new CannotTake(UNREADABLE);
  if (start === null) return moment.local.slice(0, 10);
  return dayNamed(moment, start) ?? localOn(start.clock, instantOfLocal(moment));
}

/** What stays the same of an event over imports; a change that cannot be told apart goes by the day that is written. */
function idOf(event: ICAL.Component, source: IcsSource, series: ICAL.Component | undefined): string {
  const uid = textOf(event, 'uid');
  if (!isChange(event)) return uid;
  try {
    return `${uid}#${changedTime(event, source, series)}`;
  } catch {
    return `${uid}#${String(event.getFirstProperty('recurrence-id')?.toJSON()[3]).slice(0, 10)}`;
  }
}

function readEvent(
  event: ICAL.Component,
  source: IcsSource,
  family: Family | undefined,
): readonly (IcsEvent | IcsProblem)[] {
  const own = ownKind(event);
  const kind = isPlan(own) ? null : own;
  const called = textOf(event, 'summary') || 'Without a name';
  const name = (kind === null ? called : ruleName(kind, called)).slice(0, LONGEST_NAME);
  const description = textOf(event, 'description').slice(0, 2_000);
  const cron = kind === null ? null : ownCron(event);
  if (cron !== null) return [{ ...cron, rule: ownRule(event), name, description, kind, notes: [] }];
  if (textOf(event, 'uid') === '') {
    return [{ uid: '', name, problem: 'it has no UID, so that it could not be found again' }];
  }
  const uid = idOf(event, source, family?.series);
  try {
    checkChange(event);
    const { holds, apart, notes } = whenOf(event, source, isChange(event) ? [] : (family?.changed ?? []));
    const said = { name, description, kind };
    const others = apart.map((one, index) => {
      const id = `${uid}#${one.at}`;
      if (apart.findIndex(({ at }) => at === one.at) === index) {
        return { ...said, uid: id, rule: null, holds: one.holds, notes: [] };
      }
      return { uid: `${id}#again-${index}`, name, problem: 'two extra times of it start at once; the first counts' };
    });
    return [{ ...said, uid, rule: ownRule(event), holds, notes }, ...others];
  } catch (error) {
    return [{ uid, name, problem: problemOf(error) }];
  }
}

/** The calendars of a file, of which there may be several behind each other (RFC 5545, 3.4); or why there are none. */
function parse(text: string): readonly ICAL.Component[] | string {
  try {
    const parsed: unknown = ICAL.parse(text.replace(/^\uFEFF/, ''));
    const all: readonly unknown[] = Array.isArray(parsed) && Array.isArray(parsed[0]) ? parsed : [parsed];
    const calendars = all.map((one) => new ICAL.Component(one as never)).filter(({ name }) => name === 'vcalendar');
    return calendars.length === 0 ? 'it is no calendar' : calendars;
  } catch (error) {
    return error instanceof Error ? error.message : 'it cannot be read';
  }
}

/** How new a version of an event is, compared from left to right. Source: RFC 5545, 3.8.7.4. */
function versionOf(event: ICAL.Component): readonly [number, string] {
  return [Number(event.getFirstPropertyValue('sequence') ?? 0), String(event.getFirstPropertyValue('dtstamp') ?? '')];
}

function byVersion(one: ICAL.Component, other: ICAL.Component): number {
  const [[number, stamp], [otherNumber, otherStamp]] = [versionOf(one), versionOf(other)];
  return otherNumber - number || otherStamp.localeCompare(stamp);
}

/** The newest version of each event, by what tells it from others, and the rest as problems: no two events may become one rule. */
function newestOf(events: readonly ICAL.Component[], keyOf: (event: ICAL.Component, index: number) => string) {
  const versions = [...Map.groupBy(events, keyOf).values()].map((same) => same.toSorted(byVersion));
  const older = versions.flatMap(([, ...others]) =>
    others.map((event, index) => ({
      uid: `${textOf(event, 'uid')}#older-${index + 1}`,
      name: textOf(event, 'summary').slice(0, LONGEST_NAME),
      problem: 'the file has a newer version of it, or it twice; that one counts',
    })),
  );
  return { newest: versions.flatMap(([newest]) => newest ?? []), older };
}

/**
 * Reads an iCalendar file (RFC 5545) as rules: single and recurring events, whole days, floating times (read on the clock of
 * `floating`), exceptions, extra dates, and occurrences that were changed, each of which becomes an event of its own, as does an
 * extra date at another time of the day. What cannot be taken is named with the reason and leaves the others as they are. A file that is no calendar is a problem of
 * its own, with an empty uid.
 */
export function readCalendar(text: string, floating: Zone): ReadCalendar {
  const calendars = parse(text);
  const refused = (name: string, problem: string): ReadCalendar => {
    const problems = [{ uid: '', name: '', problem }];
    return { name, events: [], problems, cancelled: 0, journal: null, plan: 0 };
  };
  if (typeof calendars === 'string') return refused('', `The file is not a calendar that can be read: ${calendars}.`);
  const all = calendars.flatMap((calendar) => calendar.getAllSubcomponents('vevent'));
  const sourceOf = ({ parent }: ICAL.Component): IcsSource => {
    return { calendar: parent, floating: { by: 'zone', zone: floating } };
  };
  // The parser leaves properties that it does not know as they are written.
  const names = calendars.map((one) => textOf(one, 'x-wr-calname').replace(/\\([,;\\])/g, '$1'));
  const name = names.find((one) => one !== '') ?? '';
  if (all.length > MOST_EVENTS) {
    return refused(name, `The calendar has ${all.length} events; at most ${MOST_EVENTS} are read at once.`);
  }
  const rules = all.filter((event) => !isPlan(ownKind(event)));
  const every = familiesOf(rules.toSorted(byVersion));
  const { newest, older } = newestOf(rules, (event, index) => {
    const uid = textOf(event, 'uid');
    return uid === '' ? `#${index}` : idOf(event, sourceOf(event), every.get(uid)?.series);
  });
  const standing = newest.filter((event) => textOf(event, 'status').toUpperCase() !== 'CANCELLED');
  const families = familiesOf(newest);
  const read = standing.flatMap((event) => readEvent(event, sourceOf(event), families.get(textOf(event, 'uid'))));
  const events = read.flatMap((one) => ('holds' in one ? [one] : []));
  return {
    name,
    // The times of a rule of cron all say the same.
    events: [...new Map(events.map((one) => [one.holds.by === 'cron' ? one.uid : one, one] as const)).values()],
    problems: [...read.flatMap((one) => ('problem' in one ? [one] : [])), ...older],
    cancelled: newest.length - standing.length,
    // Of several calendars none speaks for the events of the others.
    journal: calendars.length === 1 ? (calendars.map(ownJournal)[0] ?? null) : null,
    plan: all.length - rules.length,
  };
}
