import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type UseInput, utilisation } from '../../../../shared/domain/environments/utilisation.ts';
import type { Booking, Environment } from '../../../../shared/model/environment.ts';
import { Utilisation } from '../../../../shared/model/environment-use.ts';
import { booking, environment, minute, someBookings, someEnvironments } from '../../../support/bookings.ts';

const RANGE = { start: minute(0), end: minute(100) };
const shared = environment('e', { sharing: 'shared', capacity: 4 });

function use(
  environments: readonly Environment[],
  bookings: readonly Booking[],
  { range = RANGE, now = minute(-1) }: Partial<Pick<UseInput, 'range' | 'now'>> = {},
): Utilisation {
  return Utilisation.parse(utilisation({ environments, bookings, range, now }));
}

describe('shared/domain/environments/utilisation', () => {
  it('adds the units of bookings that overlap, and finds the peak with its first moment', () => {
    const found = use(
      [shared],
      [
        booking('a', 'e', [0, 50], { units: 1 }),
        booking('b', 'e', [20, 60], { units: 2 }),
        booking('c', 'e', [90, 100], { units: 3 }),
      ],
    );

    // 20 x 1 + 30 x 3 + 10 x 2 + 10 x 3 of 400 unit minutes.
    expect(found.environments[0]).toMatchObject({
      usedUnitMinutes: 160,
      unitMinutes: 400,
      share: 0.4,
      overMinutes: 0,
      peak: { units: 3, at: minute(20) },
      bookings: 3,
      capacity: 4,
    });
  });

  it('counts all of an environment as used by whoever has it alone', () => {
    const found = use(
      [shared, environment('f', { capacity: 5 })],
      [booking('a', 'e', [0, 10], { mode: 'exclusive', units: 1 }), booking('b', 'f', [0, 20])],
    );

    expect(found.environments.map(({ share, peak }) => [share, peak?.units])).toEqual([
      [0.1, 4],
      [0.2, 5],
    ]);
    expect(found.overall).toMatchObject({ usedUnitMinutes: 140, unitMinutes: 900, peak: { units: 9, at: minute(0) } });
  });

  it('shows what is booked beyond the capacity in the peak and the minutes over, not in the share', () => {
    const found = use([shared], [booking('a', 'e', [0, 100], { units: 3 }), booking('b', 'e', [40, 60], { units: 3 })]);

    expect(found.environments[0]).toMatchObject({ share: 0.8, overMinutes: 20, peak: { units: 6, at: minute(40) } });
  });

  it('cuts bookings to the range, and counts those that touch it', () => {
    const bookings = [
      booking('before', 'e', [-10, 0]),
      booking('over-the-start', 'e', [-10, 10]),
      booking('over-the-end', 'e', [90, 110]),
      booking('after', 'e', [100, 110]),
    ];

    expect(use([shared], bookings).environments[0]).toMatchObject({ usedUnitMinutes: 20, bookings: 2 });
  });

  it('has no share over a range of no length, and no peak where nothing is booked', () => {
    expect(use([shared], [], { range: { start: minute(5), end: minute(5) } }).overall).toMatchObject({
      share: null,
      peak: null,
    });
    expect(use([], []).overall).toMatchObject({ share: null, peak: null, waiting: { count: 0, summary: null } });
  });

  it('counts bookings of environments that were not asked about', () => {
    expect(use([shared], [booking('a', 'e', [0, 1]), booking('b', 'other', [0, 1])]).elsewhere).toBe(1);
  });

  it('calls no waiting what was booked ahead', () => {
    const ahead = booking('ahead', 'e', [60, 80], { requestedAt: minute(-80_000) });

    expect(use([shared], [ahead]).overall.waiting).toEqual({
      count: 1,
      summary: { mean: 0, p50: 0, p85: 0, longest: 0 },
      longest: [],
    });
  });

  it('says how long bookings that begin in the range wait for their turn, from when they want it', () => {
    const one = environment('one', { capacity: 1 });
    const bookings = [
      // Has begun: how long it waited is not known; the next waits for its end at 20.
      booking('begun', 'one', [0, 20], { requestedAt: minute(-9) }),
      booking('second', 'one', [10, 30], { requestedAt: minute(-8) }),
      // Is done from 40 to 45 once the second is through.
      booking('third', 'one', [30, 35], { requestedAt: minute(-7) }),
      booking('beyond', 'one', [120, 130], { requestedAt: minute(-6) }),
      booking('along', 'one', [10, 20], { causedBy: 'second' }),
      booking('extra', 'one', [70, 80], { purpose: 'canary' }),
      booking('too-large', 'e', [0, 10], { units: 9 }),
    ];

    const { environments, overall } = use([one, shared], bookings, { now: minute(5) });

    expect(environments[0]?.waiting).toEqual({
      count: 2,
      summary: { mean: 10, p50: 10, p85: 10, longest: 10 },
      longest: ['second', 'third'],
    });
    expect(overall.waiting.count).toBe(2);
    // Before it begins it never gets what is not there.
    expect(use([shared], bookings).overall.waiting).toMatchObject({ count: 0, summary: null });
  });

  it('says nothing of how long those waited that have begun: it is not known', () => {
    const clashing = [
      booking('x', 'e', [0, 20], { mode: 'exclusive' }),
      booking('y', 'e', [10, 30], { mode: 'exclusive', requestedAt: minute(1) }),
    ];
    const none = { count: 0, summary: null, longest: [] };

    expect(use([shared], clashing, { now: minute(5) }).overall.waiting.summary?.longest).toBe(10);
    expect(use([shared], clashing, { now: minute(10) }).overall.waiting).toEqual(none);
    expect(use([shared], clashing, { now: minute(200) }).overall.waiting).toEqual(none);
  });

  it('leaves archived environments out, though they can be in the way', () => {
    const host = environment('host', { archived: true });
    const top = environment('top', { parents: ['host'] });
    const bookings = [booking('a', 'host', [0, 20]), booking('b', 'top', [10, 15], { requestedAt: minute(1) })];

    const found = use([host, top], bookings);

    expect(found.environments.map(({ environmentId }) => environmentId)).toEqual(['top']);
    expect(found.overall.waiting.summary?.longest).toBe(10);
  });

  it('finds what a look at every minute finds, for each environment and for all', () => {
    fc.assert(
      fc.property(
        someEnvironments,
        someBookings(10),
        fc.integer({ min: 0, max: 8 }),
        fc.integer({ min: 0, max: 14 }),
        (all, bookings, from, length) => {
          const range = { start: minute(from), end: minute(from + length) };

          const found = use(all, bookings, { range });

          const minutes = Array.from({ length }, (_, index) => from + index);
          const inUse = (at: number, { id, sharing, capacity }: Environment) => {
            const there = bookings.filter(
              (one) => one.environmentId === id && one.startAt <= minute(at) && one.endAt > minute(at),
            );
            const units = there.reduce((sum, one) => sum + one.units, 0);
            const taken = there.some(({ mode }) => sharing === 'exclusive' || mode === 'exclusive');
            return taken ? Math.max(units, capacity) : units;
          };
          for (const [index, one] of all.entries()) {
            const uses = minutes.map((at) => inUse(at, one));
            const used = uses.reduce((sum, units) => sum + Math.min(units, one.capacity), 0);
            const most = Math.max(0, ...uses);
            expect(found.environments[index]?.usedUnitMinutes).toBeCloseTo(used, 9);
            expect(found.environments[index]?.overMinutes).toBeCloseTo(
              uses.filter((units) => units > one.capacity).length,
              9,
            );
            expect(found.environments[index]?.peak).toEqual(
              most === 0 ? null : { units: most, at: minute(from + uses.indexOf(most)) },
            );
          }
          const together = minutes.map((at) => all.reduce((sum, one) => sum + inUse(at, one), 0));
          const most = Math.max(0, ...together);
          expect(found.overall.peak).toEqual(
            most === 0 ? null : { units: most, at: minute(from + together.indexOf(most)) },
          );
        },
      ),
      { numRuns: 200 },
    );
  });
});
