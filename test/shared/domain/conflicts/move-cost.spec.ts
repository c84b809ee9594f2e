import { describe, expect, it } from 'vitest';
import { compareCosts, costOf } from '../../../../shared/domain/conflicts/move-cost.ts';
import type { PlanChange } from '../../../../shared/domain/conflicts/plan.ts';
import { PlanView } from '../../../../shared/domain/conflicts/view.ts';
import { aBooking, anAssignment, aPerson, aPlan, aRelease, aTrain } from '../../../support/conflicts/things.ts';

const view = new PlanView(
  aPlan({
    trains: [aTrain('train', { teams: ['red'], ownerId: 'ann' })],
    releases: [aRelease('r', 5), aRelease('other', 5, { trainId: 'none' })],
    people: [aPerson('ann'), aPerson('ben', { teamId: 'red' }), aPerson('cas', { teamId: 'blue' }), aPerson('dan')],
    assignments: [anAssignment('as', 'r', 'ann'), anAssignment('as2', 'r', 'cas')],
    bookings: [aBooking('b', 0, 1, { releaseId: 'r' }), aBooking('demo', 0, 1)],
  }),
);

describe('shared/domain/conflicts/move-cost', () => {
  it.each<readonly [string, PlanChange, number]>([
    ['a release: its owner, its people, its teams', [{ kind: 'release', id: 'r', to: aRelease('r', 9) }], 3],
    ['a booking of it', [{ kind: 'booking', id: 'b', to: aBooking('b', 2, 3, { releaseId: 'r' }) }], 3],
    ['a booking of no release', [{ kind: 'booking', id: 'demo', to: aBooking('demo', 2, 3) }], 0],
    ['a release with nobody', [{ kind: 'release', id: 'other', to: null }], 0],
    ['a part handed over', [{ kind: 'assignment', id: 'as', to: anAssignment('as', 'r', 'dan') }], 2],
    ['a part taken back', [{ kind: 'assignment', id: 'as', to: null }], 1],
  ])('concerns with %s so many people', (_, change, people) => {
    expect(costOf(view, change, -2)).toEqual({ days: 2, people, items: 1 });
  });

  it('compares days, then people, then things', () => {
    const costs = [
      { days: 1, people: 0, items: 1 },
      { days: 0.5, people: 9, items: 9 },
      { days: 0.5, people: 2, items: 9 },
      { days: 0.5, people: 2, items: 1 },
    ];

    expect(costs.toSorted(compareCosts)).toEqual(costs.toReversed());
  });
});
