import { PersonPlan, ServicePlan, TeamPlan } from '../../shared/model/catalogue.ts';
import { ConnectionPlan } from '../../shared/model/connection.ts';
import { BookingPlan, EnvironmentPlan } from '../../shared/model/environment.ts';
import { ScheduleRulePlan } from '../../shared/model/schedule-rule.ts';
import { TrainPlan } from '../../shared/model/train.ts';

/** A train every two weeks on Tuesday in Berlin, with a cut-off, a freeze, UAT, go/no-go and a deployment. */
export function biweeklyPlan(changes: Partial<Record<keyof TrainPlan, unknown>> = {}): TrainPlan {
  const stage = (key: string, kind: string, start: number, end: number | null) => ({
    key,
    name: key,
    kind,
    start: { amount: start, unit: 'working-days' },
    startTime: '09:00',
    end: end === null ? null : { amount: end, unit: 'working-days' },
    endTime: end === null ? null : '17:00',
  });
  return TrainPlan.parse({
    name: 'Payments',
    owner: 'Grace',
    zone: 'Europe/Berlin',
    calendar: { workdays: [1, 2, 3, 4, 5], holidays: 'DE-BE', extraDaysOff: [] },
    cadence: {
      rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU',
      from: '2026-12-01',
      departureTime: '20:00',
      onDayOff: 'next-working-day',
    },
    releaseName: 'Payments {year}.{week}',
    stages: [
      stage('cut-off', 'scope-cut-off', -5, null),
      stage('freeze', 'code-freeze', -3, 0),
      stage('uat', 'uat', -3, -2),
      stage('go', 'go-no-go', -1, null),
    ],
    projects: [],
    services: [],
    teams: [],
    bufferDays: 0,
    boarding: [],
    notes: '',
    ...changes,
  });
}

/** A connection to a Jira of the example domain. */
export function jiraPlan(changes: Partial<ConnectionPlan> = {}): ConnectionPlan {
  return ConnectionPlan.parse({
    kind: 'jira',
    name: 'Jira',
    baseUrl: 'https://jira.example.com',
    auth: 'token',
    user: '',
    scopes: ['PAY'],
    rules: { statuses: [], productionEnvironments: ['prod*'], deploymentJobs: [] },
    everyMinutes: null,
    ...changes,
  });
}

/** A team of Berlin that works Monday to Friday. */
export function teamPlan(changes: Partial<Record<keyof TeamPlan, unknown>> = {}): TeamPlan {
  return TeamPlan.parse({
    name: 'Checkout',
    zone: 'Europe/Berlin',
    calendar: { workdays: [1, 2, 3, 4, 5], holidays: 'DE-BE', extraDaysOff: [] },
    projects: [],
    notes: '',
    ...changes,
  });
}

/** A service of the second tier without a team. */
export function servicePlan(changes: Partial<Record<keyof ServicePlan, unknown>> = {}): ServicePlan {
  return ServicePlan.parse({
    name: 'ledger',
    tier: 2,
    teamId: null,
    regions: [],
    projects: [],
    dependsOn: [],
    notes: '',
    ...changes,
  });
}

/** Somebody who takes turns as release lead. */
export function personPlan(changes: Partial<Record<keyof PersonPlan, unknown>> = {}): PersonPlan {
  return PersonPlan.parse({
    name: 'Grace',
    teamId: null,
    zone: 'Europe/Berlin',
    skills: [],
    leads: 'lead',
    ...changes,
  });
}

/** A staging environment for one booking at a time. */
export function environmentPlan(changes: Partial<Record<keyof EnvironmentPlan, unknown>> = {}): EnvironmentPlan {
  return EnvironmentPlan.parse({
    name: 'staging',
    kind: 'staging',
    region: null,
    sharing: 'exclusive',
    capacity: 1,
    parents: [],
    discipline: 'first-come',
    notes: '',
    ...changes,
  });
}

/** A day in December on an environment, of no release. */
export function bookingPlan(
  environmentId: string,
  changes: Partial<Record<keyof BookingPlan, unknown>> = {},
): BookingPlan {
  return BookingPlan.parse({
    environmentId,
    releaseId: null,
    title: 'Payments UAT',
    purpose: 'use',
    mode: 'exclusive',
    units: 1,
    services: [],
    startLocal: '2026-12-07T09:00',
    endLocal: '2026-12-07T17:00',
    zone: 'Europe/Berlin',
    priority: 3,
    deadlineAt: null,
    ...changes,
  });
}

/** A freeze of everything over Christmas, in Berlin. */
export function freezePlan(changes: Partial<Record<keyof ScheduleRulePlan, unknown>> = {}): ScheduleRulePlan {
  const clock = { by: 'zone', zone: 'Europe/Berlin' };
  return ScheduleRulePlan.parse({
    kind: 'freeze',
    name: 'Christmas freeze',
    reason: 'Nobody is there to help.',
    owner: 'Grace',
    scope: { regions: [], environments: [], services: [], tiers: [], teams: [], tenants: [] },
    holds: {
      by: 'once',
      start: { local: '2026-12-18T18:00', clock },
      end: { local: '2027-01-04T08:00', clock },
    },
    ...changes,
  });
}
