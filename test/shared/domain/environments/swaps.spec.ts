import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SwapInput, swaps } from '../../../../shared/domain/environments/swaps.ts';
import type { Booking, Environment } from '../../../../shared/model/environment.ts';
import { type SwapProposal, Swaps } from '../../../../shared/model/environment-use.ts';
import {
  booking,
  environment,
  minute,
  minutesAt,
  pairsByMinute,
  someBookings,
  someEnvironments,
} from '../../../support/bookings.ts';

function propose(
  environments: readonly Environment[],
  bookings: readonly Booking[],
  rest: Partial<SwapInput> = {},
): Swaps {
  return Swaps.parse(swaps({ environments, bookings, now: minute(0), most: 1_000, creates: () => false, ...rest }));
}

function told({ kind, to }: SwapProposal): string {
  const places = to.map(
    ({ bookingId, environmentId, span }) =>
      `${bookingId} to ${environmentId} ${minutesAt(span.start)}-${minutesAt(span.end)}`,
  );
  return `${kind}: ${places.join(', ')}`;
}

/** Bookings as a proposal would have them. */
function applied(bookings: readonly Booking[], { to }: SwapProposal): readonly Booking[] {
  return bookings.map((one) => {
    const place = to.find(({ bookingId }) => bookingId === one.id);
    return place === undefined
      ? one
      : { ...one, environmentId: place.environmentId, startAt: place.span.start, endAt: place.span.end };
  });
}

function late(bookings: readonly Booking[]): readonly string[] {
  return bookings.filter(({ deadlineAt, endAt }) => deadlineAt !== null && endAt > deadlineAt).map(({ id }) => id);
}

const two = [environment('a'), environment('b')];

