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
  return conflict ? peopleMoves(new PlanView(plan), conflict).map((each) => each.sentence([])) : [];
}

describe('shared/domain/conflicts/people-moves', () => {
  it('hands the parts of a release over to a lead of the same team', () => {
    expect(
      proposed(
        anAssignment('a1', 'r1', 'ann'),
        anAssignment('a2', 'r1', 'ann', 'On-call'),
        anAssignment('a3', 'r2', 'ann'),
      ),
    ).toEqual([
      'Hand “Release lead” of “r2” over from “Ann” to “Ben”.',
      'Hand “Release lead” and “On-call” of “r1” over from “Ann” to “Ben”.',
    ]);
  });

  it('hands nothing to who has a part in the release already', () => {
    expect(
      proposed(
        anAssignment('a1', 'r1', 'ann'),
        anAssignment('a2', 'r2', 'ann'),
        anAssignment('a3', 'r1', 'ben', 'On-call'),
      ),
    ).toEqual(['Hand “Release lead” of “r2” over from “Ann” to “Ben”.']);
  });

  it('hands a shadow’s part to who learns, or takes it back', () => {
    const { shadow } = ROSTER_ROLES;

    expect(proposed(anAssignment('a1', 'r1', 'ann', shadow), anAssignment('a2', 'r2', 'ann', shadow))).toEqual([
      'Hand “Shadow lead” of “r2” over from “Ann” to “Ben”.',
      'Hand “Shadow lead” of “r2” over from “Ann” to “Cas”.',
      'Take the part “Shadow lead” in “r2” from “Ann”.',
      'Hand “Shadow lead” of “r1” over from “Ann” to “Ben”.',
      'Hand “Shadow lead” of “r1” over from “Ann” to “Cas”.',
      'Take the part “Shadow lead” in “r1” from “Ann”.',
    ]);
  });

  it('takes back a part that was given twice', () => {
    expect(proposed(anAssignment('a1', 'r1', 'ann'), anAssignment('a2', 'r1', 'dan'))).toEqual([
      'Take the part “Release lead” in “r1” from “Ann”.',
      'Take the part “Release lead” in “r1” from “Dan”.',
    ]);
  });
});
