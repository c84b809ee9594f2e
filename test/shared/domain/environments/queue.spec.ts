import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { environmentQueue, type QueueInput, queueFor } from '../../../../shared/domain/environments/queue.ts';
import type { Booking } from '../../../../shared/model/environment.ts';
import { EnvironmentQueue } from '../../../../shared/model/environment-use.ts';
import {
  booking,
  environment,
  minute,
  minutesAt,
  pairsInMinute,
  someBookings,
  someEnvironments,
} from '../../../support/bookings.ts';

const own = environment('e');

function queue(waiting: readonly Booking[], changes: Partial<QueueInput> = {}): EnvironmentQueue {
  const input = { environment: own, holding: [], elsewhere: [], now: minute(0), waiting, ...changes };
  const environments = changes.environments ?? [input.environment];
  return EnvironmentQueue.parse(environmentQueue({ ...input, environments }));
}

/** Each as `id from-to`, in the order of the queue. */
function told({ places }: EnvironmentQueue): readonly string[] {
  return places.map(({ bookingId, expected }) =>
    expected === null ? `${bookingId} never` : `${bookingId} ${minutesAt(expected.start)}-${minutesAt(expected.end)}`,
  );
}

const byPriority = environment('e', { discipline: 'priority' });
const byDeadline = environment('e', { discipline: 'earliest-deadline' });

