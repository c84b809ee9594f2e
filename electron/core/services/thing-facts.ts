import { addDays } from '../../../shared/domain/calendar/days.ts';
import { local } from '../../../shared/domain/calendar/zoned-time.ts';
import { instantOfLocal } from '../../../shared/domain/exchange/ics-time.ts';
import { readNames } from '../../../shared/domain/exchange/name-list.ts';
import { foldText } from '../../../shared/domain/text/fold-text.ts';
import { releaseTitle } from '../../../shared/domain/text/release-title.ts';
import { Person, Service, Team } from '../../../shared/model/catalogue.ts';
import { BookingPlan, Environment } from '../../../shared/model/environment.ts';
import { Failure } from '../../../shared/model/failure.ts';
import { BookingId, type ReleaseId } from '../../../shared/model/ids.ts';
import type { ThingKind, ThingRow } from '../../../shared/model/imported-things.ts';
import { ScheduleRule, When } from '../../../shared/model/schedule-rule.ts';
import type { Span } from '../../../shared/model/span.ts';
import { ClockTime, Day, LocalTime, Zone } from '../../../shared/model/time.ts';
import { placedBooking } from './environments.ts';

/** A booking as a table knows it: what people type of one, and what it came along with. */
const PlannedBooking = BookingPlan.extend({ id: BookingId, causedBy: BookingId.nullable() });

export type PlannedBooking = ReturnType<typeof PlannedBooking.parse>;
export type Thing = Team | Person | Service | Environment | ScheduleRule | PlannedBooking;
export type Facts = Readonly<Record<string, unknown>>;

export const THING_SCHEMAS = {
  team: Team,
  person: Person,
  service: Service,
  environment: Environment,
  'schedule-rule': ScheduleRule,
  booking: PlannedBooking,
};

/** A release as a row can name it. */
export interface NamedRelease {
  readonly id: ReleaseId;
  readonly name: string;
  readonly train: string;
}

/** The things of each kind by their folded names, those of the file with them. */
export type Known = Readonly<Record<ThingKind, ReadonlyMap<string, { readonly id: string; readonly name: string }>>>;

/** A row with what it can name. */
export interface Reading {
  readonly row: ThingRow;
  readonly known: Known;
  readonly releases: readonly NamedRelease[];
  readonly zone: Zone;
}

/** What is wrong with a row. */
export function rowProblem(message: string, remedy: string): Failure {
  return new Failure('BAD_INPUT', message, { remedy });
}

/** What a row's cell of a field says; undefined where it is empty. */
export function said({ row }: Reading, key: string): string | undefined {
  return row.values[key]?.trim() || undefined;
}

function listOf(reading: Reading, key: string): readonly string[] | undefined {
  const text = said(reading, key);
  return text === undefined ? undefined : readNames(text);
}

/** The id of what a row names; a failure where there is no such thing. */
export function idNamed({ known }: Reading, kind: ThingKind, name: string, cell = name): string {
  const found = known[kind].get(foldText(name));
  if (found !== undefined) return found.id;
  const hint = cell.includes(',') ? ` A name that holds a comma stands in quotes: "${cell.replaceAll('"', '')}".` : '';
  throw rowProblem(`There is no ${kind} called “${name}”.`, `Import or add it first, or correct the name.${hint}`);
}

function idsNamed(reading: Reading, kind: ThingKind, key: string): readonly string[] | undefined {
  return listOf(reading, key)?.map((name) => idNamed(reading, kind, name, said(reading, key)));
}

function teamId(reading: Reading): string | undefined {
  const name = said(reading, 'team');
  return name === undefined ? undefined : idNamed(reading, 'team', name);
}

function zoneSaid(reading: Reading): Zone | undefined {
  const text = said(reading, 'zone');
  if (text === undefined) return undefined;
  const zone = Zone.safeParse(text);
  if (zone.success) return zone.data;
  throw rowProblem(`Nobody knows the time zone “${text}”.`, 'Write it as Europe/Berlin.');
}

function numberOf(reading: Reading, key: string): number | undefined {
  const text = said(reading, key);
  if (text === undefined || /^\d+$/.test(text)) return text === undefined ? undefined : Number(text);
  throw rowProblem(`“${text}” is no whole number.`, 'Write it in digits.');
}

const MIDNIGHT = '00:00' as ClockTime;

