import { addDays } from '../../../shared/domain/calendar/days.ts';
import { dayOf, local } from '../../../shared/domain/calendar/zoned-time.ts';
import type {
  AbsenceId,
  AssignmentId,
  BookingId,
  ConnectionId,
  EnvironmentId,
  PersonId,
  ScheduleRuleId,
  ServiceId,
  TeamId,
} from '../../../shared/model/ids.ts';
import type { Release } from '../../../shared/model/release.ts';
import { ROSTER_ROLES } from '../../../shared/model/roster.ts';
import type { SamplePlanning } from '../../../shared/model/sample-planning.ts';
import type { ClockTime, Zone } from '../../../shared/model/time.ts';
import type { WorkingCalendar } from '../../../shared/model/train.ts';
import type { CommandTools } from '../decide.ts';
import { putNamed } from './named-decisions.ts';
import { placedSpan } from './placed-span.ts';

const NOTES = 'Simulated: belongs to the sample.';
const MONDAY_TO_FRIDAY: WorkingCalendar = { workdays: [1, 2, 3, 4, 5], holidays: null, extraDaysOff: [] };
const UTC = 'UTC' as Zone;
const MORNING = '08:00' as ClockTime;
const EVENING = '18:00' as ClockTime;

/** What was made, by the keys of the sample. */
export interface SampleOrganisation {
  readonly teams: ReadonlyMap<string, TeamId>;
  readonly services: ReadonlyMap<string, ServiceId>;
  readonly people: ReadonlyMap<string, PersonId>;
  readonly environments: ReadonlyMap<string, EnvironmentId>;
}

function found<Id>(ids: ReadonlyMap<string, Id>, key: string): Id {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`the sample names “${key}”, which it does not have`);
  return id;
}

function addTeams({ teams }: SamplePlanning, connectionId: ConnectionId, tools: CommandTools) {
  const ids = new Map<string, TeamId>();
  const people = new Map<string, PersonId>();
  for (const team of teams) {
    // Ids made by newId are ids.
    const id = tools.newId('team') as TeamId;
    ids.set(team.key, id);
    const projects = team.projects.map((key) => ({ connectionId, key }));
    const { name, zone } = team;
    putNamed(
      'team',
      { id, name, zone, calendar: MONDAY_TO_FRIDAY, projects, notes: NOTES, typedThroughput: null },
      tools,
    );
    for (const person of team.people) {
      const personId = tools.newId('person') as PersonId;
      people.set(person.name, personId);
      putNamed('person', { ...person, id: personId, teamId: id }, tools);
    }
  }
  return { teams: ids, people };
}

function addServices(
  planning: SamplePlanning,
  teams: ReadonlyMap<string, TeamId>,
  connectionId: ConnectionId,
  tools: CommandTools,
) {
  const ids = new Map<string, ServiceId>();
  // In the file, what a service needs stands before it.
  for (const { key, team, name, tier, regions, projects, dependsOn } of planning.services) {
    const id = tools.newId('service') as ServiceId;
    ids.set(key, id);
    const links = {
      teamId: found(teams, team),
      projects: projects.map((project) => ({ connectionId, key: project })),
      dependsOn: dependsOn.map((one) => found(ids, one)),
    };
    putNamed('service', { id, name, tier, regions, ...links, notes: NOTES, runs: null }, tools);
  }
  return ids;
}

function addEnvironments({ environments }: SamplePlanning, tools: CommandTools) {
  const ids = new Map<string, EnvironmentId>();
  for (const { key, parents, ...environment } of environments) {
    const id = tools.newId('environment') as EnvironmentId;
    ids.set(key, id);
    const on = parents.map((parent) => found(ids, parent));
    putNamed('environment', { ...environment, id, parents: on, notes: NOTES, archived: false }, tools);
  }
  return ids;
}

function addRules(
  { rules }: SamplePlanning,
  environments: ReadonlyMap<string, EnvironmentId>,
  tools: CommandTools,
): void {
  const from = addDays(dayOf(tools.now, UTC), -365);
  for (const rule of rules) {
    const { kind, name, reason, owner, tiers, rrule, startTime, endTime, endDayOffset, zone } = rule;
    const scope = {
      regions: [],
      environments: rule.environments.map((key) => found(environments, key)),
      services: [],
      tiers,
      teams: [],
      tenants: [],
    };
    const clock = { by: 'zone' as const, zone };
    const holds = { by: 'rrule' as const, rrule, from, startTime, endTime, endDayOffset, clock, except: [], also: [] };
    const id = tools.newId('schedule-rule') as ScheduleRuleId;
    putNamed('schedule-rule', { id, kind, name, reason, owner, scope, holds, source: null }, tools);
  }
}

/** Adds the made-up organisation around the trains: teams, people, services, environments and when deploying is allowed. */
export function addOrganisation(
  planning: SamplePlanning,
  connectionId: ConnectionId,
  tools: CommandTools,
): SampleOrganisation {
  const { teams, people } = addTeams(planning, connectionId, tools);
  const services = addServices(planning, teams, connectionId, tools);
  const environments = addEnvironments(planning, tools);
  addRules(planning, environments, tools);
  return { teams, people, services, environments };
}

/** What the sample's train ships, and who works for it. */
export function crewOf(planning: SamplePlanning, trainKey: string, { services, teams }: SampleOrganisation) {
  const own = planning.services.filter(({ train }) => train === trainKey);
  return {
    services: own.map(({ key }) => found(services, key)),
    teams: [...new Set(own.map(({ team }) => found(teams, team)))],
  };
}

/** Books environments, names leads and lets people be away around each train's next release by the reader's now. */
export function planAround(
  planning: SamplePlanning,
  next: ReadonlyMap<string, Release>,
  { environments, people }: SampleOrganisation,
  { tx, newId, now }: CommandTools,
): void {
  for (const { train, environment, fromDay, toDay, title, ...rest } of planning.bookings) {
    const release = next.get(train);
    if (release === undefined) continue;
    const [first, last] = [addDays(release.day, fromDay), addDays(release.day, toDay)];
    const { endAt, ...span } = placedSpan({ startLocal: local(first, MORNING), endLocal: local(last, EVENING) }, UTC);
    if (endAt === null || span.endLocal === null) continue;
    const place = { environmentId: found(environments, environment), releaseId: release.id, zone: UTC };
    tx.put('booking', {
      ...rest,
      ...place,
      ...span,
      endLocal: span.endLocal,
      endAt,
      id: newId('booking') as BookingId,
      title: `${title} of ${release.name}`,
      purpose: 'use',
      services: [],
      deadlineAt: release.departsAt,
      requestedAt: now,
      causedBy: null,
    });
  }
  for (const { train, person } of planning.leads) {
    const release = next.get(train);
    if (release === undefined) continue;
    const id = newId('assignment') as AssignmentId;
    tx.put('assignment', { id, releaseId: release.id, personId: found(people, person), role: ROSTER_ROLES.lead });
  }
  for (const { train, person, fromDay, toDay, reason } of planning.absences) {
    const release = next.get(train);
    if (release === undefined) continue;
    const [firstDay, lastDay] = [addDays(release.day, fromDay), addDays(release.day, toDay)];
    tx.put('absence', {
      id: newId('absence') as AbsenceId,
      personId: found(people, person),
      firstDay,
      lastDay,
      reason,
    });
  }
}
