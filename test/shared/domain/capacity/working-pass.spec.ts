import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../../shared/domain/calendar/days.ts';
import { isWorkingDay, nextWorkingDay } from '../../../../shared/domain/calendar/working-days.ts';
import { backwardPass, forwardPass } from '../../../../shared/domain/capacity/working-pass.ts';
import type { Day } from '../../../../shared/model/time.ts';
import { aCalendar } from '../../../support/capacity.ts';
import { aDay } from '../../../support/times.ts';

const step = (workingDays: number, name = `${workingDays} days`) => ({ name, workingDays });
const placed = (steps: ReturnType<typeof backwardPass>) => steps.map(({ begins, ends }) => `${begins} ${ends}`);
const someSteps = fc.array(
  fc.integer({ min: 0, max: 8 }).map((days) => step(days)),
  { minLength: 1, maxLength: 4 },
);
const someCalendar = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
    fc.uniqueArray(fc.integer({ min: 0, max: 120 }), { maxLength: 30 }),
  )
  .map(([workdays, off]) =>
    aCalendar(
      workdays,
      off.map((offset) => addDays(aDay('2026-03-01'), offset)),
    ),
  );
const someDay = fc.integer({ min: 60, max: 110 }).map((offset) => addDays(aDay('2026-03-01'), offset));

describe('shared/domain/capacity/working-pass', () => {
  it.each([
    ['over a weekend', [3], '2026-03-11', ['2026-03-06 2026-03-11']],
    ['to a release on a Saturday: nothing is finished on a day off', [1], '2026-03-14', ['2026-03-12 2026-03-13']],
    ['nothing to do before a Saturday stays on the Saturday', [0], '2026-03-14', ['2026-03-14 2026-03-14']],
    ['one after another', [2, 1], '2026-03-11', ['2026-03-06 2026-03-10', '2026-03-10 2026-03-11']],
    [
      'with a step that takes no time',
      [2, 0, 1],
      '2026-03-11',
      ['2026-03-06 2026-03-10', '2026-03-10 2026-03-10', '2026-03-10 2026-03-11'],
    ],
    [
      'to a Saturday behind a step that takes no time',
      [2, 0],
      '2026-03-14',
      ['2026-03-11 2026-03-13', '2026-03-14 2026-03-14'],
    ],
    ['no steps', [], '2026-03-11', []],
  ])('places steps as late as they may be: %s', (_what, steps, doneBy, expected) => {
    const found = backwardPass(
      steps.map((days) => step(days)),
      aDay(doneBy),
      aCalendar(),
    );

    expect(placed(found)).toEqual(expected);
  });

  it('runs forward over days off', () => {
    expect(forwardPass([step(2), step(0), step(1)], aDay('2026-03-06'), aCalendar(undefined, ['2026-03-09']))).toBe(
      '2026-03-12',
    );
    expect(forwardPass([], aDay('2026-03-07'), aCalendar())).toBe('2026-03-07');
  });

  it('forward from where it begins reaches the end not later than its day, and is late from the next working day', () => {
    fc.assert(
      fc.property(someSteps, someDay, someCalendar, (steps, doneBy, days) => {
        const begins = backwardPass(steps, doneBy, days)[0]?.begins as Day;
        const takesTime = steps.some(({ workingDays }) => workingDays > 0);

        expect(forwardPass(steps, begins, days) <= doneBy).toBe(true);
        if (takesTime) expect(isWorkingDay(begins, days)).toBe(true);
        expect(forwardPass(steps, nextWorkingDay(begins, days), days) > doneBy).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('is the latest day from which walking day by day arrives in time', () => {
    fc.assert(
      fc.property(someSteps, someDay, someCalendar, (steps, doneBy, days) => {
        const total = steps.reduce((sum, { workingDays }) => sum + workingDays, 0);
        fc.pre(total > 0);
        // Walk back from the day, crossing off one working day after another: the oracle needs no calendar functions.
        let [day, left] = [doneBy, total];
        while (!isWorkingDay(day, days)) day = addDays(day, -1);
        while (left > 0) {
          day = addDays(day, -1);
          if (isWorkingDay(day, days)) left -= 1;
        }

        expect(backwardPass(steps, doneBy, days)[0]?.begins).toBe(day);
      }),
    );
  });
});
