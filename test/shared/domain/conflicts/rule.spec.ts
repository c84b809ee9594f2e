import { describe, expect, it } from 'vitest';
import { environmentClash } from '../../../../shared/domain/conflicts/environment-clash.ts';
import { milestoneOrder } from '../../../../shared/domain/conflicts/milestone-order.ts';
import type { Plan } from '../../../../shared/domain/conflicts/plan.ts';
import { type Rule, watchOver } from '../../../../shared/domain/conflicts/rule.ts';
import { PlanView } from '../../../../shared/domain/conflicts/view.ts';
import type { Conflict } from '../../../../shared/model/conflict.ts';
import { aBooking, aMilestone, anEnvironment, aPlan, aRelease } from '../../../support/conflicts/things.ts';

/** Whether what is found under a subject first still holds in another plan. */
function stillHolds(rule: Rule, subject: string, before: Plan, after: Plan): boolean {
  const view = new PlanView(before);
  const [conflict] = rule.find(view, subject);
  return watchOver(rule, view, conflict as Conflict, subject)(new PlanView(after));
}

describe('shared/domain/conflicts/rule', () => {
  it('watches over one clash', () => {
    const plan = (uat: number) =>
      aPlan({
        releases: [aRelease('release', 10)],
        milestones: [aMilestone('uat', 'uat', uat, null)],
      });

    expect(stillHolds(milestoneOrder, 'release', plan(12), plan(11))).toBe(true);
    expect(stillHolds(milestoneOrder, 'release', plan(12), plan(9))).toBe(false);
  });

  it('watches over all of a crowd', () => {
    const plan = (...starts: readonly number[]) =>
      aPlan({
        environments: [anEnvironment('env')],
        bookings: [aBooking('a', 0, 10), ...starts.map((start, index) => aBooking(`b${index}`, start, start + 1))],
      });
    const crowd = plan(0, 1, 2, 3, 4, 5, 6, 7, 8);

    expect(stillHolds(environmentClash, 'a', crowd, plan(20, 21, 22, 23, 24, 25, 26, 27, 8))).toBe(true);
    expect(stillHolds(environmentClash, 'a', crowd, plan(20, 21, 22, 23, 24, 25, 26, 27, 28))).toBe(false);
  });
});
