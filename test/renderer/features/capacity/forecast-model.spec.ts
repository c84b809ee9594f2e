import { describe, expect, it } from 'vitest';
import {
  historyText,
  manyBars,
  manyLines,
  manyWords,
  openItems,
  percentText,
  whenBars,
  whenLines,
  whenWords,
} from '../../../../renderer/features/capacity/forecast-model.ts';
import { toDayNumber } from '../../../../shared/domain/calendar/days.ts';
import type { HistoryNote, HowMany, WhenDone } from '../../../../shared/model/forecast.ts';
import { day } from '../../../../shared/model/time.ts';

const history: HistoryNote = {
  from: day('2026-08-31'),
  to: day('2026-11-22'),
  workingDays: 60,
  finished: 90,
  zeroDays: 12,
  undone: 0,
  typed: null,
  growthDays: 0,
  discovered: 0,
};
const when: WhenDone = {
  items: 20,
  from: day('2026-11-23'),
  percentiles: [
    { confidence: 50, day: day('2026-12-01') },
    { confidence: 85, day: day('2026-12-08') },
    { confidence: 95, day: null },
  ],
  bins: [
    { firstDay: day('2026-12-01'), lastDay: day('2026-12-01'), runs: 6_000 },
    { firstDay: day('2026-12-02'), lastDay: day('2026-12-08'), runs: 3_000 },
  ],
  runs: 10_000,
  seed: 1,
  notWithin: { days: 730, runs: 1_000 },
  history,
  notices: [],
};
const many: HowMany = {
  from: day('2026-11-23'),
  by: day('2026-12-21'),
  percentiles: [
    { confidence: 50, items: 34 },
    { confidence: 85, items: 28 },
    { confidence: 95, items: 25 },
  ],
  bins: [
    { from: 25, to: 29, runs: 2_500 },
    { from: 30, to: 30, runs: 7_500 },
  ],
  runs: 10_000,
  seed: 1,
  history,
  notices: [],
};

describe('renderer/features/capacity/forecast-model', () => {
  it('tells of each bar of days how many runs it holds and how many are done by its end', () => {
    const bars = whenBars(when);

    expect(bars.map(({ label }) => label)).toEqual([
      '6,000 of 10,000 runs were done on Tue 1 Dec 2026; 60 % by then',
      '3,000 of 10,000 runs were done from Wed 2 Dec to Tue 8 Dec 2026; 90 % by then',
    ]);
    expect(bars[1]).toMatchObject({ from: toDayNumber(day('2026-12-02')), to: toDayNumber(day('2026-12-09')) });
  });

  it('draws no line for a day that is not known, and says why', () => {
    expect(whenLines(when).map(({ label }) => label)).toEqual(['P50: Tue 1 Dec', 'P85: Tue 8 Dec']);
    expect(whenWords(when).map(({ value }) => value)).toEqual(['Tue 1 Dec 2026', 'Tue 8 Dec 2026', 'unknown']);
    expect(whenWords(when)[0]?.text).toBe('Half of the runs were done by the end of that day, 8 days from now.');
    expect(whenWords(when)[2]?.text).toBe('Fewer than 95 % of the runs had 20 items done within 730 days.');
  });

  it('tells of each bar of items how many runs reached it', () => {
    expect(manyBars(many).map(({ label }) => label)).toEqual([
      '2,500 of 10,000 runs finished 25 to 29 items; 100 % finished 25 or more',
      '7,500 of 10,000 runs finished 30 items; 75 % finished 30 or more',
    ]);
    expect(manyLines(many).map(({ label }) => label)).toEqual(['P95: 25 items', 'P85: 28 items', 'P50: 34 items']);
    expect(manyWords(many)[1]?.text).toBe(
      '85 % of the runs had finished at least as many by the end of Mon 21 Dec 2026.',
    );
  });

  it.each([
    [0, '0 %'],
    [0.004, 'under 1 %'],
    [0.5, '50 %'],
    [0.999, 'over 99 %'],
    [1, '100 %'],
  ])('writes the share %s as %s', (share, text) => {
    expect(percentText(share)).toBe(text);
  });

  it('counts what is open aboard: what has no ticket too, what left not', () => {
    const scope = [
      { item: { state: 'boarded' }, ticket: { category: 'done', originalStatus: 'Done' } },
      { item: { state: 'boarded' }, ticket: { category: 'done', originalStatus: 'Duplicate' } },
      { item: { state: 'late' }, ticket: { category: 'active', originalStatus: 'Review' } },
      { item: { state: 'boarded' }, ticket: null },
      { item: { state: 'dropped' }, ticket: { category: 'active' } },
    ] as unknown as Parameters<typeof openItems>[0];

    expect(openItems(scope)).toEqual({ aboard: 4, open: 2 });
  });

  it('says what a forecast drew from', () => {
    expect(historyText(history)).toBe(
      '90 items finished on 60 working days, 12 of them without any. No growth of scope was found to draw from.',
    );
    expect(historyText({ ...history, typed: '8 to 12 items a week' })).toBe(
      '8 to 12 items a week, typed by hand. No growth of scope was found to draw from.',
    );
    expect(historyText({ ...history, undone: 3 })).toContain(' 3 more ended undone and do not count. No growth');
    expect(historyText({ ...history, growthDays: 20, discovered: 1 })).toContain('Scope grew by 1 item over 20 days');
  });
});