function dayOf(reading: Reading, key: string): Day {
  const day = Day.safeParse(said(reading, key));
  if (day.success) return day.data;
  throw rowProblem(`“${said(reading, key) ?? ''}” is no day.`, 'Write it as 2026-03-31.');
}

function timeOf(reading: Reading, key: string): ClockTime | undefined {
  const text = said(reading, key);
  const time = ClockTime.safeParse(text);
  if (text === undefined || time.success) return time.data;
  throw rowProblem(`“${text}” is no time.`, 'Write it as 09:30.');
}

/** From the first day to the last, both included where they name no times. */
function localsOf(reading: Reading): { readonly start: LocalTime; readonly end: LocalTime } {
  const start = dayOf(reading, 'start');
  const end = dayOf(reading, 'end');
  const endTime = timeOf(reading, 'endTime');
  return {
    start: local(start, timeOf(reading, 'startTime') ?? MIDNIGHT),
    end: endTime === undefined ? local(addDays(end, 1), MIDNIGHT) : local(end, endTime),
  };
}

function holdsOf(reading: Reading, before: Thing | undefined): When {
  const own = before !== undefined && 'holds' in before && before.holds.by === 'once' ? before.holds.start.clock : null;
  const zone = zoneSaid(reading);
  const clock = zone === undefined && own !== null ? own : { by: 'zone' as const, zone: zone ?? reading.zone };
  const { start, end } = localsOf(reading);
  return { by: 'once', start: { local: start, clock }, end: { local: end, clock } };
}

const NO_SCOPE = { regions: [], environments: [], services: [], tiers: [], teams: [], tenants: [] };

function scopeOf(reading: Reading, before: Thing | undefined): Facts | undefined {
  const named = {
    regions: listOf(reading, 'regions'),
    environments: idsNamed(reading, 'environment', 'environments'),
    services: idsNamed(reading, 'service', 'services'),
    teams: idsNamed(reading, 'team', 'teams'),
  };
  const changes = Object.entries(named).filter(([, list]) => list !== undefined);
  if (changes.length === 0) return undefined;
  const scope = before !== undefined && 'scope' in before ? before.scope : NO_SCOPE;
  return { ...scope, ...Object.fromEntries(changes) };
}

/** The release that a row names, by its name or with its train's before it; undefined where it names none. */
function releaseOf(reading: Reading): NamedRelease | undefined {
  const name = said(reading, 'release');
  if (name === undefined) return undefined;
  const train = said(reading, 'train');
  const found = reading.releases.filter(
    (one) =>
      (train === undefined || foldText(one.train) === foldText(train)) &&
      [one.name, releaseTitle(one.train, one.name)].map(foldText).includes(foldText(name)),
  );
  const [release, other] = found;
  if (release === undefined) {
    const where = train === undefined ? '' : ` in “${train}”`;
    throw rowProblem(`There is no release called “${name}”${where}.`, 'Import or add it first, or correct the name.');
  }
  if (other === undefined) return release;
  throw rowProblem(`${found.length} releases are called “${name}”.`, 'Name its train in a column of its own.');
}

function bookingFacts(reading: Reading, before: Thing | undefined): Facts {
  const release = releaseOf(reading);
  const usual = release && releaseTitle(release.train, release.name);
  const title = said(reading, 'name') ?? (before === undefined ? usual : undefined);
  if (title === undefined && before === undefined) {
    throw rowProblem('It does not say what is booked for.', 'Name a release, or give it a title.');
  }
  const { start, end } = localsOf(reading);
  return {
    environmentId: idNamed(reading, 'environment', said(reading, 'environment') ?? ''),
    releaseId: release?.id,
    title,
    units: numberOf(reading, 'units'),
    services: idsNamed(reading, 'service', 'services'),
    priority: numberOf(reading, 'priority'),
    startLocal: start,
    endLocal: end,
    zone: zoneSaid(reading) ?? (before === undefined ? reading.zone : undefined),
  };
}

/** What a row says of a thing, by the thing's own fields; undefined where it says nothing. */
const READERS: Readonly<Record<ThingKind, (reading: Reading, before: Thing | undefined) => Facts>> = {
  team: (reading) => ({ zone: zoneSaid(reading) }),
  person: (reading) => ({ teamId: teamId(reading), zone: zoneSaid(reading), skills: listOf(reading, 'skills') }),
  service: (reading) => ({
    tier: numberOf(reading, 'tier'),
    teamId: teamId(reading),
    regions: listOf(reading, 'regions'),
    dependsOn: idsNamed(reading, 'service', 'dependsOn'),
  }),
  environment: (reading) => ({
    capacity: numberOf(reading, 'capacity'),
    parents: idsNamed(reading, 'environment', 'parents'),
  }),
  'schedule-rule': (reading, before) => ({ holds: holdsOf(reading, before), scope: scopeOf(reading, before) }),
  booking: bookingFacts,
};

