import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findConflicts } from '../../../../shared/domain/conflicts/conflict-index.ts';
import { blockersOf, bookedView, isTooLarge } from '../../../../shared/domain/environments/occupancy.ts';
import type { ConflictKind } from '../../../../shared/model/conflict.ts';
import type { Booking, Environment } from '../../../../shared/model/environment.ts';
import { booking, environment, pairsByMinute, someBookings, someEnvironments } from '../../../support/bookings.ts';
import { held } from '../../../support/conflicts/oracle-bookings.ts';
import { randomPlan, SMALL } from '../../../support/conflicts/random-plan.ts';

/** Who stands in the way of the first of some bookings. */
function inTheWay(bookings: readonly Booking[], environments: readonly Environment[]): readonly string[] {
  const [first] = bookings;
  if (first === undefined) throw new Error('a booking was expected');
  return blockersOf(bookedView(environments, bookings), first);
}

/** The conflicts of bookings with each other. */
const WHO_IS_THERE: readonly ConflictKind[] = ['environment-clash', 'capacity-exceeded'];

const shared = environment('e', { sharing: 'shared', capacity: 4 });
const exclusive = environment('e');
const byService = environment('e', { sharing: 'by-service', capacity: 1 });
const tower = [environment('host'), environment('e', { parents: ['host'] }), environment('top', { parents: ['e'] })];

describe('shared/domain/environments/occupancy', () => {
  it.each<[string, readonly Environment[], readonly Booking[], readonly string[]]>([
    ['two at once where only one may', [exclusive], [booking('x', 'e', [0, 5]), booking('y', 'e', [4, 9])], ['y']],
    ['two that touch', [exclusive], [booking('x', 'e', [0, 5]), booking('y', 'e', [5, 9])], []],
    ['one of no length', [exclusive], [booking('x', 'e', [3, 3]), booking('y', 'e', [0, 9])], []],
    [
      'two that fit a shared one',
      [shared],
      [booking('x', 'e', [0, 5], { units: 2 }), booking('y', 'e', [0, 5], { units: 2 })],
      [],
    ],
    [
      'two that do not',
      [shared],
      [booking('x', 'e', [0, 5], { units: 3 }), booking('y', 'e', [0, 5], { units: 2 })],
      ['y'],
    ],
    [
      'three of which no two are too much: those at the time when all three meet',
      [shared],
      [
        booking('x', 'e', [0, 9], { units: 2 }),
        booking('y', 'e', [0, 5], { units: 2 }),
        booking('z', 'e', [4, 9], { units: 1 }),
        booking('later', 'e', [9, 12], { units: 4 }),
      ],
      ['y', 'z'],
    ],
    [
      'one that wants a shared one for itself',
      [shared],
      [booking('x', 'e', [0, 5], { mode: 'exclusive' }), booking('y', 'e', [4, 9])],
      ['y'],
    ],
    [
      'other services',
      [byService],
      [booking('x', 'e', [0, 5], { services: ['s'] }), booking('y', 'e', [0, 5], { services: ['t'] })],
      [],
    ],
    [
      'a service that both use',
      [byService],
      [booking('x', 'e', [0, 5], { services: ['s', 't'] }), booking('y', 'e', [0, 5], { services: ['t'] })],
      ['y'],
    ],
    [
      'no service named means all',
      [byService],
      [booking('x', 'e', [0, 5]), booking('y', 'e', [0, 5], { services: ['t'] })],
      ['y'],
    ],
    [
      'what it stands on is taken, two floors down',
      tower,
      [booking('x', 'top', [0, 5]), booking('y', 'host', [0, 5])],
      ['y'],
    ],
    [
      'what stands on it is used while it is wanted alone',
      tower,
      [booking('x', 'host', [0, 5]), booking('y', 'top', [4, 5])],
      ['y'],
    ],
    [
      'what stands on it, where it is only shared',
      [
        environment('host', { sharing: 'shared', capacity: 2 }),
        environment('top', { sharing: 'shared', parents: ['host'] }),
      ],
      [booking('x', 'host', [0, 5]), booking('y', 'top', [0, 5])],
      [],
    ],
    [
      'what it brought along itself',
      tower,
      [booking('x', 'host', [0, 5]), booking('y', 'top', [0, 5], { causedBy: 'x' })],
      [],
    ],
    [
      'another booking of the same release',
      [exclusive],
      [booking('x', 'e', [0, 5], { releaseId: 'r' }), booking('y', 'e', [0, 5], { releaseId: 'r' })],
      [],
    ],
    [
      'another booking of the same release, beyond the capacity',
      [shared],
      [
        booking('x', 'e', [0, 5], { releaseId: 'r', units: 3 }),
        booking('y', 'e', [0, 5], { releaseId: 'r', units: 2 }),
      ],
      ['y'],
    ],
    [
      'a ring of two that stand on each other',
      [environment('a', { parents: ['b'] }), environment('b', { parents: ['a'] })],
      [booking('x', 'a', [0, 5]), booking('y', 'b', [0, 5])],
      ['y'],
    ],
  ])('knows who stands in the way: %s', (_what, environments, bookings, expected) => {
    expect(inTheWay(bookings, environments)).toEqual(expected);
  });

  it.each([
    ['more units than there are', shared, { units: 5 }, true],
    ['as many units as there are', shared, { units: 4 }, false],
    ['units of one that is for one at a time', exclusive, { units: 5 }, false],
    ['extra instances where one at a time may be', exclusive, { units: 5, purpose: 'canary' }, true],
  ])('knows what can never fit: %s', (_what, own, changes, expected) => {
    expect(isTooLarge(booking('x', 'e', [0, 1], changes), own)).toBe(expected);
  });

  it('finds the pairs that a look at every minute finds', () => {
    fc.assert(
      fc.property(someEnvironments, someBookings(7), (environments, bookings) => {
        const found = bookings.flatMap((one) => {
          const others = bookings.filter((other) => other !== one);
          return inTheWay([one, ...others], environments).map((id) => [one.id, id].toSorted().join(' '));
        });

        expect(found.length).toBe(2 * new Set(found).size);
        expect([...new Set(found)].sort()).toEqual([...pairsByMinute(bookings, environments)].sort());
      }),
      { numRuns: 300 },
    );
  });

  it('knows one that is only thought of', () => {
    const view = bookedView([exclusive], [booking('y', 'e', [4, 9])]);

    expect(blockersOf(view, booking('x', 'e', [0, 5]))).toEqual(['y']);
    expect(blockersOf(view, booking('x', 'e', [0, 4]))).toEqual([]);
  });

  it('answers as the conflicts of the same plan do', () => {
    // No booking meets so many others that its clashes are told as a crowd.
    fc.assert(
      fc.property(randomPlan({ ...SMALL, bookings: 9 }), (plan) => {
        const bookings = held(plan);
        const view = bookedView(plan.environments, bookings);

        const found = bookings.flatMap((one) => blockersOf(view, one).map((id) => [one.id, id].toSorted().join(' ')));

        // The same bookings: for whom one came along is asked of what brought it, where that is there.
        const conflicts = findConflicts({ ...plan, bookings }).filter(({ kind }) => WHO_IS_THERE.includes(kind));
        const pairs = conflicts.flatMap(({ sides }) => {
          const ids = sides.map(({ thing }) => thing.id).toSorted();
          return ids.flatMap((id, index) => ids.slice(index + 1).map((other) => `${id} ${other}`));
        });
        expect([...new Set(found)].toSorted()).toEqual([...new Set(pairs)].toSorted());
      }),
      { numRuns: 300 },
    );
  });
});