describe('shared/domain/environments/queue', () => {
  it('is empty where nobody waits', () => {
    expect(queue([]).places).toEqual([]);
  });

  it('serves who asked first, and lets each wait for the ones before', () => {
    const found = queue([
      booking('late', 'e', [0, 5], { requestedAt: minute(-1) }),
      booking('early', 'e', [0, 10], { requestedAt: minute(-9) }),
      booking('middle', 'e', [0, 3], { requestedAt: minute(-5) }),
    ]);

    expect(told(found)).toEqual(['early 0-10', 'middle 10-13', 'late 13-18']);
    expect(found.places.map(({ because }) => because)).toEqual([
      'Requested before “middle”.',
      'Requested after “early”.',
      'Requested after “middle”.',
    ]);
    expect(found.places.map(({ waitMinutes, waitsFor }) => [waitMinutes, waitsFor])).toEqual([
      [0, []],
      [10, ['early']],
      [13, ['early', 'middle']],
    ]);
  });

  it('serves by priority, 1 first, then who asked first', () => {
    const waiting = [
      booking('c', 'e', [0, 1], { priority: 2, requestedAt: minute(-1) }),
      booking('b', 'e', [0, 1], { priority: 2, requestedAt: minute(-2) }),
      booking('a', 'e', [0, 1], { priority: 1, requestedAt: minute(0) }),
    ];

    const found = queue(waiting, { environment: byPriority });

    expect(told(found)).toEqual(['a 0-1', 'b 1-2', 'c 2-3']);
    expect(found.places.map(({ decidedBy, because }) => [decidedBy, because])).toEqual([
      ['priority', 'Priority 1, before “b” with priority 2.'],
      ['priority', 'Priority 2, after “a” with priority 1.'],
      ['request', 'Same priority (2), requested after “b”.'],
    ]);
  });

  it('serves the earliest deadline first, those without one last, and says who will be late', () => {
    const waiting = [
      booking('never', 'e', [0, 4], { requestedAt: minute(-9) }),
      booking('nor', 'e', [0, 4], { requestedAt: minute(-8) }),
      booking('second', 'e', [0, 4], { deadlineAt: minute(7) }),
      booking('first', 'e', [0, 4], { deadlineAt: minute(6) }),
    ];

    const found = queue(waiting, { environment: byDeadline });

    expect(told(found)).toEqual(['first 0-4', 'second 4-8', 'never 8-12', 'nor 12-16']);
    expect(found.places.map(({ late }) => late)).toEqual([false, true, null, null]);
    expect(found.places.map(({ because }) => because)).toEqual([
      'Its deadline is earlier than that of “second”.',
      'Its deadline is later than that of “first”.',
      'No deadline, after “second”, which has one.',
      'No deadline either, requested after “never”.',
    ]);
  });

  it('says so where a deadline stands before none, and where two are the same', () => {
    const deadlineAt = minute(9);
    const one = queue([booking('none', 'e', [0, 1]), booking('some', 'e', [0, 1], { deadlineAt })], {
      environment: byDeadline,
    });
    const two = queue([booking('b', 'e', [0, 1], { deadlineAt }), booking('a', 'e', [0, 1], { deadlineAt })], {
      environment: byDeadline,
    });

    expect(one.places[0]?.because).toBe('Has a deadline, before “none”, which has none.');
    expect(two.places[1]?.because).toBe(
      'Same deadline, requested at the same moment as “a”; the order of ids decides.',
    );
  });

  it('lets the order of ids decide between two who asked at the same moment', () => {
    const found = queue([booking('b', 'e', [0, 1]), booking('a', 'e', [0, 1])]);

    expect(found.places.map(({ bookingId, decidedBy, comparedWith }) => [bookingId, decidedBy, comparedWith])).toEqual([
      ['a', 'id', 'b'],
      ['b', 'id', 'a'],
    ]);
    expect(found.places[1]?.because).toBe('Requested at the same moment as “a”; the order of ids decides.');
  });

  it('says so where nobody else waits', () => {
    expect(queue([booking('a', 'e', [3, 4])]).places).toMatchObject([
      { decidedBy: 'alone', comparedWith: null, because: 'Nobody else waits.', readyAt: minute(3), waitMinutes: 0 },
    ]);
  });

  it('starts nobody before now, nor before they want it', () => {
    const found = queue([booking('past', 'e', [-60, -50]), booking('later', 'e', [30, 40])], { now: minute(5) });

    expect(told(found)).toEqual(['later 30-40', 'past 5-15']);
  });

  it('uses a gap that is too early or too short for the ones ahead, and delays nobody by it', () => {
    const found = queue(
      [
        booking('ahead', 'e', [0, 10], { requestedAt: minute(-9) }),
        booking('small', 'e', [0, 4], { requestedAt: minute(-1) }),
      ],
      { holding: [booking('settled', 'e', [5, 8])] },
    );

    expect(told(found)).toEqual(['ahead 8-18', 'small 0-4']);
  });

  it('fills a shared environment up to its capacity', () => {
    const shared = environment('e', { sharing: 'shared', capacity: 3 });
    const waiting = [2, 2, 1, 3].map((units, index) =>
      booking(`u${units}-${index}`, 'e', [0, 10], { units, requestedAt: minute(index - 9) }),
    );

    expect(told(queue(waiting, { environment: shared }))).toEqual([
      'u2-0 0-10',
      'u2-1 10-20',
      'u1-2 0-10',
      'u3-3 20-30',
    ]);
  });

  it('lets those use an environment together that use other services', () => {
    const byService = environment('e', { sharing: 'by-service' });
    const waiting = [
      booking('a', 'e', [0, 10], { services: ['s'] }),
      booking('b', 'e', [0, 10], { services: ['t'] }),
      booking('c', 'e', [0, 10], { services: ['s', 'u'] }),
    ];

    expect(told(queue(waiting, { environment: byService }))).toEqual(['a 0-10', 'b 0-10', 'c 10-20']);
  });

  it('waits while what it stands on is taken', () => {
    const host = environment('host');
    const above = environment('e', { parents: ['host'] });

    const found = queue([booking('a', 'e', [0, 10])], {
      environment: above,
      environments: [host, above],
      holding: [booking('work', 'host', [5, 8])],
    });

    expect(told(found)).toEqual(['a 8-18']);
    expect(found.places[0]?.waitsFor).toEqual(['work']);
  });

  it('lets nobody wait for what has not begun on what it stands on and comes after it', () => {
    const host = environment('host');
    const above = environment('e', { parents: ['host'] });
    const [first, second] = [{ requestedAt: minute(-9) }, { requestedAt: minute(-5) }];
    const bookings = [
      booking('x', 'host', [1, 11], first),
      booking('x-along', 'e', [1, 11], { ...first, causedBy: 'x' }),
      booking('y', 'host', [1, 11], second),
      booking('y-along', 'e', [1, 11], { ...second, causedBy: 'y' }),
    ];
    const at = (now: number) => queueFor(above, { environments: [host, above], bookings, now: minute(now) });

    const { places } = at(0);

    expect(places.map(({ bookingId, waitMinutes }) => [bookingId, waitMinutes])).toEqual([
      ['x-along', 0],
      ['y-along', 10],
    ]);
    // x asked before y-along and has the host until 11.
    expect(places[1]?.waitsFor.toSorted()).toEqual(['x', 'x-along']);
    expect(at(1).places).toEqual([]);
  });

  it('never serves who needs more than there is, and goes on with the next', () => {
    const shared = environment('e', { sharing: 'shared', capacity: 2 });

    const found = queue([booking('big', 'e', [0, 5], { units: 3 }), booking('small', 'e', [0, 5])], {
      environment: shared,
    });

    expect(told(found)).toEqual(['big never', 'small 0-5']);
    expect(found.places[0]).toMatchObject({ expected: null, waitMinutes: null, late: null, waitsFor: [] });
  });

  it('does not wait for itself, nor for what it brought along, where these are among those who have it', () => {
    const own = booking('a', 'e', [0, 5]);
    const along = booking('along', 'e', [0, 5], { causedBy: 'a' });

    expect(told(queue([own], { holding: [own, along] }))).toEqual(['a 0-5']);
  });

  it('puts each at the first minute at which a look at every minute finds room', () => {
    fc.assert(
      fc.property(
        someEnvironments,
        someBookings(5, 'h'),
        someBookings(5, 'w'),
        fc.integer({ min: 0, max: 9 }),
        (all, holding, asked, now) => {
          const [first] = all;
          if (first === undefined) return;
          const waiting = asked.map((one) => ({ ...one, environmentId: first.id, causedBy: null }));
          const settled = holding.map((one) => ({ ...one, causedBy: null }));

          const { places } = queue(waiting, {
            environment: first,
            environments: all,
            holding: settled,
            now: minute(now),
          });

          const placed: Booking[] = [...settled];
          for (const { bookingId, expected } of places) {
            const wanted = waiting.find(({ id }) => id === bookingId);
            if (wanted === undefined) throw new Error('somebody else is in the queue');
            const length = minutesAt(wanted.endAt) - minutesAt(wanted.startAt);
            let start = Math.max(now, minutesAt(wanted.startAt));
            const alone = [{ ...wanted, startAt: minute(0), endAt: minute(1) }];
            const counts = first.sharing === 'shared' ? wanted.mode === 'shared' : wanted.purpose !== 'use';
            expect(expected === null).toBe(counts && wanted.units > first.capacity);
            if (expected === null) continue;
            expect(pairsInMinute(0, alone, all).size).toBe(0);
            const at = (from: number) => ({ ...wanted, startAt: minute(from), endAt: minute(from + length) });
            const clashes = (from: number) =>
              Array.from({ length }, (_, offset) => from + offset).some((moment) =>
                [...pairsInMinute(moment, [...placed, at(from)], all)].some((pair) =>
                  pair.split(' ').includes(wanted.id),
                ),
              );
            while (clashes(start)) start += 1;
            expect(minutesAt(expected.start)).toBe(start);
            placed.push(at(start));
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  const sameLength = fc.array(
    fc.record({
      length: fc.integer({ min: 1, max: 6 }),
      deadline: fc.integer({ min: 0, max: 20 }),
      priority: fc.integer({ min: 1, max: 3 }),
      requested: fc.integer({ min: -3, max: 0 }),
    }),
    { minLength: 1, maxLength: 5 },
  );

  function* permutations<T>(items: readonly T[]): Generator<readonly T[]> {
    if (items.length === 0) yield [];
    for (const [index, item] of items.entries()) {
      for (const rest of permutations(items.filter((_, other) => other !== index))) yield [item, ...rest];
    }
  }

  it('is, by earliest deadline, as little late at worst as the best of all orders (Jackson 1955)', () => {
    fc.assert(
      fc.property(sameLength, (list) => {
        const waiting = list.map(({ length, deadline }, index) =>
          booking(`w${index}`, 'e', [0, length], { deadlineAt: minute(deadline) }),
        );

        const { places } = queue(waiting, { environment: byDeadline });

        const latest = Math.max(
          ...places.map(({ bookingId, expected }) => {
            const deadline = waiting.find(({ id }) => id === bookingId)?.deadlineAt ?? minute(0);
            return minutesAt(expected?.end ?? minute(0)) - minutesAt(deadline);
          }),
        );
        const best = [...permutations(list)].map((order) => {
          let end = 0;
          return Math.max(...order.map(({ length, deadline }) => (end += length) - deadline));
        });
        expect(latest).toBe(Math.min(...best));
      }),
    );
  });

  it.each(['first-come', 'priority', 'earliest-deadline'] as const)(
    'is, by %s, the only order of all in which nobody stands before somebody who comes first',
    (discipline) => {
      fc.assert(
        fc.property(sameLength, (list) => {
          const waiting = list.map(({ length, deadline, priority, requested }, index) =>
            booking(`w${index}`, 'e', [0, length], {
              deadlineAt: minute(deadline),
              priority,
              requestedAt: minute(requested),
            }),
          );

          const { places } = queue(waiting, { environment: environment('e', { discipline }) });

          const rank = ({ id, priority, deadlineAt, requestedAt }: Booking) => [
            discipline === 'priority' ? priority : 0,
            discipline === 'earliest-deadline' ? Number(deadlineAt) : 0,
            Number(requestedAt),
            Number(id.slice(1)),
          ];
          const comesFirst = (a: Booking, b: Booking) => {
            const at = rank(a).findIndex((part, index) => part !== rank(b)[index]);
            return (rank(a)[at] ?? 0) < (rank(b)[at] ?? 0);
          };
          const inOrder = [...permutations(waiting)].filter((order) =>
            order.every((one, index) => order.slice(index + 1).every((other) => comesFirst(one, other))),
          );
          expect(inOrder).toHaveLength(1);
          expect(places.map(({ bookingId }) => bookingId)).toEqual(inOrder[0]?.map(({ id }) => id));
        }),
      );
    },
  );
});
