import { describe, expect, it } from 'vitest';
import { movePreview } from '../../../../renderer/features/release/move-preview.ts';
import { placeMilestones } from '../../../../shared/domain/calendar/place-milestones.ts';
import type { Milestone } from '../../../../shared/model/release.ts';
import type { Stage } from '../../../../shared/model/train.ts';
import { aDay, aZone } from '../../../support/times.ts';

const zone = aZone('Europe/Berlin');
const days = { workdays: [1, 2, 3, 4, 5], daysOff: new Map([[aDay('2026-12-25'), 'Christmas Day']]) };
const stage = (key: string, amount: number): Stage =>
  ({
    key,
    name: key,
    kind: 'custom',
    start: { amount, unit: 'working-days' },
    startTime: '18:00',
    end: null,
    endTime: null,
  }) as Stage; // a literal clock time
const stages = [stage('freeze', -2), stage('gate', -1)];
const release = { zone, skippedStages: [] };

function milestonesOn(day: string, pinned: readonly string[] = []): readonly Milestone[] {
  return placeMilestones(stages, { releaseDay: aDay(day), zone, days }).map(
    (placed) =>
      ({ ...placed, id: placed.stageKey, releaseId: 'r', zone, pinned: pinned.includes(placed.stageKey) }) as Milestone, // ids of the test
  );
}

describe('renderer/features/release/move-preview', () => {
  it('says where each milestone goes, over holidays and weekends', () => {
    const milestones = milestonesOn('2026-12-17');

    const { followers, staying } = movePreview(aDay('2026-12-28'), { release, milestones, stages, days });

    expect(followers.map(({ name, from, to }) => [name, from, to])).toEqual([
      ['freeze', '2026-12-15T18:00', '2026-12-23T18:00'],
      ['gate', '2026-12-16T18:00', '2026-12-24T18:00'],
    ]);
    expect(staying).toEqual([]);
  });

  it('names those that stay, and moves none for the same day', () => {
    const milestones = milestonesOn('2026-12-17', ['gate']);

    const moved = movePreview(aDay('2026-12-18'), { release, milestones, stages, days });
    const same = movePreview(aDay('2026-12-17'), { release, milestones, stages, days });

    expect(moved.followers.map(({ name }) => name)).toEqual(['freeze']);
    expect(moved.staying).toEqual(['gate']);
    expect(same.followers).toEqual([]);
  });

  it('says where all of them stand then, so that what comes too late can be named', () => {
    const milestones = milestonesOn('2026-12-17', ['gate']);

    const { standing } = movePreview(aDay('2026-12-18'), { release, milestones, stages, days });

    expect(standing.map(({ name, startAt }) => [name, new Date(startAt).toISOString()])).toEqual([
      ['freeze', '2026-12-16T17:00:00.000Z'],
      ['gate', '2026-12-16T17:00:00.000Z'],
    ]);
  });

  it('says why the stages cannot be placed', () => {
    const never = { workdays: [], daysOff: new Map() };

    const { problem } = movePreview(aDay('2026-12-17'), { release, milestones: [], stages, days: never });

    expect(problem).toContain('no working day');
  });
});
