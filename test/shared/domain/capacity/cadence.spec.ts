import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, daysBetween } from '../../../../shared/domain/calendar/days.ts';
import { isWorkingDay } from '../../../../shared/domain/calendar/working-days.ts';
import { type CadenceQuestion, cadenceTable } from '../../../../shared/domain/capacity/cadence.ts';
import { type CadenceKind, CadenceTable } from '../../../../shared/model/forecast.ts';
import type { Day } from '../../../../shared/model/time.ts';
import { aCalendar, aModel } from '../../../support/capacity.ts';
import { allowance, exactDay, exactDoneBy } from '../../../support/exact-forecast.ts';
import { aDay } from '../../../support/times.ts';

function asking(changes: Partial<CadenceQuestion>): CadenceQuestion {
  return {
    model: aModel({ runs: 200 }),
    overheadHours: 0,
    teamHoursPerDay: 10,
    trainsInHistory: 0,
    ci: null,
    releases: [],
    ...changes,
  };
}

function rowOf(table: CadenceTable, cadence: CadenceKind) {
  const row = table.rows.find((each) => each.cadence === cadence);
  if (row === undefined) throw new Error(`no row ${cadence}`);
  return row;
}

const itemsOf = (table: CadenceTable, cadence: CadenceKind) => rowOf(table, cadence).items.map(({ items }) => items);

/** The whole intervals of the year that begins on Monday, 2026-06-01, found by stepping. */
function intervals(cadence: CadenceKind): readonly (readonly [Day, Day])[] {
  const from = aDay('2026-06-01');
  const step = (index: number) => {
    if (cadence === 'weekly') return addDays(from, 7 * index);
    return cadence === 'bi-weekly'
      ? addDays(from, 14 * index)
      : addMonths(from, index * (cadence === 'monthly' ? 1 : 3));
  };
  const all = Array.from({ length: 60 }, (_, index) => [step(index), step(index + 1)] as const);
  return all.filter(([, next]) => next <= aDay('2027-06-01'));
}

