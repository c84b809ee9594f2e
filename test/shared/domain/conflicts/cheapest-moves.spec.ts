import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cheapestMoves } from '../../../../shared/domain/conflicts/cheapest-moves.ts';
import { createConflictIndex, findConflicts } from '../../../../shared/domain/conflicts/conflict-index.ts';
import { compareCosts } from '../../../../shared/domain/conflicts/move-cost.ts';
import { editsOf } from '../../../../shared/domain/conflicts/move-edits.ts';
import type { Plan } from '../../../../shared/domain/conflicts/plan.ts';
import { type Conflict, Move, type MoveStep } from '../../../../shared/model/conflict.ts';
import { Stage } from '../../../../shared/model/train.ts';
import { allWays, costByHand, isWayOut, type Way } from '../../../support/conflicts/oracle-moves.ts';
import { randomPlan, SMALL } from '../../../support/conflicts/random-plan.ts';
import {
  aBooking,
  aMilestone,
  anEnvironment,
  aPlan,
  aPlanRule,
  aRelease,
  aService,
  aTrain,
  hour,
} from '../../../support/conflicts/things.ts';

const ALL = { count: 1_000, days: 1, tries: 100_000 };

/** What steps are about, without the times that they move to: with a release, the bookings that go along aside. */
function subjectsOf(steps: readonly MoveStep[]): string {
  const released = steps.filter(({ kind }) => kind === 'release');
  const subjects = (released.length > 0 ? released : steps).map(({ base: _base, ...step }) =>
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
      { numRuns: 100 },
    );
  });

  it('takes the first of all, whatever number is asked for', () => {
    fc.assert(
      fc.property(randomPlan(), fc.nat(), fc.integer({ min: 0, max: 4 }), (plan, pick, count) => {
        const index = createConflictIndex(plan);
        const conflict = index.all()[pick % Math.max(1, index.all().length)];
        if (conflict === undefined) return;
        const all = cheapestMoves(conflict, index, { ...ALL, days: 3 });

        const some = cheapestMoves(conflict, index, { ...ALL, days: 3, count });

        expect(some.moves).toEqual(all.moves.slice(0, count));
        expect(all.moves).toEqual(all.moves.toSorted((a, b) => compareCosts(a.cost, b.cost)));
        expect(index.all()).toEqual(findConflicts(plan));
        for (const move of all.moves) Move.parse(move);
      }),
      { numRuns: 150 },
    );
  });

  it('does what its sentence says when its steps are carried out: the conflict is gone, and no other came', () => {
    fc.assert(
      fc.property(randomPlan(), fc.nat(), (plan, pick) => {
        const index = createConflictIndex(plan);
        const conflict = index.all()[pick % Math.max(1, index.all().length)];
        const [move] = conflict ? cheapestMoves(conflict, index).moves : [];
        const change = move && editsOf(index.view, move.steps);
        if (!conflict || !change) return;

        const { created } = index.apply(change);

        expect(created).toEqual([]);
        expect(index.get(conflict.key)).toBeUndefined();
      }),
      { numRuns: 150 },
    );
  });

  it('takes a booking to the nearest free time, to another environment, or to another day', () => {
    const plan = aPlan({
      now: hour(0),
      environments: [anEnvironment('a', { name: 'A' }), anEnvironment('b', { name: 'B' })],
      bookings: [
        aBooking('uat', 10, 20, { environmentId: 'a' }),
        aBooking('load', 18, 24, { environmentId: 'a', title: 'Load test' }),
        aBooking('demo', 26, 30, { environmentId: 'a' }),
        aBooking('busy', 0, 12, { environmentId: 'b' }),
      ],
    });
    const index = createConflictIndex(plan);
    const [clash] = index.all();

    const { moves, complete } = cheapestMoves(clash as Conflict, index, { count: 4, days: 2, tries: 1_000 });

    expect(complete).toBe(true);
    expect(moves.map(({ sentence }) => sentence)).toEqual([
      'Take “B” (staging) instead of “A” (staging) for booking “Load test”.',
      'Move booking “Load test” 2 h later, to Mon 4 Jan 2027, 20:00.',
      'Move booking “uat” 2 h earlier, to Mon 4 Jan 2027, 08:00.',
      'Move booking “Load test” 14 h earlier, to Mon 4 Jan 2027, 04:00.',
    ]);
  });

  it('takes a deployment to the first legal time after a freeze, and to the last before it', () => {
    const plan = aPlan({
      now: hour(0),
      releases: [aRelease('r', 30)],
      milestones: [aMilestone('go', 'deployment', 30, 32, { releaseId: 'r', name: 'Go' })],
      rules: [
        aPlanRule('f', 'freeze', [[28, 40]]),
        aPlanRule('w', 'window', [
          [20, 27],
          [29, 33],
          [38, 60],
        ]),
      ],
    });
    const index = createConflictIndex(plan);
    const freeze = index.all().find(({ kind }) => kind === 'release-in-freeze') as Conflict;

    const { moves } = cheapestMoves(freeze, index, { count: 9, days: 1, tries: 1_000 });

    expect(moves.map(({ sentence }) => sentence)).toEqual([
      'Move “Go of r” 5 h earlier, to Tue 5 Jan 2027, 01:00.',
      'Move “Go of r” 10 h later, to Tue 5 Jan 2027, 16:00.',
      'Move “Go of r” 1 day later, to Wed 6 Jan 2027, 06:00.',
    ]);
  });

  it('moves its stages with a release, by working days', () => {
    const stage = Stage.parse({
      key: 'uat',
      name: 'UAT',
      kind: 'uat',
      start: { amount: -2, unit: 'working-days' },
      startTime: '09:00',
      end: { amount: -1, unit: 'working-days' },
      endTime: '17:00',
    });
    const friday = 4 * 24 + 12;
    const plan = aPlan({
      now: hour(0),
      trains: [aTrain('train', { stages: [stage] })],
      releases: [aRelease('r', friday)],
      milestones: [
        aMilestone('uat', 'uat', 2 * 24 + 9, 3 * 24 + 17, { releaseId: 'r', stageKey: 'uat', pinned: false }),
      ],
      rules: [aPlanRule('f', 'freeze', [[friday - 6, friday + 24]])],
    });
    const index = createConflictIndex(plan);
    const { moves } = cheapestMoves(index.all()[0] as Conflict, index, { count: 9, days: 4, tries: 1_000 });
    const monday =
      moves.find(({ steps }) => steps[0]?.kind === 'release' && steps[0].day === '2027-01-10') ?? moves.at(-1);
    const change = editsOf(index.view, monday?.steps ?? []);

    expect(change?.map(({ kind }) => kind)).toEqual(['release', 'milestone']);
    expect(monday?.cost).toMatchObject({ items: 2 });
  });

  it('says that there is no way out, having tried everything', () => {
    const plan = aPlan({
      now: hour(0),
      releases: [aRelease('r', 40)],
      rules: [aPlanRule('f', 'freeze', [[-999, 9_999]])],
    });
    const index = createConflictIndex(plan);

    const { moves, tried, complete } = cheapestMoves(index.all()[0] as Conflict, index, {
      count: 3,
      days: 2,
      tries: 1_000,
    });

    expect([moves.length, tried > 0, complete]).toEqual([0, true, true]);
  });

  it('says that it stopped before it had tried everything', () => {
    const plan = aPlan({
      now: hour(0),
      releases: [aRelease('r', 40)],
      rules: [aPlanRule('f', 'freeze', [[-999, 9_999]])],
    });
    const index = createConflictIndex(plan);

    expect(cheapestMoves(index.all()[0] as Conflict, index, { count: 3, days: 2, tries: 2 })).toEqual({
      moves: [],
      tried: 2,
      complete: false,
      nearest: null,
    });
  });

  it('names the nearest move where each makes another conflict, and what it would make', () => {
    const plan = aPlan({
      now: hour(0),
      trains: [aTrain('train', { name: 'Payments' })],
      releases: [aRelease('r', 40, { name: '2027.01' })],
      milestones: [
        aMilestone('go', 'deployment', 40, 41, { releaseId: 'r', name: 'Deployment' }),
        aMilestone('care', 'hypercare', 41, 50, { releaseId: 'r', name: 'Hypercare' }),
        aMilestone('uat', 'uat', 39, 40, { releaseId: 'r', name: 'UAT' }),
      ],
      rules: [
        aPlanRule('f', 'freeze', [[36, 45]]),
        aPlanRule('g', 'freeze', [
          [-999, 30],
          [60, 9_999],
        ]),
      ],
    });
    const index = createConflictIndex(plan);
    const freeze = index.all().find(({ kind }) => kind === 'release-in-freeze') as Conflict;

    const { moves, nearest } = cheapestMoves(freeze, index, { count: 3, days: 1, tries: 1_000 });

    expect(moves).toEqual([]);
    expect(nearest).toEqual({
      sentence: 'Move “Deployment of Payments 2027.01” 5 h later, to Tue 5 Jan 2027, 21:00.',
      makes: '“Deployment of Payments 2027.01” must begin no later than “Hypercare of Payments 2027.01”.',
      more: 0,
    });
    expect(index.all()).toEqual(findConflicts(plan));
  });

  it('says what a way out leaves as it is: a release stays in a freeze', () => {
    const plan = aPlan({
      now: hour(0),
      services: [aService('a', { dependsOn: ['b'] }), aService('b')],
      trains: [aTrain('needs', { services: ['a'] }), aTrain('brings', { services: ['b'] })],
      releases: [aRelease('1', 40, { trainId: 'needs' }), aRelease('2', 44, { trainId: 'brings' })],
      rules: [aPlanRule('f', 'freeze', [[0, 9_999]], { scope: { services: ['a'] } })],
    });
    const index = createConflictIndex(plan);
    const order = index.all().find(({ kind }) => kind === 'dependency-order') as Conflict;

    const { moves } = cheapestMoves(order, index, { count: 9, days: 1, tries: 1_000 });

    const staying = moves.map(({ steps: [step], stays }) => [step?.kind === 'release' && step.releaseId, stays]);
    expect(staying).toContainEqual(['1', ['Nothing may be deployed in the freeze “f”.']]);
    expect(staying).toContainEqual(['2', ['“a”, which needs “b”, is in the freeze “f”.']]);
  });

  it('takes one booking out of a crowd: itself', () => {
    const others = Array.from({ length: 12 }, (_, index) => aBooking(`b${index}`, 20 + index, 21 + index));
    const plan = aPlan({
      now: hour(0),
      environments: [anEnvironment('env')],
      bookings: [aBooking('long', 20, 32), ...others],
    });
    const index = createConflictIndex(plan);

    const { moves } = cheapestMoves(index.all()[0] as Conflict, index, { count: 2, days: 1, tries: 1_000 });

    expect(moves.map(({ sentence }) => sentence)).toEqual([
      'Move booking “long” 12 h later, to Tue 5 Jan 2027, 08:00.',
      'Move booking “long” 12 h earlier, to Mon 4 Jan 2027, 08:00.',
    ]);
  });

  it('puts a passed cut-off into the future', () => {
    const plan = aPlan({
      now: hour(12),
      releases: [aRelease('r', 90)],
      milestones: [aMilestone('cut', 'scope-cut-off', 10, null, { releaseId: 'r', name: 'Cut-off' })],
      unboarded: [{ releaseId: 'r' as never, count: 4 }],
    });
    const index = createConflictIndex(plan);

    const [first] = cheapestMoves(index.all()[0] as Conflict, index).moves;

    expect(first?.sentence).toBe('Move “Cut-off of r” 2 h 1 min later, to Mon 4 Jan 2027, 12:01.');
  });
});
