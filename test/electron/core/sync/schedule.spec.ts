import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextRunAt, type ScheduleInput } from '../../../../electron/core/sync/schedule.ts';
import { instant } from '../../../../shared/model/time.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const NOW = instant(1_000 * DAY);

type Run = ScheduleInput['runs'][number];

function run(state: Run['state'], endedAgo = 0): Run {
  const finishedAt = instant(NOW - endedAgo);
  return { state, startedAt: instant(finishedAt - MINUTE), finishedAt };
}

function next(everyMinutes: number | null, runs: readonly Run[], random = 0): number | null {
  const at = nextRunAt({ everyMinutes, runs, now: NOW, random });
  return at === null ? null : at - NOW;
}

describe('electron/core/sync/schedule', () => {
  it.each([
    ['by hand only', null, [run('succeeded')], 0, null],
    ['never synced', 60, [], 0, 0],
    ['never synced, by chance a little later', 60, [], 0.5, 7_500],
    ['interrupted, even after failures', 60, [run('interrupted'), run('failed'), run('failed')], 0, 0],
    ['just done', 60, [run('succeeded')], 0, 60 * MINUTE],
    ['just done, with the most jitter', 60, [run('succeeded')], 0.999_999_999, 66 * MINUTE - 1],
    ['done a while ago', 60, [run('succeeded', 20 * MINUTE)], 0, 40 * MINUTE],
    ['overdue', 60, [run('succeeded', 90 * MINUTE)], 0, -30 * MINUTE],
    ['cancelled', 60, [run('cancelled'), run('failed'), run('failed')], 0, 60 * MINUTE],
    ['failed once', 60, [run('failed'), run('succeeded')], 0, 60 * MINUTE],
    ['failed twice', 60, [run('failed'), run('failed'), run('succeeded')], 0, 120 * MINUTE],
    ['failed four times', 60, Array.from({ length: 4 }, () => run('failed')), 0, 480 * MINUTE],
    ['failed all day', 60, Array.from({ length: 12 }, () => run('failed')), 0, DAY],
    ['failing, and rarer than daily anyway', 10_080, Array.from({ length: 3 }, () => run('failed')), 0, 7 * DAY],
  ] as const)('%s', (_what, everyMinutes, runs, random, after) => {
    expect(next(everyMinutes, runs, random)).toBe(after);
  });

  it('counts from the start of a run whose end is not known', () => {
    const open: Run = { state: 'running', startedAt: instant(NOW - 5 * MINUTE), finishedAt: null };

    expect(next(10, [open])).toBe(5 * MINUTE);
  });

  it('is never before the interval is over nor more than a tenth after it, when all is well', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 5, max: 10_080 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (every, random) => {
          const after = next(every, [run('succeeded')], random) ?? 0;
          expect(after).toBeGreaterThanOrEqual(every * MINUTE);
          expect(after).toBeLessThanOrEqual(every * MINUTE * 1.1);
        },
      ),
    );
  });
});
