import { scaleLinear } from 'd3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayScale, dayTicks, numberTicks } from '../../../../renderer/ui/chart/scales.ts';
import { day } from '../../../../shared/model/time.ts';

const labels = (first: string, last: string, width: number) =>
  dayTicks(dayScale(day(first), day(last), width)).map(({ label }) => label);

describe('renderer/ui/chart/scales', () => {
  it.each([
    ['each day', '2026-01-01', '2026-01-05', 500, ['1 Jan', '2 Jan', '3 Jan', '4 Jan', '5 Jan']],
    ['each week', '2026-01-01', '2026-01-29', 500, ['1 Jan', '8 Jan', '15 Jan', '22 Jan', '29 Jan']],
    ['months, the year once and in January', '2025-11-15', '2026-02-20', 320, ['Dec 2025', 'Jan 2026', 'Feb']],
    ['quarters', '2025-01-01', '2025-12-31', 400, ['Jan 2025', 'Apr', 'Jul', 'Oct']],
    ['years', '2019-06-01', '2026-02-01', 700, ['2020', '2021', '2022', '2023', '2024', '2025', '2026']],
    ['nothing but the day of a single one', '2026-03-01', '2026-03-01', 100, ['28 Feb', '2 Mar']],
  ])('marks %s', (_what, first, last, width, expected) => {
    expect(labels(first, last, width)).toEqual(expected);
  });

  it('puts the first and the last day at the ends', () => {
    const scale = dayScale(day('2026-01-01'), day('2026-01-11'), 100);

    const marks = dayTicks(scale);

    expect(marks[0]?.at).toBe(0);
    expect(scale.range()).toEqual([0, 100]);
  });

  it('keeps marks apart and inside, whatever the days', () => {
    const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(days, days, fc.integer({ min: 240, max: 2_000 }), (one, other, width) => {
        const [first = '', last = ''] = [one, other].map((each) => each.toISOString().slice(0, 10)).sort();

        const places = dayTicks(dayScale(day(first), day(last), width)).map(({ at }) => at);

        for (const [index, at] of places.entries()) {
          expect(at).toBeGreaterThanOrEqual(-1e-6);
          expect(at).toBeLessThanOrEqual(width + 1e-6);
          if (index > 0) expect(at - (places[index - 1] ?? 0)).toBeGreaterThan(50);
        }
      }),
    );
  });

  it('names whole numbers only where asked', () => {
    const scale = scaleLinear().domain([0, 2]).range([0, 100]);

    expect(numberTicks(scale, 5, { whole: true, unit: ' d' }).map(({ label }) => label)).toEqual(['0 d', '1 d', '2 d']);
  });

  it('parts the thousands of whole numbers', () => {
    const scale = scaleLinear().domain([0, 2_000]).range([0, 100]);

    expect(numberTicks(scale, 2, { whole: true }).map(({ label }) => label)).toEqual(['0', '1,000', '2,000']);
  });
});
