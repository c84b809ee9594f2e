import { describe, expect, it } from 'vitest';
import {
  bookingEntries,
  bookingEntry,
  environmentLanes,
} from '../../../../../renderer/features/calendar/lanes/booking-entries.ts';
import { noBands } from '../../../../../renderer/features/calendar/timeline/bands.ts';
import { aBooking, anEnvironment } from '../../../../support/calendar-lanes.ts';

const staging = anEnvironment('staging', { capacity: 10 });
const releases = new Map([['r', 'Payments 7']]);

describe('renderer/features/calendar/lanes/booking-entries', () => {
  it('is named after its release, else after what it is for', () => {
    expect(bookingEntry(aBooking('b', 'staging', { title: 'Drill', releaseId: 'r' }), staging, releases)).toMatchObject(
      { label: 'Payments 7', title: 'Drill', notes: ['For Payments 7', '1 of 10 units'], fixed: null },
    );
    expect(bookingEntry(aBooking('b', 'staging', { title: 'Drill', releaseId: 'x' }), staging, releases).label).toBe(
      'Drill',
    );
  });

  it.each([
    [{ mode: 'exclusive' }, 'exclusive'],
    [{ mode: 'shared' }, 'shared'],
    [{ mode: 'shared', purpose: 'canary' }, 'reserve'],
    [{ mode: 'exclusive', purpose: 'blue-green' }, 'reserve'],
  ])('%o looks %s', (changes, look) => {
    expect(bookingEntry(aBooking('b', 'staging', changes), staging, releases).look).toBe(look);
  });

  it('is not moved by itself where another one brought it along', () => {
    expect(bookingEntry(aBooking('b', 'staging', { causedBy: 'a' }), staging, releases).fixed).toMatch(/moves with/);
  });

  it('makes a lane for each environment, and for one put aside only where something is booked', () => {
    const environments = [
      staging,
      anEnvironment('old', { archived: true }),
      anEnvironment('aside', { archived: true }),
      anEnvironment('free'),
    ];
    const bookings = [aBooking('b1', 'staging'), aBooking('b2', 'aside'), aBooking('b3', 'gone')];

    const lanes = environmentLanes(environments, bookingEntries(environments, bookings, releases), () => noBands);

    expect(lanes.map(({ id, entries }) => [id, entries?.map((entry) => entry.id)])).toEqual([
      ['staging', ['b1']],
      ['aside', ['b2']],
      ['free', []],
    ]);
  });
});
