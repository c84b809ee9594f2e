import { describe, expect, it } from 'vitest';
import { bookingsAlong, isToDeploy, movedBookings } from '../../../../shared/domain/conflicts/release-bookings.ts';
import { PlanView } from '../../../../shared/domain/conflicts/view.ts';
import type { Booking } from '../../../../shared/model/environment.ts';
import type { ReleaseId } from '../../../../shared/model/ids.ts';
import {
  aBooking,
  aMilestone,
  anEnvironment,
  aPlan,
  aRelease,
  hour,
  hours,
} from '../../../support/conflicts/things.ts';

const releaseId = 'r' as ReleaseId;

/** A release that is deployed from the 60th to the 62nd hour, with what is booked for it. */
function viewOf(bookings: readonly Booking[]): PlanView {
  return new PlanView(
    aPlan({
      now: hour(20),
      environments: [anEnvironment('prod', { kind: 'production' }), anEnvironment('test', { kind: 'test' })],
      releases: [aRelease('r', 60)],
      milestones: [aMilestone('m', 'deployment', 60, 62, { releaseId: 'r' })],
      bookings,
    }),
  );
}

const production = aBooking('prod', 59, 63, { environmentId: 'prod', releaseId: 'r' });
const testing = aBooking('test', 30, 40, { environmentId: 'test', releaseId: 'r' });

function moved(bookings: readonly Booking[], withBookings?: boolean, days = 3) {
  const found = movedBookings(viewOf(bookings), { releaseId, days, withBookings });
  return {
    possible: found.bookings.length,
    spans: found.moved.map(({ startAt, endAt }) => ({ start: startAt, end: endAt })),
  };
}

describe('shared/domain/conflicts/release-bookings', () => {
  it('takes a release’s own bookings and what came along with them, but not what has begun', () => {
    const bookings = [
      testing,
      aBooking('along', 30, 40, { environmentId: 'test', causedBy: 'test' }),
      aBooking('begun', 10, 40, { environmentId: 'test', releaseId: 'r' }),
      aBooking('other', 30, 40, { environmentId: 'test' }),
    ];

    expect(bookingsAlong(viewOf(bookings), releaseId).map(({ id }) => id)).toEqual(['test', 'along']);
  });

  it('leaves what brought one of its bookings along for another release where it is', () => {
    const bookings = [
      aBooking('theirs', 59, 63, { environmentId: 'prod', releaseId: 'q' }),
      aBooking('given', 59, 63, { environmentId: 'test', releaseId: 'r', causedBy: 'theirs' }),
    ];

    expect(bookingsAlong(viewOf(bookings), releaseId).map(({ id }) => id)).toEqual(['given']);
  });

  it('moves all of them by as many days where one holds a deployment of the release', () => {
    expect(moved([production, testing])).toEqual({
      possible: 2,
      spans: [hours(59 + 72, 63 + 72), hours(30 + 72, 40 + 72)],
    });
  });

  it.each([
    ['they are not in production', [testing]],
    ['it is in production at another time', [aBooking('prod', 70, 72, { environmentId: 'prod', releaseId: 'r' })]],
    [
      'its environment is not known',
      [{ ...production, environmentId: testing.environmentId, purpose: 'use' as const }],
    ],
  ])('leaves them where none holds one: %s', (_, bookings) => {
    expect(moved(bookings)).toEqual({ possible: bookings.length, spans: [] });
  });

  it('does what it is told instead', () => {
    expect(moved([production], false)).toEqual({ possible: 1, spans: [] });
    expect(moved([testing], true)).toEqual({ possible: 1, spans: [hours(30 + 72, 40 + 72)] });
  });

  it('leaves them where only the hour changes', () => {
    expect(moved([production], true, 0)).toEqual({ possible: 0, spans: [] });
  });

  it.each([
    ['production', 'use', true],
    ['staging', 'use', false],
    ['staging', 'canary', true],
  ] as const)('takes a booking in %s to %s for one to deploy by: %s', (kind, purpose, expected) => {
    expect(isToDeploy(aBooking('b', 0, 1, { purpose }), anEnvironment('e', { kind }))).toBe(expected);
  });
});
