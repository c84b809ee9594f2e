import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dayIn,
  formatAge,
  formatBytes,
  formatCount,
  formatDay,
  formatDaysFrom,
  formatDuration,
  formatInstant,
  formatLocal,
  formatNumber,
  formatPlanned,
  formatPlannedTime,
  formatTime,
  zoneName,
} from '../../../renderer/lib/format.ts';
import { day, instant, type LocalTime, type Zone } from '../../../shared/model/time.ts';

const zone = (name: string) => name as Zone;
const at = (text: string) => instant(Date.parse(text));
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('renderer/lib/format', () => {
  it.each([
    ['short', '24 Nov'],
    ['medium', 'Tue 24 Nov'],
    ['long', 'Tue 24 Nov 2026'],
  ] as const)('writes a day %s', (style, text) => {
    expect(formatDay(day('2026-11-24'), style)).toBe(text);
  });

  it('writes a leap day and the first day of a year as they are, whatever zone this machine is in', () => {
    expect([formatDay(day('2028-02-29')), formatDay(day('2027-01-01'))]).toEqual(['Tue 29 Feb 2028', 'Fri 1 Jan 2027']);
  });

  it('writes a local time in no zone', () => {
    expect(formatLocal('2026-03-29T02:30' as LocalTime)).toBe('Sun 29 Mar 2026, 02:30');
  });

  it.each([
    ['2026-11-23T23:30:00Z', 'Europe/Berlin', '2026-11-24', '00:30'],
    ['2026-11-23T23:30:00Z', 'America/New_York', '2026-11-23', '18:30'],
    ['2026-11-23T10:30:00Z', 'Pacific/Auckland', '2026-11-23', '23:30'],
    ['2026-11-23T11:30:00Z', 'Pacific/Auckland', '2026-11-24', '00:30'],
    // The hour that comes twice when summer time ends.
    ['2026-10-25T00:30:00Z', 'Europe/Berlin', '2026-10-25', '02:30'],
    ['2026-10-25T01:30:00Z', 'Europe/Berlin', '2026-10-25', '02:30'],
  ])('puts %s in %s on %s at %s', (text, name, civil, clock) => {
    expect([dayIn(at(text), zone(name)), formatTime(at(text), zone(name))]).toEqual([civil, clock]);
  });

  it('writes midnight as 00:00', () => {
    expect(formatTime(at('2026-11-23T00:00:00Z'), zone('UTC'))).toBe('00:00');
  });

  it('writes an instant, and short without weekday and year', () => {
    const moment = at('2026-11-24T19:00:00Z');

    expect(formatInstant(moment, zone('Europe/Berlin'))).toBe('Tue 24 Nov 2026, 20:00');
    expect(formatInstant(moment, zone('Europe/Berlin'), 'short')).toBe('24 Nov, 20:00');
  });

  it('names a zone as it is called at that time of the year', () => {
    expect(zoneName(zone('Europe/London'), at('2026-07-01T00:00:00Z'))).toBe('BST');
    expect(zoneName(zone('Europe/London'), at('2026-12-01T00:00:00Z'))).toBe('GMT');
  });

  it.each([
    ['Europe/Berlin', 'CET'],
    ['America/New_York', 'EST'],
    ['UTC', 'UTC'],
    ['Asia/Tokyo', 'UTC+09:00'],
    ['Asia/Kolkata', 'UTC+05:30'],
    ['America/Sao_Paulo', 'UTC-03:00'],
  ])('names %s as English does, else as far from UTC as it is: %s', (name, words) => {
    expect(zoneName(zone(name), at('2026-12-01T00:00:00Z'))).toBe(words);
  });

  it('keeps a plan in its own zone, and adds the display zone where it differs', () => {
    const moment = at('2026-11-24T19:00:00Z');
    const berlin = zone('Europe/Berlin');

    expect(formatPlanned(moment, berlin, null)).toBe('Tue 24 Nov 2026, 20:00 CET');
    expect(formatPlanned(moment, berlin, berlin)).toBe('Tue 24 Nov 2026, 20:00 CET');
    expect(formatPlanned(moment, berlin, zone('UTC'))).toBe('Tue 24 Nov 2026, 20:00 CET (24 Nov, 19:00 UTC)');
    expect(formatPlannedTime(moment, berlin, zone('UTC'))).toBe('20:00 CET (24 Nov, 19:00 UTC)');
    expect(formatPlannedTime(moment, berlin, null)).toBe('20:00 CET');
  });

  it.each([
    [0, 'under a minute'],
    [MINUTE - 1, 'under a minute'],
    [MINUTE, '1 min'],
    [HOUR - 1, '59 min'],
    [HOUR, '1 h'],
    [2 * DAY - 1, '47 h'],
    [2 * DAY, '2 days'],
    [60 * DAY - 1, '59 days'],
    [60.5 * DAY, '60 days'],
    [61 * DAY, '2 months'],
    [729 * DAY, '23 months'],
    [730.2 * DAY, '23 months'],
    [731 * DAY, '2 years'],
    [1_826 * DAY, '4 years'],
    [1_827 * DAY, '5 years'],
    [-3 * HOUR, '3 h'],
  ])('writes the duration %d ms as %s', (milliseconds, text) => {
    expect(formatDuration(milliseconds)).toBe(text);
  });

  it('never counts one of many, and never says less of a longer time', () => {
    const words = ['min', 'h', 'days', 'months', 'years'];
    const rankOf = (text: string) => {
      const [amount = '', unit = ''] = text.split(' ');
      return text === 'under a minute' ? -1 : words.indexOf(unit) * 1_000_000 + Number(amount.replaceAll(',', ''));
    };
    fc.assert(
      fc.property(fc.nat({ max: 4_000 * DAY }), fc.nat({ max: 5 * DAY }), (length, more) => {
        const text = formatDuration(length);
        expect(text).not.toMatch(/^1 (days|months|years)/);
        expect(rankOf(formatDuration(length + more))).toBeGreaterThanOrEqual(rankOf(text));
      }),
    );
  });

  it.each([
    [0, 'just now'],
    [30_000, 'just now'],
    [3 * MINUTE, '3 min ago'],
    [-3 * MINUTE, 'in 3 min'],
    [5 * DAY, '5 days ago'],
  ])('writes the age %d ms as %s', (age, text) => {
    expect(formatAge(instant(1_800_000_000_000 - age), instant(1_800_000_000_000), zone('UTC'))).toBe(text);
  });

  it.each([
    ['2026-11-24T16:39+01:00', 'in 23 h'],
    ['2026-11-24T16:40+01:00', 'tomorrow'],
    ['2026-11-24T23:59+01:00', 'tomorrow'],
    ['2026-11-25T00:00+01:00', 'in 2 days'],
    ['2026-11-27T10:00+01:00', 'in 4 days'],
    ['2027-01-22T10:00+01:00', 'in 60 days'],
    ['2027-01-23T16:40+01:00', 'in 2 months'],
    ['2026-11-22T16:41+01:00', '23 h ago'],
    ['2026-11-22T16:40+01:00', 'yesterday'],
    ['2026-11-22T00:00+01:00', 'yesterday'],
    ['2026-11-21T23:59+01:00', '2 days ago'],
    ['2026-11-20T18:00+01:00', '3 days ago'],
  ])('says of %s on Monday 23 November at 16:40 in Berlin: %s', (then, text) => {
    expect(formatAge(at(then), at('2026-11-23T16:40+01:00'), zone('Europe/Berlin'))).toBe(text);
  });

  it('counts the days of the zone that it is shown in', () => {
    const midnight = at('2026-11-25T00:00+01:00');
    const words = (name: string) => formatAge(midnight, at('2026-11-23T16:40+01:00'), zone(name));

    expect([words('Europe/Berlin'), words('America/New_York')]).toEqual(['in 2 days', 'tomorrow']);
  });

  it.each([
    // Sunday 25 October lasts 25 hours in Berlin, Sunday 29 March 23.
    ['2026-10-25T00:30+02:00', '2026-10-25T23:30+01:00', 'in 24 h'],
    ['2026-10-23T12:00+02:00', '2026-10-26T10:30+01:00', 'in 3 days'],
    ['2026-10-26T11:00+01:00', '2026-10-23T12:00+02:00', '3 days ago'],
    ['2026-03-28T12:00+01:00', '2026-03-29T12:30+02:00', 'in 23 h'],
    ['2026-03-28T12:00+01:00', '2026-03-29T13:00+02:00', 'tomorrow'],
    ['2026-03-27T12:00+01:00', '2026-03-30T12:30+02:00', 'in 3 days'],
  ])('counts days over changes of clocks: from %s to %s it is %s', (now, then, text) => {
    expect(formatAge(at(then), at(now), zone('Europe/Berlin'))).toBe(text);
  });

  it.each([
    ['2026-11-23', 'today'],
    ['2026-11-24', 'tomorrow'],
    ['2026-11-22', 'yesterday'],
    ['2026-12-03', 'in 10 days'],
    ['2026-10-24', '30 days ago'],
  ])('says of %s that it is %s', (other, text) => {
    expect(formatDaysFrom(day(other), day('2026-11-23'))).toBe(text);
  });

  it('counts days, not hours, over the end of summer time', () => {
    expect(formatDaysFrom(day('2026-10-26'), day('2026-10-24'))).toBe('in 2 days');
  });

  it('writes numbers with their nouns', () => {
    expect([
      formatNumber(1_234_567),
      formatCount(1, 'row'),
      formatCount(2_000, 'row'),
      formatCount(0, 'entry', 'entries'),
    ]).toEqual(['1,234,567', '1 row', '2,000 rows', '0 entries']);
  });

  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1_000, '1.0 kB'],
    [12_345, '12 kB'],
    [1_234_567, '1.2 MB'],
    [5_000_000_000, '5.0 GB'],
    [5_000_000_000_000_000, '5000 TB'],
  ])('writes %d bytes as %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });
});
