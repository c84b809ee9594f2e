import { toLocal } from '../../../shared/domain/calendar/zoned-time.ts';
import { DEFAULT_ASSUMPTIONS } from '../../../shared/domain/conflicts/deployments.ts';
import type { Plan, PlanRule, PlanTeam, PlanTrain } from '../../../shared/domain/conflicts/plan.ts';
import type { Assignment } from '../../../shared/model/assignment.ts';
import type { Absence, Person, Service } from '../../../shared/model/catalogue.ts';
import type { Booking, Environment } from '../../../shared/model/environment.ts';
import type { Milestone, Release } from '../../../shared/model/release.ts';
import type { ScheduleRuleKind, Scope } from '../../../shared/model/schedule-rule.ts';
import type { Span } from '../../../shared/model/span.ts';
import { type Instant, instant } from '../../../shared/model/time.ts';
import type { Stage } from '../../../shared/model/train.ts';
import { aScope } from '../schedule.ts';
import { aDay, aZone } from '../times.ts';

const HOUR = 3_600_000;

/** Monday, 2027-01-04, midnight in UTC: the hour 0 of plans made here. */
export const MONDAY = Date.UTC(2027, 0, 4);

/** The moment so many hours after that Monday began. */
export function hour(hours: number): Instant {
  return instant(MONDAY + hours * HOUR);
}

export function hours(start: number, end: number): Span {
  return { start: hour(start), end: hour(end) };
}

/** Ids in plans made here are short words; the brand is for the product's own code. */
type Loose<T> = { [K in keyof T]?: unknown };

// Tests say only what they are about: what is left out is filled in, and the result is what the model holds.
function filled<T>(defaults: Loose<T>, parts: Loose<T>): T {
  return { ...defaults, ...parts } as T;
}

export function anEnvironment(id: string, parts: Loose<Environment> = {}): Environment {
  const defaults = { id, name: id, kind: 'staging', region: null, sharing: 'exclusive', capacity: 1, parents: [] };
  return filled<Environment>({ ...defaults, discipline: 'first-come', notes: '', archived: false }, parts);
}

/** A booking from one hour to another, in UTC unless its zone says otherwise. */
export function aBooking(id: string, start: number, end: number, parts: Loose<Booking> = {}): Booking {
  const zone = aZone(String(parts.zone ?? 'UTC'));
  const times = { startAt: hour(start), endAt: hour(end) };
  const locals = { startLocal: toLocal(times.startAt, zone), endLocal: toLocal(times.endAt, zone) };
  const who = { releaseId: null, title: id, purpose: 'use', mode: 'shared', units: 1, services: [] };
  const queue = { priority: 3, deadlineAt: null, requestedAt: hour(-100), causedBy: null };
  return filled<Booking>({ id, environmentId: 'env', ...who, ...queue, zone, ...times, ...locals }, parts);
}

/** A release that departs at an hour. */
export function aRelease(id: string, departs: number, parts: Loose<Release> = {}): Release {
  const zone = aZone(String(parts.zone ?? 'UTC'));
  const local = toLocal(hour(departs), zone);
  const when = { day: local.slice(0, 10), departureTime: local.slice(11), zone, departsAt: hour(departs) };
  const rest = { state: 'planned', occurrence: null, skippedStages: [], notes: '', versions: [] };
  return filled<Release>({ id, trainId: 'train', name: id, ...when, ...rest }, parts);
}

/** A milestone of a release, from one hour to another or, with null, a point; pinned, since it follows no stage. */
export function aMilestone(
  id: string,
  kind: Milestone['kind'],
  start: number,
  end: number | null,
  parts: Loose<Milestone> = {},
): Milestone {
  const zone = aZone(String(parts.zone ?? 'UTC'));
  const endAt = end === null ? null : hour(end);
  const locals = { startLocal: toLocal(hour(start), zone), endLocal: endAt === null ? null : toLocal(endAt, zone) };
  const times = { startAt: hour(start), endAt };
  return filled<Milestone>(
    { id, releaseId: 'release', stageKey: null, kind, name: id, ...locals, zone, ...times, pinned: true },
    parts,
  );
}

