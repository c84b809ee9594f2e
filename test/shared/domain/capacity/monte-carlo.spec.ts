import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '../../../../shared/domain/calendar/days.ts';
import { isWorkingDay } from '../../../../shared/domain/calendar/working-days.ts';
import { type ForecastModel, howMany, whenDone } from '../../../../shared/domain/capacity/monte-carlo.ts';
import { HowMany, WhenDone } from '../../../../shared/model/forecast.ts';
import type { Day } from '../../../../shared/model/time.ts';
import { aCalendar, aModel } from '../../../support/capacity.ts';
import { allowance, type Distribution, exactDay, exactDoneBy, exactSum } from '../../../support/exact-forecast.ts';
import { aDay } from '../../../support/times.ts';

const RUNS = 10_000;
const kindsOf = ({ notices }: { notices: readonly { kind: string }[] }) => notices.map(({ kind }) => kind);
const daysOf = ({ percentiles }: WhenDone) => percentiles.map(({ day }) => day);
const itemsOf = ({ percentiles }: HowMany) => percentiles.map(({ items }) => items);

/** The share of runs that were done by each day, from the bins. */
function shareBy(forecast: WhenDone, day: Day): number {
  return forecast.bins.filter(({ lastDay }) => lastDay <= day).reduce((sum, { runs }) => sum + runs, 0) / forecast.runs;
}

/** Runs that reached so many items, from bins of width 1. */
function runsReaching(forecast: HowMany, items: number): number {
  expect(forecast.bins.every(({ from, to }) => from === to)).toBe(true);
  return forecast.bins.filter(({ from }) => from >= items).reduce((sum, { runs }) => sum + runs, 0);
}

const smallList = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 6 });
const someModel = fc
  .record({
    finished: smallList,
    discovered: fc.oneof(fc.constant([]), fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 2, maxLength: 5 })),
    off: fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 8 }),
    present: fc.constantFrom(1, 0.5, 0.8, 1.2),
    seed: fc.integer(),
  })
  .map(({ finished, discovered, off, present, seed }) =>
    aModel({
      finished,
      discovered,
      days: aCalendar(
        undefined,
        off.map((offset) => addDays(aDay('2026-06-01'), offset)),
      ),
      presence: () => present,
      seed,
      runs: 200,
    }),
  );

/** What each day of the model can bring, for the exact distributions. */
function exactDays(model: ForecastModel, civilDays: number): readonly Distribution[] {
  const { from, days, presence, historicPresence, history } = model;
  return Array.from({ length: civilDays }, (_, offset) => {
    const day = addDays(from, offset);
    if (!isWorkingDay(day, days)) return new Map([[0, 1]]);
    return exactDay(history.finished, history.discovered, presence(day) / historicPresence);
  });
}

