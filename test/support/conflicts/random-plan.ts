import * as fc from 'fast-check';
import type { Edit, Plan, PlanRule } from '../../../shared/domain/conflicts/plan.ts';
import type { Booking } from '../../../shared/model/environment.ts';
import type { Milestone, Release } from '../../../shared/model/release.ts';
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
} from './things.ts';

/** How many of each kind a random plan has at most, and over how many hours. */
export interface PlanSize {
  readonly environments: number;
  readonly services: number;
  readonly trains: number;
  readonly releases: number;
  readonly milestones: number;
  readonly bookings: number;
  readonly rules: number;
  readonly hours: number;
}

export const SMALL: PlanSize = {
  environments: 4,
  services: 5,
  trains: 3,
  releases: 6,
  milestones: 10,
  bookings: 14,
  rules: 6,
  hours: 72,
};

/** Few places and hours for many bookings and rules, so that crowds come up. */
export const DENSE: PlanSize = {
  environments: 2,
  services: 3,
  trains: 2,
  releases: 14,
  milestones: 14,
  bookings: 40,
  rules: 10,
  hours: 12,
};

function ids(prefix: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}${index}`);
}

function some<T>(list: readonly T[], maxLength = list.length): fc.Arbitrary<T[]> {
  return list.length === 0 ? fc.constant([]) : fc.subarray([...list], { maxLength });
}

const regions = ['eu', 'US'];

function environments(names: readonly string[]): fc.Arbitrary<Plan['environments']> {
  return fc.tuple(
    ...names.map((id) =>
      fc
        .record({
          kind: fc.constantFrom('test', 'staging', 'production'),
          region: fc.constantFrom(null, 'eu', 'us'),
          sharing: fc.constantFrom('exclusive', 'shared', 'shared', 'by-service'),
          capacity: fc.integer({ min: 1, max: 4 }),
          // Rings of environments and one that stands on itself are among them.
          parents: some(names, 2),
        })
        .map((parts) => anEnvironment(id, parts)),
    ),
  );
}

function services(names: readonly string[], teams: readonly string[]): fc.Arbitrary<Plan['services']> {
  return fc.tuple(
    ...names.map((id) =>
      fc
        .record({
          tier: fc.integer({ min: 1, max: 4 }),
          teamId: fc.constantFrom(null, ...teams),
          regions: some(regions),
          dependsOn: some(names, 2),
        })
        .map((parts) => aService(id, parts)),
    ),
  );
}

const days = ['2027-01-04', '2027-01-05', '2027-01-06', '2027-01-07'];

function daysOff(): fc.Arbitrary<Record<string, string>> {
  return some(days, 2).map((list) => Object.fromEntries(list.map((day) => [day, `Feast of ${day}`])));
}

interface Names {
  readonly size: PlanSize;
  readonly environments: readonly string[];
  readonly services: readonly string[];
  readonly trains: readonly string[];
  readonly releases: readonly string[];
  readonly teams: readonly string[];
  readonly people: readonly string[];
}

function trains({ trains: names, services, teams, people }: Names): fc.Arbitrary<Plan['trains']> {
  return fc.tuple(
    ...names.map((id) =>
      fc
        .record({
          services: some(services, 3),
          teams: some(teams, 1),
          bufferDays: fc.constantFrom(0, 0, 1, 2),
          ownerId: fc.constantFrom(undefined, ...people),
          daysOff: daysOff(),
        })
        .map(({ ownerId, ...parts }) => aTrain(id, ownerId === undefined ? parts : { ...parts, ownerId })),
    ),
  );
}

const states = ['planned', 'planned', 'planned', 'under-way', 'departed', 'cancelled'];

function someRelease(id: string, { trains, size }: Names): fc.Arbitrary<Release> {
  return fc
    .record({
      trainId: fc.constantFrom(...trains),
      state: fc.constantFrom(...states),
      departs: fc.integer({ min: 0, max: size.hours }),
    })
    .map(({ departs, ...parts }) => aRelease(id, departs, parts));
}

const kinds = [
  'scope-cut-off',
  'code-freeze',
  'integration',
  'uat',
  'cab',
  'go-no-go',
  'deployment',
  'deployment',
  'hypercare',
  'custom',
] as const;

function someMilestone(id: string, { releases, size }: Names): fc.Arbitrary<Milestone> {
  return fc
    .record({
      releaseId: fc.constantFrom(...releases),
      kind: fc.constantFrom(...kinds),
      start: fc.integer({ min: -10, max: size.hours }),
      length: fc.constantFrom(null, 0, 1, 2, 6, 20),
    })
    .map(({ kind, start, length, ...parts }) =>
      aMilestone(id, kind, start, length === null ? null : start + length, parts),
    );
}

function someBooking(id: string, names: Names): fc.Arbitrary<Booking> {
  return fc
    .record({
      environmentId: fc.constantFrom(...names.environments, 'no-such-environment'),
      releaseId: fc.constantFrom(null, null, ...names.releases),
      purpose: fc.constantFrom('use', 'use', 'blue-green', 'canary'),
      mode: fc.constantFrom('shared', 'shared', 'shared', 'exclusive'),
      units: fc.integer({ min: 1, max: 3 }),
      services: some(names.services, 2),
      start: fc.integer({ min: 0, max: names.size.hours }),
      length: fc.constantFrom(0, 1, 2, 5, 10, 30),
      requestedAt: fc.integer({ min: -50, max: -40 }).map(hour),
      causedBy: fc.constantFrom(null, null, null, ...ids('b', 4)),
    })
    .map(({ start, length, ...parts }) => aBooking(id, start, start + length, parts));
}

function someRule(id: string, { environments, services, teams, size }: Names): fc.Arbitrary<PlanRule> {
  const scope = fc.record({
    environments: some(environments, 1),
    services: some(services, 2),
    regions: some(['EU', 'us'], 1),
    tiers: some([1, 2, 3, 4], 2),
    teams: some(teams, 1),
  });
  // A scope of all lists meets next to nothing: most name one thing, or nothing.
  const narrow = fc.oneof(
    fc.constant({}),
    scope,
    ...(['environments', 'services', 'regions', 'tiers', 'teams'] as const).map((key) =>
      scope.map((each) => ({ [key]: each[key] })),
    ),
  );
  const time = fc.tuple(fc.integer({ min: -5, max: size.hours }), fc.constantFrom(0, 1, 4, 12, 40));
  return fc
    .tuple(fc.constantFrom('window', 'freeze', 'maintenance'), narrow, fc.array(time, { maxLength: 4 }))
    .map(([kind, named, times]) =>
      aPlanRule(
        id,
        kind as never,
        times.map(([start, length]) => [start, start + length] as const),
        { scope: named },
      ),
    );
}

function someOverride(id: string, names: Names): fc.Arbitrary<Plan['overrides'][number]> {
  return fc
    .record({
      freezeId: fc.constantFrom(...ids('rule', names.size.rules)),
      services: some(names.services, 1),
      start: fc.integer({ min: 0, max: names.size.hours }),
      length: fc.constantFrom(1, 5, 30),
      approvedBy: fc.constantFrom(null, 'Ann', 'ann ', 'Ben', 'Ben'),
    })
    .map(({ freezeId, services: named, start, length, approvedBy }) => {
      const scope = { regions: [], environments: [], services: named, tiers: [], teams: [], tenants: [] };
      const asked = { reason: 'because', requestedBy: 'Ann', requestedAt: hour(-200), approvedBy };
      const approvedAt = approvedBy === null ? null : hour(-150);
      const times = { startAt: hour(start), endAt: hour(start + length) };
      return { id, freezeId, scope, ...times, ...asked, approvedAt } as unknown as Plan['overrides'][number];
    });
}

function all<T>(prefix: string, count: number, one: (id: string) => fc.Arbitrary<T>): fc.Arbitrary<readonly T[]> {
  return fc.integer({ min: 0, max: count }).chain((many) => fc.tuple(...ids(prefix, many).map(one)));
}

function namesOf(size: PlanSize): Names {
  return {
    size,
    environments: ids('env', size.environments),
    services: ids('svc', size.services),
    trains: ids('train', size.trains),
    releases: ids('r', size.releases),
    teams: ids('team', 2),
    people: ids('p', 3),
  };
}

const roles = ['Release lead', 'release LEAD', 'Shadow lead', 'On-call'];

/** Plans in which much clashes: few environments, services, people and days; on whole hours, so that many things touch. */
export function randomPlan(size: PlanSize = SMALL): fc.Arbitrary<Plan> {
  const names = namesOf(size);
  return fc
    .record({
      now: fc.integer({ min: -20, max: 30 }).map(hour),
      environments: environments(names.environments),
      services: services(names.services, names.teams),
      trains: trains(names),
      releases: all('r', size.releases, (id) => someRelease(id, names)),
      milestones: all('m', size.milestones, (id) => someMilestone(id, names)),
      bookings: all('b', size.bookings, (id) => someBooking(id, names)),
      rules: all('rule', size.rules, (id) => someRule(id, names)),
      overrides: all('o', 2, (id) => someOverride(id, names)),
      teams: fc.tuple(...names.teams.map((id) => daysOff().map((off) => aTeam(id, { daysOff: off })))),
      people: fc.tuple(
        ...names.people.map((id) => fc.constantFrom(null, ...names.teams).map((teamId) => aPerson(id, { teamId }))),
      ),
      absences: all('a', 3, (id) => someAbsence(id, names)),
      assignments: all('as', 8, (id) => someAssignment(id, names)),
      unboarded: some(names.releases).map((list) =>
        list.map((id, index) => ({ releaseId: id as never, count: index })),
      ),
    })
    .map((parts) => aPlan(parts));
}

function someAbsence(id: string, { people }: Names): fc.Arbitrary<Plan['absences'][number]> {
  return fc
    .tuple(fc.constantFrom(...people), fc.constantFrom(...days), fc.constantFrom(...days))
    .map(([person, one, other]) => anAbsence(id, person, one < other ? one : other, one < other ? other : one));
}

function someAssignment(id: string, { people, releases }: Names): fc.Arbitrary<Plan['assignments'][number]> {
  return fc
    .tuple(fc.constantFrom(...releases), fc.constantFrom(...people), fc.constantFrom(...roles))
    .map(([release, person, role]) => anAssignment(id, release, person, role));
}

/** One edit of a plan made here: something new, something moved, something gone. `structure` lets it change what all hangs on. */
export function randomEdit(size: PlanSize = SMALL, structure = true): fc.Arbitrary<Edit> {
  const names = namesOf(size);
  const edit = <T>(kind: Edit['kind'], prefix: string, count: number, one: (id: string) => fc.Arbitrary<T>) =>
    fc
      .integer({ min: 0, max: count - 1 })
      .chain((index) => {
        const id = `${prefix}${index}`;
        return fc
          .oneof({ weight: 6, arbitrary: one(id) }, { weight: 1, arbitrary: fc.constant(null) })
          .map((to) => ({ kind, id, to }));
      })
      .map((each) => each as Edit);
  const moves = [
    { weight: 6, arbitrary: edit('booking', 'b', size.bookings, (id) => someBooking(id, names)) },
    { weight: 4, arbitrary: edit('milestone', 'm', size.milestones, (id) => someMilestone(id, names)) },
    { weight: 4, arbitrary: edit('release', 'r', size.releases, (id) => someRelease(id, names)) },
    { weight: 2, arbitrary: edit('rule', 'rule', size.rules, (id) => someRule(id, names)) },
    { weight: 1, arbitrary: edit('override', 'o', 2, (id) => someOverride(id, names)) },
    { weight: 1, arbitrary: edit('absence', 'a', 3, (id) => someAbsence(id, names)) },
    { weight: 1, arbitrary: edit('assignment', 'as', 8, (id) => someAssignment(id, names)) },
    {
      weight: 1,
      arbitrary: edit('unboarded', 'r', size.releases, (id) => fc.nat(3).map((count) => ({ releaseId: id, count }))),
    },
    { weight: 1, arbitrary: fc.integer({ min: -20, max: 60 }).map((at): Edit => ({ kind: 'now', to: hour(at) })) },
  ];
  const places = environments(names.environments).chain((list) => fc.constantFrom(...list));
  const catalogue = services(names.services, names.teams).chain((list) => fc.constantFrom(...list));
  const graph = [
    { weight: 1, arbitrary: places.map((to): Edit => ({ kind: 'environment', id: to.id, to })) },
    { weight: 1, arbitrary: catalogue.map((to): Edit => ({ kind: 'service', id: to.id, to })) },
  ];
  return fc.oneof(...moves, ...(structure ? graph : []));
}
