import { describe, expect, it } from 'vitest';
import type { Milestone } from '../../../../shared/model/release.ts';
import { found, foundKeys, sideIds } from '../../../support/conflicts/found.ts';
import { aMilestone, aPlan, aRelease, hours } from '../../../support/conflicts/things.ts';

const release = aRelease('release', 50);

function keys(...milestones: readonly Milestone[]): readonly string[] {
  return foundKeys(aPlan({ releases: [release], milestones }), 'approval-after-gate');
}

describe('shared/domain/conflicts/approval-after-gate', () => {
  it('finds an approval that is not over when the decision begins', () => {
    const milestones = [aMilestone('cab', 'cab', 9, 11), aMilestone('go', 'go-no-go', 10, null)];
    const [conflict, ...rest] = found(aPlan({ releases: [release], milestones }), 'approval-after-gate');

    expect(rest).toEqual([]);
    expect(conflict).toMatchObject({
      key: 'approval-after-gate cab go-no-go',
      gate: 'go-no-go',
      at: hours(10, 11),
      rule: '“cab of release” must be over before “go of release” begins.',
      severity: 'serious',
    });
    expect(sideIds(conflict as never)).toEqual(['cab', 'go']);
  });

  it('finds an approval after the deployment, and weighs it more', () => {
    const [conflict] = found(
      aPlan({ releases: [release], milestones: [aMilestone('cab', 'cab', 60, null)] }),
      'approval-after-gate',
    );

    expect(conflict).toMatchObject({ gate: 'deployment', severity: 'blocking', at: hours(50, 60) });
    expect(sideIds(conflict as never)).toEqual(['cab', 'release']);
  });

  it.each([
    ['ends when the decision begins', [aMilestone('cab', 'cab', 9, 10), aMilestone('go', 'go-no-go', 10, null)], []],
    ['is a point at that moment', [aMilestone('cab', 'cab', 10, null), aMilestone('go', 'go-no-go', 10, null)], []],
    [
      'lies after the first of two decisions',
      [
        aMilestone('cab', 'cab', 15, null),
        aMilestone('g1', 'go-no-go', 10, null),
        aMilestone('g2', 'go-no-go', 20, null),
      ],
      ['cab go-no-go'],
    ],
    [
      'lies after both gates',
      [aMilestone('cab', 'cab', 60, null), aMilestone('go', 'go-no-go', 10, null)],
      ['cab deployment', 'cab go-no-go'],
    ],
    [
      'lies after the first of two deployments',
      [
        aMilestone('cab', 'cab', 15, null),
        aMilestone('eu', 'deployment', 10, 12),
        aMilestone('us', 'deployment', 20, 22),
      ],
      ['cab deployment'],
    ],
  ])('where it %s', (_, milestones, expected) => {
    expect(keys(...milestones).toSorted()).toEqual(expected);
  });
});
