import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromDayNumber } from '../../../../shared/domain/calendar/days.ts';
import { daysWords, dayWords, localsWords, localWords } from '../../../../shared/domain/calendar/time-words.ts';
import { day, type LocalTime } from '../../../../shared/model/time.ts';

const local = (text: string) => text as LocalTime;

describe('shared/domain/calendar/time-words', () => {
  it('writes days as Intl does for Britain, with three letters for every month', () => {
    const reference = new Intl.DateTimeFormat('en-GB', {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      timeZone: 'UTC',
    });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), (number) => {
        const expected = reference
          .format(number * 86_400_000)
          .replaceAll(',', '')
          .replace('Sept', 'Sep');

        expect(dayWords(fromDayNumber(number))).toBe(expected);
      }),
    );
  });

  it.each([
    ['short', '1 Sep'],
    ['medium', 'Tue 1 Sep'],
    ['long', 'Tue 1 Sep 2026'],
  ] as const)('leaves out what stands beside it: %s', (style, words) => {
    expect(dayWords(day('2026-09-01'), style)).toBe(words);
  });

  it('tells days once where they are one', () => {
    expect(daysWords(day('2026-11-24'), day('2026-11-24'))).toBe('Tue 24 Nov 2026');
    expect(daysWords(day('2026-11-24'), day('2026-11-26'))).toBe('Tue 24 Nov 2026 to Thu 26 Nov 2026');
  });

  it('tells clock times, and the later day where it is another', () => {
    expect(localWords(local('2026-11-24T14:00'))).toBe('Tue 24 Nov 2026, 14:00');
    expect(localsWords(local('2026-11-24T14:00'), local('2026-11-24T16:30'))).toBe('Tue 24 Nov 2026, 14:00 to 16:30');
    expect(localsWords(local('2026-11-24T22:00'), local('2026-11-25T02:00'))).toBe(
      'Tue 24 Nov 2026, 22:00 to Wed 25 Nov 2026, 02:00',
    );
  });
});
