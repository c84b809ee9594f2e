import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../../shared/domain/conflicts/plan.ts';
import { planOf } from '../../../../shared/domain/conflicts/plan-tables.ts';
import { PlanView } from '../../../../shared/domain/conflicts/view.ts';
import { randomEdit, randomPlan, SMALL } from '../../../support/conflicts/random-plan.ts';
import { aBooking, aMilestone, anEnvironment, aPlan, aRelease, hours } from '../../../support/conflicts/things.ts';

const all = hours(-1_000, 1_000);

/** Everything that a view is asked for, as plain data. */
function answers(view: PlanView): unknown {
  const { release, environment, booking, person, rule } = planTables(view);
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
  return {
    deployments: view.deployments.overlapping(all),
    releases: release.map(({ id, trainId }) => ({
      milestones: view.milestonesOf(id),
      bookings: ids(view.bookingsOf(id)),
      assignments: ids(view.assignmentsOf(id)),
      deployments: view.deploymentsOf(id),
      runs: view
        .runsOf(trainId)
        .overlapping(all)
        .map((each) => each.id),
    })),
    environments: environment.map(({ id }) => ids(view.environment(id)?.all.overlapping(all) ?? [])),
    caused: booking.map(({ id }) => ids(view.causedBy(id))),
    people: person.map(({ id }) => [ids(view.assignmentsTo(id)), ids(view.absencesOf(id))]),
    overrides: rule.map((each) => ids(view.overridesOf(each.rule.id))),
    times: Object.values(view.schedules).map((schedule) =>
      schedule.all.overlapping(all).map((time) => [time.rule.id, time.occurrence]),
    ),
  };
}

function planTables(view: PlanView) {
  const plan = planOf(view.tables);
  const sorted = <T extends { readonly id: string }>(list: readonly T[]) =>
    list.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return {
    release: sorted(plan.releases),
    environment: sorted(plan.environments),
    booking: sorted(plan.bookings),
    person: sorted(plan.people),
    rule: plan.rules.toSorted((a, b) => (a.rule.id < b.rule.id ? -1 : 1)),
  };
}

describe('shared/domain/conflicts/view', () => {
  it('answers after edits what a new view of the edited plan answers', () => {
    fc.assert(
      fc.property(randomPlan(), fc.array(randomEdit(SMALL, false), { maxLength: 12 }), (plan, edits) => {
        const view = new PlanView(plan);
        answers(view);
        for (const edit of edits) view.edit(edit);

        expect(answers(view)).toEqual(answers(new PlanView(planOf(view.tables))));
      }),
      { numRuns: 200 },
    );
  });

  it('answers after edits were taken back what it answered before', () => {
    fc.assert(
      fc.property(randomPlan(), fc.array(randomEdit(SMALL, false), { maxLength: 12 }), (plan, edits) => {
        const view = new PlanView(plan);
        const before = answers(view);
        const back = edits.map((edit) => view.edit(edit)).reverse();
        for (const edit of back) view.edit(edit);

        expect(answers(view)).toEqual(before);
      }),
      { numRuns: 200 },
    );
  });

  it('frees what a release held when it is cancelled, and gives it back', () => {
    const plan: Plan = aPlan({
      environments: [anEnvironment('env')],
      releases: [aRelease('r', 5)],
      bookings: [aBooking('b', 0, 9, { releaseId: 'r' }), aBooking('along', 0, 9, { causedBy: 'b' })],
      milestones: [aMilestone('m', 'deployment', 5, 6, { releaseId: 'r' })],
    });
    const view = new PlanView(plan);
    const held = () => [view.environment('env')?.all.size, view.deployments.size];

    view.edit({ kind: 'release', id: 'r', to: aRelease('r', 5, { state: 'cancelled' }) });
    expect(held()).toEqual([0, 0]);
    view.edit({ kind: 'release', id: 'r', to: aRelease('r', 5, { state: 'under-way' }) });
    expect(held()).toEqual([2, 1]);
  });

  it('remembers what was found until the next edit', () => {
    const view = new PlanView(aPlan());
    let count = 0;
    const find = () => (count += 1);

    expect([view.remembered('a', find), view.remembered('a', find), view.remembered('b', find)]).toEqual([1, 1, 2]);
    view.edit({ kind: 'release', id: 'r', to: aRelease('r', 0) });
    expect(view.remembered('a', find)).toBe(3);
  });

  it('looks for rivals in the environment, below it, and for who takes it all above it', () => {
    const environments = [
      anEnvironment('low', { sharing: 'shared' }),
      anEnvironment('mid', { parents: ['low'] }),
      anEnvironment('top', { parents: ['mid'] }),
    ];
    const bookings = environments.map(({ id }) => aBooking(id, 0, 9, { environmentId: id, mode: 'exclusive' }));
    const { ofTaker, ofUser, ofSharer } = new PlanView(aPlan({ environments, bookings })).rivalsIn('mid');
    const ids = (lists: typeof ofTaker) => lists.flatMap((list) => list.overlapping(all)).map(({ id }) => id);

    expect([ids(ofTaker), ids(ofUser), ids(ofSharer)]).toEqual([
      ['mid', 'low', 'top'],
      ['mid', 'low'],
      ['mid', 'low'],
    ]);
    expect(new PlanView(aPlan()).rivalsIn('gone').ofTaker).toEqual([]);
  });
});
