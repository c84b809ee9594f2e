import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../../../shared/domain/conflicts/candidate.ts';
import type { Plan } from '../../../../shared/domain/conflicts/plan.ts';
import { milestoneMoves, releaseMoves } from '../../../../shared/domain/conflicts/release-moves.ts';
import { PlanView } from '../../../../shared/domain/conflicts/view.ts';
import {
  aBooking,
  aMilestone,
  anEnvironment,
  aPlan,
  aPlanRule,
  aRelease,
  hour,
} from '../../../support/conflicts/things.ts';

function viewOf(parts: Partial<Plan> = {}): PlanView {
  return new PlanView(
    aPlan({
      now: hour(0),
      environments: [anEnvironment('env')],
      releases: [aRelease('r', 40, { name: 'Pay 1' })],
      ...parts,
    }),
  );
}

/** The steps of the moves by so many days. */
function stepsBy(moves: readonly Candidate[], days: number) {
  return moves.filter((each) => Math.abs(each.days - days) < 1e-9).map((each) => each.steps());
}

describe('shared/domain/conflicts/release-moves', () => {
  it('moves a release to another day, with its bookings that have not begun and what came along', () => {
    const bookings = [
      aBooking('begun', -5, 5, { releaseId: 'r' }),
      aBooking('uat', 20, 25, { releaseId: 'r' }),
      aBooking('along', 20, 26, { causedBy: 'uat' }),
      aBooking('other', 20, 25),
    ];
    const [move] = releaseMoves(viewOf({ bookings }), 'r', { days: 1 }).filter(({ days }) => days === 1);
    const steps = move?.steps() ?? [];

    expect(steps).toEqual([
      {
        kind: 'release',
        releaseId: 'r',
        day: '2027-01-06',
        departureTime: '16:00',
        base: { departsAt: hour(40) },
      },
      {
        kind: 'booking',
        bookingId: 'uat',
        environmentId: 'env',
        startLocal: '2027-01-05T20:00',
        endLocal: '2027-01-06T01:00',
        base: { startAt: hour(20), endAt: hour(25), environmentId: 'env' },
      },
      {
        kind: 'booking',
        bookingId: 'along',
        environmentId: 'env',
        startLocal: '2027-01-05T20:00',
        endLocal: '2027-01-06T02:00',
        base: { startAt: hour(20), endAt: hour(26), environmentId: 'env' },
      },
    ]);
  });

  it('goes nowhere into the past, nor does it take a booking there', () => {
    const booked = viewOf({ bookings: [aBooking('b', 5, 6, { releaseId: 'r' })] });

    expect(stepsBy(releaseMoves(viewOf(), 'r', { days: 2 }), -2)).toEqual([null]);
    expect(stepsBy(releaseMoves(viewOf(), 'r', { days: 2 }), -1)).not.toEqual([null]);
    expect(stepsBy(releaseMoves(booked, 'r', { days: 2 }), -1)).toEqual([null]);
  });

  it('goes by time to where something ends or begins, unless a milestone says when it is deployed', () => {
    const rules = [aPlanRule('f', 'freeze', [[38, 44]])];
    const byTime = (parts: Partial<Plan>) =>
      releaseMoves(viewOf({ rules, ...parts }), 'r', { days: 1 }).filter(({ family }) => family.includes('by time'));
    const milestones = [aMilestone('go', 'deployment', 40, 41, { releaseId: 'r' })];

    expect(stepsBy(byTime({}), 4 / 24)).toEqual([
      [{ kind: 'release', releaseId: 'r', day: '2027-01-05', departureTime: '20:00', base: { departsAt: hour(40) } }],
    ]);
    expect(stepsBy(byTime({}), -3 / 24)).toEqual([
      [{ kind: 'release', releaseId: 'r', day: '2027-01-05', departureTime: '13:00', base: { departsAt: hour(40) } }],
    ]);
    expect(byTime({ milestones })).toEqual([]);
  });

  it('knows nothing of a release that is not there', () => {
    expect(releaseMoves(viewOf(), 'gone', { days: 1 })).toEqual([]);
    expect(milestoneMoves(viewOf(), 'gone', { days: 1 })).toEqual([]);
  });

  it('moves a milestone by itself', () => {
    const milestones = [
      aMilestone('cab', 'cab', 30, null, { releaseId: 'r', name: 'CAB' }),
      aMilestone('go', 'go-no-go', 28, null, { releaseId: 'r' }),
    ];
    const moves = milestoneMoves(viewOf({ milestones }), 'cab', { days: 1 });
    const [before] = moves.filter(({ days }) => Math.abs(days + 2 / 24) < 1e-9);
    const steps = before?.steps() ?? [];

    const base = { startAt: hour(30), endAt: null };
    expect(steps).toEqual([
      { kind: 'milestone', milestoneId: 'cab', startLocal: '2027-01-05T04:00', endLocal: null, base },
    ]);
  });

  it('lets a milestone that has passed go later, and none from the future into the past', () => {
    const passed = [aMilestone('cut', 'scope-cut-off', -30, null, { releaseId: 'r' })];
    const coming = [aMilestone('cut', 'scope-cut-off', 10, null, { releaseId: 'r' })];

    expect(stepsBy(milestoneMoves(viewOf({ milestones: passed }), 'cut', { days: 1 }), 1)).not.toEqual([null]);
    expect(stepsBy(milestoneMoves(viewOf({ milestones: coming }), 'cut', { days: 1 }), -1)).toEqual([null]);
  });

  it('finds the last minute before somebody’s day off for a decision that is a point', () => {
    const milestones = [aMilestone('go', 'go-no-go', 26, null, { releaseId: 'r' })];
    const moves = milestoneMoves(viewOf({ milestones }), 'go', { days: 1 });

    expect(stepsBy(moves, -(2 + 1 / 60) / 24)).toEqual([
      [
        {
          kind: 'milestone',
          milestoneId: 'go',
          startLocal: '2027-01-04T23:59',
          endLocal: null,
          base: { startAt: hour(26), endAt: null },
        },
      ],
    ]);
  });
});
