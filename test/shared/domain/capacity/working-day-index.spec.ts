import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, toDayNumber } from '../../../../shared/domain/calendar/days.ts';
import { workingDaysBetween } from '../../../../shared/domain/calendar/working-days.ts';
import { workingDayIndex } from '../../../../shared/domain/capacity/working-day-index.ts';
import { aCalendar } from '../../../support/capacity.ts';
import { aDay } from '../../../support/times.ts';

describe('shared/domain/capacity/working-day-index', () => {
  it('counts what walking from day to day counts', () => {
    const offset = fc.integer({ min: 0, max: 60 });
    const workdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(workdays, fc.uniqueArray(offset, { maxLength: 20 }), offset, offset, (worked, off, one, other) => {
        const first = aDay('2026-03-01');
        const days = aCalendar(
          worked,
          off.map((each) => addDays(first, each)),
        );
        const [from, to] = [addDays(first, Math.min(one, other)), addDays(first, Math.max(one, other))];

        const count = workingDayIndex(toDayNumber(first), toDayNumber(first) + 60, days);

        expect(count(toDayNumber(from), toDayNumber(to))).toBe(workingDaysBetween(from, to, days));
      }),
    );
  });

  it('answers for days outside as if none beyond were worked', () => {
    const monday = toDayNumber(aDay('2026-03-02'));
    const count = workingDayIndex(monday, monday + 4, aCalendar());

    expect(count(monday - 60, monday + 300)).toBe(4);
    expect(count(monday + 4, monday + 4)).toBe(0);
  });
});
