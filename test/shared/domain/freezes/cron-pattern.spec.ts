import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, eachDay, fromDayNumber, toDayNumber, weekdayOf } from '../../../../shared/domain/calendar/days.ts';
import { type CronPattern, readCron } from '../../../../shared/domain/freezes/cron-pattern.ts';
import { aDay } from '../../../support/times.ts';

function read(text: string): CronPattern {
  const { pattern, problem } = readCron(text);
  if (pattern === null) throw new Error(problem);
  return pattern;
}

function daysOf(text: string, from: string, to: string): readonly string[] {
  return read(text)
    .days(toDayNumber(aDay(from)), toDayNumber(aDay(to)))
    .map(fromDayNumber);
}

describe('shared/domain/freezes/cron-pattern', () => {
  it.each([
    ['0 18 * * FRI', [1080], false],
    ['30 2,14 * * *', [150, 870], false],
    ['0 9-11 * * *', [540, 600, 660], false],
    ['*/20 0 * * *', [0, 20, 40], true],
    ['59 23 L * *', [1439], false],
    ['@daily', [0], false],
    ['@HOURLY', Array.from({ length: 24 }, (_, hour) => hour * 60), true],
  ])('reads the minutes of "%s"', (text, minutes, everyTime) => {
    expect(read(text).minutes).toEqual(minutes);
    expect(read(text).everyTime).toBe(everyTime);
  });

  it.each([
    ['the third Saturday', '0 0 * * 6#3', ['2026-01-17', '2026-02-21', '2026-03-21']],
    ['the last day of the month', '0 0 L * *', ['2026-01-31', '2026-02-28', '2026-03-31']],
    [
      'both days, which means either',
      '0 0 1 * MON#1',
      ['2026-01-01', '2026-01-05', '2026-02-01', '2026-02-02', '2026-03-01', '2026-03-02'],
    ],
    ['the quarter', '0 0 1 JAN,APR *', ['2026-01-01']],
  ])('names the days of %s', (_, text, expected) => {
    expect(daysOf(text, '2026-01-01', '2026-03-31')).toEqual(expected);
  });

  it('includes both ends of a range of days, and finds the day before and after one', () => {
    const friday = read('0 18 * * FRI');
    const day = toDayNumber(aDay('2026-05-15'));

    expect(daysOf('0 18 * * FRI', '2026-05-15', '2026-05-22')).toEqual(['2026-05-15', '2026-05-22']);
    expect(friday.lastDay(day)).toBe(day);
    expect(friday.lastDay(day - 1)).toBe(day - 7);
    expect(friday.nextDay(day)).toBe(day);
    expect(friday.nextDay(day + 1)).toBe(day + 7);
    expect(read('0 0 29 2 *').lastDay(toDayNumber(aDay('1903-03-01')))).toBe(toDayNumber(aDay('1896-02-29')));
    expect(read('0 0 29 2 *').lastDay(toDayNumber(aDay('0000-01-02')))).toBeNull();
    expect(read('0 0 29 2 *').nextDay(toDayNumber(aDay('9999-03-01')))).toBeNull();
  });

  it.each([
    [
      '',
      'it has 1 field in place of five: minute, hour, day of the month, month, day of the week (no seconds and no year)',
    ],
    [
      '0 0 18 * * FRI',
      'it has 6 fields in place of five: minute, hour, day of the month, month, day of the week (no seconds and no year)',
    ],
    ['60 18 * * *', '"60" cannot be read as the minute'],
    ['0 24 * * *', '"24" cannot be read as the hour'],
    ['0 22-2 * * *', '"22-2" cannot be read as the hour'],
    ['H 18 * * *', '"H" cannot be read as the minute'],
    ['0 18 32 * *', '"32" cannot be read as the day of the month'],
    ['0 18 * 13 *', '"13" cannot be read as the month'],
    ['0 18 * * FRIDAY', '"FRIDAY" cannot be read as the day of the week'],
    ['0 18 ? * FRI', '"?" cannot be read as the day of the month'],
    ['0 18 30 2 *', 'it names a day that never comes'],
    [
      '@reboot',
      '"@reboot" is no name of a time; there are @yearly, @annually, @monthly, @weekly, @daily, @midnight, @hourly',
    ],
  ])('says in words what is wrong with "%s"', (text, problem) => {
    expect(readCron(text)).toEqual({ pattern: null, problem });
  });

  it('names the days that a look at each day names', () => {
    const weekdays = fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 4 });
    const monthDays = fc.uniqueArray(fc.integer({ min: 1, max: 31 }), { minLength: 1, maxLength: 4 });
    const months = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(
        fc.option(monthDays),
        fc.option(months),
        fc.option(weekdays),
        fc.integer({ min: 0, max: 3000 }),
        (dom, moy, dow, offset) => {
          const from = addDays(aDay('2024-01-01'), offset);
          const to = addDays(from, 400);
          const text = `0 0 ${dom?.join(',') ?? '*'} ${moy?.join(',') ?? '*'} ${dow?.join(',') ?? '*'}`;
          const named = [...eachDay(from, to)].filter((day) => {
            const inMonth = moy === null || moy.includes(Number(day.slice(5, 7)));
            const onMonthDay = dom?.includes(Number(day.slice(8, 10)));
            const onWeekday = dow?.includes(weekdayOf(day) % 7);
            if (dom === null && dow === null) return inMonth;
            return inMonth && (onMonthDay === true || onWeekday === true);
          });
          fc.pre(readCron(text).problem === null);

          expect(daysOf(text, from, to)).toEqual(named);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('remembers many patterns, and forgets them without harm', () => {
    for (let minute = 0; minute < 1_100; minute += 1) readCron(`${minute % 60} ${Math.floor(minute / 60) % 24} 1 1 *`);

    expect(read('0 18 * * FRI').minutes).toEqual([1080]);
  });
});
