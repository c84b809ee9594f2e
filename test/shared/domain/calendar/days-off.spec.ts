import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, eachDay } from '../../../../shared/domain/calendar/days.ts';
import { daysOffSpans, workingDaysOf } from '../../../../shared/domain/calendar/days-off.ts';
import { isWorkingDay } from '../../../../shared/domain/calendar/working-days.ts';
import { startOfDay } from '../../../../shared/domain/calendar/zoned-time.ts';
import { aTrain } from '../../../support/calendar-plan.ts';
import { aDay, anInstant, aZone, someDay } from '../../../support/times.ts';

const train = aTrain();

describe('shared/domain/calendar/days-off', () => {
  it('takes the holidays of a train out of those of all trains', () => {
    const other = { trainId: aTrain({ id: 'train-2' }).id, day: aDay('2026-12-24'), name: 'Theirs' };
    const daysOff = [
      { trainId: train.id, day: aDay('2026-12-25'), name: 'Christmas Day' },
      { trainId: train.id, day: aDay('2026-12-26'), name: 'Not a weekday worked' },
      other,
    ];

    const days = workingDaysOf(train, daysOff);

    expect([...days.daysOff]).toEqual([['2026-12-25', 'Christmas Day']]);
    expect(days.workdays).toEqual([1, 2, 3, 4, 5]);
  });

  it('joins days off that stand side by side, over a change of clocks', () => {
    const days = { workdays: [1, 2, 3, 4, 5], daysOff: new Map([[aDay('2026-03-30'), 'Given']]) };

    expect(daysOffSpans(days, aZone('Europe/Berlin'), { from: aDay('2026-03-27'), to: aDay('2026-04-01') })).toEqual([
      { from: anInstant('2026-03-28T00:00+01:00'), to: anInstant('2026-03-31T00:00+02:00'), name: 'Given' },
    ]);
  });

  it('covers exactly the days that are not worked', () => {
    const zone = aZone('Pacific/Auckland');
    const someDays = fc.record({
      workdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      offsets: fc.array(fc.integer({ min: 0, max: 40 })),
    });
    fc.assert(
      fc.property(someDay, fc.integer({ min: 0, max: 40 }), someDays, (from, length, { workdays, offsets }) => {
        const to = addDays(from, length);
        const days = { workdays, daysOff: new Map(offsets.map((offset) => [addDays(from, offset), 'Off'] as const)) };

        const spans = daysOffSpans(days, zone, { from, to });

        for (const day of eachDay(from, to)) {
          const start = startOfDay(day, zone);
          const covered = spans.some((span) => span.from <= start && start < span.to);
          expect(covered).toBe(!isWorkingDay(day, days));
        }
      }),
      { numRuns: 60 },
    );
  });
});
