import { describe, expect, it } from 'vitest';
import { familyOf, isFreed, ownerOf, wholeFamily } from '../../../../shared/domain/conflicts/booking-families.ts';
import { PlanView } from '../../../../shared/domain/conflicts/view.ts';
import type { Booking } from '../../../../shared/model/environment.ts';
import { aBooking, aPlan, aRelease } from '../../../support/conflicts/things.ts';

const view = new PlanView(
  aPlan({
    releases: [aRelease('r1', 5), aRelease('off', 5, { state: 'cancelled' })],
    bookings: [
      aBooking('root', 0, 1),
      aBooking('child', 0, 1, { causedBy: 'root' }),
      aBooking('grandchild', 0, 1, { causedBy: 'child' }),
      aBooking('for-release', 0, 1, { causedBy: 'root', releaseId: 'r1' }),
      aBooking('orphan', 0, 1, { causedBy: 'gone' }),
      aBooking('ring-b', 0, 1, { causedBy: 'ring-c' }),
      aBooking('ring-c', 0, 1, { causedBy: 'ring-b' }),
      aBooking('a-tail', 0, 1, { causedBy: 'ring-c' }),
      aBooking('off-root', 0, 1, { releaseId: 'off' }),
      aBooking('off-child', 0, 1, { causedBy: 'off-root' }),
      aBooking('off-kept', 0, 1, { causedBy: 'off-root', releaseId: 'r1' }),
    ],
  }),
);

function booking(id: string): Booking {
  return view.tables.booking.get(id) as Booking;
}

describe('shared/domain/conflicts/booking-families', () => {
  it.each([
    ['itself', 'root', 'root'],
    ['what brought it along', 'child', 'root'],
    ['what brought that along', 'grandchild', 'root'],
    ['its release before what brought it along', 'for-release', 'r1'],
    ['what is gone', 'orphan', 'gone'],
    ['the least of a ring', 'ring-c', 'ring-b'],
    ['the least of a ring that it is not in', 'a-tail', 'ring-b'],
  ])('a booking is for %s', (_, id, expected) => {
    expect(ownerOf(view, booking(id))).toBe(expected);
  });

  it('knows what came along with a booking, in rings too', () => {
    expect(familyOf(view, 'root')).toEqual(['root', 'child', 'for-release', 'grandchild']);
    expect(familyOf(view, 'ring-b')).toEqual(['ring-b', 'ring-c', 'a-tail']);
  });

  it('finds the same family from each of a ring', () => {
    const ids = (id: string) =>
      wholeFamily(view, booking(id))
        .map((each) => each.id)
        .sort();

    expect([ids('ring-b'), ids('ring-c')]).toEqual([
      ['a-tail', 'ring-b', 'ring-c'],
      ['a-tail', 'ring-b', 'ring-c'],
    ]);
  });

  it.each([
    ['the booking of a cancelled release', 'off-root', true],
    ['what came along with it for no release of its own', 'off-child', true],
    ['what came along with it for another release', 'off-kept', false],
    ['a booking for nobody', 'root', false],
    ['what came along with a booking that is gone', 'orphan', false],
    ['one of a ring', 'ring-b', false],
  ])('says of %s whether it is freed', (_, id, expected) => {
    expect(isFreed(view, booking(id))).toBe(expected);
  });
});
