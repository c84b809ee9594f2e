import { describe, expect, it } from 'vitest';
import { stagePresets } from '../../../../renderer/features/trains/presets.ts';
import { stageOf } from '../../../../renderer/features/trains/stage-draft.ts';
import { checkStages } from '../../../../shared/domain/calendar/check-stages.ts';
import { placeMilestones } from '../../../../shared/domain/calendar/place-milestones.ts';
import { lateStages } from '../../../../shared/domain/calendar/stage-order.ts';
import { day, type Zone } from '../../../../shared/model/time.ts';
import { Stage } from '../../../../shared/model/train.ts';

const week = { workdays: [1, 2, 3, 4, 5], daysOff: new Map() };

describe.each(stagePresets)('renderer/features/trains/presets, $name', (preset) => {
  const stages = preset.stages.map((stage) => Stage.parse(stageOf(stage)));

  it('holds stages that can be used as they are', () => {
    expect(checkStages(stages)).toEqual([]);
  });

  it('lists its stages in the order in which they come', () => {
    const placed = placeMilestones(stages, {
      releaseDay: day('2026-11-24'),
      zone: 'Europe/Berlin' as Zone,
      days: week,
    });
    const starts = placed.map(({ startAt }) => startAt);

    expect(starts).toEqual(starts.toSorted((one, other) => one - other));
    expect(lateStages(placed, null)).toEqual([]);
  });
});
