import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clockName,
  dayOn,
  instantOf,
  instantOn,
  offsetOn,
  reachedAt,
  shownAgainAt,
  wallTime,
} from '../../../../shared/domain/freezes/clock.ts';
import type { Clock } from '../../../../shared/model/schedule-rule.ts';
import { aClock, aDay, aLocal, anInstant, aZone, isoOf } from '../../../support/times.ts';
import { CLOCK_CHANGES, readings } from '../../../support/wall-clock.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

function wall(text: string): number {
  return wallTime(aDay(text.slice(0, 10)), aClock(text.slice(11)));
}

function reached(text: string, zone: string): string {
  return isoOf(reachedAt(wall(text), aZone(zone)));
}

describe('shared/domain/freezes/clock', () => {
  it('reads a deadline anywhere on Earth (AoE) as twelve hours later in UTC: midnight is 12:00 UTC next day', () => {
    expect(isoOf(instantOf({ local: aLocal('2026-05-14T00:00'), clock: { by: 'aoe' } }))).toBe(
      '2026-05-14T12:00:00.000Z',
    );
    expect(isoOf(instantOf({ local: aLocal('2026-05-14T23:59'), clock: { by: 'aoe' } }))).toBe(
      '2026-05-15T11:59:00.000Z',
    );
    expect(dayOn({ by: 'aoe' }, anInstant('2026-05-15T11:59Z'))).toBe('2026-05-14');
  });

  it.each([
    ['2026-07-01T12:00', { by: 'offset', minutes: 600 }, '2026-07-01T02:00:00.000Z'],
    ['2026-07-01T12:00', { by: 'offset', minutes: -570 }, '2026-07-01T21:30:00.000Z'],
    ['2026-07-01T12:00', { by: 'offset', minutes: 0 }, '2026-07-01T12:00:00.000Z'],
    ['2026-07-01T12:00', { by: 'zone', zone: aZone('Europe/Berlin') }, '2026-07-01T10:00:00.000Z'],
  ] satisfies [string, Clock, string][])('reads %s on its own clock', (local, clock, expected) => {
    expect(isoOf(instantOf({ local: aLocal(local), clock }))).toBe(expected);
  });

  it.each([
    ['before a gap', '2026-03-29T01:59', 'Europe/Berlin', '2026-03-29T00:59:00.000Z'],
    ['where a gap begins', '2026-03-29T02:00', 'Europe/Berlin', '2026-03-29T01:00:00.000Z'],
    ['in a gap', '2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T01:00:00.000Z'],
    ['where a gap ends', '2026-03-29T03:00', 'Europe/Berlin', '2026-03-29T01:00:00.000Z'],
    ['after a gap', '2026-03-29T03:01', 'Europe/Berlin', '2026-03-29T01:01:00.000Z'],
    ['in a fold', '2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
    ['after a fold', '2026-10-25T03:00', 'Europe/Berlin', '2026-10-25T02:00:00.000Z'],
    ['in a fold of half an hour', '2026-04-05T01:45', 'Australia/Lord_Howe', '2026-04-04T14:45:00.000Z'],
    ['on a day left out', '2011-12-30T15:00', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
  ])('reaches a time %s', (_, local, zone, expected) => {
    expect(reached(local, zone)).toBe(expected);
  });

  it('knows when a time is shown again, and that most never are', () => {
    const again = (text: string, zone: string) => {
      const at = shownAgainAt(wall(text), aZone(zone));
      return at === null ? null : isoOf(at);
    };

    expect(again('2026-10-25T02:00', 'Europe/Berlin')).toBe('2026-10-25T01:00:00.000Z');
    expect(again('2026-10-25T02:59', 'Europe/Berlin')).toBe('2026-10-25T01:59:00.000Z');
    expect(again('2026-10-25T03:00', 'Europe/Berlin')).toBeNull();
    expect(again('2026-10-25T01:59', 'Europe/Berlin')).toBeNull();
    expect(again('2026-03-29T02:30', 'Europe/Berlin')).toBeNull();
    expect(again('2026-04-05T01:30', 'Australia/Lord_Howe')).toBe('2026-04-04T15:00:00.000Z');
  });

  it.each(CLOCK_CHANGES)(
    'reaches every minute of the wall in %s about %s when a clock that is never put back does',
    (name, about) => {
      const zone = aZone(name);
      const middle = anInstant(about);
      const minutes = readings(middle - 30 * HOUR, middle + 30 * HOUR, zone);

      const [from, to] = [minutes[0]?.reached ?? 0, minutes.at(-1)?.reached ?? 0];
      expect(to - from).toBeGreaterThan(24 * HOUR);

      for (let wanted = from + MINUTE; wanted <= to; wanted += MINUTE) {
        expect(reachedAt(wanted, zone)).toBe(minutes.find((one) => one.reached >= wanted)?.at);
      }
    },
  );

  it.each(CLOCK_CHANGES)('never reaches a later time earlier, in %s about %s', (name, about) => {
    const zone = aZone(name);
    const middle = anInstant(about) + 14 * HOUR;
    const somewhere = fc.integer({ min: -3_000, max: 3_000 }).map((minutes) => middle + minutes * MINUTE);
    fc.assert(
      fc.property(somewhere, somewhere, (a, b) => {
        expect(reachedAt(Math.min(a, b), zone)).toBeLessThanOrEqual(reachedAt(Math.max(a, b), zone));
      }),
    );
  });

  it('names clocks for people', () => {
    expect(clockName({ by: 'zone', zone: aZone('Asia/Kathmandu') })).toBe('Asia/Kathmandu');
    expect(clockName({ by: 'offset', minutes: 600 })).toBe('UTC+10:00');
    expect(clockName({ by: 'offset', minutes: -570 })).toBe('UTC-09:30');
    expect(clockName({ by: 'offset', minutes: 0 })).toBe('UTC');
    expect(clockName({ by: 'aoe' })).toBe('anywhere on Earth (UTC-12:00)');
  });

  it('tells the day and the distance from UTC that a clock shows', () => {
    const berlin: Clock = { by: 'zone', zone: aZone('Europe/Berlin') };

    expect(dayOn(berlin, anInstant('2026-06-30T22:00Z'))).toBe('2026-07-01');
    expect(offsetOn(berlin, anInstant('2026-06-30T22:00Z'))).toBe(2 * HOUR);
    expect(dayOn({ by: 'offset', minutes: -60 }, anInstant('2026-07-01T00:30Z'))).toBe('2026-06-30');
    expect(isoOf(instantOn({ by: 'offset', minutes: -60 }, wall('2026-06-30T23:30')))).toBe('2026-07-01T00:30:00.000Z');
  });
});
