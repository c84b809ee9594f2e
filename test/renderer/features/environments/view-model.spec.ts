import { describe, expect, it } from 'vitest';
import {
  bookingLabel,
  clashingBookings,
  expectedText,
  holdText,
  percentText,
  rowsOfUse,
  waitText,
} from '../../../../renderer/features/environments/view-model.ts';
import type { WaivableConflict } from '../../../../shared/model/conflict.ts';
import type { QueuePlace } from '../../../../shared/model/environment-use.ts';
import type { Zone } from '../../../../shared/model/time.ts';
import { booking, environment, minute } from '../../../support/bookings.ts';

const UTC = 'UTC' as Zone;
const SIT = environment('sit', { sharing: 'shared', capacity: 6 });
const UAT = environment('uat');

describe('renderer/features/environments/view-model', () => {
  it.each([
    [null, ''],
    [0, '0%'],
    [0.001, '<1%'],
    [0.425, '43%'],
    [1, '100%'],
  ])('writes the share %s as %s', (share, text) => {
    expect(percentText(share)).toBe(text);
  });

  it.each([
    [booking('a', 'uat', [0, 60]), UAT, 'alone'],
    [booking('a', 'sit', [0, 60], { mode: 'exclusive' }), SIT, 'alone'],
    [booking('a', 'sit', [0, 60], { units: 2 }), SIT, 'shared, 2 of 6 units'],
    [booking('a', 'int', [0, 60]), environment('int', { sharing: 'by-service' }), 'shared, every service'],
    [
      booking('a', 'int', [0, 60], { services: ['service-1'] }),
      environment('int', { sharing: 'by-service' }),
      'shared, 1 service',
    ],
    [booking('a', 'sit', [0, 60], { purpose: 'canary', units: 3 }), SIT, '3 units kept for a rollout'],
  ])('says how a booking has it: %#', (one, place, text) => {
    expect(holdText(one, place)).toBe(text);
  });

  it('tells all of a booking to those who do not see the picture', () => {
    const one = booking('a', 'uat', [540, 1020], { title: 'Payments UAT', causedBy: 'host' });

    expect(bookingLabel(one, { environment: UAT, zone: UTC, clashes: true })).toBe(
      'Payments UAT, alone, 2 Mar, 09:00 to 2 Mar, 17:00 UTC, booked along, clashes',
    );
  });

  it('marks the bookings of clashes that nobody waived', () => {
    const side = (kind: string, id: string) => ({ thing: { kind, id, name: id } });
    const conflict = (sides: readonly unknown[], waiver: unknown) => ({ conflict: { sides }, waiver, lapsed: null });
    // Only what is read of them.
    const conflicts = [
      conflict([side('booking', 'a'), side('booking', 'b'), side('release', 'r')], null),
      conflict([side('booking', 'c')], { reason: 'agreed' }),
    ] as unknown as readonly WaivableConflict[];

    expect([...clashingBookings(conflicts)]).toEqual(['a', 'b']);
  });

  it('lists the bookings behind the figures, cut to the range', () => {
    const range = { start: minute(0), end: minute(120) };
    const rows = rowsOfUse(
      SIT,
      [
        booking('half-in', 'sit', [-60, 60], { units: 2 }),
        booking('alone', 'sit', [60, 90], { mode: 'exclusive' }),
        booking('brought', 'sit', [60, 90], { causedBy: 'x' }),
        booking('outside', 'sit', [120, 180]),
        booking('elsewhere', 'uat', [0, 60]),
      ],
      range,
    );

    expect(rows.map(({ booking: { id }, unitHours }) => [id, unitHours])).toEqual([
      ['half-in', 2],
      ['alone', 3],
      ['brought', 0.5],
    ]);
  });

  it('says the longest that somebody waits, and nothing where nobody does', () => {
    const summary = { mean: 90, p50: 0, p85: 180, longest: 600 };
    const none = { mean: 0, p50: 0, p85: 0, longest: 0 };

    expect(waitText({ count: 3, summary, longest: [] })).toBe('10 h');
    expect(waitText({ count: 3, summary: none, longest: [] })).toBe('');
    expect(waitText({ count: 0, summary: null, longest: [] })).toBe('');
  });

  it.each([
    [{ expected: null, waitMinutes: null }, 'Never: it needs more than there is.'],
    [{ waitMinutes: 0 }, 'From 2 Mar, 01:00, no waiting.'],
    [{ waitMinutes: 120, late: true }, 'From 2 Mar, 01:00, after waiting 2 h; too late for its deadline.'],
  ])('says when somebody would get it: %j', (changes, text) => {
    const place = { expected: { start: minute(60), end: minute(90) }, late: null, ...changes };

    // Only what is read of it.
    expect(expectedText(place as unknown as QueuePlace, UTC)).toBe(text);
  });
});
