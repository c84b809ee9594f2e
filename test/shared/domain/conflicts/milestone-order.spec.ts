import { describe, expect, it } from 'vitest';
import type { Milestone } from '../../../../shared/model/release.ts';
import { found, foundKeys, sideIds } from '../../../support/conflicts/found.ts';
import { aMilestone, aPlan, aRelease, hours } from '../../../support/conflicts/things.ts';

const release = aRelease('release', 50, { name: 'Pay 1' });

function keys(...milestones: readonly Milestone[]): readonly string[] {
  return foundKeys(aPlan({ releases: [release], milestones }), 'milestone-order');
}

describe('shared/domain/conflicts/milestone-order', () => {
  it('finds a milestone that begins after one that comes later', () => {
    const milestones = [
      aMilestone('cut', 'scope-cut-off', 20, null, { name: 'Cut-off' }),
      aMilestone('uat', 'uat', 10, 15, { name: 'UAT' }),
    ];
    const [conflict] = found(aPlan({ releases: [release], milestones }), 'milestone-order');

    expect(conflict).toMatchObject({
      key: 'milestone-order cut uat',
      at: hours(10, 20),
      rule: '“Cut-off of Pay 1” must begin no later than “UAT of Pay 1”.',
      severity: 'serious',
      because: '“UAT of Pay 1” would begin on what “Cut-off of Pay 1” can still change.',
    });
    expect(sideIds(conflict as never)).toEqual(['cut', 'uat']);
  });

  it('takes the departure for the deployment where no milestone says when', () => {
    const [conflict] = found(
      aPlan({ releases: [release], milestones: [aMilestone('uat', 'uat', 60, 70)] }),
      'milestone-order',
    );

    expect(conflict).toMatchObject({ key: 'milestone-order uat deployment', severity: 'blocking' });
    expect(sideIds(conflict as never)).toEqual(['uat', 'release']);
    expect(keys(aMilestone('uat', 'uat', 60, 70), aMilestone('go', 'deployment', 80, null))).toEqual([]);
  });

  it.each([
    ['begin together', [aMilestone('a', 'code-freeze', 5, 9), aMilestone('b', 'uat', 5, 6)], []],
    ['overlap in order', [aMilestone('a', 'code-freeze', 5, 40), aMilestone('b', 'uat', 6, 9)], []],
    ['are of one kind', [aMilestone('a', 'uat', 5, 9), aMilestone('b', 'uat', 1, 9)], []],
    ['have no order', [aMilestone('a', 'custom', 70, null), aMilestone('b', 'cab', 70, null)], []],
    ['include a later hypercare', [aMilestone('a', 'hypercare', 51, 90)], []],
    ['include hypercare before the departure', [aMilestone('a', 'hypercare', 10, 90)], ['release hypercare']],
  ])('of milestones that %s', (_, milestones, expected) => {
    expect(keys(...milestones)).toEqual(expected);
  });

  it('compares with the first of each later kind, once', () => {
    const late = aMilestone('late', 'scope-cut-off', 40, null);
    const uats = [10, 20, 30].map((start, index) => aMilestone(`uat${index}`, 'uat', start, start + 1));

    expect(keys(late, ...uats, aMilestone('int', 'integration', 35, 36)).toSorted()).toEqual(
      ['late uat', 'late integration', 'int uat'].sort(),
    );
  });

  it('leaves milestones of other releases and of what has departed alone', () => {
    const milestones = [
      aMilestone('a', 'scope-cut-off', 20, null),
      aMilestone('b', 'uat', 10, 15, { releaseId: 'other' }),
    ];

    expect(foundKeys(aPlan({ releases: [release, aRelease('other', 50)], milestones }), 'milestone-order')).toEqual([]);
    const departed = [aRelease('release', 5, { state: 'departed' })];
    expect(foundKeys(aPlan({ releases: departed, milestones }), 'milestone-order')).toEqual([]);
  });
});