describe('shared/domain/capacity/monte-carlo: when done', () => {
  it.each([
    // Two a day: ten items take five days.
    ['constant throughput', 10, [2], '2026-06-05'],
    ['an odd item more', 11, [2], '2026-06-06'],
    ['one task', 1, [2], '2026-06-01'],
  ])('by hand: %s', (_what, items, finished, day) => {
    expect(daysOf(whenDone(items, aModel({ finished })))).toEqual([day, day, day]);
  });

  it('by hand: weekends and days off bring nothing', () => {
    const model = aModel({ finished: [2], days: aCalendar(undefined, ['2026-06-03']) });

    // 1st, 2nd, 4th, 5th, 8th.
    expect(daysOf(whenDone(10, model))).toEqual(['2026-06-08', '2026-06-08', '2026-06-08']);
  });

  it('by hand: half of the team away takes twice as long, and nobody there brings nothing', () => {
    expect(daysOf(whenDone(10, aModel({ finished: [2], presence: () => 0.5 })))[0]).toBe('2026-06-10');
    const away = whenDone(10, aModel({ finished: [2], presence: () => 0 }));
    expect(daysOf(away)).toEqual([null, null, null]);
    expect(kindsOf(away)).toEqual(['nobody-there', 'not-within']);
  });

  it('by hand: absences of history are not counted twice', () => {
    // Two a day by 80 % of the team; 80 % are there again.
    const model = aModel({ finished: [2], presence: () => 0.8, historicPresence: 0.8 });

    expect(daysOf(whenDone(10, model))[0]).toBe('2026-06-05');
  });

  it('by hand: discovered work, one item a day beside two finished, takes twice as long', () => {
    expect(daysOf(whenDone(10, aModel({ finished: [2], discovered: [1] })))[0]).toBe('2026-06-10');
  });

  it('zero days included: one day in five with five items is waited for, not averaged away', () => {
    const forecast = whenDone(5, aModel({ finished: [0, 0, 0, 0, 5], runs: RUNS }));

    // Done by day t with 1 - 0.8^t: day 4 is the first above 50 %, 9 above 85 %, 14 above 95 %.
    expect(daysOf(forecast)).toEqual(['2026-06-04', '2026-06-09', '2026-06-14']);
    expect(Math.abs(shareBy(forecast, aDay('2026-06-01')) - 0.2)).toBeLessThan(allowance(RUNS));
    expect(forecast.history).toMatchObject({ workingDays: 5, zeroDays: 4, finished: 5 });
  });

  it.each([
    ['plain', aModel({ finished: [0, 1, 2], runs: RUNS }), 12],
    ['with discovered work', aModel({ finished: [0, 1, 3], discovered: [0, 0, 1], runs: RUNS }), 8],
    [
      'half a team on a five-day week',
      aModel({ finished: [0, 1, 3], days: aCalendar(), presence: () => 0.5, runs: RUNS }),
      5,
    ],
    [
      'all at once',
      aModel({
        finished: [0, 0, 2, 4],
        discovered: [0, 1, 0, 0, 2],
        days: aCalendar([1, 2, 4, 5]),
        presence: (day) => (day < '2026-06-10' ? 0.6 : 0.9),
        historicPresence: 0.8,
        runs: RUNS,
      }),
      6,
    ],
  ])('agrees with the exact distribution: %s', (_what, model, items) => {
    const exact = exactDoneBy(items, exactDays(model, 60));
    const eps = allowance(RUNS);

    const forecast = whenDone(items, model, 60);

    expect(forecast.bins.every(({ firstDay, lastDay }) => firstDay === lastDay)).toBe(true);
    for (const [offset, share] of exact.entries())
      expect(Math.abs(shareBy(forecast, addDays(model.from, offset)) - share)).toBeLessThan(eps);
    expect(Math.abs(1 - forecast.notWithin.runs / RUNS - (exact.at(-1) ?? 0))).toBeLessThan(eps);
    for (const { confidence, day } of forecast.percentiles) {
      const offset = day === null ? 60 : daysBetween(model.from, day);
      expect(exact[offset] ?? 1).toBeGreaterThan(confidence / 100 - eps);
      expect(exact[offset - 1] ?? 0).toBeLessThan(confidence / 100 + eps);
    }
  });

  it('is the same for the same seed, and much the same for another', () => {
    const one = whenDone(30, aModel({ finished: [0, 1, 4], seed: 11, runs: RUNS }));

    expect(whenDone(30, aModel({ finished: [0, 1, 4], seed: 11, runs: RUNS }))).toEqual(one);
    const other = whenDone(30, aModel({ finished: [0, 1, 4], seed: 12, runs: RUNS }));
    expect(other.bins).not.toEqual(one.bins);
    expect(one.notWithin.runs + other.notWithin.runs).toBe(0);
    const apart = (index: number) => daysBetween(daysOf(one)[index] as Day, daysOf(other)[index] as Day);
    for (const index of [0, 1, 2]) expect(Math.abs(apart(index))).toBeLessThanOrEqual(1);
  });

  it('no tasks: done already, on the first day, and it says so', () => {
    const forecast = whenDone(0, aModel({ finished: [0], discovered: [3] }));

    expect(daysOf(forecast)).toEqual(['2026-06-01', '2026-06-01', '2026-06-01']);
    expect(kindsOf(forecast)).toEqual(['nothing-to-do']);
  });

  it('a history of nothing but zero days: never, said in words, and no percentile made up', () => {
    const forecast = whenDone(3, aModel({ finished: [0, 0, 0] }));

    expect(daysOf(forecast)).toEqual([null, null, null]);
    expect(forecast.bins).toEqual([]);
    expect(forecast.notWithin).toEqual({ days: 730, runs: 2_000 });
    expect(kindsOf(forecast)).toEqual(['all-zero', 'not-within']);
    expect(forecast.notices[0]?.text).toBe(
      'Nothing was finished on any of the 3 working days of the history, so nothing can be forecast from it.',
    );
  });

  it('no history at all', () => {
    expect(kindsOf(whenDone(3, aModel({ finished: [] })))).toEqual(['no-history', 'not-within']);
  });

  it('says how many runs were not done within the horizon, and has a percentile only where enough were', () => {
    // Done on day 1 with 60 %, on day 2 with 84 %.
    const forecast = whenDone(1, aModel({ finished: [0, 0, 1, 1, 1], runs: RUNS }), 2);

    expect(daysOf(forecast)).toEqual(['2026-06-01', null, null]);
    expect(Math.abs(forecast.notWithin.runs / RUNS - 0.16)).toBeLessThan(allowance(RUNS));
    expect(forecast.notices.at(-1)?.text).toMatch(
      /^1,\d{3} of 10,000 runs \(1\d\.\d %\) did not get 1 item done within 2 days\.$/,
    );
  });

  it('puts every run into a bin or says that it was not done', () => {
    fc.assert(
      fc.property(someModel, fc.integer({ min: 1, max: 40 }), (some, items) => {
        const forecast = whenDone(items, some, 90);

        const binned = forecast.bins.reduce((sum, { runs }) => sum + runs, 0);
        expect(binned + forecast.notWithin.runs).toBe(some.runs);
        expect(WhenDone.parse(forecast)).toEqual(forecast);
      }),
    );
  });

  it('more items, or fewer people, are never done earlier', () => {
    fc.assert(
      fc.property(someModel, fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 5 }), (some, items, more) => {
        const base = daysOf(whenDone(items, some, 90)).map((day) => day ?? '9999');
        const larger = daysOf(whenDone(items + more, some, 90)).map((day) => day ?? '9999');
        const fewer = daysOf(whenDone(items, { ...some, presence: (day) => some.presence(day) * 0.7 }, 90));

        for (const [index, day] of base.entries()) {
          expect(day <= (larger[index] ?? '')).toBe(true);
          expect(day <= (fewer[index] ?? '9999')).toBe(true);
        }
        expect([...base].sort()).toEqual(base);
      }),
    );
  });

  it.each([
    ['items', () => whenDone(1.5, aModel({}))],
    ['items', () => whenDone(-1, aModel({}))],
    ['runs', () => whenDone(1, aModel({ runs: 0 }))],
    ['runs', () => howMany(aDay('2026-06-02'), aModel({ runs: 1_000_001 }))],
    ['days', () => whenDone(1, aModel({}), 0)],
    ['days', () => howMany(aDay('2046-06-02'), aModel({}))],
  ])('refuses %s that make no sense', (word, ask) => {
    expect(ask).toThrow(new RegExp(word));
  });
});

