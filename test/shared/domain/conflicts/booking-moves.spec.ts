import { describe, expect, it } from 'vitest';
import { bookingMoves, momentsFor, shiftBookings } from '../../../../shared/domain/conflicts/booking-moves.ts';
import type { Plan } from '../../../../shared/domain/conflicts/plan.ts';
import { PlanView } from '../../../../shared/domain/conflicts/view.ts';
import type { Booking } from '../../../../shared/model/environment.ts';
import { aBooking, anEnvironment, aPlan, aPlanRule, aRelease, hour } from '../../../support/conflicts/things.ts';

const environments = [
  anEnvironment('env', { name: 'Staging EU', region: 'eu' }),
  anEnvironment('twin', { name: 'Staging EU 2', region: 'eu' }),
  anEnvironment('far', { region: 'us' }),
  anEnvironment('small', { region: 'eu', capacity: 1 }),
  anEnvironment('old', { region: 'eu', archived: true }),
  anEnvironment('prod', { region: 'eu', kind: 'production' }),
];

function viewOf(bookings: readonly Booking[], parts: Partial<Plan> = {}): PlanView {
  return new PlanView(aPlan({ now: hour(0), environments, bookings, ...parts }));
}

function families(view: PlanView, id: string): readonly string[] {
  return [...new Set(bookingMoves(view, id, { days: 1 }).map(({ family }) => family))];
}

describe('shared/domain/conflicts/booking-moves', () => {
  it('goes by days and by time, earlier and later, and to environments of the same kind and region', () => {
    const view = viewOf([aBooking('b', 30, 35), aBooking('other', 20, 50)]);

    expect(families(view, 'b')).toEqual([
      'booking b by days earlier',
      'booking b by days later',
      'booking b by time earlier',
      'booking b by time later',
      'booking b in twin',
      'booking b in small',
    ]);
  });

  it('fits into an environment with units enough', () => {
    const big = environments.map((each) => ({ ...each, capacity: each.id === 'small' ? 1 : 9 }));

    expect(families(viewOf([aBooking('b', 30, 35, { units: 5 })], { environments: big }), 'b')).toContain(
      'booking b in twin',
    );
    expect(families(viewOf([aBooking('b', 30, 35, { units: 5 })], { environments: big }), 'b')).not.toContain(
      'booking b in small',
    );
  });

  it('goes with all that came along, and then to no other environment', () => {
    const view = viewOf([
      aBooking('b', 30, 35),
      aBooking('c', 30, 36, { causedBy: 'b' }),
      aBooking('d', 31, 33, { causedBy: 'c' }),
    ]);
    const [move] = bookingMoves(view, 'd', { days: 1 }).filter(({ days }) => days === 1);
    const steps = move?.steps() ?? [];

    expect(families(view, 'd').every((family) => family.startsWith('booking b by '))).toBe(true);
    expect(steps.map((step) => step.kind === 'booking' && [step.bookingId, step.startLocal])).toEqual([
      ['b', '2027-01-06T06:00'],
      ['c', '2027-01-06T06:00'],
      ['d', '2027-01-06T07:00'],
    ]);
  });

  it('leaves what has begun, and what is not known, where it is', () => {
    expect(bookingMoves(viewOf([aBooking('b', -1, 5)]), 'b', { days: 3 })).toEqual([]);
    expect(bookingMoves(viewOf([]), 'b', { days: 3 })).toEqual([]);
  });

  it.each([
    ['into the past', { days: -2 }, null],
    ['to a time that holds nothing', { days: 200 }, null],
    ['to tomorrow', { days: 1 }, '2027-01-06T06:00'],
  ])('moves bookings %s', (_, shift, expected) => {
    // An hour on 2027-07-25 that clocks in Lord Howe do not touch; the booking from nowhere to nowhere holds no time.
    const booking = 'days' in shift && shift.days === 200 ? aBooking('b', 30, 30) : aBooking('b', 30, 35);
    const [step] = shiftBookings(viewOf([booking]), [booking], shift) ?? [];

    expect(step?.kind === 'booking' ? step.startLocal : null).toBe(expected);
  });

  it('looks at when bookings, maintenance, freezes and deployments around it begin and end', () => {
    const booking = aBooking('b', 30, 35, { releaseId: 'r' });
    const view = viewOf(
      [
        booking,
        aBooking('near', 40, 41),
        aBooking('elsewhere', 42, 43, { environmentId: 'far' }),
        aBooking('late', 200, 201),
      ],
      {
        releases: [aRelease('r', 50)],
        rules: [
          aPlanRule('m', 'maintenance', [[44, 45]]),
          aPlanRule('f', 'freeze', [[46, 47]], { scope: { environments: ['env'] } }),
          aPlanRule('g', 'freeze', [[48, 49]]),
          aPlanRule('w', 'window', [[48, 49]]),
        ],
      },
    );

    expect([...momentsFor(view, booking, { days: 1 })].sort((a, b) => a - b)).toEqual(
      [30, 35, 40, 41, 44, 45, 46, 47, 50, 51].map(hour),
    );
  });

  it('takes another environment at the same time', () => {
    const [move] = bookingMoves(viewOf([aBooking('b', 30, 35, { title: 'UAT' })]), 'b', { days: 1 }).filter(
      ({ days }) => days === 0,
    );
    const steps = move?.steps() ?? [];

    expect(steps).toEqual([
      {
        kind: 'booking',
        bookingId: 'b',
        environmentId: 'twin',
        startLocal: '2027-01-05T06:00',
        endLocal: '2027-01-05T11:00',
        base: { startAt: hour(30), endAt: hour(35), environmentId: 'env' },
      },
    ]);
  });
});
