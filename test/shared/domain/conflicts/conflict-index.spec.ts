import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ConflictIndex,
  createConflictIndex,
  findConflicts,
} from '../../../../shared/domain/conflicts/conflict-index.ts';
import type { Plan } from '../../../../shared/domain/conflicts/plan.ts';
import { changedPlan } from '../../../../shared/domain/conflicts/plan-tables.ts';
import { Conflict } from '../../../../shared/model/conflict.ts';
import { conflictsByBruteForce, conflictTexts } from '../../../support/conflicts/oracle.ts';
import { newClashes } from '../../../support/conflicts/oracle-clashes.ts';
import { DENSE, randomEdit, randomPlan, SMALL } from '../../../support/conflicts/random-plan.ts';

/** What a fresh index finds, in the one order that all orders of things have in common. */
function fresh(plan: Plan): readonly Conflict[] {
  return findConflicts(plan);
}

const change = fc.array(randomEdit(), { minLength: 1, maxLength: 3 });

describe('shared/domain/conflicts/conflict-index', () => {
  it.each([
    ['sparse', SMALL, 400],
    ['dense', DENSE, 60],
  ])('finds in %s random plans what nested loops over everything find', (_, size, numRuns) => {
    fc.assert(
      fc.property(randomPlan(size), (plan) => {
        const found = findConflicts(plan);

        expect(conflictTexts(found)).toEqual(conflictsByBruteForce(plan));
        expect(new Set(found.map(({ key }) => key)).size).toBe(found.length);
      }),
      { numRuns },
    );
  });

  it('answers what the schema of conflicts allows', () => {
    fc.assert(
      fc.property(randomPlan(), (plan) => {
        for (const conflict of findConflicts(plan)) Conflict.parse(conflict);
      }),
      { numRuns: 100 },
    );
  });

  it('does not depend on the order in which a plan lists its things', () => {
    fc.assert(
      fc.property(randomPlan(), (plan) => {
        const turned: Plan = {
          ...plan,
          trains: plan.trains.toReversed(),
          releases: plan.releases.toReversed(),
          milestones: plan.milestones.toReversed(),
          environments: plan.environments.toReversed(),
          bookings: plan.bookings.toReversed(),
          services: plan.services.toReversed(),
          people: plan.people.toReversed(),
          absences: plan.absences.toReversed(),
          assignments: plan.assignments.toReversed(),
          rules: plan.rules.toReversed(),
          overrides: plan.overrides.toReversed(),
        };

        expect(findConflicts(turned)).toEqual(findConflicts(plan));
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['sparse', SMALL, 250],
    ['dense', DENSE, 40],
  ])('answers after any changes of %s plans what a fresh scan and nested loops answer', (_, size, numRuns) => {
    const changes = fc.array(fc.array(randomEdit(size), { minLength: 1, maxLength: 3 }), { maxLength: 6 });
    fc.assert(
      fc.property(randomPlan(size), changes, (start, steps) => {
        const index = createConflictIndex(start);
        let plan = start;
        for (const step of steps) {
          index.apply(step);
          plan = changedPlan(plan, step);
        }

        expect(index.all()).toEqual(fresh(plan));
        expect(conflictTexts(index.all())).toEqual(conflictsByBruteForce(plan));
      }),
      { numRuns },
    );
  });

  it('says what a change added, removed and changed', () => {
    fc.assert(
      fc.property(randomPlan(), change, (plan, edits) => {
        const before = new Map(findConflicts(plan).map((each) => [each.key, each]));
        const after = new Map(findConflicts(changedPlan(plan, edits)).map((each) => [each.key, each]));

        const { added, removed, changed } = new ConflictIndex(plan).apply(edits);

        expect(added).toEqual([...after.values()].filter(({ key }) => !before.has(key)));
        expect(removed).toEqual([...before.values()].filter(({ key }) => !after.has(key)));
        expect(changed).toEqual(
          [...after.values()].filter((each) => {
            const old = before.get(each.key);
            return old !== undefined && JSON.stringify(old) !== JSON.stringify(each);
          }),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('previews what applying does, and leaves everything as it is', () => {
    fc.assert(
      fc.property(randomPlan(), change, (plan, edits) => {
        const index = createConflictIndex(plan);
        const before = index.all();

        const preview = index.preview(edits);

        expect(index.all()).toEqual(before);
        expect(index.apply(edits)).toEqual(preview);
        expect(index.all()).toEqual(fresh(changedPlan(plan, edits)));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['sparse', SMALL, 400],
    ['dense', DENSE, 80],
  ])('calls created what holds a clash that nested loops find after a change of a %s plan only', (_, size, numRuns) => {
    const moves = fc.array(randomEdit(size, false), { minLength: 1, maxLength: 2 });
    fc.assert(
      fc.property(randomPlan(size), moves, (plan, edits) => {
        const expected = newClashes(plan, changedPlan(plan, edits));

        const { created } = createConflictIndex(plan).apply(edits);

        expect(created.length > 0).toBe(expected.length > 0);
        const told = new Set(created.map(({ key }) => key));
        for (const keys of expected) expect(keys.some((key) => told.has(key))).toBe(true);
        for (const { key } of created) expect(expected.some((keys) => keys.includes(key))).toBe(true);
      }),
      { numRuns },
    );
  });
});
