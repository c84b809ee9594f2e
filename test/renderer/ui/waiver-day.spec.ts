import { describe, expect, it } from 'vitest';
import { offeredWaiverDay } from '../../../renderer/ui/waiver-day.ts';
import { aDay, anInstant, aZone } from '../../support/times.ts';

const TODAY = aDay('2026-11-23');

describe('renderer/ui/waiver-day', () => {
  it.each([
    ['2026-11-24T09:00Z', '2026-11-24T17:00Z', 'UTC', '2026-12-07'],
    ['2027-01-05T18:00Z', '2027-01-05T19:00Z', 'UTC', '2027-01-05'],
    ['2027-01-05T18:00Z', '2027-01-05T23:30Z', 'Europe/Berlin', '2027-01-06'],
    ['2027-01-04T23:00Z', '2027-01-05T23:00Z', 'Europe/Berlin', '2027-01-05'],
    ['2027-01-04T23:00Z', '2027-01-04T23:00Z', 'Europe/Berlin', '2027-01-05'],
  ])('offers for a conflict from %s to %s in %s to hold until the end of %s', (start, end, zone, until) => {
    const at = { start: anInstant(start), end: anInstant(end) };
    expect(offeredWaiverDay(at, TODAY, aZone(zone))).toBe(until);
  });
});
