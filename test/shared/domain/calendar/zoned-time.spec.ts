import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clockOfLocal,
  dayOf,
  dayOfLocal,
  describeLocal,
  endInstant,
  local,
  offsetAt,
  offsetLabel,
  startOfDay,
  toInstant,
  toLocal,
} from '../../../../shared/domain/calendar/zoned-time.ts';
import { type Instant, instant, LocalTime, type Zone } from '../../../../shared/model/time.ts';
import { cpuMilliseconds } from '../../../support/cpu-time.ts';
import { aClock, aDay, aLocal, anInstant, aZone, isoOf, someClock, someDay } from '../../../support/times.ts';

const MINUTE = 60_000;

const formatters = new Map<Zone, Intl.DateTimeFormat>();

/** The oracle: what the runtime's own formatter shows, by another road than the polyfill's. */
function shownBy(at: Instant, zone: Zone): string {
  const formatter =
    formatters.get(zone) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      calendar: 'iso8601',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
  formatters.set(zone, formatter);
  const parts = formatter.formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

/** Every moment of a span of days that shows a local time, by looking at each minute. */
function momentsShowing(text: string, zone: Zone): readonly string[] {
  const around = Date.parse(`${text}Z`);
  const found: string[] = [];
  for (let at = around - 26 * 60 * MINUTE; at <= around + 26 * 60 * MINUTE; at += MINUTE) {
    if (toLocal(instant(at), zone) === text) found.push(new Date(at).toISOString());
  }
  return found;
}

const someZone = fc
  .constantFrom(
    'UTC',
    'Europe/Berlin',
    'Europe/London',
    'Europe/Dublin',
    'America/New_York',
    'America/Sao_Paulo',
    'America/St_Johns',
    'Australia/Lord_Howe',
    'Australia/Adelaide',
    'Pacific/Auckland',
    'Pacific/Chatham',
    'Pacific/Apia',
    'Pacific/Kiritimati',
    'Asia/Kolkata',
    'Asia/Kathmandu',
    'Asia/Tehran',
    'Asia/Gaza',
    'Africa/Casablanca',
    'Africa/Cairo',
    'Antarctica/Troll',
    'America/Nuuk',
  )
  .map(aZone);

describe('shared/domain/calendar/zoned-time', () => {
  it.each([
    ['2026-07-01T12:00', 'Europe/Berlin', '2026-07-01T10:00:00.000Z', 'UTC+02:00'],
    ['2026-01-01T12:00', 'Europe/Berlin', '2026-01-01T11:00:00.000Z', 'UTC+01:00'],
    ['2026-07-01T12:00', 'America/New_York', '2026-07-01T16:00:00.000Z', 'UTC-04:00'],
    ['2026-07-01T12:00', 'Pacific/Auckland', '2026-07-01T00:00:00.000Z', 'UTC+12:00'],
    ['2026-01-01T00:00', 'Pacific/Auckland', '2025-12-31T11:00:00.000Z', 'UTC+13:00'],
    ['2026-12-31T23:59', 'Pacific/Kiritimati', '2026-12-31T09:59:00.000Z', 'UTC+14:00'],
    ['2026-12-31T23:59', 'Pacific/Pago_Pago', '2027-01-01T10:59:00.000Z', 'UTC-11:00'],
    ['2026-07-01T12:00', 'Asia/Kathmandu', '2026-07-01T06:15:00.000Z', 'UTC+05:45'],
    ['2026-01-01T12:00', 'America/St_Johns', '2026-01-01T15:30:00.000Z', 'UTC-03:30'],
    ['2028-02-29T23:30', 'UTC', '2028-02-29T23:30:00.000Z', 'UTC'],
    ['1965-06-01T12:00', 'Europe/Berlin', '1965-06-01T11:00:00.000Z', 'UTC+01:00'],
  ])('reads %s in %s as %s', (text, name, expected, label) => {
    const zone = aZone(name);

    const at = toInstant(aLocal(text), zone);

    expect(isoOf(at)).toBe(expected);
    expect(toLocal(at, zone)).toBe(text);
    expect(describeLocal(aLocal(text), zone)).toBe('exact');
    expect(offsetLabel(at, zone)).toBe(label);
  });

  // Instants and shown times worked out by hand from the offsets on both sides of each change.
  it.each([
    ['Europe/Berlin', '2026-03-29T02:00', '2026-03-29T01:00:00.000Z', '2026-03-29T03:00'],
    ['Europe/Berlin', '2026-03-29T02:30', '2026-03-29T01:30:00.000Z', '2026-03-29T03:30'],
    ['Europe/Berlin', '2026-03-29T02:59', '2026-03-29T01:59:00.000Z', '2026-03-29T03:59'],
    ['Europe/London', '2026-03-29T01:30', '2026-03-29T01:30:00.000Z', '2026-03-29T02:30'],
    ['America/New_York', '2026-03-08T02:30', '2026-03-08T07:30:00.000Z', '2026-03-08T03:30'],
    ['Pacific/Auckland', '2026-09-27T02:30', '2026-09-26T14:30:00.000Z', '2026-09-27T03:30'],
    ['Australia/Lord_Howe', '2026-10-04T02:10', '2026-10-03T15:40:00.000Z', '2026-10-04T02:40'],
    ['America/Sao_Paulo', '2018-11-04T00:15', '2018-11-04T03:15:00.000Z', '2018-11-04T01:15'],
    ['America/Toronto', '1919-03-30T23:45', '1919-03-31T04:45:00.000Z', '1919-03-31T00:45'],
    ['Pacific/Apia', '2011-12-30T00:00', '2011-12-30T10:00:00.000Z', '2011-12-31T00:00'],
    ['Pacific/Apia', '2011-12-30T12:00', '2011-12-30T22:00:00.000Z', '2011-12-31T12:00'],
    ['Pacific/Apia', '2011-12-30T23:59', '2011-12-31T09:59:00.000Z', '2011-12-31T23:59'],
    ['Antarctica/Troll', '2026-03-29T02:00', '2026-03-29T02:00:00.000Z', '2026-03-29T04:00'],
    ['Asia/Pyongyang', '2018-05-04T23:45', '2018-05-04T15:15:00.000Z', '2018-05-05T00:15'],
  ])('moves a time in a gap of %s forward by the gap: %s', (name, text, expected, shown) => {
    const zone = aZone(name);

    const at = toInstant(aLocal(text), zone);

    expect(describeLocal(aLocal(text), zone)).toBe('gap');
    expect(isoOf(at)).toBe(expected);
    expect(toLocal(at, zone)).toBe(shown);
  });

  it.each([
    ['Europe/Berlin', '2026-10-25T02:00', '2026-10-25T00:00:00.000Z'],
    ['Europe/Berlin', '2026-10-25T02:59', '2026-10-25T00:59:00.000Z'],
    ['America/New_York', '2026-11-01T01:30', '2026-11-01T05:30:00.000Z'],
    ['Pacific/Auckland', '2026-04-05T02:30', '2026-04-04T13:30:00.000Z'],
    ['Australia/Lord_Howe', '2026-04-05T01:45', '2026-04-04T14:45:00.000Z'],
    ['America/Sao_Paulo', '2018-02-17T23:30', '2018-02-18T01:30:00.000Z'],
    ['Pacific/Kwajalein', '1969-09-30T12:00', '1969-09-30T01:00:00.000Z'],
  ])('takes the earlier of the two times in a fold of %s: %s', (name, text, expected) => {
    const zone = aZone(name);

    const at = toInstant(aLocal(text), zone);

    expect(describeLocal(aLocal(text), zone)).toBe('fold');
    expect(isoOf(at)).toBe(expected);
    expect(toLocal(at, zone)).toBe(text);
  });

  it.each([
    ['Europe/Berlin', '2026-03-29T01:59', 'exact'],
    ['Europe/Berlin', '2026-03-29T03:00', 'exact'],
    ['Europe/Berlin', '2026-10-25T01:59', 'exact'],
    ['Europe/Berlin', '2026-10-25T03:00', 'exact'],
    ['Australia/Lord_Howe', '2026-10-04T02:29', 'gap'],
    ['Australia/Lord_Howe', '2026-10-04T02:30', 'exact'],
    ['Australia/Lord_Howe', '2026-04-05T01:29', 'exact'],
    ['Australia/Lord_Howe', '2026-04-05T01:30', 'fold'],
    ['Australia/Lord_Howe', '2026-04-05T01:59', 'fold'],
    ['Australia/Lord_Howe', '2026-04-05T02:00', 'exact'],
    ['Pacific/Apia', '2011-12-29T23:59', 'exact'],
    ['Pacific/Apia', '2011-12-31T00:00', 'exact'],
    ['America/Sao_Paulo', '2018-11-03T23:59', 'exact'],
    ['America/Sao_Paulo', '2018-11-04T01:00', 'exact'],
  ])('knows the edges of a change: in %s %s is %s', (name, text, kind) => {
    expect(describeLocal(aLocal(text), aZone(name))).toBe(kind);
  });

  it.each([
    ['an ordinary night', '2027-03-13T02:30', '2027-03-13T03:15', '2027-03-13T08:15:00.000Z'],
    [
      'a start in a gap, an end after it that comes first',
      '2027-03-14T02:30',
      '2027-03-14T03:15',
      '2027-03-14T08:15:00.000Z',
    ],
    [
      'a start in a gap, an end after it that comes later',
      '2027-03-14T02:30',
      '2027-03-14T03:45',
      '2027-03-14T07:45:00.000Z',
    ],
    ['both in a gap', '2027-03-14T02:15', '2027-03-14T02:45', '2027-03-14T07:45:00.000Z'],
    ['both in a fold', '2027-11-07T01:15', '2027-11-07T01:45', '2027-11-07T05:45:00.000Z'],
    ['an end before its start by the wall clock', '2027-03-14T03:15', '2027-03-14T02:30', '2027-03-14T07:30:00.000Z'],
  ])('ends what starts in New York: %s', (_what, start, end, expected) => {
    expect(isoOf(endInstant(aLocal(end), aLocal(start), aZone('America/New_York')))).toBe(expected);
  });

  it.each([
    ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00.000Z'],
    ['2026-03-30', 'Europe/Berlin', '2026-03-29T22:00:00.000Z'],
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
    ['2018-02-18', 'America/Sao_Paulo', '2018-02-18T03:00:00.000Z'],
    ['1919-03-31', 'America/Toronto', '1919-03-31T04:30:00.000Z'],
    ['2011-12-29', 'Pacific/Apia', '2011-12-29T10:00:00.000Z'],
    ['2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
    ['2011-12-31', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
    ['2012-01-01', 'Pacific/Apia', '2011-12-31T10:00:00.000Z'],
    ['2026-11-23', 'UTC', '2026-11-23T00:00:00.000Z'],
  ])('starts %s in %s at %s', (text, name, expected) => {
    expect(isoOf(startOfDay(aDay(text), aZone(name)))).toBe(expected);
  });

  it('starts a day where the day before ends', () => {
    fc.assert(
      fc.property(someDay, someZone, (day, zone) => {
        const start = startOfDay(day, zone);

        expect(dayOf(start, zone) >= day).toBe(true);
        expect(dayOf(instant(start - 1), zone) < day).toBe(true);
      }),
    );
  });

  it('shows what the runtime’s formatter shows', () => {
    const moment = fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2150, 0, 1) }).map(instant);
    fc.assert(
      fc.property(moment, someZone, (at, zone) => {
        expect(toLocal(at, zone)).toBe(shownBy(at, zone));
        expect(dayOf(at, zone)).toBe(shownBy(at, zone).slice(0, 10));
      }),
      { numRuns: 1500 },
    );
  });

  it('shows every zone that the runtime knows as its formatter does', { timeout: 30_000 }, () => {
    const days = ['1945-08-15', '2011-12-31', '2027-03-28'];
    const wrong: string[] = [];

    for (const name of Intl.supportedValuesOf('timeZone')) {
      for (const day of days) {
        const at = anInstant(`${day}T11:59:00Z`);
        if (toLocal(at, aZone(name)) !== shownBy(at, aZone(name))) wrong.push(`${name} ${day}`);
      }
    }

    expect(wrong).toEqual([]);
  });

  it('comes back to each local time that exists, and never before a time that does not', () => {
    fc.assert(
      fc.property(someDay, someClock, someZone, (day, clock, zone) => {
        const wanted = local(day, clock);

        const shown = toLocal(toInstant(wanted, zone), zone);

        expect(shown === wanted).toBe(describeLocal(wanted, zone) !== 'gap');
        expect(shown >= wanted).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('finds each moment that a look at every minute finds', { timeout: 30_000 }, () => {
    const changes = [
      ['Europe/Berlin', '2026-03-29'],
      ['Europe/Berlin', '2026-10-25'],
      ['Australia/Lord_Howe', '2026-10-04'],
      ['Australia/Lord_Howe', '2026-04-05'],
      ['Pacific/Apia', '2011-12-30'],
      ['America/Sao_Paulo', '2018-11-04'],
      ['America/Sao_Paulo', '2018-02-17'],
    ] as const;
    fc.assert(
      fc.property(fc.constantFrom(...changes), someClock, ([name, day], clock) => {
        const wanted = local(aDay(day), clock);
        const zone = aZone(name);

        const moments = momentsShowing(wanted, zone);
        const at = isoOf(toInstant(wanted, zone));

        expect(describeLocal(wanted, zone)).toBe(['gap', 'exact', 'fold'][moments.length]);
        expect(at).toBe(moments[0] ?? at);
      }),
      { numRuns: 60 },
    );
  });

  it('rounds down to whole minutes', () => {
    expect(toLocal(anInstant('2026-11-23T10:59:59.999Z'), aZone('UTC'))).toBe('2026-11-23T10:59');
    expect(toLocal(anInstant('1969-12-31T23:59:59.999Z'), aZone('UTC'))).toBe('1969-12-31T23:59');
  });

  it('knows the offset of a moment, also where it is no whole minute', () => {
    const zone = aZone('Europe/Berlin');

    expect(offsetAt(anInstant('2026-07-01T00:00:00Z'), zone)).toBe(7_200_000);
    expect(offsetAt(anInstant('1880-01-01T00:00:00Z'), zone)).toBe((53 * 60 + 28) * 1000);
    expect(offsetLabel(anInstant('1880-01-01T00:00:00Z'), zone)).toBe('UTC+00:53');
    expect(toLocal(toInstant(aLocal('1880-01-01T00:00'), zone), zone)).toBe('1880-01-01T00:00');
  });

  it('joins a day and a clock time, and takes them apart', () => {
    const joined = local(aDay('2026-11-23'), aClock('09:05'));

    expect(LocalTime.parse(joined)).toBe('2026-11-23T09:05');
    expect(dayOfLocal(joined)).toBe('2026-11-23');
    expect(clockOfLocal(joined)).toBe('09:05');
  });

  it('refuses a moment that lies outside the days that can be written', () => {
    expect(() => toLocal(instant(Date.UTC(9999, 11, 31, 23)), aZone('Europe/Berlin'))).toThrow('0000 to 9999');
    expect(() => dayOf(instant(9e15), aZone('Europe/Berlin'))).toThrow('cannot tell the time');
  });

  it('converts in microseconds, so that thousands of milestones can be placed at once', () => {
    const zone = aZone('Australia/Lord_Howe');
    const times = Array.from({ length: 10_000 }, (_, index) =>
      local(aDay(`20${10 + (index % 40)}-0${1 + (index % 9)}-1${index % 10}`), aClock('09:30')),
    );
    const started = cpuMilliseconds();

    for (const time of times) toLocal(toInstant(time, zone), zone);

    // Measured at 30 ms here; ten times that would mean that the eras are no longer remembered.
    expect(cpuMilliseconds() - started).toBeLessThan(1000);
  });
});
