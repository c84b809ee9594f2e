import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zoneClock } from '../../../../../renderer/features/calendar/timeline/zone-clock.ts';
import { toDayNumber } from '../../../../../shared/domain/calendar/days.ts';
import { aDay, anInstant, aZone } from '../../../../support/times.ts';

const zones = ['UTC', 'America/New_York', 'Pacific/Auckland', 'Australia/Lord_Howe', 'Asia/Kolkata'].map(aZone);

/** Wall-clock numbers by the runtime's own calendar: an independent oracle. */
function wallOf(time: number, zone: string): { readonly day: string; readonly minutes: number } {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const parts = new Map(format.formatToParts(time).map((part) => [part.type, part.value]));
  const minutes = Number(parts.get('hour')) * 60 + Number(parts.get('minute'));
  return { day: `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`, minutes };
}

describe('renderer/features/calendar/timeline/zone-clock', () => {
  it('tells day and minute as the runtime does', () => {
    const someTime = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2040, 0, 1) });
    fc.assert(
      fc.property(fc.constantFrom(...zones), someTime, (zone, time) => {
        const clock = zoneClock(zone);
        const wall = wallOf(time, zone);

        expect(clock.dayOf(time)).toBe(toDayNumber(aDay(wall.day)));
        expect(clock.minuteOfDay(time)).toBe(wall.minutes);
      }),
    );
  });

  it.each([
    { zone: 'Europe/Berlin', day: '2026-03-29', hours: 23 },
    { zone: 'Europe/Berlin', day: '2026-10-25', hours: 25 },
    { zone: 'America/New_York', day: '2026-03-08', hours: 23 },
    { zone: 'Pacific/Auckland', day: '2026-04-05', hours: 25 },
    { zone: 'Australia/Lord_Howe', day: '2026-04-05', hours: 24.5 },
    { zone: 'UTC', day: '2026-03-29', hours: 24 },
  ])('gives $day in $zone $hours hours', ({ zone, day, hours }) => {
    const clock = zoneClock(aZone(zone));
    const number = toDayNumber(aDay(day));

    expect((clock.dayStart(number + 1) - clock.dayStart(number)) / 3_600_000).toBe(hours);
  });

  it('starts a day at its midnight, asked once or twice', () => {
    const clock = zoneClock(aZone('America/New_York'));
    const number = toDayNumber(aDay('2026-07-01'));

    expect([clock.dayStart(number), clock.dayStart(number)]).toEqual([
      anInstant('2026-07-01T00:00-04:00'),
      anInstant('2026-07-01T00:00-04:00'),
    ]);
  });
});
