import { describe, expect, it } from 'vitest';
import { workingDays } from '../../../../shared/domain/calendar/working-days.ts';
import { workingSpans } from '../../../../shared/domain/freezes/slot-parts.ts';
import { span } from '../../../../shared/domain/freezes/spans.ts';
import { afterWork, commonHours, firstFit, lastFit, whyNoHours } from '../../../../shared/domain/integration/hours.ts';
import { WorkingCalendar } from '../../../../shared/model/train.ts';
import { aClock, anInstant, aZone, isoOf } from '../../../support/times.ts';

function from(start: string, end: string) {
  return span(anInstant(`${start}:00Z`), anInstant(`${end}:00Z`));
}

function nineToFive(zone: string, range: ReturnType<typeof span>, off: readonly string[] = []) {
  const calendar = WorkingCalendar.parse({ workdays: [1, 2, 3, 4, 5], holidays: null, extraDaysOff: off });
  const days = workingDays(calendar, new Map());
  return workingSpans({ name: zone, zone: aZone(zone), days, from: aClock('09:00'), to: aClock('17:00') }, range);
}

function told(set: readonly ReturnType<typeof span>[]): readonly string[] {
  return set.map(({ start, end }) => `${isoOf(start).slice(5, 16)} ${isoOf(end).slice(11, 16)}`);
}

const monday = from('2026-11-23T00:00', '2026-11-24T00:00');

describe('shared/domain/integration/hours', () => {
  // Worked out by hand. Berlin is UTC+1 in November, New York UTC-5, Bangalore (Kolkata) UTC+5:30, Auckland UTC+13.
  it.each([
    ['Berlin and New York', ['Europe/Berlin', 'America/New_York'], ['11-23T14:00 16:00']],
    ['Berlin and Bangalore', ['Europe/Berlin', 'Asia/Kolkata'], ['11-23T08:00 11:30']],
    ['New York and Bangalore', ['America/New_York', 'Asia/Kolkata'], []],
    ['all three', ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata'], []],
  ])('finds the common hours of %s on a Monday', (_, zones, expected) => {
    const hours = new Map(zones.map((zone) => [zone, nineToFive(zone, monday)]));
    expect(told(commonHours(zones, hours))).toEqual(expected);
  });

  it('follows the weeks in which clocks change on different days', () => {
    // New York goes forward on 8 March 2026, Berlin on the 29th: five hours apart in between, six before and after.
    const weeks = from('2026-03-05T00:00', '2026-04-01T00:00');
    const zones = ['Europe/Berlin', 'America/New_York'];
    const common = told(commonHours(zones, new Map(zones.map((zone) => [zone, nineToFive(zone, weeks)]))));

    expect(common).toContain('03-06T14:00 16:00');
    expect(common).toContain('03-09T13:00 16:00');
    expect(common).toContain('03-27T13:00 16:00');
    expect(common).toContain('03-30T13:00 15:00');
    expect(common).toHaveLength(19);
  });

  it('names the two whose hours never meet', () => {
    const zones = ['Pacific/Auckland', 'Europe/Berlin', 'America/New_York'];
    const week = from('2026-11-23T00:00', '2026-11-28T00:00');
    const hours = new Map(zones.map((zone) => [zone, nineToFive(zone, week)]));
    // Auckland 09:00 to 17:00 is 20:00 to 04:00 UTC, and Berlin's is 08:00 to 16:00; New York's is 14:00 to 22:00.
    expect(whyNoHours(zones, hours, 60)).toEqual({
      by: 'hours',
      crews: ['Pacific/Auckland', 'Europe/Berlin'],
      longest: 0,
    });
    expect(whyNoHours(['Pacific/Auckland', 'America/New_York'], hours, 180).by).toBe('hours');
  });

  it('names the two that meet for the shortest where each two meet, one alone, or all', () => {
    const hours = new Map([
      ['a', [from('2026-11-23T08:00', '2026-11-23T12:00')]],
      ['b', [from('2026-11-23T09:00', '2026-11-23T14:00')]],
      ['c', [from('2026-11-23T11:30', '2026-11-23T15:00')]],
      ['d', [from('2026-11-23T08:00', '2026-11-23T10:00'), from('2026-11-23T11:00', '2026-11-23T13:00')]],
      ['e', []],
    ]);
    expect(whyNoHours(['a', 'b', 'c'], hours, 60)).toEqual({ by: 'hours', crews: ['a', 'c'], longest: 30 });
    expect(whyNoHours(['a', 'e'], hours, 60)).toEqual({ by: 'hours', crews: ['e'], longest: 0 });
    // Each two of these meet for 60 minutes, all three for none.
    const three = new Map([
      ['x', [from('2026-11-23T08:00', '2026-11-23T10:00')]],
      ['y', [from('2026-11-23T09:00', '2026-11-23T11:00')]],
      ['z', [from('2026-11-23T08:00', '2026-11-23T09:00'), from('2026-11-23T10:00', '2026-11-23T11:00')]],
    ]);
    expect(whyNoHours(['x', 'y', 'z'], three, 60)).toEqual({ by: 'hours', crews: ['x', 'y', 'z'], longest: 0 });
  });

  it('begins on whole minutes, where so much is left', () => {
    const set = [from('2026-11-23T08:00', '2026-11-23T09:00'), from('2026-11-23T10:00', '2026-11-23T12:00')];
    const at = anInstant('2026-11-23T08:00:30Z');
    expect(firstFit(set, 59, at)).toBe(anInstant('2026-11-23T08:01Z'));
    expect(firstFit(set, 60, at)).toBe(anInstant('2026-11-23T10:00Z'));
    expect(firstFit(set, 121, at)).toBeNull();
    expect(lastFit(set, 90)).toBe(anInstant('2026-11-23T10:30Z'));
    expect(lastFit(set, 121)).toBeNull();
  });

  it('counts work across nights', () => {
    const set = [from('2026-11-23T08:00', '2026-11-23T16:00'), from('2026-11-24T08:00', '2026-11-24T16:00')];
    const at = anInstant('2026-11-23T14:00Z');
    expect(afterWork(set, at, 0)).toBe(at);
    expect(afterWork(set, at, 120)).toBe(anInstant('2026-11-23T16:00Z'));
    expect(afterWork(set, at, 180)).toBe(anInstant('2026-11-24T09:00Z'));
    expect(afterWork(set, at, 601)).toBeNull();
  });
});
