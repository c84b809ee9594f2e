import { describe, expect, it } from 'vitest';
import { fromDayNumber, toDayNumber } from '../../../../shared/domain/calendar/days.ts';
import { type Rrule, readRrule } from '../../../../shared/domain/calendar/rrule.ts';
import { daysOfPeriod, settleByFirstDay } from '../../../../shared/domain/calendar/rule-days.ts';
import { aDay } from '../../../support/times.ts';

/** A Tuesday, and day 328 of its year. */
const FROM = toDayNumber(aDay('2026-11-24'));

function ruleOf(text: string): Rrule {
  const { rule, problem } = readRrule(text);
  if (rule === null) throw new Error(problem);
  return rule;
}

function namedIn(text: string, first: string, last: string): readonly string[] {
  const period = { first: toDayNumber(aDay(first)), last: toDayNumber(aDay(last)) };
  return daysOfPeriod(ruleOf(text), period).map(fromDayNumber);
}

describe('shared/domain/calendar/rule-days', () => {
  it.each([
    ['FREQ=DAILY', {}],
    ['FREQ=DAILY;BYMONTH=3', {}],
    ['FREQ=WEEKLY', { byDay: [{ weekday: 2, nth: 0 }] }],
    ['FREQ=WEEKLY;BYDAY=MO', {}],
    ['FREQ=MONTHLY', { byMonthDay: [24] }],
    ['FREQ=MONTHLY;BYMONTH=3', { byMonthDay: [24] }],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', {}],
    ['FREQ=YEARLY', { byMonthDay: [24], byMonth: [11] }],
    ['FREQ=YEARLY;BYMONTH=3', { byMonthDay: [24] }],
    ['FREQ=YEARLY;BYWEEKNO=20', { byDay: [{ weekday: 2, nth: 0 }] }],
    ['FREQ=YEARLY;BYYEARDAY=1', {}],
  ])('settles what %s leaves open by the first day', (text, settled) => {
    expect(settleByFirstDay(ruleOf(text), FROM)).toEqual({ ...ruleOf(text), ...settled });
  });

  it.each([
    ['FREQ=MONTHLY;BYDAY=FR', ['2027-01-01', '2027-01-08', '2027-01-15', '2027-01-22', '2027-01-29']],
    ['FREQ=MONTHLY;BYDAY=1FR,-1FR', ['2027-01-01', '2027-01-29']],
    ['FREQ=MONTHLY;BYDAY=5SA,5FR', ['2027-01-29', '2027-01-30']],
    ['FREQ=MONTHLY;BYDAY=-5FR,-5MO', ['2027-01-01']],
    ['FREQ=MONTHLY;BYMONTHDAY=31,-31', ['2027-01-01', '2027-01-31']],
    ['FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=1,2,3', ['2027-01-01']],
    ['FREQ=MONTHLY;BYMONTH=2;BYDAY=FR', []],
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1,-1', ['2027-01-01', '2027-01-29']],
    ['FREQ=MONTHLY;BYDAY=SA;BYSETPOS=6', []],
    ['FREQ=YEARLY;BYYEARDAY=1,15,-365,-346', ['2027-01-01', '2027-01-15', '2027-01-20']],
    ['FREQ=YEARLY;BYYEARDAY=1;BYDAY=MO', []],
    ['FREQ=YEARLY;BYDAY=2FR', ['2027-01-08']],
    ['FREQ=YEARLY;BYWEEKNO=53,2;BYDAY=SU,MO', ['2027-01-03', '2027-01-11', '2027-01-17']],
    ['FREQ=YEARLY;BYWEEKNO=-1;BYDAY=FR', ['2027-01-01']],
  ])('%s names of January 2027: %j', (text, expected) => {
    expect(namedIn(text, '2027-01-01', '2027-01-31')).toEqual(expected);
  });

  it.each([
    ['FREQ=YEARLY;BYYEARDAY=366', ['2028-12-31']],
    ['FREQ=YEARLY;BYYEARDAY=60', ['2028-02-29']],
    ['FREQ=YEARLY;BYMONTHDAY=29;BYMONTH=2', ['2028-02-29']],
    ['FREQ=YEARLY;BYDAY=53SA,53SU,53MO', ['2028-12-30', '2028-12-31']],
    ['FREQ=YEARLY;BYDAY=-53SA', ['2028-01-01']],
  ])('%s names of the leap year 2028: %j', (text, expected) => {
    expect(namedIn(text, '2028-01-01', '2028-12-31')).toEqual(expected);
  });
});