describe('shared/domain/environments/swaps', () => {
  it('proposes nothing where nothing is wrong', () => {
    expect(propose(two, [booking('x', 'a', [0, 5]), booking('y', 'b', [0, 5])])).toEqual({
      proposals: [],
      clashes: [],
      missed: [],
      tried: 0,
      complete: true,
    });
  });

  it('lets a clash go by moving either side to another environment of the same kind', () => {
    const found = propose(two, [booking('x', 'a', [0, 5]), booking('y', 'a', [3, 8])]);

    expect(found.clashes).toEqual([['x', 'y']]);
    expect(found.proposals.map(told)).toEqual(['move: x to b 0-5', 'move: y to b 3-8']);
    expect(found.proposals[0]).toMatchObject({
      from: [{ bookingId: 'x', environmentId: 'a' }],
      along: [],
      effect: { clashesGone: [['x', 'y']], deadlinesMet: [], shiftMinutes: 0 },
    });
  });

  it.each([
    ['of another kind', { kind: 'staging' }],
    ['of another region', { region: 'US' }],
    ['that is archived', { archived: true }],
  ])('moves nothing to an environment %s', (_what, changes) => {
    const environments = [environment('a', { region: 'EU' }), environment('b', { region: 'EU', ...changes })];

    expect(propose(environments, [booking('x', 'a', [0, 5]), booking('y', 'a', [3, 8])]).proposals).toEqual([]);
  });

  it('knows a region whatever its case, and one that has none as anywhere', () => {
    const environments = [
      environment('a', { region: 'EU-West' }),
      environment('b', { region: 'eu-west' }),
      environment('c'),
    ];

    const found = propose(environments, [booking('x', 'a', [0, 5]), booking('y', 'a', [3, 8])]);

    expect(found.proposals.map(told)).toContain('move: x to b 0-5');
    expect(found.proposals.map(told)).toContain('move: x to c 0-5');
  });

  it('moves nothing where it would never fit', () => {
    const environments = [environment('a'), environment('b', { sharing: 'shared', capacity: 2 })];

    const found = propose(environments, [
      booking('x', 'a', [0, 5], { units: 3 }),
      booking('y', 'a', [3, 8], { units: 2 }),
    ]);

    expect(found.proposals.map(told)).toEqual(['move: y to b 3-8']);
  });

  it('lets a deadline be met by exchanging two places', () => {
    const found = propose(
      [environment('a')],
      [booking('patient', 'a', [0, 10]), booking('urgent', 'a', [10, 14], { deadlineAt: minute(5) })],
    );

    expect(found.missed).toEqual(['urgent']);
    expect(found.proposals.map(told)).toEqual(['exchange: urgent to a 0-4, patient to a 4-14']);
    expect(found.proposals[0]?.effect).toEqual({ clashesGone: [], deadlinesMet: ['urgent'], shiftMinutes: 14 });
  });

  it('exchanges no places where the other one would miss its own deadline', () => {
    const found = propose(
      [environment('a')],
      [
        booking('also', 'a', [0, 10], { deadlineAt: minute(10) }),
        booking('urgent', 'a', [10, 14], { deadlineAt: minute(5) }),
      ],
    );

    expect(found).toMatchObject({ proposals: [], missed: ['urgent'] });
  });

  it('leaves what has begun where it is, and still names the clash', () => {
    const found = propose(two, [booking('x', 'a', [0, 5]), booking('y', 'a', [3, 8])], { now: minute(1) });

    expect(found.proposals.map(told)).toEqual(['move: y to b 3-8']);
    expect(propose(two, [booking('x', 'a', [0, 5]), booking('y', 'a', [3, 8])], { now: minute(4) })).toMatchObject({
      proposals: [],
      clashes: [['x', 'y']],
    });
  });

  it('moves a booking together with what it brought along, never that by itself', () => {
    const environments = [
      environment('a', { kind: 'staging' }),
      environment('on-a', { parents: ['a'] }),
      environment('b', { kind: 'staging' }),
      environment('on-b', { parents: ['b'] }),
    ];
    const found = propose(environments, [
      booking('x', 'a', [0, 5]),
      booking('along', 'on-a', [0, 5], { causedBy: 'x' }),
      booking('y', 'on-a', [3, 8]),
    ]);

    const move = found.proposals.find((one) => told(one) === 'move: x to b 0-5');
    expect(move).toMatchObject({ along: ['on-b'] });
    expect(move?.effect.clashesGone).toHaveLength(2);
    expect(found.proposals.flatMap(({ to }) => to.map(({ bookingId }) => bookingId))).not.toContain('along');
  });

  it('moves no extra instances of a rollout: they belong where it happens', () => {
    const environments = [
      environment('a', { sharing: 'shared', capacity: 2 }),
      environment('b', { sharing: 'shared', capacity: 9 }),
    ];
    const bookings = [booking('x', 'a', [0, 5], { units: 2, purpose: 'canary' }), booking('y', 'a', [0, 5])];

    expect(propose(environments, bookings).proposals.map(told)).toEqual(['move: y to b 0-5']);
  });

  it('says where it stopped before everything was tried', () => {
    const found = propose(two, [booking('x', 'a', [0, 5]), booking('y', 'a', [3, 8])], { most: 1 });

    expect(found).toMatchObject({ tried: 1, complete: false });
    expect(found.proposals.map(told)).toEqual(['move: x to b 0-5']);
  });

  it('proposes nothing that would make another conflict of the plan', () => {
    const asked: string[][] = [];
    const found = propose([...two, environment('c')], [booking('x', 'a', [0, 5]), booking('y', 'a', [3, 8])], {
      creates: (change) => {
        const places = change.flatMap((edit) => (edit.kind === 'booking' && edit.to ? [edit.to.environmentId] : []));
        asked.push(places);
        return places.includes('b' as never);
      },
    });

    expect(found.proposals.map(told)).toEqual(['move: x to c 0-5', 'move: y to c 3-8']);
    expect(asked.flat().toSorted()).toEqual(['b', 'b', 'c', 'c']);
  });

  it('tries exchanges with those nearest in time first, in turn for all in trouble', () => {
    const bookings = [
      booking('u', 'a', [50, 54], { deadlineAt: minute(52) }),
      booking('far', 'a', [0, 4]),
      booking('near', 'a', [40, 44]),
      booking('after', 'a', [70, 74]),
    ];

    const tried = (most: number) => propose([environment('a')], bookings, { most }).proposals.map(told);

    expect(tried(1)).toEqual(['exchange: u to a 40-44, near to a 50-54']);
    expect(tried(2)).toHaveLength(1);
    expect(tried(3)).toHaveLength(2);
  });

  it('proposes only what a look at every minute finds to mend and not to harm', () => {
    fc.assert(
      fc.property(someEnvironments, someBookings(7), (environments, some) => {
        const bookings = some.map((one) => ({ ...one, causedBy: null }));

        const found = propose(environments, bookings);

        const were = pairsByMinute(bookings, environments);
        expect(found.clashes.map((pair) => pair.join(' ')).toSorted()).toEqual([...were].toSorted());
        expect(found.missed).toEqual(late(bookings));
        for (const proposal of found.proposals) {
          const after = applied(bookings, proposal);
          const are = pairsByMinute(after, environments);
          const gone = [...were].filter((key) => !are.has(key));
          const met = late(bookings).filter((id) => !late(after).includes(id));
          expect([...are].filter((key) => !were.has(key))).toEqual([]);
          expect(late(after).filter((id) => !late(bookings).includes(id))).toEqual([]);
          expect(proposal.effect.clashesGone.map((pair) => pair.join(' ')).toSorted()).toEqual(gone.toSorted());
          expect(proposal.effect.deadlinesMet.toSorted()).toEqual(met.toSorted());
          expect(gone.length + met.length).toBeGreaterThan(0);
          for (const { bookingId, span } of proposal.to) {
            const one = bookings.find(({ id }) => id === bookingId);
            expect(span.end - span.start).toBe(Number(one?.endAt) - Number(one?.startAt));
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('misses no move that a look at every minute finds', () => {
    fc.assert(
      fc.property(someEnvironments, someBookings(5), (environments, some) => {
        const bookings = some.map((one) => ({ ...one, causedBy: null }));

        const found = new Set(propose(environments, bookings).proposals.map(told));

        const were = pairsByMinute(bookings, environments);
        for (const one of bookings.filter(({ purpose }) => purpose === 'use')) {
          for (const { id } of environments.filter((other) => other.id !== one.environmentId)) {
            const after = bookings.map((other) => (other === one ? { ...other, environmentId: id } : other));
            const are = pairsByMinute(after, environments);
            const harms = [...are].some((key) => !were.has(key));
            const mends = [...were].some((key) => !are.has(key));
            const target = environments.find((other) => other.id === id);
            const tooLarge = target?.sharing === 'shared' && one.mode === 'shared' && one.units > target.capacity;
            const text = `move: ${one.id} to ${id} ${minutesAt(one.startAt)}-${minutesAt(one.endAt)}`;
            expect([text, found.has(text)]).toEqual([text, mends && !harms && !tooLarge]);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
