import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  civilDay,
  compareDays,
  dayOfCivil,
  daysBetween,
  daysInMonth,
  eachDay,
  firstOfMonth,
  firstOfWeek,
  fromDayNumber,
  isLeapYear,
  isoWeekOf,
  maxDay,
  minDay,
  toDayNumber,
  weekdayOf,
} from '../../../../shared/domain/calendar/days.ts';
import { Failure } from '../../../../shared/model/failure.ts';
import { type Day, Day as DayModel } from '../../../../shared/model/time.ts';
import { aDay, someDay } from '../../../support/times.ts';

const MILLISECONDS = 86_400_000;

/** The oracle: the runtime's own calendar, in UTC; `Date.UTC` alone would read the years 0 to 99 as 1900 to 1999. */
function utcDate(day: Day): Date {
  const date = new Date(0);
  date.setUTCFullYear(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)));
  return date;
}

function dayOfDate(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** Any day of the years 0 to 9999. */
const anyDay = fc.integer({ min: -719_528, max: 2_932_896 }).map(fromDayNumber);

describe('shared/domain/calendar/days', () => {
  it.each([
    ['1970-01-01', 0],
    ['1970-01-02', 1],
    ['1969-12-31', -1],
    ['2000-02-29', 11_016],
    ['2000-03-01', 11_017],
    ['2026-11-23', 20_780],
    ['0000-01-01', -719_528],
    ['9999-12-31', 2_932_896],
  ])('numbers %s as day %i and back', (text, number) => {
    expect(toDayNumber(aDay(text))).toBe(number);
    expect(fromDayNumber(number)).toBe(text);
  });

  it('numbers days as the runtime does', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(toDayNumber(day)).toBe(utcDate(day).getTime() / MILLISECONDS);
        expect(DayModel.safeParse(day).success).toBe(true);
      }),
    );
  });

  it('turns every day number of four centuries into the runtime’s day', () => {
    const first = toDayNumber(aDay('1899-12-25'));
    const wrong: string[] = [];

    for (let number = first; number < first + 146_097 + 14; number += 1) {
      const expected = dayOfDate(new Date(number * MILLISECONDS));
      if (fromDayNumber(number) !== expected) wrong.push(expected);
    }

    expect(wrong).toEqual([]);
  });

  it.each([-719_529, 2_932_897, 0.5, Number.NaN])('refuses day number %d', (number) => {
    expect(() => fromDayNumber(number)).toThrow(Failure);
  });

  it.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2027-01-01', -1, '2026-12-31'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2027-02-28', 1, '2027-03-01'],
    ['2100-02-28', 1, '2100-03-01'],
    ['2000-02-28', 1, '2000-02-29'],
    ['2026-03-28', 1, '2026-03-29'],
    ['2026-06-15', 0, '2026-06-15'],
    ['2024-02-29', 366, '2025-03-01'],
  ])('adds to %s %i days: %s', (from, amount, expected) => {
    expect(addDays(aDay(from), amount)).toBe(expected);
  });

  it('refuses to leave the years that a day can be written in', () => {
    expect(() => addDays(aDay('9999-12-31'), 1)).toThrow('outside the years 0000 to 9999');
    expect(() => addMonths(aDay('9999-12-01'), 1)).toThrow('outside the years 0000 to 9999');
    expect(() => addMonths(aDay('0000-01-31'), -1)).toThrow('outside the years 0000 to 9999');
    expect(() => addMonths(aDay('2026-01-31'), Number.NaN)).toThrow('outside the years 0000 to 9999');
  });

  it('takes back what it added', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -20_000, max: 20_000 }), (day, amount) => {
        const moved = addDays(day, amount);

        expect(daysBetween(day, moved)).toBe(amount);
        expect(addDays(moved, -amount)).toBe(day);
      }),
    );
  });

  it.each([
    ['2026-11-23', 1],
    ['2026-11-29', 7],
    ['1970-01-01', 4],
    ['1969-12-31', 3],
    ['2000-02-29', 2],
    ['0000-01-01', 6],
  ])('knows the weekday of %s: %i', (text, weekday) => {
    expect(weekdayOf(aDay(text))).toBe(weekday);
  });

  it('knows weekdays as the runtime does', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(weekdayOf(day) % 7).toBe(utcDate(day).getUTCDay());
      }),
    );
  });

  // Checked by hand against ISO 8601: years 2004, 2009, 2015, 2020, 2026 and 2032 have 53 weeks.
  it.each([
    ['2026-11-23', 2026, 48],
    ['2026-12-31', 2026, 53],
    ['2027-01-01', 2026, 53],
    ['2027-01-03', 2026, 53],
    ['2027-01-04', 2027, 1],
    ['2025-12-29', 2026, 1],
    ['2025-12-28', 2025, 52],
    ['2024-12-30', 2025, 1],
    ['2020-12-31', 2020, 53],
    ['2021-01-03', 2020, 53],
    ['2021-01-04', 2021, 1],
    ['2016-01-03', 2015, 53],
    ['2005-01-01', 2004, 53],
    ['2008-12-29', 2009, 1],
    ['2010-01-03', 2009, 53],
    ['2000-01-02', 1999, 52],
    ['2032-12-31', 2032, 53],
    ['0000-01-01', -1, 52],
    ['9999-12-31', 9999, 52],
  ])('knows the ISO week of %s: %i week %i', (text, year, week) => {
    expect(isoWeekOf(aDay(text))).toEqual({ year, week });
  });

  it('counts ISO weeks as a walk from 4 January does', () => {
    fc.assert(
      fc.property(someDay, (day) => {
        const monday = utcDate(day).getTime() - ((utcDate(day).getUTCDay() + 6) % 7) * MILLISECONDS;
        const year = new Date(monday + 3 * MILLISECONDS).getUTCFullYear();
        const fourth = Date.UTC(year, 0, 4);
        const firstMonday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * MILLISECONDS;

        expect(isoWeekOf(day)).toEqual({ year, week: (monday - firstMonday) / (7 * MILLISECONDS) + 1 });
      }),
    );
  });

  it('gives 53 weeks to the years that begin on a Thursday, or on a Wednesday in a leap year', () => {
    const years = Array.from({ length: 201 }, (_, index) => 1900 + index);
    const long = years.filter((year) => {
      const first = weekdayOf(dayOfCivil({ year, month: 1, dayOfMonth: 1 }));
      return first === 4 || (first === 3 && isLeapYear(year));
    });

    const found = years.filter((year) => isoWeekOf(dayOfCivil({ year, month: 12, dayOfMonth: 28 })).week === 53);

    expect(found).toEqual(long);
    expect(found).toHaveLength(36);
  });

  it.each([
    ['2026-11-23', '2026-11-23'],
    ['2026-11-29', '2026-11-23'],
    ['2027-01-01', '2026-12-28'],
  ])('finds the Monday of the week of %s: %s', (text, monday) => {
    expect(firstOfWeek(aDay(text))).toBe(monday);
  });

  it('finds the first of a month', () => {
    expect(firstOfMonth(aDay('2028-02-29'))).toBe('2028-02-01');
    expect(firstOfMonth(aDay('2026-12-01'))).toBe('2026-12-01');
  });

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-01-31', 3, '2026-04-30'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2028-02-29', -48, '2024-02-29'],
    ['2026-03-31', -25, '2024-02-29'],
    ['2026-06-10', 0, '2026-06-10'],
  ])('adds to %s %i months: %s', (from, amount, expected) => {
    expect(addMonths(aDay(from), amount)).toBe(expected);
  });

  it('adds months as the runtime does, but stays in the month', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -600, max: 600 }), (day, amount) => {
        const first = utcDate(firstOfMonth(day));
        first.setUTCMonth(first.getUTCMonth() + amount);
        const last = new Date(first);
        last.setUTCMonth(first.getUTCMonth() + 1, 0);
        const wanted = Math.min(civilDay(day).dayOfMonth, last.getUTCDate());

        expect(addMonths(day, amount)).toBe(`${dayOfDate(first).slice(0, 8)}${String(wanted).padStart(2, '0')}`);
      }),
    );
  });

  it('has no days in a month that does not exist', () => {
    expect(daysInMonth(2026, 13)).toBe(0);
    expect(daysInMonth(1900, 2)).toBe(28);
  });

  it('walks over each day, both ends included', () => {
    expect([...eachDay(aDay('2028-02-27'), aDay('2028-03-02'))]).toEqual([
      '2028-02-27',
      '2028-02-28',
      '2028-02-29',
      '2028-03-01',
      '2028-03-02',
    ]);
    expect([...eachDay(aDay('2026-01-02'), aDay('2026-01-02'))]).toEqual(['2026-01-02']);
    expect([...eachDay(aDay('2026-01-02'), aDay('2026-01-01'))]).toEqual([]);
  });

  it('walks up to the last day there is', () => {
    expect([...eachDay(aDay('9999-12-30'), aDay('9999-12-31'))]).toEqual(['9999-12-30', '9999-12-31']);
  });

  it('orders days', () => {
    const early = aDay('2026-09-30');
    const late = aDay('2026-10-01');

    expect(compareDays(early, late)).toBeLessThan(0);
    expect(compareDays(late, early)).toBeGreaterThan(0);
    expect(compareDays(late, late)).toBe(0);
    expect([minDay(early, late), minDay(late, early)]).toEqual([early, early]);
    expect([maxDay(early, late), maxDay(late, early)]).toEqual([late, late]);
  });

  it('takes days apart and joins them', () => {
    expect(civilDay(aDay('0044-03-15'))).toEqual({ year: 44, month: 3, dayOfMonth: 15 });
    expect(dayOfCivil({ year: 44, month: 3, dayOfMonth: 15 })).toBe('0044-03-15');
  });
});
