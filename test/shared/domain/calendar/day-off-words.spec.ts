import { describe, expect, it } from 'vitest';
import { dayOffWords } from '../../../../shared/domain/calendar/day-off-words.ts';
import { workingDays } from '../../../../shared/domain/calendar/working-days.ts';
import { aDay } from '../../../support/times.ts';

describe('shared/domain/calendar/day-off-words', () => {
  const calendar = { workdays: [1, 2, 3, 4, 5], holidays: 'DE', extraDaysOff: [aDay('2026-12-31')] };
  const days = workingDays(calendar, new Map([[aDay('2026-12-25'), 'Christmas Day']]));

  it.each([
    ['2026-12-24', null],
    ['2026-12-25', 'a day off (Christmas Day)'],
    ['2026-12-26', 'not a working day'],
    ['2026-12-31', 'a day off'],
  ])('says of %s: %s', (day, words) => {
    expect(dayOffWords(aDay(day), days)).toBe(words);
  });
});
