import { describe, expect, it } from 'vitest';
import { leftOutText, throughputFigures, weekBars } from '../../../../renderer/features/capacity/throughput-model.ts';
import type { DailyThroughput } from '../../../../shared/model/forecast.ts';
import { day } from '../../../../shared/model/time.ts';

/** Friday, 2026-11-06, to Sunday, the 22nd: three days of a week, then two whole ones, the first without anything. */
const daily: DailyThroughput = {
  from: day('2026-11-06'),
  to: day('2026-11-22'),
  classes: [
    { name: 'Bug', counts: [1, 0, 0, ...new Array(7).fill(0), 0, 0, 1, 0, 0, 0, 0], total: 2 },
    { name: 'Story', counts: [2, 0, 0, ...new Array(7).fill(0), 3, 1, 0, 0, 1, 0, 0], total: 7 },
  ],
  leftOut: { open: 4, before: 0, after: 1, undone: 2 },
};

describe('renderer/features/capacity/throughput-model', () => {
  it('draws every week, those without any too, and tells the cut ones', () => {
    const bars = weekBars(daily, undefined);

    expect(bars.map(({ value, pale, firstDay, lastDay }) => [value, pale, firstDay, lastDay])).toEqual([
      [3, true, '2026-11-06', '2026-11-08'],
      [0, false, '2026-11-09', '2026-11-15'],
      [6, false, '2026-11-16', '2026-11-22'],
    ]);
    expect(bars[0]?.label).toBe('3 items finished in the week of Mon 2 Nov 2026, 3 days of it');
    expect(bars[1]?.label).toBe('0 items finished in the week of Mon 9 Nov 2026');
  });

  it('adds up in words, with the median of whole weeks', () => {
    const figures = throughputFigures(daily, undefined);

    expect(figures).toMatchObject({ total: 9, weeks: 3, zeroWeeks: 1, zeroDays: 12, median: 0 });
    expect(figures.text).toContain(
      '9 items finished from Fri 6 Nov 2026 to Sun 22 Nov 2026, 0 items in the median week.',
    );
    expect(figures.text).toContain('Nothing was finished on 12 of 17 days');
  });

  it('counts the kinds of work that were chosen, and names the others', () => {
    expect(throughputFigures(daily, ['Story']).total).toBe(7);
    expect(leftOutText(daily, ['Story'])).toBe(
      'Left out: 2 of Bug, which do not count here; 1 finished today, which is not over; 2 that ended undone; 4 not finished.',
    );
    expect(leftOutText({ ...daily, leftOut: { open: 0, before: 0, after: 0, undone: 0 } }, undefined)).toBeNull();
  });
});
