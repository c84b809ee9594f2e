import { describe, expect, it } from 'vitest';
import { describeCadence } from '../../../../shared/domain/calendar/describe-cadence.ts';
import { aDay } from '../../../support/times.ts';

/** A Tuesday. */
const FROM = aDay('2026-11-24');

describe('shared/domain/calendar/describe-cadence', () => {
  it.each([
    ['FREQ=DAILY', 'every day'],
    ['FREQ=DAILY;INTERVAL=10', 'every 10 days'],
    ['FREQ=DAILY;BYMONTH=1', 'every day in January'],
    ['FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR', 'every day on Monday to Friday'],
    ['FREQ=WEEKLY', 'every week on Tuesday'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', 'every 2 weeks on Tuesday'],
    ['FREQ=WEEKLY;BYDAY=MO,WE,FR', 'every week on Monday, Wednesday and Friday'],
    ['FREQ=WEEKLY;BYDAY=MO,TH;COUNT=12', 'every week on Monday and Thursday, 12 times'],
    ['FREQ=WEEKLY;COUNT=1', 'every week on Tuesday, once'],
    ['FREQ=WEEKLY;UNTIL=20271231', 'every week on Tuesday, until 31 December 2027'],
    ['FREQ=WEEKLY;BYMONTH=1,2', 'every week on Tuesday in January and February'],
    ['FREQ=MONTHLY', 'every month on the 24th'],
    ['FREQ=MONTHLY;BYMONTH=3,6', 'every month on the 24th of March and June'],
    ['FREQ=MONTHLY;BYMONTHDAY=1,15', 'every month on the 1st and the 15th'],
    ['FREQ=MONTHLY;BYMONTHDAY=2,-1', 'every month on the 2nd and the last day'],
    ['FREQ=MONTHLY;BYMONTHDAY=-3', 'every month on the 3rd to last day'],
    ['FREQ=MONTHLY;BYMONTHDAY=11,12,13', 'every month on the 11th, the 12th and the 13th'],
    ['FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13', 'every month on the 13th where it is Friday'],
    [
      'FREQ=MONTHLY;BYDAY=SA,SU;BYMONTHDAY=21,22,23',
      'every month on the 21st, the 22nd and the 23rd where it is Saturday or Sunday',
    ],
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYMONTHDAY=1', 'every month on the 1st where it is Monday to Friday'],
    ['FREQ=MONTHLY;BYDAY=-1FR', 'every month on the last Friday'],
    ['FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO,3MO', 'every 3 months on the 1st Monday and the 3rd Monday'],
    ['FREQ=MONTHLY;BYDAY=TU', 'every month on every Tuesday'],
    ['FREQ=MONTHLY;BYDAY=-2MO,SU', 'every month on the 2nd to last Monday and every Sunday'],
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', 'the last weekday of every month'],
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1;COUNT=3', 'the first weekday of every month, 3 times'],
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=2,-1', 'the 2nd and last weekday of every month'],
    [
      'FREQ=MONTHLY;BYMONTH=3;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
      'every month on every day from Monday to Friday in March, only the last of them',
    ],
    [
      'FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1,-2',
      'every month on every Monday and every Tuesday, only the 1st and 2nd to last of them',
    ],
    ['FREQ=YEARLY', 'every year on the 24th of November'],
    ['FREQ=YEARLY;BYMONTH=3,9', 'every year on the 24th of March and September'],
    ['FREQ=YEARLY;BYMONTHDAY=1', 'every year on the 1st of every month'],
    ['FREQ=YEARLY;BYMONTH=3;BYDAY=1TH', 'every year on the 1st Thursday in March'],
    ['FREQ=YEARLY;BYDAY=20MO', 'every year on the 20th Monday'],
    ['FREQ=YEARLY;BYYEARDAY=100,-1', 'every year on the 100th and last day of the year'],
    ['FREQ=YEARLY;BYYEARDAY=111', 'every year on the 111th day of the year'],
    ['FREQ=YEARLY;BYWEEKNO=1,26', 'every year on Tuesday in week 1 and 26'],
    ['FREQ=YEARLY;BYWEEKNO=-1;BYDAY=MO', 'every year on Monday in week 1 from the end'],
  ])('puts %s in words: %s', (rrule, words) => {
    expect(describeCadence({ rrule, from: FROM })).toBe(words);
  });

  it('gives back what it cannot read', () => {
    expect(describeCadence({ rrule: 'now and then', from: FROM })).toBe('now and then');
  });
});
