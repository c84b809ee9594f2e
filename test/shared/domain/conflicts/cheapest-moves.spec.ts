import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cheapestMoves } from '../../../../shared/domain/conflicts/cheapest-moves.ts';
import { createConflictIndex, findConflicts } from '../../../../shared/domain/conflicts/conflict-index.ts';
import { compareCosts } from '../../../../shared/domain/conflicts/move-cost.ts';
import type { Plan } from '../../../../shared/domain/conflicts/plan.ts';
import type { Move, MoveStep } from '../../../../shared/model/conflict.ts';
import { allWays, costByHand, isWayOut, type Way } from '../../../support/conflicts/oracle-moves.ts';
import { randomPlan, SMALL } from '../../../support/conflicts/random-plan.ts';

const ALL = { count: 1_000, days: 1, tries: 100_000 };

/** What steps are about, without the times that they move to: with a release, the bookings that go along aside. */
function subjectsOf(steps: readonly MoveStep[]): string {
  const released = steps.filter(({ kind }) => kind === 'release');
  const subjects = (released.length > 0 ? released : steps).map((step) =>
    JSON.stringify({ ...step, startLocal: '', endLocal: '', day: '', departureTime: '' }),
  );
  return subjects.sort().join();
}

/** Whether a move does with the same thing what a way does, no further and for no more. */
function isAsGood(
  move: Move,
  { steps, byDays }: Way,
  [days, people, items]: readonly [number, number, number],
): boolean {
  const sameThing = subjectsOf(move.steps) === subjectsOf(steps);
  const sameMeans = !byDays || Number.isInteger(move.cost.days);
  return sameThing && sameMeans && compareCosts(move.cost, { days, people, items }) <= 0;
}

/**
 * Which release of a needed service counts changes half-way between two of them: at a time that nothing begins or ends at. Times
 * of day at which that happens are not looked for.
 */
function isHalfway(plan: Plan, { byDays, steps }: Way): boolean {
  const isBooking = steps.every(({ kind }) => kind === 'booking');
  return !byDays && !isBooking && plan.services.some(({ dependsOn }) => dependsOn.length > 0);
}

describe('shared/domain/conflicts/cheapest-moves', () => {
  it('gives ways out only, and the nearest of each kind, as trying every hour of every thing shows', () => {
    const size = { ...SMALL, environments: 3, bookings: 6, releases: 3, milestones: 4, rules: 3, hours: 30 };
    fc.assert(
      fc.property(randomPlan(size), fc.nat(), (plan, pick) => {
        const conflicts = findConflicts(plan);
        const conflict = conflicts[pick % Math.max(1, conflicts.length)];
        if (conflict === undefined) return;

        const { moves, complete } = cheapestMoves(conflict, createConflictIndex(plan), ALL);

        expect(complete).toBe(true);
        for (const { steps } of moves) expect(isWayOut(conflict, plan, steps)).toBe(true);
        for (const way of allWays(plan, conflict, ALL.days)) {
          if (isHalfway(plan, way) || !isWayOut(conflict, plan, way.steps)) continue;
          const cost = costByHand(plan, way);
          expect(
            moves.some((move) => isAsGood(move, way, cost)),
            JSON.stringify([conflict.key, way, cost, moves]),
          ).toBe(true);
        }
      }),
      { numRuns: Number(process.env.RUNS ?? 100) },
    );
  });
});
