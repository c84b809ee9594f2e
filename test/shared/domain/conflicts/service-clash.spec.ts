import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../../shared/domain/conflicts/plan.ts';
import { found, foundKeys, sideIds } from '../../../support/conflicts/found.ts';
import { aMilestone, aPlan, aRelease, aService, aTrain, hours } from '../../../support/conflicts/things.ts';

const services = [
  aService('pay', { name: 'Payments', tier: 1 }),
  aService('led', { name: 'Ledger', tier: 3 }),
  aService('web', { tier: 4 }),
];

function plan(first: number, second: number, parts: Partial<Plan> = {}): Plan {
  return aPlan({
    services,
    trains: [
      aTrain('t1', { services: ['led', 'pay'] }),
      aTrain('t2', { services: ['pay', 'web', 'led'] }),
      aTrain('t3', { services: ['web', 'led'] }),
    ],
    releases: [aRelease('r1', first, { trainId: 't1' }), aRelease('r2', second, { trainId: 't2' })],
    ...parts,
  });
}

describe('shared/domain/conflicts/service-clash', () => {
  it('finds two releases that deploy a service at once, the later one asked to give way', () => {
    const [clash] = found(plan(10, 10.5), 'service-clash');

    expect(clash).toMatchObject({
      key: 'service-clash r1 r2',
      at: hours(10.5, 11),
      services: ['led', 'pay'],
      rule: 'A service may be released by one release at a time; both deploy “Ledger” and “Payments”.',
      severity: 'blocking',
      because: '“Payments” is of tier 1: nobody could tell which of two deployments broke it.',
    });
    expect(sideIds(clash as never)).toEqual(['r2', 'r1']);
  });

  it('minds less where what they share is less critical', () => {
    const releases = [aRelease('r2', 10, { trainId: 't2' }), aRelease('r3', 10, { trainId: 't3' })];
    const [clash] = found(plan(0, 0, { releases }), 'service-clash');

    expect(clash).toMatchObject({ severity: 'serious', because: 'The most critical of them, “Ledger”, is of tier 3.' });
  });

  it.each([
    ['one begins when the other ends', 10, 11, []],
    ['they share a minute', 10, 10.98, ['r1 r2']],
    ['they are days apart', 10, 100, []],
  ])('where %s', (_, first, second, expected) => {
    expect(foundKeys(plan(first, second), 'service-clash')).toEqual(expected);
  });

  it.each([
    ['share no service', { trains: [aTrain('t1', { services: ['pay'] }), aTrain('t2', { services: ['led'] })] }],
    ['ship nothing', { trains: [aTrain('t1'), aTrain('t2')] }],
    ['are of a train that is not known', { trains: [] }],
    [
      'are not both to come',
      { releases: [aRelease('r1', 10, { trainId: 't1', state: 'departed' }), aRelease('r2', 10, { trainId: 't2' })] },
    ],
  ])('finds nothing between releases that %s', (_, parts) => {
    expect(foundKeys(plan(10, 10, parts), 'service-clash')).toEqual([]);
  });

  it('minds two releases of one train too, and each of several deployments', () => {
    const releases = [aRelease('r1', 0, { trainId: 't1' }), aRelease('r2', 50, { trainId: 't1' })];
    const milestones = [
      aMilestone('m1', 'deployment', 10, 12, { releaseId: 'r1' }),
      aMilestone('m2', 'deployment', 20, 22, { releaseId: 'r1' }),
      aMilestone('m3', 'deployment', 21, 23, { releaseId: 'r2' }),
    ];

    expect(foundKeys(plan(0, 0, { releases, milestones }), 'service-clash')).toEqual(['m2 m3']);
  });

  it('lets the deployments of one release overlap', () => {
    const milestones = ['m1', 'm2'].map((id) => aMilestone(id, 'deployment', 10, 12, { releaseId: 'r1' }));

    expect(foundKeys(plan(10, 90, { milestones }), 'service-clash')).toEqual([]);
  });

  it('reports thousands at once as one crowd each', () => {
    const releases = Array.from({ length: 300 }, (_, index) => aRelease(`r${index}`, 10, { trainId: 't1' }));
    const crowds = found(plan(0, 0, { releases }), 'service-clash');

    expect(crowds.length).toBe(300);
    expect(crowds[0]).toMatchObject({ sideCount: 300, atLeast: false, services: ['led', 'pay'] });
    expect(crowds[0]?.rule).toContain('shares services with 299 other deployments.');
  });
});
