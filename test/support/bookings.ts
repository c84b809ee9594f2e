import * as fc from 'fast-check';
import { Booking, Environment } from '../../shared/model/environment.ts';
import { type Instant, instant } from '../../shared/model/time.ts';
import { anInstant, isoOf } from './times.ts';

const START = anInstant('2026-03-02T00:00Z');

/** The moment so many minutes after the Monday on which these plans begin. */
export function minute(minutes: number): Instant {
  return instant(START + minutes * 60_000);
}

/** The minutes of a moment after that Monday. */
export function minutesAt(at: Instant): number {
  return (at - START) / 60_000;
}

/** A test environment of its own, for one at a time, unless it says otherwise. */
export function environment(id: string, changes: Partial<Record<keyof Environment, unknown>> = {}): Environment {
  return Environment.parse({
    id,
    name: id,
    kind: 'test',
    region: null,
    sharing: 'exclusive',
    capacity: 1,
    parents: [],
    discipline: 'first-come',
    notes: '',
    archived: false,
    ...changes,
  });
}

/** A booking of an environment from one minute to another, shared and of one unit unless it says otherwise. */
export function booking(
  id: string,
  environmentId: string,
  [from, to]: readonly [number, number],
  changes: Partial<Record<keyof Booking, unknown>> = {},
): Booking {
  const startAt = minute(from);
  const endAt = minute(to);
  return Booking.parse({
    id,
    environmentId,
    releaseId: null,
    title: id,
    purpose: 'use',
    mode: 'shared',
    units: 1,
    services: [],
    startLocal: isoOf(startAt).slice(0, 16),
    endLocal: isoOf(endAt).slice(0, 16),
    zone: 'UTC',
    priority: 3,
    deadlineAt: null,
    startAt,
    endAt,
    requestedAt: minute(0),
    causedBy: null,
    ...changes,
  });
}

/** Three environments that stand on each other in some way, rings included. */
export const someEnvironments: fc.Arbitrary<readonly Environment[]> = fc.tuple(
  ...['a', 'b', 'c'].map((id) =>
    fc
      .record({
        sharing: fc.constantFrom('exclusive', 'shared', 'by-service'),
        capacity: fc.integer({ min: 1, max: 3 }),
        discipline: fc.constantFrom('first-come', 'priority', 'earliest-deadline'),
        parents: fc.subarray(['a', 'b', 'c'], { maxLength: 1 }),
      })
      .map((changes) => environment(id, changes)),
  ),
);

/** Bookings of those environments in the first minutes, some of no length, some brought along by the first. */
export function someBookings(maxLength: number, prefix = 'k'): fc.Arbitrary<readonly Booking[]> {
  const one = fc.record({
    where: fc.constantFrom('a', 'b', 'c'),
    from: fc.integer({ min: 0, max: 14 }),
    length: fc.integer({ min: 0, max: 6 }),
    mode: fc.constantFrom('shared', 'shared', 'exclusive'),
    purpose: fc.constantFrom('use', 'use', 'use', 'canary'),
    units: fc.integer({ min: 1, max: 3 }),
    services: fc.subarray(['s', 't']),
    priority: fc.integer({ min: 1, max: 3 }),
    deadline: fc.option(fc.integer({ min: 0, max: 24 }), { nil: null }),
    requested: fc.integer({ min: -5, max: 3 }),
    brought: fc.integer({ min: 0, max: 5 }),
    releaseId: fc.constantFrom(null, null, 'r', 's'),
  });
  return fc.array(one, { maxLength }).map((list) =>
    list.map(({ where, from, length, deadline, requested, brought, ...rest }, index) =>
      booking(`${prefix}${index}`, where, [from, from + length], {
        ...rest,
        deadlineAt: deadline === null ? null : minute(deadline),
        requestedAt: minute(requested),
        causedBy: index > 0 && brought === 0 ? `${prefix}0` : null,
      }),
    ),
  );
}

/** Whether one environment stands on another, by trying every path. */
function standsOn(below: string, top: string, all: readonly Environment[], tried: readonly string[] = []): boolean {
  if (below === top || tried.includes(below)) return false;
  const parents: readonly string[] = all.find(({ id }) => id === below)?.parents ?? [];
  return parents.some((parent) => parent === top || standsOn(parent, top, all, [...tried, below]));
}

/** Whom a booking is for: a release, else whom the one that brought it along is for, else itself. */
function ownerIn(all: readonly Booking[], one: Booking): string {
  const cause = all.find(({ id }) => id === one.causedBy);
  return one.releaseId ?? (cause === undefined ? one.id : ownerIn(all, cause));
}

/**
 * The oracle: the pairs of bookings, by id, that cannot both hold during one minute, by a look at every pair of those
 * that hold in it. Written from the rules' text alone.
 */
export function pairsInMinute(
  at: number,
  bookings: readonly Booking[],
  all: readonly Environment[],
): ReadonlySet<string> {
  const there = bookings.filter(({ startAt, endAt }) => startAt <= minute(at) && endAt > minute(at));
  const found = new Set<string>();
  const of = (one: Booking) => all.find(({ id }) => id === one.environmentId);
  const alone = (one: Booking) => of(one)?.sharing === 'exclusive' || one.mode === 'exclusive';
  const counts = (one: Booking) => (of(one)?.sharing === 'shared' ? one.mode === 'shared' : one.purpose !== 'use');
  for (const [index, a] of there.entries()) {
    for (const b of there.slice(index + 1)) {
      const sameEnvironment = a.environmentId === b.environmentId;
      const units = there
        .filter((one) => one.environmentId === a.environmentId && counts(one))
        .reduce((sum, one) => sum + one.units, 0);
      const over = sameEnvironment && counts(a) && counts(b) && units > (of(a)?.capacity ?? 0);
      const rivals = ownerIn(bookings, a) !== ownerIn(bookings, b);
      const excludes = sameEnvironment
        ? alone(a) ||
          alone(b) ||
          (of(a)?.sharing === 'by-service' &&
            (a.services.length === 0 || b.services.length === 0 || a.services.some((one) => b.services.includes(one))))
        : (alone(a) && standsOn(b.environmentId, a.environmentId, all)) ||
          (alone(b) && standsOn(a.environmentId, b.environmentId, all));
      if (over || (rivals && excludes)) found.add([a.id, b.id].sort().join(' '));
    }
  }
  return found;
}

/** The same over the first minutes of the plan. */
export function pairsByMinute(
  bookings: readonly Booking[],
  all: readonly Environment[],
  minutes = 60,
): ReadonlySet<string> {
  const found = new Set<string>();
  for (let at = 0; at < minutes; at += 1) for (const key of pairsInMinute(at, bookings, all)) found.add(key);
  return found;
}
