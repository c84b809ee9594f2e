import { describe, expect, it } from 'vitest';
import type { SurgeDraft } from '../../../../renderer/features/environments/search.ts';
import { newRollout, readSurge, reservationFor } from '../../../../renderer/features/environments/surge-draft.ts';
import type { EnvironmentId, TeamId } from '../../../../shared/model/ids.ts';
import { instant, type Zone } from '../../../../shared/model/time.ts';

const BERLIN = 'Europe/Berlin' as Zone;
const ROLLOUT = newRollout(1, { zone: BERLIN, now: instant(Date.UTC(2026, 11, 7, 12)) });
const DRAFT: SurgeDraft = {
  environmentId: 'environment-1' as EnvironmentId,
  teamId: 'team-1' as TeamId,
  standingUnits: '4',
  leadWorkingDays: '5',
  rollouts: [ROLLOUT],
};
const CANARY = { ...ROLLOUT, by: 'canary' as const };
/** 20:00 in Berlin. */
const EVENING = Date.UTC(2026, 11, 8, 19);

describe('renderer/features/environments/surge-draft', () => {
  it('reads a blue-green rollout at its time in the zone', () => {
    expect(readSurge(DRAFT, BERLIN)).toEqual({
      problems: {},
      question: {
        id: 'environment-1',
        teamId: 'team-1',
        standingUnits: 4,
        leadWorkingDays: 5,
        rollouts: [
          {
            id: 'rollout 1',
            releaseId: null,
            startAt: EVENING,
            instances: 4,
            unitsPerInstance: 1,
            how: { by: 'blue-green', overlapMinutes: 60 },
          },
        ],
      },
    });
  });

  it('reads the steps of a canary, fractions as people write them', () => {
    const steps = [{ surgePercent: '12,5', minutes: '15' }];

    const { question } = readSurge({ ...DRAFT, rollouts: [{ ...CANARY, steps }] }, BERLIN);

    expect(question?.rollouts[0]?.how).toEqual({ by: 'canary', steps: [{ surgePercent: 12.5, minutes: 15 }] });
  });

  it('says what is wrong by its place', () => {
    const steps = [{ surgePercent: 'half', minutes: '-1' }];
    const wrong = { ...DRAFT, standingUnits: '', rollouts: [ROLLOUT, { ...CANARY, instances: '0', steps }] };

    const { question, problems } = readSurge(wrong, BERLIN);

    expect(question).toBeNull();
    expect(problems).toEqual({
      standingUnits: 'Type a whole number from 0 to 1,000,000.',
      'rollouts.1.instances': 'Type a whole number from 1 to 1,000,000.',
      'rollouts.1.steps.0.surgePercent': 'Type a percentage from 0 to 1,000.',
      'rollouts.1.steps.0.minutes': 'Type a whole number from 0 to 525,600.',
    });
  });

  it.each([
    { ...DRAFT, teamId: '' as const },
    { ...DRAFT, environmentId: '' as const },
    { ...DRAFT, rollouts: [] },
  ])('asks nothing before it is complete', (draft) => {
    expect(readSurge(draft, BERLIN)).toEqual({ question: null, problems: {} });
  });

  it('reserves the most that a rollout takes, for all of its time', () => {
    const { question } = readSurge({ ...DRAFT, rollouts: [CANARY] }, BERLIN);
    const [rollout = expect.fail('it was read')] = question?.rollouts ?? [];

    // A quarter of four for half an hour, then two of them for another.
    expect(reservationFor(rollout, 'Payments', DRAFT.environmentId as EnvironmentId)).toEqual({
      environmentId: 'environment-1',
      releaseId: undefined,
      title: 'Payments canary',
      span: { start: EVENING, end: EVENING + 60 * 60_000 },
      purpose: 'canary',
      units: 2,
    });
  });

  it('reserves nothing for a rollout that takes no time', () => {
    const { question } = readSurge({ ...DRAFT, rollouts: [{ ...ROLLOUT, overlapMinutes: '0' }] }, BERLIN);
    const [rollout = expect.fail('it was read')] = question?.rollouts ?? [];

    expect(reservationFor(rollout, '', DRAFT.environmentId as EnvironmentId)).toBeNull();
  });
});
