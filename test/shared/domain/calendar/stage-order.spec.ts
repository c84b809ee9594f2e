import { describe, expect, it } from 'vitest';
import { lateStages } from '../../../../shared/domain/calendar/stage-order.ts';
import type { Instant } from '../../../../shared/model/time.ts';
import type { MilestoneKind } from '../../../../shared/model/train.ts';

/** A stage from an hour to an hour of one day, or at an hour. */
function stage(kind: MilestoneKind, name: string, start: number, end: number | null = null) {
  return { kind, name, startAt: start as Instant, endAt: end as Instant | null };
}

const departure = 20 as Instant;

describe('shared/domain/calendar/stage-order', () => {
  it('has nothing to say of stages in order, of a freeze through the deployment, and of what begins together', () => {
    const stages = [
      stage('scope-cut-off', 'Cut-off', 1),
      stage('code-freeze', 'Freeze', 2, 22),
      stage('integration', 'Integration', 2, 5),
      stage('uat', 'UAT', 5, 8),
      stage('go-no-go', 'Go/no-go', 8),
      stage('deployment', 'Deployment', 20, 22),
      stage('hypercare', 'Hypercare', 20, 40),
    ];

    expect(lateStages(stages, departure)).toEqual([]);
    expect(lateStages(stages, null)).toEqual([]);
  });

  it.each([
    [
      'a deployment after the departure',
      [stage('deployment', 'Deployment', 21, 22)],
      '“Deployment” begins after the departure.',
    ],
    ['a go/no-go after it', [stage('go-no-go', 'Go', 21)], '“Go” begins after the departure.'],
    ['tests that end after it', [stage('uat', 'UAT', 18, 21)], '“UAT” ends after the departure.'],
    [
      'tests that end after the deployment begins',
      [stage('uat', 'UAT', 10, 19), stage('deployment', 'Deployment', 18)],
      '“UAT” ends after “Deployment” begins.',
    ],
    [
      'a cut-off after the freeze',
      [stage('scope-cut-off', 'Cut-off', 5), stage('code-freeze', 'Freeze', 4, 20)],
      '“Cut-off” begins after “Freeze” begins.',
    ],
  ] as const)('tells of %s', (_what, stages, words) => {
    expect(lateStages(stages, departure)).toEqual([words]);
  });

  it('asks nothing of approvals, of stages without an order, and of care after the departure', () => {
    const stages = [stage('cab', 'CAB', 30), stage('custom', 'Cake', 30), stage('hypercare', 'Hypercare', 30, 50)];

    expect(lateStages(stages, departure)).toEqual([]);
  });

  it('knows no departure of a train that is dated by hand', () => {
    expect(lateStages([stage('deployment', 'Deployment', 21)], null)).toEqual([]);
  });
});