/** Fields that are the text of their column. */
const PLAIN: Readonly<Record<ThingKind, readonly string[]>> = {
  team: ['name', 'notes'],
  person: ['name', 'leads'],
  service: ['name', 'notes'],
  environment: ['name', 'kind', 'region', 'sharing', 'notes'],
  'schedule-rule': ['name', 'kind', 'reason', 'owner'],
  booking: ['purpose', 'mode'],
};

/** What a row says, by the fields of its thing. */
export function factsOf(kind: ThingKind, reading: Reading, before: Thing | undefined): Facts {
  const plain = PLAIN[kind].map((key) => [key, said(reading, key)] as const);
  const all = [...plain, ...Object.entries(READERS[kind](reading, before))];
  return Object.fromEntries(all.filter(([, value]) => value !== undefined));
}

/** What a new thing is where the file does not say it. */
export function usualFacts(kind: ThingKind, zone: Zone): Facts {
  switch (kind) {
    case 'team':
      return {
        zone,
        calendar: { workdays: [1, 2, 3, 4, 5], holidays: null, extraDaysOff: [] },
        projects: [],
        notes: '',
      };
    case 'person':
      return { zone, teamId: null, skills: [], leads: 'no' };
    case 'service':
      return { tier: 3, teamId: null, regions: [], projects: [], dependsOn: [], notes: '' };
    case 'environment': {
      const plan = { kind: 'test', region: null, sharing: 'exclusive', capacity: 1, parents: [], notes: '' };
      return { ...plan, discipline: 'first-come', archived: false };
    }
    case 'schedule-rule':
      return { kind: 'freeze', reason: '', owner: '', scope: NO_SCOPE, source: null };
    case 'booking': {
      const use = { purpose: 'use', mode: 'exclusive', units: 1, services: [], priority: 3 };
      return { ...use, releaseId: null, deadlineAt: null, causedBy: null };
    }
  }
}

/** What a thing or row is known by: a name, and for what has times also when it is; a null span tells nothing apart. */
export interface KnownBy {
  readonly key: string;
  readonly span: Span | null;
}

/** Whom a booking is for: its release, else its title. */
export function forWhom({ releaseId, title }: Facts): string {
  return String(releaseId ?? foldText(String(title)));
}

function bookingKey(booking: Facts): string {
  return JSON.stringify([booking['environmentId'], forWhom(booking), booking['purpose'] ?? 'use']);
}

function ruleSpan(holds: When): Span | null {
  const read = When.safeParse(holds);
  if (!read.success || read.data.by !== 'once') return null;
  const [start, end] = [instantOfLocal(read.data.start), instantOfLocal(read.data.end)];
  return start < end ? { start, end } : null;
}

/** When a booking is, by what is known of it; null where that is no time. */
export function bookingSpan({ startLocal, endLocal, zone }: Facts): Span | null {
  const read = [startLocal, endLocal].map((one) => LocalTime.safeParse(one).data);
  const own = Zone.safeParse(zone).data;
  if (read[0] === undefined || read[1] === undefined || own === undefined) return null;
  const { startAt, endAt } = placedBooking({ startLocal: read[0], endLocal: read[1], zone: own });
  return { start: startAt, end: endAt };
}

/** What a thing is known by. */
export function thingKnownBy(thing: Thing): KnownBy {
  if ('startLocal' in thing) return { key: bookingKey({ ...thing }), span: bookingSpan({ ...thing }) };
  return { key: foldText(thing.name), span: 'holds' in thing ? ruleSpan(thing.holds) : null };
}

/** What a row is known by. */
export function rowKnownBy(kind: ThingKind, reading: Reading): KnownBy {
  const key = foldText(said(reading, 'name') ?? '');
  if (kind === 'schedule-rule') return { key, span: ruleSpan(holdsOf(reading, undefined)) };
  if (kind !== 'booking') return { key, span: null };
  const facts = factsOf(kind, reading, undefined);
  return { key: bookingKey(facts), span: bookingSpan(facts) };
}
