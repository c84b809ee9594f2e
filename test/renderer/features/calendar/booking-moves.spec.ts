import { describe, expect, it } from 'vitest';
import {
  applyBookingMove,
  bookingMove,
  isBooking,
  previewBooking,
} from '../../../../renderer/features/calendar/booking-moves.ts';
import { bookingEntry } from '../../../../renderer/features/calendar/lanes/booking-entries.ts';
import { beginEdit, shiftEdit } from '../../../../renderer/features/calendar/timeline/edit.ts';
import { buildModel } from '../../../../renderer/features/calendar/timeline/model.ts';
import { aBooking, anEnvironment } from '../../../support/calendar-lanes.ts';
import { itemOf } from '../../../support/timeline.ts';
import { anInstant } from '../../../support/times.ts';

const staging = anEnvironment('staging');
const bookings = [
  aBooking('own', 'staging', { zone: 'Europe/Berlin' }),
  aBooking('along', 'above', { causedBy: 'own' }),
  aBooking('other', 'staging'),
];
const [own] = bookings;
const model = buildModel(
  [
    {
      of: 'environment',
      id: 'staging',
      name: 'staging',
      releases: [],
      daysOff: [],
      entries: own === undefined ? [] : [bookingEntry(own, staging, new Map())],
    },
  ],
  0,
);
const item = itemOf(model, 'own');
const edit = shiftEdit(beginEdit(item, 'body'), 'body', 1440);

describe('renderer/features/calendar/booking-moves', () => {
  it('asks for local times in the booking’s zone, and says where it stood', () => {
    expect(bookingMove(edit, bookings)).toEqual({
      id: 'own',
      startLocal: '2026-12-02T09:00',
      endLocal: '2026-12-03T09:00',
      base: {
        startAt: anInstant('2026-12-01T08:00Z'),
        endAt: anInstant('2026-12-02T08:00Z'),
        environmentId: 'staging',
      },
    });
    expect(bookingMove(edit, [])).toBeNull();
  });

  it('takes along what it brought along, and nothing else', () => {
    const span = { start: anInstant('2026-12-02T08:00Z'), end: anInstant('2026-12-03T08:00Z') };
    const preview = previewBooking(edit, bookings);

    expect([...preview]).toEqual([
      ['own', span],
      ['along', span],
    ]);
    const after = applyBookingMove({ bookings, leftOut: 0 }, preview).bookings;
    expect(after.map(({ startAt }) => startAt === span.start)).toEqual([true, true, false]);
  });

  it('leaves an answer alone that does not hold it', () => {
    const answer = { bookings: bookings.slice(2), leftOut: 3 };

    expect(applyBookingMove(answer, previewBooking(edit, bookings))).toBe(answer);
  });

  it('tells bookings from releases and milestones', () => {
    expect(isBooking(item)).toBe(true);
    expect(isBooking({ what: 'span', kind: 'uat' })).toBe(false);
    expect(isBooking({ what: 'release', kind: null })).toBe(false);
  });
});
