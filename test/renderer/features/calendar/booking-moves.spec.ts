import { describe, expect, it } from 'vitest';
import {
  applyBookingMove,
  bookingMove,
  bookingRefusal,
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
const environments = [
  staging,
  anEnvironment('above', { parents: ['staging'] }),
  anEnvironment('other'),
  anEnvironment('on-other', { parents: ['other'] }),
  anEnvironment('aside', { parents: ['other'], archived: true }),
];
const now = anInstant('2026-11-01T00:00Z');
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
const onto = (id: string) => ({ ...edit, to: { of: 'environment', id, name: id, releases: [], daysOff: [] } as const });

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
    const preview = previewBooking(edit, { bookings, environments, now });

    expect([...preview]).toEqual([
      ['own', span],
      ['along', span],
    ]);
    const after = applyBookingMove({ bookings, leftOut: 0 }, preview).bookings;
    expect(after.map(({ startAt }) => startAt === span.start)).toEqual([true, true, false]);
  });

  it('shows what has times of its own by as much elsewhere, and what has begun where it is', () => {
    const times = { startAt: '2026-12-01T06:00Z', startLocal: '2026-12-01T07:00', zone: 'Europe/Berlin' };
    const known = { bookings: [...bookings.slice(0, 1), aBooking('along', 'above', { causedBy: 'own', ...times })] };

    expect(previewBooking(edit, { ...known, environments, now }).get('along')?.start).toBe(
      anInstant('2026-12-02T06:00Z'),
    );
    const begun = anInstant('2026-12-01T07:00Z');
    expect(previewBooking(edit, { ...known, environments, now: begun }).has('along')).toBe(false);
  });

  it('leaves an answer alone that does not hold it', () => {
    const answer = { bookings: bookings.slice(2), leftOut: 3 };

    expect(applyBookingMove(answer, previewBooking(edit, { bookings, environments, now }))).toBe(answer);
  });

  it('asks for the environment that it is taken to', () => {
    expect(bookingMove(onto('other'), bookings)).toMatchObject({
      environmentId: 'other',
      base: { environmentId: 'staging' },
    });
  });

  it('books what stands on the new environment in place of what it brought along', () => {
    const span = { start: anInstant('2026-12-02T08:00Z'), end: anInstant('2026-12-03T08:00Z') };
    const preview = previewBooking(onto('other'), { bookings, environments, now });

    expect([...preview]).toEqual([
      ['own', { ...span, on: ['other', 'on-other'] }],
      ['along', { ...span, on: [] }],
    ]);
    const after = applyBookingMove({ bookings, leftOut: 0 }, preview).bookings;
    expect(after.map(({ id, environmentId, startAt }) => [id, environmentId, startAt === span.start])).toEqual([
      ['own', 'other', true],
      ['other', 'staging', false],
    ]);
  });

  it('brings nothing along where it brought nothing before', () => {
    const alone = bookings.filter(({ causedBy }) => causedBy === null);

    expect(previewBooking(onto('other'), { bookings: alone, environments, now }).get('own')?.on).toEqual(['other']);
  });

  it('is refused by what is no environment, or an archived one, and then shown where it is', () => {
    expect(bookingRefusal(edit, environments)).toBeNull();
    expect(bookingRefusal(onto('other'), environments)).toBeNull();
    expect(bookingRefusal(onto('Payments'), environments)).toBe('A booking is of an environment: “Payments” is none.');
    expect(bookingRefusal(onto('aside'), environments)).toBe('“aside” is archived: bring it back to book it.');
    expect(previewBooking(onto('aside'), { bookings, environments, now })).toEqual(
      previewBooking(edit, { bookings, environments, now }),
    );
  });

  it('tells bookings from releases and milestones', () => {
    expect(isBooking(item)).toBe(true);
    expect(isBooking({ what: 'span', kind: 'uat' })).toBe(false);
    expect(isBooking({ what: 'release', kind: null })).toBe(false);
  });
});
