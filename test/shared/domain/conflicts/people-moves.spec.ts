import { describe, expect, it } from 'vitest';
import { findConflicts } from '../../../../shared/domain/conflicts/conflict-index.ts';
import { peopleMoves } from '../../../../shared/domain/conflicts/people-moves.ts';
import type { Plan } from '../../../../shared/domain/conflicts/plan.ts';
import { PlanView } from '../../../../shared/domain/conflicts/view.ts';
import { ROSTER_ROLES } from '../../../../shared/model/roster.ts';
import { anAssignment, aPerson, aPlan, aRelease } from '../../../support/conflicts/things.ts';

const people = [
  aPerson('ann', { name: 'Ann', teamId: 'red' }),
  aPerson('ben', { name: 'Ben', teamId: 'red' }),
  aPerson('cas', { name: 'Cas', teamId: 'red', leads: 'shadow' }),
  aPerson('dan', { name: 'Dan', teamId: 'blue' }),
  aPerson('eve', { name: 'Eve', teamId: 'red', leads: 'no' }),
];

/** What is proposed for the first conflict of a plan in which two releases are deployed at once. */
function proposed(...assignments: Plan['assignments']): readonly string[] {
  const plan = aPlan({ people, releases: [aRelease('r1', 10), aRelease('r2', 10)], assignments });
  const [conflict] = findConflicts(plan);
  if (conflict === undefined) return [];
  return peopleMoves(new PlanView(plan), conflict).map((each) =>
    (each.steps() ?? [])
      .map((step) => {
        if (step.kind === 'hand-over') return `${step.assignmentId} from ${step.base.personId} to ${step.personId}`;
        return step.kind === 'unassign' ? `${step.assignmentId} from ${step.base.personId}` : step.kind;
      })
      .join(', '),
  );
}

describe('shared/domain/conflicts/people-moves', () => {
  it('hands the parts of a release over to a lead of the same team', () => {
    expect(
      proposed(
        anAssignment('a1', 'r1', 'ann'),
        anAssignment('a2', 'r1', 'ann', 'On-call'),
        anAssignment('a3', 'r2', 'ann'),
      ),
    ).toEqual(['a3 from ann to ben', 'a1 from ann to ben, a2 from ann to ben']);
  });

  it('hands nothing to who has a part in the release already', () => {
    expect(
      proposed(
        anAssignment('a1', 'r1', 'ann'),
        anAssignment('a2', 'r2', 'ann'),
        anAssignment('a3', 'r1', 'ben', 'On-call'),
      ),
    ).toEqual(['a2 from ann to ben']);
  });

  it('hands a shadow’s part to who learns, or takes it back', () => {
    const { shadow } = ROSTER_ROLES;

    expect(proposed(anAssignment('a1', 'r1', 'ann', shadow), anAssignment('a2', 'r2', 'ann', shadow))).toEqual([
      'a2 from ann to ben',
      'a2 from ann to cas',
      'a2 from ann',
      'a1 from ann to ben',
      'a1 from ann to cas',
      'a1 from ann',
    ]);
  });

  it('takes back a part that was given twice', () => {
    expect(proposed(anAssignment('a1', 'r1', 'ann'), anAssignment('a2', 'r1', 'dan'))).toEqual([
      'a1 from ann',
      'a2 from dan',
    ]);
  });
});
