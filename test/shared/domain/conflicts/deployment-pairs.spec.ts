import { describe, expect, it } from 'vitest';
import {
  aheadOf,
  type DeploymentPairs,
  disturbedReleases,
  findPairs,
  manyText,
  pairsWith,
} from '../../../../shared/domain/conflicts/deployment-pairs.ts';
import { PlanView } from '../../../../shared/domain/conflicts/view.ts';
import type { Conflict } from '../../../../shared/model/conflict.ts';
import { aMilestone, aPlan, aRelease } from '../../../support/conflicts/things.ts';

const view = new PlanView(
  aPlan({
    releases: [aRelease('r1', 10), aRelease('r2', 10), aRelease('r3', 10, { state: 'departed' }), aRelease('r4', 50)],
    milestones: [
      aMilestone('m1', 'deployment', 10, 12, { releaseId: 'r2' }),
      aMilestone('m2', 'deployment', 80, 82, { releaseId: 'r2' }),
    ],
  }),
);

/** Deployments clash that overlap. */
function pairs(space: string): DeploymentPairs {
  const told = (key: string) => ({ key }) as Conflict;
  return {
    kind: 'service-clash',
    space,
    partners: (deployment, limit) =>
      view.deployments
        .overlapping(deployment.span, limit + 1)
        .filter(({ id }) => id !== deployment.id)
        .slice(0, limit),
    describe: (_a, _b, key) => told(key),
    describeCrowd: (_a, _b, key) => told(key),
  };
}

describe('shared/domain/conflicts/deployment-pairs', () => {
  it('takes the deployments of releases that are to come', () => {
    expect(['r1', 'r2', 'r3', 'gone'].map((id) => aheadOf(view, id).map((each) => each.id))).toEqual([
      ['r1'],
      ['m1', 'm2'],
      [],
      [],
    ]);
  });

  it('finds a pair once, under the release of the lesser deployment, with a key of its space', () => {
    expect(['r1', 'r2', 'r4'].map((id) => findPairs(view, id, pairs('')).map(({ key }) => key))).toEqual([
      [],
      ['service-clash m1 r1'],
      [],
    ]);
    expect(findPairs(view, 'r2', pairs('person p')).map(({ key }) => key)).toEqual(['service-clash person p m1 r1']);
  });

  it('knows every pair of a release, and which releases it disturbs', () => {
    expect(pairsWith(view, 'r1', pairs(''))).toEqual([
      { key: 'service-clash m1 r1', crowds: ['service-clash r1 *', 'service-clash m1 *'] },
    ]);
    expect([...new Set(disturbedReleases(view, 'r1', 1, pairs('')))]).toEqual(['r1', 'r2']);
  });

  it.each([
    [12, false, '12'],
    [1_000, false, '1,000'],
    [1_000, true, 'more than 1,000'],
  ])('says %s (at least: %s) as %s', (count, atLeast, expected) => {
    expect(manyText({ count, atLeast })).toBe(expected);
  });
});
