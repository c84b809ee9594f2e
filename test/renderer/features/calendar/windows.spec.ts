import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepWindows, mergeRanges, windowsOver } from '../../../../renderer/features/calendar/windows.ts';
import { addDays } from '../../../../shared/domain/calendar/days.ts';
import { planLane, planRange, planRelease } from '../../../support/calendar-plan.ts';
import { aDay, someDay } from '../../../support/times.ts';

const over = (from: string, to: string) => windowsOver(aDay(from), aDay(to));

describe('renderer/features/calendar/windows', () => {
  it('covers days by whole half-years', () => {
    expect(over('2026-11-23', '2027-02-01')).toEqual([
      { from: '2026-07-01', to: '2026-12-31' },
      { from: '2027-01-01', to: '2027-06-30' },
    ]);
    expect(over('2026-06-30', '2026-07-01').map(({ from }) => from)).toEqual(['2026-01-01', '2026-07-01']);
  });

  it('leaves no hole and covers both ends, for any days', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 0, max: 1_500 }), (from, length) => {
        const to = addDays(from, length);
        const windows = windowsOver(from, to);

        expect(windows[0] !== undefined && windows[0].from <= from).toBe(true);
        expect((windows.at(-1)?.to ?? '') >= to).toBe(true);
        for (const [index, window] of windows.slice(1).entries()) {
          expect(window.from).toBe(addDays(windows[index]?.to ?? from, 1));
        }
      }),
    );
  });

  it('grows while the screen moves on, and starts anew after a jump', () => {
    const kept = over('2026-07-01', '2026-12-31');

    expect(keepWindows(kept, over('2027-01-01', '2027-02-01')).map(({ from }) => from)).toEqual([
      '2026-07-01',
      '2027-01-01',
    ]);
    expect(keepWindows(kept, over('2026-08-01', '2026-09-01'))).toBe(kept);
    expect(keepWindows(kept, over('2030-01-01', '2030-02-01')).map(({ from }) => from)).toEqual(['2030-01-01']);
    expect(keepWindows([], kept)).toBe(kept);
  });

  it('keeps five years at most, those that the screen moves towards', () => {
    const kept = over('2020-01-01', '2024-12-31');

    const later = keepWindows(kept, over('2025-01-01', '2025-12-31'));
    const earlier = keepWindows(kept, over('2019-01-01', '2019-12-31'));

    expect([later.length, later[0]?.from, later.at(-1)?.to]).toEqual([10, '2021-01-01', '2025-12-31']);
    expect([earlier.length, earlier[0]?.from]).toEqual([10, '2019-01-01']);
  });

  it('keeps all that is on screen, were it more than five years', () => {
    const wanted = over('2026-06-15', '2032-05-20');

    expect(keepWindows(over('2026-06-15', '2026-10-13'), wanted)).toBe(wanted);
  });

  it('merges answers: a release that touches two windows is there once', () => {
    const one = planRelease('r1', '2026-12-01T20:00+01:00');
    const both = planRelease('r2', '2027-01-12T20:00+01:00');
    const day = { trainId: one.trainId, day: aDay('2026-12-25'), name: 'Christmas Day' };

    const merged = mergeRanges([
      planRange([planLane('train-1', [one, both])], { leftOut: 2, daysOff: [day] }),
      planRange([planLane('train-1', [both]), planLane('train-2', [])], { leftOut: 3 }),
    ]);

    expect(merged.lanes.map(({ trainId, releases }) => [trainId, releases.map(({ id }) => id)])).toEqual([
      ['train-1', ['r1', 'r2']],
      ['train-2', []],
    ]);
    expect(merged.leftOut).toBe(5);
    expect(merged.daysOff).toEqual([day]);
  });
});
