import { describe, expect, it } from 'vitest';
import { surgeClusters, timeMarks } from '../../../../renderer/features/environments/surge-picture.ts';
import type { SurgeStep } from '../../../../shared/model/environment-use.ts';
import { minute, minutesAt } from '../../../support/bookings.ts';

const HOUR = 60;

function step(from: number, to: number, rollouts: readonly string[]): SurgeStep {
  return { span: { start: minute(from), end: minute(to) }, extra: 1, reserved: 0, short: 1, rollouts: [...rollouts] };
}

describe('renderer/features/environments/surge-picture', () => {
  it('parts what is more than half a day apart', () => {
    const steps = [step(0, HOUR, ['a']), step(13 * HOUR, 14 * HOUR, ['a']), step(27 * HOUR, 28 * HOUR, ['b'])];

    expect(surgeClusters(steps).map(({ start, end }) => [minutesAt(start) / HOUR, minutesAt(end) / HOUR])).toEqual([
      [0, 14],
      [27, 28],
    ]);
  });

  it('leaves out reservations that no rollout is near', () => {
    expect(surgeClusters([step(0, HOUR, []), step(48 * HOUR, 49 * HOUR, ['a'])])).toHaveLength(1);
  });

  it('marks whole steps of the wall clock', () => {
    const marks = timeMarks(minute(70), minute(250), { most: 4, offset: 30 * 60_000 });

    // 70 to 250 minutes are 100 to 280 on a clock that is half an hour ahead: its hours are at 120, 180 and 240.
    expect(marks.map((at) => minutesAt(at))).toEqual([90, 150, 210]);
  });
});
