import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bookedState, effectOf, missesDeadline, pairOf } from '../../../../shared/domain/environments/booked-state.ts';
import type { BookingPlace } from '../../../../shared/model/environment-use.ts';
import {
  booking,
  environment,
  minute,
  pairsByMinute,
  someBookings,
  someEnvironments,
} from '../../../support/bookings.ts';

function place(bookingId: string, environmentId: string, from: number, to: number): BookingPlace {
  const { id, environmentId: where, startAt, endAt } = booking(bookingId, environmentId, [from, to]);
  return { bookingId: id, environmentId: where, span: { start: startAt, end: endAt } };
}

describe('shared/domain/environments/booked-state', () => {
  it.each([
    ['no deadline', null, false],
    ['before it', 11, false],
    ['at it', 10, false],
    ['after it', 9, true],
  ])('knows whether a booking misses its deadline: %s', (_what, deadline, expected) => {
    const deadlineAt = deadline === null ? null : minute(deadline);

    expect(missesDeadline(booking('x', 'a', [0, 10], { deadlineAt }))).toBe(expected);
  });

  it('finds the clashes that a look at every minute finds', () => {
    fc.assert(
      fc.property(someEnvironments, someBookings(8), (environments, bookings) => {
        expect([...bookedState(environments, bookings, minute(-1)).clashes].sort()).toEqual(
          [...pairsByMinute(bookings, environments)].sort(),
        );
      }),
    );
  });

  it('takes along what a booking brought along, when it moves in time', () => {
    const environments = [environment('host'), environment('top', { parents: ['host'] })];
    const bookings = [
      booking('x', 'host', [0, 10]),
      booking('along', 'top', [0, 10], { causedBy: 'x' }),
      booking('y', 'top', [5, 8]),
    ];

    const effect = effectOf([place('x', 'host', 20, 30)], bookedState(environments, bookings, minute(-1)));

    expect(effect.gone.map(pairOf)).toEqual(
      expect.arrayContaining([
        ['x', 'y'],
        ['along', 'y'],
      ]),
    );
    expect(effect).toMatchObject({ added: [], along: [] });
  });

  it('moves what came along by as much, where it has times of its own and has not begun', () => {
    const environments = [environment('host'), environment('top', { parents: ['host'] })];
    const bookings = [booking('x', 'host', [2, 10]), booking('along', 'top', [1, 11], { causedBy: 'x' })];
    const startsOf = (now: number) =>
      effectOf([place('x', 'host', 22, 30)], bookedState(environments, bookings, minute(now))).change.map((edit) =>
        edit.kind === 'booking' ? [edit.id, edit.to?.startAt, edit.to?.startLocal.slice(-5)] : [],
      );

    expect(startsOf(0)).toEqual([
      ['x', minute(22), '00:22'],
      ['along', minute(21), '00:21'],
    ]);
    expect(startsOf(2)).toEqual([['x', minute(22), '00:22']]);
  });

  it('brings along what stands on another environment, and leaves what stood on the first', () => {
    const environments = [
      environment('h1'),
      environment('t1', { parents: ['h1'] }),
      environment('h2'),
      environment('t2', { parents: ['h2'] }),
      environment('gone', { parents: ['h2'], archived: true }),
    ];
    const bookings = [
      booking('x', 'h1', [0, 10]),
      booking('along', 't1', [0, 10], { causedBy: 'x' }),
      booking('y', 't1', [5, 8]),
      booking('z', 't2', [5, 8]),
    ];

    const effect = effectOf([place('x', 'h2', 0, 10)], bookedState(environments, bookings, minute(-1)));

    expect(effect.along).toEqual(['t2']);
    expect(effect.gone).toHaveLength(2);
    expect(effect.added).toHaveLength(2);
  });

  it('brings nothing along where nothing was before', () => {
    const environments = [environment('h1'), environment('h2'), environment('t2', { parents: ['h2'] })];

    const effect = effectOf(
      [place('x', 'h2', 0, 10)],
      bookedState(environments, [booking('x', 'h1', [0, 10])], minute(-1)),
    );

    expect(effect.along).toEqual([]);
  });

  it('tells deadlines met and missed', () => {
    const bookings = [
      booking('x', 'a', [0, 10], { deadlineAt: minute(10) }),
      booking('y', 'a', [10, 20], { deadlineAt: minute(15) }),
    ];

    const effect = effectOf(
      [place('y', 'a', 0, 10), place('x', 'a', 10, 20)],
      bookedState([environment('a')], bookings, minute(-1)),
    );

    expect(effect).toMatchObject({ met: ['y'], missed: ['x'], gone: [], added: [] });
  });

  it('says of a change what finding all clashes before and after it says', () => {
    const change = fc.record({
      which: fc.nat(7),
      where: fc.constantFrom('a', 'b', 'c'),
      from: fc.integer({ min: 0, max: 20 }),
      length: fc.integer({ min: 0, max: 6 }),
    });
    fc.assert(
      fc.property(
        someEnvironments,
        someBookings(8),
        fc.array(change, { minLength: 1, maxLength: 2 }),
        (environments, some, changes) => {
          const bookings = some.map((one) => ({ ...one, causedBy: null }));
          const listed = changes.flatMap(({ which, where, from, length }) => {
            const one = bookings[which];
            return one === undefined ? [] : [place(one.id, where, from, from + length)];
          });
          const places = listed.filter(
            (one, index) => listed.findIndex((other) => other.bookingId === one.bookingId) === index,
          );
          if (places.length === 0) return;

          const { gone, added } = effectOf(places, bookedState(environments, bookings, minute(-1)));

          const after = bookings.map((one) => {
            const to = places.find(({ bookingId }) => bookingId === one.id);
            return to === undefined
              ? one
              : { ...one, environmentId: to.environmentId, startAt: to.span.start, endAt: to.span.end };
          });
          const were = pairsByMinute(bookings, environments);
          const are = pairsByMinute(after, environments);
          expect([...gone].sort()).toEqual([...were].filter((key) => !are.has(key)).sort());
          expect([...added].sort()).toEqual([...are].filter((key) => !were.has(key)).sort());
        },
      ),
      { numRuns: 300 },
    );
  });
});
