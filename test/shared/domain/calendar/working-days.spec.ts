import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, eachDay } from '../../../../shared/domain/calendar/days.ts';
import {
  addWorkingDays,
  dayOffName,
  isWorkingDay,
  nextWorkingDay,
  previousWorkingDay,
  type WorkingDays,
  workingDays,
  workingDaysBetween,
} from '../../../../shared/domain/calendar/working-days.ts';
import type { Day } from '../../../../shared/model/time.ts';
import { WorkingCalendar } from '../../../../shared/model/train.ts';
import { aDay, someDay } from '../../../support/times.ts';

function calendar(workdays: readonly number[], off: readonly string[] = []): WorkingCalendar {
  return WorkingCalendar.parse({ workdays, holidays: null, extraDaysOff: off });
}

function holidays(...days: readonly (readonly [string, string])[]): ReadonlyMap<Day, string> {
  return new Map(days.map(([day, name]) => [aDay(day), name]));
}

const WEEK = [1, 2, 3, 4, 5];
const none = holidays();
const plain = workingDays(calendar(WEEK), none);
/** Around Christmas 2026: Thursday the 24th is a company's own day off, the 25th and 26th are holidays. */
const christmas = workingDays(
  calendar(WEEK, ['2026-12-24']),
  holidays(['2026-12-25', 'Christmas Day'], ['2026-12-26', 'Boxing Day'], ['2027-01-01', 'New Year’s Day']),
);

const someCalendar: fc.Arbitrary<WorkingDays> = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
    fc.uniqueArray(fc.integer({ min: 0, max: 300 }), { maxLength: 60 }),
  )
  .map(([workdays, off]) =>
    workingDays(
      calendar(
        workdays,
        off.map((offset) => addDays(aDay('2026-06-01'), offset)),
      ),
      none,
    ),
  );
const nearDay = fc.integer({ min: -50, max: 350 }).map((offset) => addDays(aDay('2026-06-01'), offset));

/** The oracle: every working day after `from` up to and with `to`, counted one by one. */
function countedBetween(from: Day, to: Day, days: WorkingDays): number {
  return [...eachDay(addDays(from, 1), to)].filter((day) => isWorkingDay(day, days)).length;
}

