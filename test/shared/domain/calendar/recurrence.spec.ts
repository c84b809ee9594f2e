import * as fc from 'fast-check';
import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../../shared/domain/calendar/days.ts';
import { occurrences } from '../../../../shared/domain/calendar/recurrence.ts';
import { validateRrule } from '../../../../shared/domain/calendar/rrule.ts';
import type { Day } from '../../../../shared/model/time.ts';
import { bruteForceOccurrences } from '../../../support/rrule-oracle.ts';
import { aDay, someDay } from '../../../support/times.ts';

function daysOf(rrule: string, first: string, from: string, to: string, limit = 1000) {
  return occurrences({ rrule, from: aDay(first) }, { from: aDay(from), to: aDay(to), limit });
}

/** One part of a rule, or nothing. */
function part(name: string, values: readonly (string | number)[], most: number) {
  return fc
    .option(fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: most }), { nil: [] })
    .map((list) => (list.length === 0 ? '' : `;${name}=${list.join(',')}`));
}

function counted(size: number): readonly number[] {
  return Array.from({ length: size }, (_, index) => [index + 1, -index - 1]).flat();
}

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const interval = fc.constantFrom('', '', ';INTERVAL=2', ';INTERVAL=3', ';INTERVAL=7');
const months = part(
  'BYMONTH',
  counted(12).filter((month) => month > 0),
  3,
);
const weekdays = part('BYDAY', WEEKDAYS, 4);
const monthDays = part('BYMONTHDAY', counted(31), 4);
const positions = part('BYSETPOS', [1, 2, 3, -1, -2], 2);
const weekStart = fc.constantFrom('', ';WKST=SU', ';WKST=TU');
const ending = fc.constantFrom('', '', ';COUNT=1', ';COUNT=7', ';UNTIL=20280229');
const numbered = WEEKDAYS.flatMap((name) => [`1${name}`, `2${name}`, `-1${name}`, name]);

const someRule = fc
  .oneof(
    fc.tuple(fc.constant('FREQ=DAILY'), interval, months, weekdays, monthDays, ending),
    fc.tuple(fc.constant('FREQ=WEEKLY'), interval, weekdays, positions, weekStart, months, ending),
    fc.tuple(fc.constant('FREQ=MONTHLY'), interval, months, part('BYDAY', numbered, 3), monthDays, positions, ending),
    fc.tuple(fc.constant('FREQ=YEARLY'), interval, months, part('BYDAY', numbered, 3), monthDays, positions, ending),
    fc.tuple(fc.constant('FREQ=YEARLY'), part('BYDAY', ['20MO', '-1FR', '53TH', 'SA'], 2), ending),
    fc.tuple(fc.constant('FREQ=YEARLY'), interval, part('BYYEARDAY', [1, 60, 100, 366, -1, -366], 3), ending),
    fc.tuple(fc.constant('FREQ=YEARLY'), part('BYWEEKNO', [1, 20, 52, 53, -1], 2), weekdays, weekStart, ending),
  )
  .map((parts) => parts.join(''))
  .filter((text) => validateRrule(text) === null);

/** The second oracle: a library's answer, in UTC, where no clock ever changes. */
function libraryOccurrences(rrule: string, from: Day, to: Day): readonly string[] {
  const utc = (day: Day) => Temporal.PlainDate.from(day).toZonedDateTime('UTC');
  const rule = new RRuleTemporal({ rruleString: rrule, dtstart: utc(from), maxIterations: 100_000 });
  return rule.between(utc(from), utc(to), true).map((at) => at.toPlainDate().toString());
}