describe('shared/domain/capacity/monte-carlo: how many', () => {
  it.each([
    ['constant throughput', { finished: [2] }, 20],
    ['a five-day week', { finished: [2], days: aCalendar() }, 16],
    ['half a team', { finished: [2], presence: () => 0.5 }, 10],
    ['discovered work', { finished: [3], discovered: [1] }, 20],
    ['more discovered than done', { finished: [1], discovered: [2] }, 0],
  ])('by hand over ten days: %s', (_what, changes, items) => {
    expect(itemsOf(howMany(aDay('2026-06-10'), aModel(changes)))).toEqual([items, items, items]);
  });

  it('names the number reached with that confidence: the more certain, the lower', () => {
    // One day, 0 to 9 items alike: 5 or more with 50 %, 1 or more with 90 %, 0 or more always.
    const forecast = howMany(aDay('2026-06-01'), aModel({ finished: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], runs: RUNS }));

    expect(itemsOf(forecast)).toEqual([5, 1, 0]);
  });

  it.each([
    ['plain', aModel({ finished: [0, 0, 1, 3], runs: RUNS })],
    ['half a team', aModel({ finished: [0, 1, 3], presence: () => 0.5, runs: RUNS })],
  ])('agrees with the exact distribution: %s', (_what, model) => {
    const by = aDay('2026-06-12');
    const exact = exactSum(exactDays(model, 12));
    const eps = allowance(RUNS);
    const likely = (items: number) =>
      [...exact].reduce((sum, [value, share]) => (value >= items ? sum + share : sum), 0);

    const forecast = howMany(by, model);

    for (let items = 0; items <= 40; items += 1)
      expect(Math.abs(runsReaching(forecast, items) / RUNS - likely(items))).toBeLessThan(eps);
    for (const { confidence, items } of forecast.percentiles) {
      expect(likely(items)).toBeGreaterThan(confidence / 100 - eps);
      expect(likely(items + 1)).toBeLessThan(confidence / 100 + eps);
    }
  });

  it('reaches n items by a day in just the runs in which n items are done by that day', () => {
    fc.assert(
      fc.property(
        someModel,
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 14 }),
        (some, items, civilDays) => {
          const by = addDays(some.from, civilDays - 1);

          const reaching = runsReaching(howMany(by, some), items);

          expect(reaching).toBe(some.runs - whenDone(items, some, civilDays).notWithin.runs);
        },
      ),
    );
  });

  it('a later day never gives fewer items', () => {
    fc.assert(
      fc.property(someModel, fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 10 }), (some, offset, more) => {
        const early = itemsOf(howMany(addDays(some.from, offset), some));
        const late = itemsOf(howMany(addDays(some.from, offset + more), some));

        for (const [index, items] of early.entries()) expect(items).toBeLessThanOrEqual(late[index] ?? -1);
        expect([...early].sort((left, right) => right - left)).toEqual(early);
      }),
    );
  });

  it('past date: nothing by then, and it says so', () => {
    const forecast = howMany(aDay('2026-05-20'), aModel({ finished: [2] }));

    expect(itemsOf(forecast)).toEqual([0, 0, 0]);
    expect(kindsOf(forecast)).toEqual(['past-date']);
    expect(forecast.notices[0]?.text).toBe(
      'Wed 20 May 2026 lies before Mon 1 Jun 2026, the first day of work: nothing can be done by then.',
    );
    expect(HowMany.parse(forecast)).toEqual(forecast);
  });

  it('a weekend alone has no working day on which anybody is there', () => {
    const forecast = howMany(
      aDay('2026-06-07'),
      aModel({ finished: [2], days: aCalendar(), from: aDay('2026-06-06') }),
    );

    expect(itemsOf(forecast)).toEqual([0, 0, 0]);
    expect(kindsOf(forecast)).toEqual(['nobody-there']);
  });

  it('draws for thousands of days of history, bulk closings among them, in few enough bins', () => {
    const finished = Array.from({ length: 2_000 }, (_, index) => (index % 500 === 0 ? 900 : index % 4));
    const forecast = howMany(aDay('2026-12-31'), aModel({ finished, runs: 500 }));

    expect(forecast.bins.length).toBeLessThanOrEqual(60);
    expect(forecast.bins.reduce((sum, { runs }) => sum + runs, 0)).toBe(500);
  });
});