describe('shared/domain/calendar/working-days', () => {
  it.each([
    ['2026-11-23', true, null],
    ['2026-11-28', false, 'Not a weekday worked'],
    ['2026-12-24', false, 'Day off'],
    ['2026-12-25', false, 'Christmas Day'],
    ['2026-12-26', false, 'Boxing Day'],
    ['2026-12-28', true, null],
  ])('knows whether %s is worked: %s, or why not: %s', (day, worked, why) => {
    expect(isWorkingDay(aDay(day), christmas)).toBe(worked);
    expect(dayOffName(aDay(day), christmas)).toBe(why);
  });

  it('works on the weekdays that the calendar names', () => {
    const sundayToThursday = workingDays(calendar([7, 1, 2, 3, 4]), none);

    expect(
      [...eachDay(aDay('2026-11-23'), aDay('2026-11-29'))].map((day) => isWorkingDay(day, sundayToThursday)),
    ).toEqual([true, true, true, true, false, false, true]);
  });

  it('names a day off after its holiday where it is both', () => {
    const both = workingDays(calendar(WEEK, ['2026-12-25']), holidays(['2026-12-25', 'Christmas Day']));

    expect(dayOffName(aDay('2026-12-25'), both)).toBe('Christmas Day');
  });

  it.each([
    ['a weekday', '2026-11-25', 0, '2026-11-25'],
    ['a weekday', '2026-11-25', 1, '2026-11-26'],
    ['a weekday', '2026-11-25', 3, '2026-11-30'],
    ['a weekday', '2026-11-25', -3, '2026-11-20'],
    ['a weekday', '2026-11-25', 260, '2027-11-24'],
    ['a Friday', '2026-11-27', 1, '2026-11-30'],
    ['a Saturday', '2026-11-28', 0, '2026-11-28'],
    ['a Saturday', '2026-11-28', 1, '2026-11-30'],
    ['a Saturday', '2026-11-28', -1, '2026-11-27'],
    ['a Sunday', '2026-11-29', 1, '2026-11-30'],
    ['a Sunday', '2026-11-29', -1, '2026-11-27'],
    ['a year’s end', '2026-12-31', 1, '2027-01-01'],
    ['a leap day’s eve', '2028-02-28', 1, '2028-02-29'],
  ])('counts from %s, %s, by %i: %s', (_what, from, amount, expected) => {
    expect(addWorkingDays(aDay(from), amount, plain)).toBe(expected);
  });

  it.each([
    ['2026-12-23', 1, '2026-12-28'],
    ['2026-12-28', -1, '2026-12-23'],
    ['2026-12-25', 1, '2026-12-28'],
    ['2026-12-25', -1, '2026-12-23'],
    ['2026-12-25', 0, '2026-12-25'],
    ['2026-12-23', 5, '2027-01-04'],
  ])('steps over days off: %s by %i is %s', (from, amount, expected) => {
    expect(addWorkingDays(aDay(from), amount, christmas)).toBe(expected);
  });

  it('finds the working days next to a day, never the day itself', () => {
    expect(nextWorkingDay(aDay('2026-12-23'), christmas)).toBe('2026-12-28');
    expect(nextWorkingDay(aDay('2026-11-23'), plain)).toBe('2026-11-24');
    expect(previousWorkingDay(aDay('2026-12-28'), christmas)).toBe('2026-12-23');
    expect(previousWorkingDay(aDay('2026-11-24'), plain)).toBe('2026-11-23');
  });

  it.each([
    ['2026-11-23', '2026-11-23', 0],
    ['2026-11-23', '2026-11-24', 1],
    ['2026-11-27', '2026-11-30', 1],
    ['2026-11-27', '2026-11-29', 0],
    ['2026-11-30', '2026-11-27', -1],
    ['2026-12-01', '2026-12-31', 22],
    ['2026-12-31', '2026-12-01', -22],
  ])('counts the working days from %s to %s: %i', (from, to, expected) => {
    expect(workingDaysBetween(aDay(from), aDay(to), plain)).toBe(expected);
  });

  it('counts the days that a count one by one finds', () => {
    fc.assert(
      fc.property(nearDay, nearDay, someCalendar, (from, to, days) => {
        const [early, late] = from <= to ? [from, to] : [to, from];
        const behind = isWorkingDay(early, days) ? 1 : 0;
        const ahead = isWorkingDay(late, days) ? 1 : 0;
        const between = countedBetween(early, late, days);

        const expected = from <= to ? between : -(between + behind - ahead);
        expect(workingDaysBetween(from, to, days)).toBe(expected === 0 ? 0 : expected);
      }),
    );
  });

  it('counts back what it added', () => {
    fc.assert(
      fc.property(nearDay, fc.integer({ min: -40, max: 40 }), someCalendar, (day, amount, days) => {
        const moved = addWorkingDays(day, amount, days);

        expect(workingDaysBetween(day, moved, days)).toBe(amount);
        expect(amount === 0 || isWorkingDay(moved, days)).toBe(true);
      }),
    );
  });

  it('takes back what it added, from a working day', () => {
    fc.assert(
      fc.property(nearDay, fc.integer({ min: -40, max: 40 }), someCalendar, (day, amount, days) => {
        fc.pre(isWorkingDay(day, days));

        expect(addWorkingDays(addWorkingDays(day, amount, days), -amount, days)).toBe(day);
      }),
    );
  });

  it('never comes sooner for more working days', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -30, max: 30 }), (day, amount) => {
        expect(addWorkingDays(day, amount, plain) < addWorkingDays(day, amount + 1, plain)).toBe(true);
      }),
    );
  });

  it('refuses a calendar that has no working day within reach, and says on which side', () => {
    const daysOff = holidays(
      ...[...eachDay(aDay('2026-06-01'), aDay('2027-12-31'))].map((day) => [day, 'Holiday'] as const),
    );
    const empty = workingDays(calendar([3]), daysOff);

    expect(() => nextWorkingDay(aDay('2026-06-01'), empty)).toThrow(
      expect.objectContaining({
        code: 'BAD_INPUT',
        message: 'The working calendar has no working day in the 400 days after Mon 1 Jun 2026.',
        where: 'calendar',
      }),
    );
    expect(() => addWorkingDays(aDay('2027-12-31'), -1, empty)).toThrow('in the 400 days before Fri 31 Dec 2027');
  });

  it('reaches a working day that is just within reach', () => {
    const daysOff = holidays(
      ...[...eachDay(aDay('2026-06-02'), addDays(aDay('2026-06-01'), 399))].map((day) => [day, 'Holiday'] as const),
    );
    const daily = workingDays(calendar([1, 2, 3, 4, 5, 6, 7]), daysOff);

    expect(nextWorkingDay(aDay('2026-06-01'), daily)).toBe(addDays(aDay('2026-06-01'), 400));
  });
});
