import { describe, expect, it } from 'vitest';
import { extentOf, isWithin } from '../../../../shared/domain/conflicts/extent.ts';
import type { Conflict } from '../../../../shared/model/conflict.ts';
import { found } from '../../../support/conflicts/found.ts';
import { aBooking, anEnvironment, aPlan, hour, hours } from '../../../support/conflicts/things.ts';

const NOW = hour(0);

/** What is booked at once beyond the two units of an environment. */
function shared(...bookings: readonly (readonly [id: string, units: number, from: number, to: number])[]): Conflict {
  const plan = aPlan({
    environments: [anEnvironment('env', { sharing: 'shared', capacity: 2 })],
    bookings: bookings.map(([id, units, from, to]) => aBooking(id, from, to, { units })),
  });
  return found(plan, 'capacity-exceeded')[0] ?? expect.fail('no conflict');
}

describe('shared/domain/conflicts/extent', () => {
  const seen = shared(['a', 2, 10, 20], ['b', 1, 10, 20]);

  it('is the time, the number, the amount and the things', () => {
    expect(extentOf(seen)).toEqual({
      at: hours(10, 20),
      severity: 'blocking',
      sideCount: 2,
      amount: 3,
      among: ['b', 'a'],
    });
  });

  it.each([
    ['as it was', shared(['a', 2, 10, 20], ['b', 1, 10, 20]), true],
    ['shorter', shared(['a', 2, 10, 20], ['b', 1, 12, 15]), true],
    ['longer', shared(['a', 2, 10, 22], ['b', 1, 10, 22]), false],
    ['on another day', shared(['a', 2, 40, 50], ['b', 1, 40, 50]), false],
    ['of more units', shared(['a', 2, 10, 20], ['b', 40, 10, 20]), false],
    ['among more', shared(['a', 1, 10, 20], ['b', 1, 10, 20], ['c', 1, 10, 20]), false],
    ['among others', shared(['a', 2, 10, 20], ['c', 1, 10, 20]), false],
  ])('holds %s: %#', (_what, conflict, within) => {
    expect(isWithin(conflict, extentOf(seen), NOW)).toBe(within);
  });

  it('holds of no greater severity', () => {
    const milder = { ...seen, severity: 'serious' as const };

    expect(isWithin(seen, extentOf(milder), NOW)).toBe(false);
    expect(isWithin(milder, extentOf(seen), NOW)).toBe(true);
  });

  it('goes on with the clock', () => {
    const longer = shared(['a', 2, 10, 22], ['b', 1, 10, 22]);

    expect(isWithin(longer, extentOf(seen), hour(22))).toBe(true);
    expect(isWithin(longer, extentOf(seen), hour(21))).toBe(false);
  });
});
