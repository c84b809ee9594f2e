import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, eachDay, firstOfWeek } from '../../../../shared/domain/calendar/days.ts';
import { isWorkingDay } from '../../../../shared/domain/calendar/working-days.ts';
import { startOfDay } from '../../../../shared/domain/calendar/zoned-time.ts';
import {
  byWeek,
  countsOf,
  dailyThroughput,
  daysInWindow,
  onWorkingDays,
} from '../../../../shared/domain/capacity/throughput.ts';
import { instant } from '../../../../shared/model/time.ts';
import { aCalendar } from '../../../support/capacity.ts';
import { aDay, anInstant, aZone } from '../../../support/times.ts';

const BERLIN = aZone('Europe/Berlin');
const finished = (at: string, type = 'Story') => ({ doneAt: anInstant(at), type, undone: false });
const someCounts = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 60 });
const someCalendar = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
    fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 30 }),
  )
  .map(([workdays, off]) =>
    aCalendar(
      workdays,
      off.map((offset) => addDays(aDay('2026-03-01'), offset)),
    ),
  );

describe('shared/domain/capacity/throughput', () => {
  it('counts what was finished on each day of the zone, zero days included', () => {
    const window = { zone: BERLIN, from: aDay('2026-03-02'), to: aDay('2026-03-05') };

    // 23:30 UTC is half past midnight of the next day in Berlin.
    const found = dailyThroughput(
      [finished('2026-03-02T08:00:00Z'), finished('2026-03-02T23:30:00Z'), finished('2026-03-05T08:00:00Z')],
      window,
    );

    expect(found.classes).toEqual([{ name: 'Story', counts: [1, 1, 0, 1], total: 3 }]);
  });

  it('keeps classes of work apart, by name, and adds up the chosen ones', () => {
    const found = dailyThroughput(
      [
        finished('2026-03-02T08:00:00Z', 'Story'),
        finished('2026-03-02T09:00:00Z', 'Bug'),
        finished('2026-03-03T09:00:00Z', 'Incident'),
      ],
      {
        zone: BERLIN,
        from: aDay('2026-03-02'),
        to: aDay('2026-03-03'),
        classOf: (type) => (type === 'Story' ? 'feature' : 'defect'),
      },
    );

    expect(found.classes).toEqual([
      { name: 'defect', counts: [1, 1], total: 2 },
      { name: 'feature', counts: [1, 0], total: 1 },
    ]);
    expect(countsOf(found)).toEqual([2, 1]);
    expect(countsOf(found, ['defect'])).toEqual([1, 1]);
    expect(countsOf(found, ['risk'])).toEqual([0, 0]);
  });

  it('says what it left out: open items, what was finished before or after, what ended undone', () => {
    const found = dailyThroughput(
      [
        { doneAt: null, type: 'Story', undone: false },
        finished('2026-03-01T22:59:59Z'),
        finished('2026-03-01T23:00:00Z'),
        finished('2026-03-03T22:59:59Z'),
        finished('2026-03-03T23:00:00Z'),
        { ...finished('2026-03-02T12:00:00Z'), undone: true },
        { ...finished('2026-03-05T12:00:00Z'), undone: true },
      ],
      { zone: BERLIN, from: aDay('2026-03-02'), to: aDay('2026-03-03') },
    );

    expect(found.leftOut).toEqual({ open: 1, before: 1, after: 2, undone: 1 });
    expect(countsOf(found)).toEqual([1, 1]);
  });

  it('no tasks: a history of zeros, not an empty one', () => {
    const found = dailyThroughput([], { zone: BERLIN, from: aDay('2026-03-02'), to: aDay('2026-03-08') });

    expect(found.classes).toEqual([]);
    expect(countsOf(found)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  it('one task on one day', () => {
    const day = aDay('2026-03-02');

    expect(countsOf(dailyThroughput([finished('2026-03-02T12:00:00Z')], { zone: BERLIN, from: day, to: day }))).toEqual(
      [1],
    );
  });

  it('counts days of 23 and 25 hours as one each', () => {
    const hourly = (day: string, hours: number) => {
      const start = startOfDay(aDay(day), BERLIN);
      return Array.from({ length: hours }, (_, hour) => ({
        doneAt: instant(start + hour * 3_600_000),
        type: 'Story',
        undone: false,
      }));
    };
    const spring = { zone: BERLIN, from: aDay('2026-03-28'), to: aDay('2026-03-30') };
    const autumn = { zone: BERLIN, from: aDay('2026-10-24'), to: aDay('2026-10-26') };

    expect(countsOf(dailyThroughput(hourly('2026-03-28', 71), spring))).toEqual([24, 23, 24]);
    expect(countsOf(dailyThroughput(hourly('2026-10-24', 73), autumn))).toEqual([24, 25, 24]);
  });

  it('refuses a history that ends before it begins', () => {
    expect(() => daysInWindow(aDay('2026-03-03'), aDay('2026-03-02'))).toThrow(
      /would end on Mon 2 Mar 2026, before it begins on Tue 3 Mar 2026/,
    );
    expect(daysInWindow(aDay('2026-03-03'), aDay('2026-03-03'))).toBe(1);
  });

  it('loses no item and invents none', () => {
    const at = fc
      .integer({ min: 0, max: 20 * 86_400_000 })
      .map((offset) => instant(anInstant('2026-03-01T00:00:00Z') + offset));
    const item = fc.record({
      doneAt: fc.option(at),
      type: fc.constantFrom('Story', 'Bug', 'Task'),
      undone: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(item, { maxLength: 50 }), (items) => {
        const { classes, leftOut } = dailyThroughput(items, {
          zone: BERLIN,
          from: aDay('2026-03-05'),
          to: aDay('2026-03-12'),
        });

        const kept = classes.reduce((sum, { total }) => sum + total, 0);
        expect(kept + leftOut.open + leftOut.before + leftOut.after + leftOut.undone).toBe(items.length);
        for (const { counts, total } of classes) expect(counts.reduce((sum, count) => sum + count, 0)).toBe(total);
      }),
    );
  });

  it('adds days up by ISO week and says how many days a cut week holds', () => {
    // 2026-03-05 is a Thursday.
    expect(byWeek([1, 0, 2, 0, 3, 1, 1, 1, 1, 0, 0, 4], aDay('2026-03-05'))).toEqual([
      { monday: '2026-03-02', days: 4, count: 3 },
      { monday: '2026-03-09', days: 7, count: 7 },
      { monday: '2026-03-16', days: 1, count: 4 },
    ]);
    expect(byWeek([], aDay('2026-03-05'))).toEqual([]);
  });

  it('weeks hold what their days hold', () => {
    fc.assert(
      fc.property(someCounts, fc.integer({ min: 0, max: 400 }), (counts, offset) => {
        const from = addDays(aDay('2025-12-01'), offset);
        const days = [...eachDay(from, addDays(from, counts.length - 1))];

        for (const { monday, days: size, count } of byWeek(counts, from)) {
          const inside = days.flatMap((day, index) => (firstOfWeek(day) === monday ? [counts[index] ?? 0] : []));
          expect([inside.length, inside.reduce((sum, value) => sum + value, 0)]).toEqual([size, count]);
        }
      }),
    );
  });

  it('puts what was finished on days off on the next working day, and at the end on the last', () => {
    // Friday to the second Sunday; Monday the 9th is a day off.
    const counts = [1, 2, 3, 4, 0, 1, 1, 1, 5, 6];

    expect(onWorkingDays(counts, aDay('2026-03-06'), aCalendar(undefined, ['2026-03-09']))).toEqual({
      counts: [1, 9, 1, 1, 12],
      unplaced: 0,
    });
  });

  it('says so where there is no working day to put anything on', () => {
    expect(onWorkingDays([2, 3], aDay('2026-03-07'), aCalendar())).toEqual({ counts: [], unplaced: 5 });
  });

  it('has one count a working day, zero days included, and keeps every item', () => {
    fc.assert(
      fc.property(someCounts, someCalendar, (counts, days) => {
        const from = aDay('2026-03-01');
        const worked = [...eachDay(from, addDays(from, counts.length - 1))].filter((day) => isWorkingDay(day, days));

        const found = onWorkingDays(counts, from, days);

        expect(found.counts).toHaveLength(worked.length);
        const total = counts.reduce((sum, count) => sum + count, 0);
        expect(found.counts.reduce((sum, count) => sum + count, found.unplaced)).toBe(total);
        // Nothing counts before it was finished, except after the last working day.
        let [placed, done, index] = [0, 0, 0];
        for (const [offset, count] of counts.entries()) {
          done += count;
          if (!isWorkingDay(addDays(from, offset), days) || index === worked.length - 1) continue;
          placed += found.counts[index] ?? 0;
          index += 1;
          expect(placed).toBe(done);
        }
      }),
    );
  });
});