/** A train that works Monday to Friday and has no holidays unless `daysOff` says so. */
export function aTrain(
  id: string,
  parts: Loose<PlanTrain['train']> & { ownerId?: string; daysOff?: Record<string, string> } = {},
): PlanTrain {
  const { ownerId = null, daysOff = {}, ...own } = parts;
  const calendar = { workdays: [1, 2, 3, 4, 5], holidays: null, extraDaysOff: [] };
  const ships = { stages: [] as Stage[], projects: [], services: [], teams: [], bufferDays: 0, boarding: [] };
  const plan = { name: id, owner: '', zone: 'UTC', calendar, cadence: null, releaseName: '{n}', notes: '', ...ships };
  return {
    train: filled<PlanTrain['train']>({ id, archived: false, source: null, ...plan }, own),
    days: { workdays: calendar.workdays, daysOff: daysOffOf(daysOff) },
    ownerId: ownerId as PlanTrain['ownerId'],
  };
}

function daysOffOf(names: Record<string, string>): PlanTrain['days']['daysOff'] {
  return new Map(Object.entries(names).map(([day, name]) => [aDay(day), name]));
}

export function aService(id: string, parts: Loose<Service> = {}): Service {
  const defaults = {
    id,
    name: id,
    tier: 2,
    teamId: null,
    regions: [],
    projects: [],
    dependsOn: [],
    notes: '',
    runs: null,
  };
  return filled<Service>(defaults, parts);
}

export function aTeam(id: string, parts: { zone?: string; daysOff?: Record<string, string> } = {}): PlanTeam {
  const calendar = { workdays: [1, 2, 3, 4, 5], holidays: null, extraDaysOff: [] };
  const zone = parts.zone ?? 'UTC';
  return {
    team: filled<PlanTeam['team']>({ id, name: id, zone, calendar, projects: [], notes: '' }, {}),
    days: { workdays: calendar.workdays, daysOff: daysOffOf(parts.daysOff ?? {}) },
  };
}

export function aPerson(id: string, parts: Loose<Person> = {}): Person {
  return filled<Person>({ id, name: id, teamId: null, zone: 'UTC', skills: [], leads: 'lead' }, parts);
}

export function anAbsence(id: string, personId: string, firstDay: string, lastDay: string, reason = ''): Absence {
  return filled<Absence>({ id, personId, firstDay, lastDay, reason }, {});
}

export function anAssignment(id: string, releaseId: string, personId: string, role = 'Release lead'): Assignment {
  return filled<Assignment>({ id, releaseId, personId, role }, {});
}

interface RuleParts {
  readonly scope?: Partial<Record<keyof Scope, readonly unknown[]>>;
  readonly reason?: string;
}

/** A rule with the hours at which it holds; its recurrence says nothing, since plans hold expanded occurrences. */
export function aPlanRule(
  id: string,
  kind: ScheduleRuleKind,
  times: readonly (readonly [number, number])[],
  { scope = {}, reason = '' }: RuleParts = {},
): PlanRule {
  const clock = { by: 'zone', zone: 'UTC' };
  const never = { local: '2027-01-04T00:00', clock };
  const rule = { id, kind, name: id, reason, owner: '', scope: aScope(scope), source: null };
  return {
    rule: { ...rule, holds: { by: 'once', start: never, end: never } } as unknown as PlanRule['rule'],
    occurrences: times.map(([start, end], index) => ({ key: `o${index}`, span: hours(start, end) })),
  };
}

/** A plan of what is given and nothing else, seen four days before its Monday, over half a year. */
export function aPlan(parts: Partial<Plan> = {}): Plan {
  return {
    now: hour(-96),
    horizon: hours(-24 * 60, 24 * 120),
    trains: [],
    releases: [],
    milestones: [],
    unboarded: [],
    environments: [],
    bookings: [],
    services: [],
    teams: [],
    people: [],
    absences: [],
    assignments: [],
    rules: [],
    overrides: [],
    assumptions: DEFAULT_ASSUMPTIONS,
    ...parts,
  };
}
