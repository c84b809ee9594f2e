import { describe, expect, it } from 'vitest';
import { DEFAULT_ASSUMPTIONS, deploymentsOf, hullOf } from '../../../../shared/domain/conflicts/deployments.ts';
import { aMilestone, aRelease, hours } from '../../../support/conflicts/things.ts';

const release = aRelease('release', 20);
const assumptions = { ...DEFAULT_ASSUMPTIONS, deploymentMinutes: 90 };

describe('shared/domain/conflicts/deployments', () => {
  it('takes the departure where no milestone says when, for as long as is assumed', () => {
    const [found] = deploymentsOf(release, [aMilestone('uat', 'uat', 0, 4)], assumptions);

    expect(found).toEqual({
      id: 'release',
      releaseId: 'release',
      milestoneId: null,
      name: 'release',
      span: hours(20, 21.5),
    });
  });

  it.each([
    ['a span', 4, 6, hours(4, 6)],
    ['a point', 4, null, hours(4, 5.5)],
    ['a span of no length', 4, 4, hours(4, 5.5)],
  ])('takes a deployment milestone that is %s', (_, start, end, expected) => {
    const [found] = deploymentsOf(release, [aMilestone('m', 'deployment', start, end)], assumptions);

    expect(found).toMatchObject({ id: 'm', milestoneId: 'm', name: 'm of release', span: expected });
  });

  it('takes all deployment milestones, in order of their ids, and then not the departure', () => {
    const milestones = [aMilestone('m2', 'deployment', 1, 2), aMilestone('m1', 'deployment', 5, 6)];
    const found = deploymentsOf(release, milestones, assumptions);

    expect(found.map(({ id }) => id)).toEqual(['m1', 'm2']);
    expect(hullOf(found)).toEqual(hours(1, 6));
  });
});
