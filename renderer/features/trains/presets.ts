import type { MilestoneKind } from '../../../shared/model/train.ts';
import { lookOf } from '../../ui/milestone-kinds.ts';
import { freeKey, type MomentDraft, type StageDraft } from './stage-draft.ts';

/** A usual way of getting to a release, to begin from. */
export interface StagePreset {
  readonly name: string;
  readonly meaning: string;
  readonly stages: readonly StageDraft[];
}

function moment(days: number, time: string): MomentDraft {
  return { amount: String(Math.abs(days)), side: days > 0 ? 'working-after' : 'working-before', time };
}

type Step = readonly [kind: MilestoneKind, start: number, time: string, end?: number, endTime?: string];

function stagesOf(departure: string, steps: readonly Step[]): readonly StageDraft[] {
  const stages: StageDraft[] = [];
  for (const [kind, startDays, time, endDays, endTime] of steps) {
    const start = moment(startDays, time);
    const end = endDays === undefined || endTime === undefined ? null : moment(endDays, endTime);
    const suggested = { departure, start, end };
    stages.push({ key: freeKey(kind, stages), name: lookOf(kind).label, kind, start, end, suggested });
  }
  return stages;
}

/** Days are working days from the release day; times are the train's own, for a departure at the time that is named. */
export const stagePresets: readonly StagePreset[] = [
  {
    name: 'Two-week train',
    meaning: 'Cut-off a week before, a short freeze, CAB, go/no-go, an evening deployment and two days of hypercare.',
    stages: stagesOf('20:00', [
      ['scope-cut-off', -5, '17:00'],
      ['code-freeze', -3, '12:00', 0, '20:00'],
      ['cab', -2, '10:00'],
      ['go-no-go', -1, '15:00'],
      ['deployment', 0, '20:00', 0, '22:00'],
      ['hypercare', 0, '22:00', 2, '18:00'],
    ]),
  },
  {
    name: 'Monthly release',
    meaning: 'Three weeks from cut-off to production, with integration and UAT windows.',
    stages: stagesOf('20:00', [
      ['scope-cut-off', -15, '17:00'],
      ['code-freeze', -12, '09:00', 0, '22:00'],
      ['integration', -12, '09:00', -8, '17:00'],
      ['uat', -7, '09:00', -3, '17:00'],
      ['cab', -2, '10:00'],
      ['go-no-go', -1, '15:00'],
      ['deployment', 0, '20:00', 0, '23:30'],
      ['hypercare', 1, '08:00', 5, '18:00'],
    ]),
  },
  {
    name: 'Mobile app',
    meaning: 'A beta of a week between freeze and store submission.',
    stages: stagesOf('10:00', [
      ['scope-cut-off', -10, '17:00'],
      ['code-freeze', -7, '12:00', 0, '10:00'],
      ['uat', -6, '09:00', -2, '17:00'],
      ['go-no-go', -1, '11:00'],
      ['deployment', 0, '10:00'],
      ['hypercare', 0, '10:00', 3, '18:00'],
    ]),
  },
  {
    name: 'Light',
    meaning: 'Cut-off the day before, then deploy: for services that release often.',
    stages: stagesOf('10:00', [
      ['scope-cut-off', -1, '16:00'],
      ['deployment', 0, '10:00', 0, '11:00'],
    ]),
  },
];
