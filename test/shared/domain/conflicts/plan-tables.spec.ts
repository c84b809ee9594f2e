import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedPlan, editTables, planOf, tablesOf } from '../../../../shared/domain/conflicts/plan-tables.ts';
import { randomEdit, randomPlan } from '../../../support/conflicts/random-plan.ts';
import { aBooking, aPlan, hour } from '../../../support/conflicts/things.ts';

describe('shared/domain/conflicts/plan-tables', () => {
  it('makes a plan of its tables again', () => {
    fc.assert(
      fc.property(randomPlan(), (plan) => {
        expect(planOf(tablesOf(plan))).toEqual(plan);
      }),
      { numRuns: 50 },
    );
  });

  it('takes back each edit by the one that it answers', () => {
    fc.assert(
      fc.property(randomPlan(), fc.array(randomEdit()), (plan, edits) => {
        const tables = tablesOf(plan);
        const back = edits.map((edit) => editTables(tables, edit)).reverse();
        for (const edit of back) editTables(tables, edit);
        const byId = (list: readonly object[]) => list.map((each) => JSON.stringify(each)).sort();
        const after = planOf(tables);

        expect(after.now).toBe(plan.now);
        expect(byId(after.bookings)).toEqual(byId(plan.bookings));
        expect(byId(after.releases)).toEqual(byId(plan.releases));
        expect(byId(after.rules)).toEqual(byId(plan.rules));
        expect(byId(after.environments)).toEqual(byId(plan.environments));
      }),
      { numRuns: 50 },
    );
  });

  it('leaves the plan that it changes as it is', () => {
    const plan = aPlan({ bookings: [aBooking('a', 0, 1), aBooking('b', 0, 1)] });

    const changed = changedPlan(plan, [
      { kind: 'booking', id: 'a', to: null },
      { kind: 'booking', id: 'c', to: aBooking('c', 2, 3) },
      { kind: 'now', to: hour(7) },
    ]);

    expect(plan.bookings.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(changed.bookings.map(({ id }) => id)).toEqual(['b', 'c']);
    expect(changed.now).toBe(hour(7));
  });

  it('takes the last of two things with one id', () => {
    const plan = aPlan({ bookings: [aBooking('a', 0, 1), aBooking('a', 5, 6)] });

    expect(tablesOf(plan).booking.get('a')?.startAt).toBe(hour(5));
  });
});
