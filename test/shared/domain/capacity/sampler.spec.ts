import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, eachDay } from '../../../../shared/domain/calendar/days.ts';
import { isWorkingDay } from '../../../../shared/domain/calendar/working-days.ts';
import { createRunSampler, createSampler, itemsOn, workPlan } from '../../../../shared/domain/capacity/sampler.ts';
import { randomStreams } from '../../../../shared/domain/stats/seeded-random.ts';
import { aCalendar } from '../../../support/capacity.ts';
import { allowance, exactDay } from '../../../support/exact-forecast.ts';
import { aDay } from '../../../support/times.ts';

/** A stream that gives these numbers. */
function drawing(...numbers: readonly number[]) {
  const left = [...numbers];
  return { next: () => left.shift() ?? Number.NaN };
}

/** Draws days alone, as from a history of facts. */
function sampler(finished: readonly number[], discovered: readonly number[]) {
  const draw = createSampler({ finished, discovered, together: 1 });
  return (stream: Parameters<typeof draw>[0], factor: number) => draw(stream, factor, 0);
}

describe('shared/domain/capacity/sampler', () => {
  it('plans the working days alone, each with its presence over what was usual', () => {
    const days = aCalendar(undefined, ['2026-06-02']);
    const presence = (day: string) => (day === '2026-06-03' ? 0.5 : 0.9);

    const { offsets, factors } = workPlan(aDay('2026-06-01'), 8, { days, presence, historicPresence: 0.9 });

    expect([...offsets]).toEqual([0, 2, 3, 4, 7]);
    expect([...factors]).toEqual([1, 0.5 / 0.9, 1, 1, 1]);
  });

  it('takes presence as it is where nobody was there in history', () => {
    const workforce = { days: aCalendar(), presence: () => 0.5, historicPresence: 0 };

    expect([...workPlan(aDay('2026-06-01'), 1, workforce).factors]).toEqual([0.5]);
  });

  it.each([0, -3])('plans nothing for %i days', (civilDays) => {
    const workforce = { days: aCalendar(), presence: () => 1, historicPresence: 1 };

    expect(workPlan(aDay('2026-06-01'), civilDays, workforce).offsets).toHaveLength(0);
  });

  it('plans what walking day by day finds', () => {
    const off = fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { maxLength: 20 });
    fc.assert(
      fc.property(off, fc.integer({ min: 1, max: 40 }), (offsets, civilDays) => {
        const from = aDay('2026-06-01');
        const days = aCalendar(
          undefined,
          offsets.map((offset) => addDays(from, offset)),
        );
        const walked = [...eachDay(from, addDays(from, civilDays - 1))].filter((day) => isWorkingDay(day, days));

        const plan = workPlan(from, civilDays, { days, presence: () => 1, historicPresence: 1 });

        expect([...plan.offsets].map((offset) => addDays(from, offset))).toEqual(walked);
      }),
    );
  });

  it('lets the first part of a number pick the day of history, and what is left round', () => {
    const draw = sampler([0, 3], []);

    // 0.5 picks the second day with nothing left, 0.99 with 0.98 left: 1.5 items are 1 or 2.
    expect(draw(drawing(0.49), 0.5)).toBe(0);
    expect(draw(drawing(0.5), 0.5)).toBe(1);
    expect(draw(drawing(0.74), 0.5)).toBe(1);
    expect(draw(drawing(0.75), 0.5)).toBe(2);
    expect(draw(drawing(0.99), 1)).toBe(3);
    expect(draw(drawing(0.99), 0)).toBe(0);
  });

  it('draws the days of a week together', () => {
    const question = { finished: [1, 2, 10, 20], discovered: [], together: 2 };
    const draw = createSampler(question);
    const luck = createRunSampler(question, 4)(drawing(0.6, 0.1, 0.2, 0.9));

    // 0.6 of two weeks picks the second, whatever the number of its second day; then 0.2 the first.
    expect([0.6, 0.1, 0.2, 0.9].map((number, day) => draw(drawing(number), 1, day))).toEqual([10, 20, 1, 2]);
    expect([0, 1, 2, 3].map((day) => itemsOn(luck, day, 1))).toEqual([10, 20, 1, 2]);
  });

  it('takes off what was discovered, drawn by itself', () => {
    const draw = sampler([1], [0, 0, 4]);

    expect(draw(drawing(0.3, 0.1), 1)).toBe(1);
    expect(draw(drawing(0.3, 0.9), 1)).toBe(-3);
  });

  it.each([
    ['zero days included', [0, 0, 0, 2], [], 1],
    ['half a team', [0, 1, 3], [], 0.5],
    ['more people than in history', [0, 1, 3], [], 1.25],
    ['with discovered work', [0, 1, 3], [0, 0, 1], 0.8],
  ])('draws each outcome as often as it is likely: %s', (_what, finished, discovered, factor) => {
    const runs = 20_000;
    const stream = randomStreams(5)();
    const draw = sampler(finished, discovered);
    const drawn = Array.from({ length: runs }, () => draw(stream, factor));

    for (const [value, likely] of exactDay(finished, discovered, factor)) {
      const share = drawn.filter((each) => each === value).length / runs;
      expect(Math.abs(share - likely)).toBeLessThan(2 * allowance(runs));
    }
  });

  it('never gives fewer items for a larger factor and the same luck', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 8 });
    const factor = fc.integer({ min: 0, max: 200 }).map((percent) => percent / 100);
    fc.assert(
      fc.property(
        counts,
        factor,
        factor,
        fc.integer({ min: 0, max: 9_999 }).map((part) => part / 10_000),
        (finished, one, two, luck) => {
          const draw = sampler(finished, []);

          expect(draw(drawing(luck), Math.min(one, two))).toBeLessThanOrEqual(draw(drawing(luck), Math.max(one, two)));
        },
      ),
    );
  });

  it('draws whole runs with the numbers that single days would take', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 8 });
    const factors = fc.array(
      fc.integer({ min: 0, max: 200 }).map((percent) => percent / 100),
      { minLength: 1, maxLength: 9 },
    );
    fc.assert(
      fc.property(counts, counts, factors, fc.integer(), (finished, discovered, list, seed) => {
        const draw = sampler(finished, discovered);
        const drawRun = createRunSampler({ finished, discovered, together: 1 }, list.length);
        const [single, whole] = [randomStreams(seed), randomStreams(seed)];

        for (let run = 0; run < 3; run += 1) {
          const stream = single();
          const luck = drawRun(whole());
          expect(list.map((factor, day) => itemsOn(luck, day, factor))).toEqual(
            list.map((factor) => draw(stream, factor)),
          );
        }
      }),
    );
  });
});