describe('shared/domain/capacity/cadence', () => {
  it('by hand: one item a day, every day worked, no overhead', () => {
    const table = cadenceTable(asking({}));

    expect(table.rows.map(({ cadence, trainsPerYear }) => [cadence, trainsPerYear])).toEqual([
      ['weekly', 52],
      ['bi-weekly', 26],
      ['monthly', 12],
      ['quarterly', 4],
    ]);
    expect([table.from, table.to]).toEqual(['2026-06-01', '2027-05-31']);
    expect(itemsOf(table, 'weekly')).toEqual([7, 7, 7]);
    expect(itemsOf(table, 'bi-weekly')).toEqual([14, 14, 14]);
    // Seven months have 31 days, four 30 and February 28; quarters have 92, 91, 90 and 92.
    expect(itemsOf(table, 'monthly')).toEqual([31, 30, 28]);
    expect(itemsOf(table, 'quarterly')).toEqual([92, 90, 90]);
    expect(CadenceTable.parse(table)).toEqual(table);
  });

  it('by hand: overhead takes half of a week, a quarter of two weeks', () => {
    const table = cadenceTable(asking({ model: aModel({ finished: [4], runs: 50 }), overheadHours: 35 }));

    expect(itemsOf(table, 'weekly')).toEqual([14, 14, 14]);
    expect(itemsOf(table, 'bi-weekly')).toEqual([42, 42, 42]);
    expect(rowOf(table, 'weekly')).toMatchObject({ overheadHours: 52 * 35, overheadShare: (52 * 35) / 3_650 });
    expect(rowOf(table, 'quarterly').overheadHours).toBe(140);
  });

  it('by hand: the overhead of the trains in history is in their throughput already', () => {
    // A history of 70 days with ten trains: half of its time went into overhead, as it does at the same weekly pace.
    const model = aModel({ finished: new Array<number>(70).fill(4), runs: 50 });

    const table = cadenceTable(asking({ model, overheadHours: 35, trainsInHistory: 10 }));

    expect(itemsOf(table, 'weekly')).toEqual([28, 28, 28]);
    expect(itemsOf(table, 'bi-weekly')).toEqual([84, 84, 84]);
  });

  it('by hand: a train takes what CI can test of what people finish', () => {
    // Ten hours a day, on days off too: of a week's 70 the train itself takes 20, which leaves five items of ten hours.
    const ci = { hoursPerDay: 10, hoursPerTrain: 20, hoursPerItem: 10 };

    const table = cadenceTable(asking({ ci }));

    expect(itemsOf(table, 'weekly')).toEqual([5, 5, 5]);
    expect(itemsOf(table, 'bi-weekly')).toEqual([12, 12, 12]);
    // Of 31, 30 and 28 days: 29, 28 and 26.
    expect(itemsOf(table, 'monthly')).toEqual([29, 28, 26]);
    expect(rowOf(table, 'weekly').ci).toEqual({ hours: 52 * 20, share: (52 * 20) / 3_650, untested: 0, limited: 1 });
    expect(rowOf(table, 'weekly').text).toBe(
      'No release was named to fit. CI holds back 100 % of the trains: people finish more than it can test.',
    );
    expect(CadenceTable.parse(table)).toEqual(table);
  });

  it('says that a cadence is not feasible where a train cannot be tested before the next', () => {
    const ci = { hoursPerDay: 10, hoursPerTrain: 71, hoursPerItem: 0 };

    const table = cadenceTable(asking({ ci, releases: [{ name: 'R', items: 1 }] }));

    expect(rowOf(table, 'weekly')).toMatchObject({
      verdict: 'no-ci',
      text: 'Not feasible: the tests of a train take more CI than there is between two of them. 52 of 52 trains cannot be tested in time.',
    });
    expect(itemsOf(table, 'weekly')).toEqual([0, 0, 0]);
    expect(rowOf(table, 'bi-weekly')).toMatchObject({ verdict: 'fits', ci: { untested: 0, limited: 0 } });
  });

  it('CI that is scarcer never gives more items, and CI for everything gives those without a limit', () => {
    const hours = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(fc.integer(), hours, hours, hours, (seed, hoursPerTrain, hoursPerItem, hoursPerDay) => {
        const model = aModel({ finished: [0, 1, 3], days: aCalendar(), runs: 20, seed });
        const p50 = (ci: CadenceQuestion['ci']) =>
          cadenceTable(asking({ model, ci })).rows.map(({ items }) => items[0]?.items ?? Number.NaN);
        const free = p50(null);
        const ample = p50({ hoursPerTrain, hoursPerItem, hoursPerDay: 1_000_000 });
        const [scarce, scarcer] = [hoursPerDay + 10, hoursPerDay].map((each) =>
          p50({ hoursPerTrain, hoursPerItem, hoursPerDay: each }),
        );

        expect(ample).toEqual(free);
        for (const [index, items] of (scarce ?? []).entries()) {
          expect(items).toBeLessThanOrEqual(free[index] ?? Number.NaN);
          expect(scarcer?.[index]).toBeLessThanOrEqual(items);
        }
      }),
      { numRuns: 15 },
    );
  });

  it('by hand: how long a finished item waits', () => {
    const table = cadenceTable(asking({}));

    expect(rowOf(table, 'weekly').expectedWaitDays).toBe(3.5);
    expect(rowOf(table, 'bi-weekly').expectedWaitDays).toBe(7);
    // Seven of 31, four of 30, one of 28 days: 11,111 / 730.
    expect(rowOf(table, 'monthly').expectedWaitDays).toBeCloseTo((7 * 961 + 4 * 900 + 784) / (2 * 365), 10);
  });

  it('waits as long as asking at noon of every day finds', () => {
    const table = cadenceTable(asking({}));

    for (const { cadence, expectedWaitDays } of table.rows) {
      const waits = intervals(cadence).flatMap(([start, next]) =>
        Array.from({ length: daysBetween(start, next) }, (_, day) => daysBetween(start, next) - day - 0.5),
      );
      expect(expectedWaitDays).toBeCloseTo(waits.reduce((sum, wait) => sum + wait, 0) / waits.length, 10);
    }
  });

  it.each([
    ['plain', { finished: [0, 1, 2], runs: 1_000 }, 0, 7],
    [
      'overhead, five-day weeks, holidays',
      { finished: [0, 1, 5], days: aCalendar(undefined, ['2026-12-24', '2026-12-25']), runs: 1_000 },
      10,
      8,
    ],
    ['discovered work', { finished: [0, 1, 3], discovered: [0, 0, 1], days: aCalendar(), runs: 1_000 }, 5, 6],
    [
      'people away in summer',
      { finished: [0, 1, 3], days: aCalendar(), presence: (day: Day) => (day < '2026-09-01' ? 0.5 : 1), runs: 1_000 },
      5,
      6,
    ],
  ])('agrees with the exact probability that a scope fits: %s', (_what, changes, overheadHours, items) => {
    const model = aModel(changes);
    const releases = [{ name: 'R', items }];

    const table = cadenceTable(asking({ model, overheadHours, releases }));

    for (const cadence of ['weekly', 'bi-weekly', 'monthly'] as const) {
      const exact = intervals(cadence).map(([start, next]) => {
        const worked = Array.from({ length: daysBetween(start, next) }, (_, index) => addDays(start, index)).filter(
          (day) => isWorkingDay(day, model.days),
        );
        const hours = 10 * worked.reduce((sum, day) => sum + model.presence(day), 0);
        const left = hours > overheadHours ? 1 - overheadHours / hours : 0;
        const days = worked.map((day) =>
          exactDay(model.history.finished, model.history.discovered, model.presence(day) * left),
        );
        return exactDoneBy(items, days).at(-1) ?? 0;
      });
      const mean = exact.reduce((sum, share) => sum + share, 0) / exact.length;
      const found = rowOf(table, cadence).fits[0]?.probability ?? Number.NaN;
      expect(Math.abs(found - mean)).toBeLessThan(allowance(1_000 * exact.length));
    }
  });

  it.each([
    ['fits', 7, 'weekly', /^Every release fits: even Big \(7 items\) fits into a train in 100 % of the cases\./],
    ['too-small', 8, 'weekly', /^Too small: Big \(8 items\) fits into a train in 0 % of the cases\./],
    ['tight', 31, 'monthly', /^Tight: Big \(31 items\) fits into a train in 58 % of the cases\./],
  ] as const)('says in words that a cadence is %s', (verdict, items, cadence, text) => {
    const releases = [
      { name: 'Small', items: 1 },
      { name: 'Big', items },
    ];

    expect(rowOf(cadenceTable(asking({ releases })), cadence)).toMatchObject({
      verdict,
      text: expect.stringMatching(text),
    });
  });

  it('says that a cadence is not feasible where overhead takes the time between two trains', () => {
    const table = cadenceTable(asking({ overheadHours: 70, releases: [{ name: 'R', items: 1 }] }));

    expect(rowOf(table, 'weekly')).toMatchObject({
      verdict: 'no-time',
      intervalsWithoutTime: 52,
      text: "Not feasible: a train's overhead takes all the time between two of them. 52 of 52 trains have no time left for work.",
    });
    expect(itemsOf(table, 'weekly')).toEqual([0, 0, 0]);
    expect(rowOf(table, 'bi-weekly')).toMatchObject({ verdict: 'fits', intervalsWithoutTime: 0 });
  });

  it('counts the weeks in which nobody works, without calling the cadence impossible', () => {
    const off = Array.from({ length: 7 }, (_, index) => addDays(aDay('2026-12-21'), index));
    const table = cadenceTable(asking({ model: aModel({ days: aCalendar([1, 2, 3, 4, 5, 6, 7], off), runs: 50 }) }));

    expect(rowOf(table, 'weekly')).toMatchObject({ verdict: 'fits', intervalsWithoutTime: 1 });
  });

  it('no tasks, and no hours: an empty scope fits, and throughput stands alone', () => {
    const table = cadenceTable(asking({ teamHoursPerDay: 0, releases: [{ name: 'Empty', items: 0 }] }));

    expect(rowOf(table, 'weekly')).toMatchObject({ verdict: 'fits', overheadShare: null });
    expect(rowOf(table, 'weekly').fits).toEqual([{ name: 'Empty', items: 0, probability: 1 }]);
    expect(itemsOf(table, 'weekly')).toEqual([7, 7, 7]);
  });

  it('a history of nothing but zero days fits nothing, and says why', () => {
    const table = cadenceTable(
      asking({ model: aModel({ finished: [0, 0], runs: 10 }), releases: [{ name: 'R', items: 1 }] }),
    );

    expect(table.rows.map(({ verdict }) => verdict)).toEqual(['too-small', 'too-small', 'too-small', 'too-small']);
    expect(table.notices.map(({ kind }) => kind)).toEqual(['all-zero']);
  });

  it('is the same for the same seed', () => {
    const question = asking({ model: aModel({ finished: [0, 1, 4], runs: 100, seed: 9 }) });

    expect(cadenceTable(question)).toEqual(cadenceTable(question));
  });

  it('more overhead never gives more items, and a larger scope never fits better', () => {
    const hours = fc.integer({ min: 0, max: 80 });
    fc.assert(
      fc.property(fc.integer(), hours, hours, (seed, one, two) => {
        const model = aModel({ finished: [0, 1, 3], discovered: [0, 0, 1], days: aCalendar(), runs: 20, seed });
        const releases = [1, 4, 9].map((items) => ({ name: `${items}`, items }));
        const [less, more] = [Math.min(one, two), Math.max(one, two)].map((overheadHours) =>
          cadenceTable(asking({ model, overheadHours, releases })),
        );

        for (const [index, { items, fits }] of (less?.rows ?? []).entries()) {
          const costly = more?.rows[index];
          for (const [place, { items: count }] of items.entries())
            expect(count).toBeGreaterThanOrEqual(costly?.items[place]?.items ?? Number.NaN);
          const shares = fits.map(({ probability }) => probability);
          expect([...shares].sort((left, right) => right - left)).toEqual(shares);
        }
      }),
      { numRuns: 15 },
    );
  });

  it.each([
    ['overheadHours', { overheadHours: -1 }],
    ['teamHoursPerDay', { teamHoursPerDay: Number.NaN }],
    ['trainsInHistory', { trainsInHistory: -1 }],
    ['ci.hoursPerItem', { ci: { hoursPerDay: 1, hoursPerTrain: 1, hoursPerItem: Number.NaN } }],
    ['overheadHours', { overheadHours: 100, trainsInHistory: 100 }],
  ])('refuses %s that cannot be', (where, changes) => {
    expect(() => cadenceTable(asking(changes))).toThrow(expect.objectContaining({ code: 'BAD_INPUT', where }));
  });
});
