import { describe, expect, it } from 'vitest';
import { fromDayNumber, toDayNumber } from '../../../../shared/domain/calendar/days.ts';
import { type Rrule, readRrule } from '../../../../shared/domain/calendar/rrule.ts';
import { firstWeekOf, rulePeriod, weekYearOf } from '../../../../shared/domain/calendar/rule-periods.ts';
import { aDay } from '../../../support/times.ts';

function ruleOf(text: string): Rrule {
  const { rule, problem } = readRrule(text);
  if (rule === null) throw new Error(problem);
  return rule;
}

describe('shared/domain/calendar/rule-periods', () => {
  it.each([
    ['FREQ=DAILY', '2026-12-31', 0, '2026-12-31', '2026-12-31'],
    ['FREQ=DAILY;INTERVAL=3', '2026-12-31', 2, '2027-01-06', '2027-01-06'],
    ['FREQ=WEEKLY', '2026-11-25', 0, '2026-11-23', '2026-11-29'],
    ['FREQ=WEEKLY;INTERVAL=2', '2026-11-25', 1, '2026-12-07', '2026-12-13'],
    ['FREQ=WEEKLY;WKST=SU', '2026-11-25', 0, '2026-11-22', '2026-11-28'],
    ['FREQ=WEEKLY;WKST=SU', '2026-11-22', 0, '2026-11-22', '2026-11-28'],
    ['FREQ=MONTHLY', '2028-02-29', 0, '2028-02-01', '2028-02-29'],
    ['FREQ=MONTHLY;INTERVAL=18', '2026-09-10', 1, '2028-03-01', '2028-03-31'],
    ['FREQ=MONTHLY', '2026-12-31', 1, '2027-01-01', '2027-01-31'],
    ['FREQ=YEARLY;INTERVAL=2', '2026-11-25', 1, '2028-01-01', '2028-12-31'],
    ['FREQ=YEARLY;BYWEEKNO=1', '2026-11-25', 0, '2025-12-29', '2027-01-03'],
    ['FREQ=YEARLY;BYWEEKNO=1', '2024-12-30', 0, '2024-12-30', '2025-12-28'],
    ['FREQ=YEARLY;BYWEEKNO=1;INTERVAL=2', '2024-12-30', 1, '2027-01-04', '2028-01-02'],
    ['FREQ=YEARLY;BYWEEKNO=1;WKST=SU', '2026-11-25', 0, '2026-01-04', '2027-01-02'],
  ])('%s from %s has turn %i from %s to %s', (text, from, turn, first, last) => {
    const period = rulePeriod(ruleOf(text), toDayNumber(aDay(from)), turn);

    expect([fromDayNumber(period.first), fromDayNumber(period.last)]).toEqual([first, last]);
  });

  it('leaves no day out and takes none twice, where the interval is 1', () => {
    for (const text of ['FREQ=DAILY', 'FREQ=WEEKLY;WKST=TU', 'FREQ=MONTHLY', 'FREQ=YEARLY', 'FREQ=YEARLY;BYWEEKNO=5']) {
      const rule = ruleOf(text);
      const from = toDayNumber(aDay('2026-11-25'));
      for (let turn = 0; turn < 30; turn += 1) {
        expect(rulePeriod(rule, from, turn + 1).first).toBe(rulePeriod(rule, from, turn).last + 1);
      }
    }
  });

  it.each([
    [2026, 1, '2025-12-29'],
    [2026, 7, '2026-01-04'],
    [2027, 1, '2027-01-04'],
    [2021, 1, '2021-01-04'],
    [2021, 2, '2020-12-29'],
  ])('begins week 1 of %i, with weeks from weekday %i, on %s', (year, weekStart, day) => {
    expect(fromDayNumber(firstWeekOf(year, weekStart))).toBe(day);
  });

  it.each([
    ['2027-01-03', 1, 2026],
    ['2027-01-03', 7, 2027],
    ['2025-12-29', 1, 2026],
    ['2025-12-28', 1, 2025],
  ])('has the week of %s, from weekday %i, belong to %i', (day, weekStart, year) => {
    expect(weekYearOf(toDayNumber(aDay(day)), weekStart)).toBe(year);
  });
});
