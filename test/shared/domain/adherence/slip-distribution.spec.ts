import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slipDistribution } from '../../../../shared/domain/adherence/slip-distribution.ts';
import { ReleaseAdherence, SlipDistribution } from '../../../../shared/model/adherence.ts';

const TOLD = { releaseId: null, trainId: 't', name: 'r' };
const SOURCE = { by: 'entry', seq: 1 };
const BASELINE = { day: '2026-01-01', on: '2025-12-01', source: SOURCE };

function measured(slipDays: number, key: string, slipWorkingDays = slipDays): ReleaseAdherence {
  const actual = { day: '2026-01-02', source: SOURCE, alsoSaid: [] };
  return ReleaseAdherence.parse({
    ...TOLD,
    key,
    outcome: 'measured',
    baseline: BASELINE,
    actual,
    slipDays,
    slipWorkingDays,
  });
}

function measuredAll(slips: readonly number[]): readonly ReleaseAdherence[] {
  return slips.map((slip, index) => measured(slip, `r${index}`));
}

describe('shared/domain/adherence/slip-distribution', () => {
  it('shows the slips of Kubernetes 1.18 to 1.30 as they were worked by hand', () => {
    const slips = [1, 57, 0, 0, 0, 0, 21, 7, -5, -2, 0, 8, 0];

    const found = SlipDistribution.parse(slipDistribution(measuredAll(slips), 'calendar-days'));

    expect(found.slips.map(({ days, keys }) => [days, keys.length])).toEqual([
      [-5, 1],
      [-2, 1],
      [0, 6],
      [1, 1],
      [7, 1],
      [8, 1],
      [21, 1],
      [57, 1],
    ]);
    // Sorted: -5 -2 0 0 0 0 0 0 1 7 8 21 57; ranks ceil(6.5) = 7, ceil(10.4) = 11, ceil(11.05) = 12, ceil(12.35) = 13.
    expect(found.summary).toEqual({ least: -5, most: 57, mean: 87 / 13, p50: 0, p80: 8, p85: 21, p95: 57 });
  });

  it('names the releases behind each slip', () => {
    const { slips } = slipDistribution([measured(3, 'a'), measured(0, 'b'), measured(3, 'c')], 'calendar-days');

    expect(slips).toEqual([
      { days: 0, keys: ['b'] },
      { days: 3, keys: ['a', 'c'] },
    ]);
  });

  it('counts in working days where that is asked for', () => {
    expect(slipDistribution([measured(3, 'a', 1)], 'working-days').slips).toEqual([{ days: 1, keys: ['a'] }]);
  });

  it('has no summary where nothing was measured', () => {
    const cancelled = ReleaseAdherence.parse({
      ...TOLD,
      key: 'c',
      outcome: 'cancelled',
      lastPlanned: BASELINE,
      baseline: null,
      source: SOURCE,
    });

    expect(slipDistribution([cancelled], 'calendar-days')).toEqual({
      count: 0,
      unit: 'calendar-days',
      slips: [],
      summary: null,
    });
  });

  it.each([
    [[4], 4, 4],
    [[1, 2], 1, 2],
    [[1, 2, 3, 4, 5], 3, 4],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 5, 8],
  ])('takes percentiles of %j that occurred: P50 %i, P80 %i', (slips, p50, p80) => {
    expect(slipDistribution(measuredAll(slips), 'calendar-days').summary).toMatchObject({ p50, p80 });
  });

  it('takes the least slip that enough releases do not exceed', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -30, max: 90 }), { minLength: 1, maxLength: 40 }), (slips) => {
        const { summary } = slipDistribution(measuredAll(slips), 'calendar-days');

        const leastThatCovers = (percent: number) =>
          slips
            .filter((slip) => slips.filter((other) => other <= slip).length * 100 >= percent * slips.length)
            .reduce((least, slip) => Math.min(least, slip));
        expect(summary).toMatchObject({
          p50: leastThatCovers(50),
          p80: leastThatCovers(80),
          p85: leastThatCovers(85),
          p95: leastThatCovers(95),
        });
      }),
    );
  });
});
