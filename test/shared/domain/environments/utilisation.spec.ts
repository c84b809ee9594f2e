import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utilisation } from '../../../../shared/domain/environments/utilisation.ts';
import type { Booking, Environment } from '../../../../shared/model/environment.ts';
import { Utilisation } from '../../../../shared/model/environment-use.ts';
import { booking, environment, minute, someBookings, someEnvironments } from '../../../support/bookings.ts';

const RANGE = { start: minute(0), end: minute(100) };
const shared = environment('e', { sharing: 'shared', capacity: 4 });

function use(environments: readonly Environment[], bookings: readonly Booking[], range = RANGE): Utilisation {
  return Utilisation.parse(utilisation(environments, bookings, range));
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
    expect(use([shared], [], { start: minute(5), end: minute(5) }).overall).toMatchObject({ share: null, peak: null });
    expect(use([], []).overall).toMatchObject({ share: null, peak: null, waiting: { count: 0, summary: null } });
  });

  it('counts bookings of environments that were not asked about', () => {
    expect(use([shared], [booking('a', 'e', [0, 1]), booking('b', 'other', [0, 1])]).elsewhere).toBe(1);
  });

  it('says how long bookings that begin in the range have waited since they were asked for', () => {
    const bookings = [
      booking('a', 'e', [10, 20], { requestedAt: minute(0) }),
      booking('b', 'e', [30, 40], { requestedAt: minute(10) }),
      booking('c', 'e', [60, 61], { requestedAt: minute(0) }),
      booking('d', 'e', [60, 61], { requestedAt: minute(0) }),
      booking('before', 'e', [-1, 20], { requestedAt: minute(-500) }),
      booking('at-the-end', 'e', [100, 101], { requestedAt: minute(-500) }),
      booking('written-down-later', 'e', [50, 51], { requestedAt: minute(51) }),
      booking('along', 'e', [10, 20], { causedBy: 'a' }),
      booking('extra', 'e', [10, 20], { purpose: 'canary' }),
    ];

    const { waiting } = use([shared], bookings).overall;

    expect(waiting).toEqual({
      count: 4,
      summary: { mean: 37.5, p50: 20, p85: 60, longest: 60 },
      longest: ['c', 'd'],
      askedAfterStart: ['written-down-later'],
    });
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

          const found = use(all, bookings, range);

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