describe('shared/domain/calendar/recurrence', () => {
  it.each([
    [
      'every second Tuesday',
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU',
      ['2026-01-13', '2026-01-27', '2026-02-10', '2026-02-24', '2026-03-10', '2026-03-24'],
    ],
    ['the last Friday', 'FREQ=MONTHLY;BYDAY=-1FR', ['2026-01-30', '2026-02-27', '2026-03-27']],
    ['the last workday', 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', ['2026-01-30', '2026-02-27', '2026-03-31']],
    ['the 31st, where there is one', 'FREQ=MONTHLY;BYMONTHDAY=31', ['2026-01-31', '2026-03-31']],
    ['the last day', 'FREQ=MONTHLY;BYMONTHDAY=-1', ['2026-01-31', '2026-02-28', '2026-03-31']],
    ['three times', 'FREQ=WEEKLY;COUNT=3', ['2026-01-01', '2026-01-08', '2026-01-15']],
    ['up to a day, included', 'FREQ=WEEKLY;UNTIL=20260115', ['2026-01-01', '2026-01-08', '2026-01-15']],
    ['a rule that never fits', 'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', []],
    ['a rule that never fits, counted', 'FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30;COUNT=2', []],
  ])('gives %s of the first quarter of 2026', (_what, rrule, expected) => {
    expect(daysOf(rrule, '2026-01-01', '2026-01-01', '2026-03-31')).toEqual(expected);
  });

  it('names leap days only in leap years', () => {
    expect(daysOf('FREQ=YEARLY', '2024-02-29', '2024-01-01', '2036-12-31')).toEqual([
      '2024-02-29',
      '2028-02-29',
      '2032-02-29',
      '2036-02-29',
    ]);
  });

  it('names week 53 only in years that have it', () => {
    expect(daysOf('FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO', '2020-01-01', '2020-01-01', '2040-12-31')).toEqual([
      '2020-12-28',
      '2026-12-28',
      '2032-12-27',
      '2037-12-28',
    ]);
  });

  it('counts the years that weeks belong to where a rule names weeks', () => {
    // 30 December 2024 lies in week 1 of 2025, so that every second year means 2025, 2027, 2029 and 2031.
    expect(daysOf('FREQ=YEARLY;INTERVAL=2;BYWEEKNO=1;BYDAY=MO', '2024-12-30', '2024-01-01', '2030-12-31')).toEqual([
      '2024-12-30',
      '2027-01-04',
      '2029-01-01',
      '2030-12-30',
    ]);
  });

  it('does not name its first day where the rule does not', () => {
    expect(daysOf('FREQ=WEEKLY;BYDAY=TU', '2026-01-01', '2026-01-01', '2026-01-13')).toEqual([
      '2026-01-06',
      '2026-01-13',
    ]);
  });

  it('counts from its first day whatever the range', () => {
    expect(daysOf('FREQ=WEEKLY;COUNT=3', '2026-01-01', '2026-01-09', '2030-01-01')).toEqual(['2026-01-15']);
    expect(daysOf('FREQ=WEEKLY;COUNT=3', '2026-01-01', '2026-02-01', '2030-01-01')).toEqual([]);
  });

  it.each([
    ['before the first day', 'FREQ=DAILY', '2025-01-01', '2025-12-31'],
    ['after the last day', 'FREQ=DAILY;UNTIL=20260110', '2026-01-11', '2026-02-01'],
    ['that ends before it begins', 'FREQ=DAILY', '2026-02-01', '2026-01-31'],
  ])('gives nothing for a range %s', (_what, rrule, from, to) => {
    expect(daysOf(rrule, '2026-01-01', from, to)).toEqual([]);
  });

  it('gives the same days in every zone, through changes of the clock', () => {
    const days = daysOf('FREQ=DAILY', '2026-03-01', '2026-03-01', '2026-11-30');

    expect(days).toHaveLength(275);
    expect(new Set(days).size).toBe(275);
    expect(days).toContain('2026-03-08');
    expect(days).toContain('2026-09-27');
  });

  it('goes on for as long as it is asked to', () => {
    expect(daysOf('FREQ=DAILY', '1990-01-01', '1990-01-01', '2060-12-31', 30_000)).toHaveLength(25_933);
  });

  it('refuses a rule that cannot be read', () => {
    expect(() => daysOf('FREQ=HOURLY', '2026-01-01', '2026-01-01', '2026-01-31')).toThrow(
      expect.objectContaining({
        code: 'BAD_INPUT',
        where: 'cadence.rrule',
        message: 'The cadence cannot be read: FREQ=HOURLY recurs within a day, but releases recur by day.',
      }),
    );
  });

  it('refuses to give more than the limit rather than cutting off', () => {
    expect(daysOf('FREQ=DAILY', '2026-01-01', '2026-01-01', '2026-01-10', 10)).toHaveLength(10);
    expect(() => daysOf('FREQ=DAILY', '2026-01-01', '2026-01-01', '2026-01-11', 10)).toThrow(
      expect.objectContaining({ code: 'TOO_LARGE', message: expect.stringContaining('more than 10 days') }),
    );
  });

  it('refuses a cadence that begins centuries before', () => {
    expect(() => daysOf('FREQ=YEARLY', '0001-01-01', '2026-01-01', '2026-12-31')).toThrow(
      expect.objectContaining({ code: 'TOO_LARGE', where: 'cadence.from' }),
    );
  });

  it('names the days that a look at each day names', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(someRule, someDay, fc.integer({ min: 0, max: 1500 }), (rrule, first, length) => {
        const to = addDays(first, length);

        expect(occurrences({ rrule, from: first }, { from: first, to, limit: 2000 })).toEqual(
          bruteForceOccurrences(rrule, first, to),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('names the days that a library names, but for yearly rules, of which it gets some wrong', {
    timeout: 60_000,
  }, () => {
    fc.assert(
      fc.property(someRule, someDay, fc.integer({ min: 0, max: 1500 }), (rrule, first, length) => {
        fc.pre(!rrule.includes('YEARLY'));
        const to = addDays(first, length);

        expect(occurrences({ rrule, from: first }, { from: first, to, limit: 2000 })).toEqual(
          libraryOccurrences(rrule, first, to),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('gives a part of a range as that part of the whole', () => {
    fc.assert(
      fc.property(someRule, someDay, fc.nat(900), fc.nat(900), (rrule, first, skipped, length) => {
        const from = addDays(first, skipped);
        const to = addDays(from, length);

        const whole = occurrences({ rrule, from: first }, { from: first, to, limit: 2000 });

        expect(occurrences({ rrule, from: first }, { from, to, limit: 2000 })).toEqual(
          whole.filter((day) => day >= from),
        );
      }),
    );
  });
});
