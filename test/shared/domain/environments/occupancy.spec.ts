import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  blockersOf,
  environmentMap,
  holdOf,
  isTooLarge,
  occupancyOf,
} from '../../../../shared/domain/environments/occupancy.ts';
import type { Booking, Environment } from '../../../../shared/model/environment.ts';
import { booking, environment, pairsByMinute, someBookings, someEnvironments } from '../../../support/bookings.ts';

/** Who stands in the way of the first of some bookings. */
function inTheWay([first, ...others]: readonly Booking[], environments: readonly Environment[]): readonly string[] {
  const own = environments.find(({ id }) => id === first?.environmentId);
  if (first === undefined || own === undefined) throw new Error('a booking of a known environment was expected');
  const of = (id: string) => others.filter(({ environmentId }) => environmentId === id);
  return blockersOf(holdOf(first, own), occupancyOf(own.id, environmentMap(environments), of), own);
}

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
    expect(isTooLarge(holdOf(booking('x', 'e', [0, 1], changes), own), own)).toBe(expected);
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
});
