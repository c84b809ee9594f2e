import type { Plan, PlanRule } from '../../../shared/domain/conflicts/plan.ts';
import type { Booking } from '../../../shared/model/environment.ts';
import type { MilestoneKind } from '../../../shared/model/train.ts';
import { type Random, randomOf } from '../simulator/random.ts';
import {
  aBooking,
  aMilestone,
  anAbsence,
  anAssignment,
  anEnvironment,
  aPerson,
  aPlan,
  aPlanRule,
  aRelease,
  aService,
  aTeam,
  aTrain,
  hour,
  hours,
} from './things.ts';

const YEAR = 8_760;
const MINUTES = 1 / 60;

/** How large a plan is made: windows are single times at which a rule holds. */
export interface LargePlan {
  readonly windows: number;
  readonly bookings: number;
}

function pick<T>(list: readonly T[], random: Random): T {
  return list[Math.floor(random.next() * list.length)] as T;
}

/** On quarters of an hour, so that some things touch. */
function quarter(random: Random, from: number, to: number): number {
  return from + Math.floor(random.next() * (to - from) * 4) / 4;
}

function range(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index);
}

const kinds = ['test', 'test', 'staging', 'staging', 'pre-production', 'production'];
const regions = ['eu-west', 'us-east', 'apac'];

function environmentsOf(count: number): Plan['environments'] {
  return range(count).map((index) => {
    const random = randomOf(7, 1, index);
    const sharing = pick(['exclusive', 'shared', 'shared', 'by-service'], random);
    // One in five stands on an earlier one.
    const parents = index > 10 && random.next() < 0.2 ? [`env${Math.floor(random.next() * index)}`] : [];
    const capacity = sharing === 'shared' ? 6 : 4;
    return anEnvironment(`env${index}`, {
      kind: pick(kinds, random),
      region: pick(regions, random),
      sharing,
      capacity,
      parents,
    });
  });
}

function servicesOf(count: number): Plan['services'] {
  return range(count).map((index) => {
    const random = randomOf(7, 2, index);
    // Most stand alone; the rest need one of the first tenth, as platforms are needed.
    const dependsOn =
      index > count / 10 && random.next() < 0.3 ? [`svc${Math.floor((random.next() * count) / 10)}`] : [];
    const tier = 1 + Math.floor(random.next() * 4);
    return aService(`svc${index}`, {
      tier,
      teamId: `team${index % 20}`,
      regions: [pick(regions, random)],
      dependsOn,
    });
  });
}

const stages: readonly (readonly [MilestoneKind, number, number | null])[] = [
  ['scope-cut-off', -160, null],
  ['uat', -120, -60],
  ['cab', -30, null],
  ['go-no-go', -6, null],
  ['deployment', 0, 2],
];

function bookingOf(index: number, { bookings }: LargePlan, services: number): Booking {
  const random = randomOf(7, 3, index);
  const start = quarter(random, 24, YEAR - 72);
  const rollout = random.next() < 0.1;
  return aBooking(`b${index}`, start, start + quarter(random, 2, rollout ? 6 : 48), {
    environmentId: `env${Math.floor(random.next() * Math.ceil(bookings / 100))}`,
    releaseId: random.next() < 0.9 ? `r${Math.floor(random.next() * Math.ceil(bookings / 25))}` : null,
    purpose: rollout ? 'blue-green' : 'use',
    mode: random.next() < 0.03 ? 'exclusive' : 'shared',
    units: 1 + Math.floor(random.next() * 2),
    services: range(2).map(() => `svc${Math.floor(random.next() * services)}`),
    requestedAt: hour(-index / 4),
  });
}

/** A rule of ten times: most name a service or an environment, and a few are about everything. */
function ruleOf(index: number, { bookings }: LargePlan, services: number): PlanRule {
  const random = randomOf(7, 4, index);
  const kind = pick(['window', 'window', 'freeze', 'maintenance'], random);
  const service = { services: [`svc${Math.floor(random.next() * services)}`] };
  const environment = { environments: [`env${Math.floor(random.next() * Math.ceil(bookings / 100))}`] };
  const narrow = kind === 'maintenance' ? environment : service;
  const scope = kind === 'freeze' && index % 200 === 0 ? {} : narrow;
  const length = { window: 72, freeze: 60, maintenance: 6 }[kind as 'window'];
  const first = quarter(random, 0, 800);
  const times = range(10).map((at) => [first + at * 820, first + at * 820 + length] as const);
  return aPlanRule(`rule${index}`, kind as 'window', times, { scope });
}

/** A year's plan of a large enterprise: the same for the same size, with clashes of every kind in it. */
export function largePlan(size: LargePlan): Plan {
  const services = Math.min(600, Math.ceil(size.bookings / 80));
  const trains = Math.ceil(size.bookings / 1_000);
  const releases = Math.ceil(size.bookings / 25);
  return aPlan({
    now: hour(0),
    horizon: hours(0, YEAR),
    environments: environmentsOf(Math.ceil(size.bookings / 100)),
    services: servicesOf(services),
    teams: range(20).map((index) => aTeam(`team${index}`, { daysOff: { '2027-12-25': 'Christmas Day' } })),
    people: range(200).map((index) => aPerson(`p${index}`, { teamId: `team${index % 20}` })),
    absences: range(400).map((index) => {
      const day = String(1 + (index % 27)).padStart(2, '0');
      const month = String(1 + (index % 12)).padStart(2, '0');
      return anAbsence(`a${index}`, `p${index % 200}`, `2027-${month}-${day}`, `2027-${month}-${day}`);
    }),
    trains: range(trains).map((index) => {
      const random = randomOf(7, 5, index);
      const ships = range(6).map(() => `svc${Math.floor(random.next() * services)}`);
      return aTrain(`train${index}`, {
        services: [...new Set(ships)],
        teams: [`team${index % 20}`],
        bufferDays: 2,
        ownerId: `p${index % 200}`,
      });
    }),
    releases: range(releases).map((index) => {
      const departs = quarter(randomOf(7, 6, index), 200, YEAR - 200);
      return aRelease(`r${index}`, departs, { trainId: `train${index % trains}` });
    }),
    milestones: range(releases).flatMap((index) => {
      const departs = quarter(randomOf(7, 6, index), 200, YEAR - 200);
      return stages.map(([kind, start, end], at) =>
        aMilestone(`m${index}-${at}`, kind, departs + start, end === null ? null : departs + end, {
          releaseId: `r${index}`,
        }),
      );
    }),
    assignments: range(releases * 2).map((index) =>
      anAssignment(
        `as${index}`,
        `r${index % releases}`,
        `p${(index * 7) % 200}`,
        index < releases ? 'Release lead' : 'On-call',
      ),
    ),
    unboarded: range(releases).map((index) => ({ releaseId: `r${index}` as never, count: index % 4 })),
    bookings: range(size.bookings).map((index) => bookingOf(index, size, services)),
    rules: range(Math.ceil(size.windows / 10)).map((index) => ruleOf(index, size, services)),
  });
}

/** Bookings that all overlap in one environment, each a minute later than the one before. */
export function crowdedPlan(count: number, sharing: string): Plan {
  return aPlan({
    environments: [anEnvironment('env', { sharing, capacity: 5 })],
    bookings: range(count).map((index) =>
      aBooking(`b${index}`, index * MINUTES, count * MINUTES + 1 + index * MINUTES),
    ),
  });
}
