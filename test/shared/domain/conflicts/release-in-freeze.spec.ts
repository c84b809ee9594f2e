import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../../shared/domain/conflicts/plan.ts';
import type { Override } from '../../../../shared/model/schedule-rule.ts';
import { found, foundKeys, sideIds } from '../../../support/conflicts/found.ts';
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
  hours,
} from '../../../support/conflicts/things.ts';
import { aScope } from '../../../support/schedule.ts';

const services = [
  aService('shop', { name: 'Shop', dependsOn: ['pay'] }),
  aService('pay', { name: 'Payments', tier: 1, teamId: 'red', regions: ['EU'], dependsOn: ['led'] }),
  aService('led', { name: 'Ledger' }),
];

function plan(parts: Partial<Plan> = {}): Plan {
  return aPlan({
    services,
    trains: [aTrain('train', { services: ['pay'] })],
    releases: [aRelease('r', 10, { name: 'Payments 1' })],
    milestones: [aMilestone('go', 'deployment', 10, 14, { releaseId: 'r', name: 'Deployment' })],
    ...parts,
  });
}

function freeze(scope: Record<string, readonly unknown[]>, start = 0, end = 12, reason = '') {
  return aPlanRule('fr', 'freeze', [[start, end]], { scope, reason });
}

function override(parts: Record<string, unknown> = {}): Override {
  const asked = { requestedBy: 'Ann', requestedAt: hour(-50), approvedBy: 'Ben', approvedAt: hour(-49) };
  const times = { startAt: hour(0), endAt: hour(99) };
  return {
    id: 'o',
    freezeId: 'fr',
    scope: aScope(),
    reason: 'urgent',
    ...asked,
    ...times,
    ...parts,
  } as unknown as Override;
}

describe('shared/domain/conflicts/release-in-freeze', () => {
  it('finds a deployment in a freeze, with both spans, the reason and what is shared', () => {
    const [conflict] = found(plan({ rules: [freeze({ services: ['pay'] }, 0, 12, 'year end')] }), 'release-in-freeze');

    expect(conflict).toMatchObject({
      key: 'release-in-freeze deployment go fr o0',
      at: hours(10, 12),
      rule: 'Nothing may be deployed in the freeze “fr”. Its reason: year end',
      resource: { kind: 'service', id: 'pay', name: 'Payments' },
      relation: 'same',
      severity: 'blocking',
      ruleId: 'fr',
    });
    expect(conflict?.sides.map(({ thing, span }) => [thing.kind, thing.name, span])).toEqual([
      ['milestone', 'Deployment of train Payments 1', hours(10, 14)],
      ['rule', 'fr', hours(0, 12)],
    ]);
  });

  it.each([
    ['everything', {}, true],
    ['its service', { services: ['pay'] }, true],
    ['its tier', { tiers: [1] }, true],
    ['another tier', { tiers: [2] }, false],
    ['its region, in other letters', { regions: ['eu'] }, true],
    ['another region', { regions: ['us'] }, false],
    ['its team', { teams: ['red'] }, true],
    ['a tenant', { tenants: ['acme'] }, false],
    ['an environment that is not booked', { environments: ['prod'] }, false],
  ])('minds a freeze of %s', (_, scope, expected) => {
    expect(foundKeys(plan({ rules: [freeze(scope)] }), 'release-in-freeze').length > 0).toBe(expected);
  });

  it.each([
    ['ends when the deployment begins', 0, 10, false],
    ['begins when the deployment ends', 14, 20, false],
    ['holds its last minute', 13.98, 20, true],
    ['lies inside', 11, 12, true],
    ['holds no time', 12, 12, false],
  ])('minds a freeze that %s', (_, start, end, expected) => {
    expect(foundKeys(plan({ rules: [freeze({}, start, end)] }), 'release-in-freeze').length > 0).toBe(expected);
  });

  it('does not let a freeze in the future block what is deployed now', () => {
    expect(foundKeys(plan({ now: hour(11), rules: [freeze({}, 20, 40)] }), 'release-in-freeze')).toEqual([]);
  });

  it('judges a deployment at the time that it is planned for, whatever holds now', () => {
    expect(foundKeys(plan({ now: hour(-5), rules: [freeze({}, -10, 2)] }), 'release-in-freeze')).toEqual([]);
  });

  it('judges the departure where no milestone says when, and each deployment where several do', () => {
    const rules = [freeze({}, 0, 100)];
    const two = [
      aMilestone('eu', 'deployment', 10, 14, { releaseId: 'r' }),
      aMilestone('us', 'deployment', 20, 24, { releaseId: 'r' }),
    ];

    expect(foundKeys(plan({ rules, milestones: [] }), 'release-in-freeze')).toEqual(['deployment r fr o0']);
    expect(foundKeys(plan({ rules, milestones: two }), 'release-in-freeze')).toEqual([
      'deployment eu fr o0',
      'deployment us fr o0',
    ]);
  });

  it.each(['departed', 'cancelled'])('leaves a release that has %s alone', (state) => {
    expect(
      foundKeys(plan({ releases: [aRelease('r', 10, { state })], rules: [freeze({})] }), 'release-in-freeze'),
    ).toEqual([]);
  });

  it.each([
    ['counts', {}, []],
    ['nobody has approved', { approvedBy: null, approvedAt: null }, ['deployment go fr o0']],
    ['only who asked has approved', { approvedBy: 'ann' }, ['deployment go fr o0']],
    ['is of another freeze', { freezeId: 'other' }, ['deployment go fr o0']],
    ['is about another service', { scope: aScope({ services: ['led'] }) }, ['deployment go fr o0']],
    ['ends too soon', { endAt: hour(11) }, ['deployment go fr o0']],
  ])('is let through by an override that %s', (_, parts, expected) => {
    const overridden = plan({ rules: [freeze({})], overrides: [override(parts)] });

    expect(foundKeys(overridden, 'release-in-freeze')).toEqual(expected);
  });

  it('blocks what an override leaves', () => {
    const [left] = found(
      plan({ rules: [freeze({})], overrides: [override({ endAt: hour(11) })] }),
      'release-in-freeze',
    );

    expect(left?.at).toEqual(hours(11, 12));
  });

  it('lets one environment through though another is frozen for it as well', () => {
    // Of two environments, one is frozen; the override is about both, and need not be about more.
    const environments = ['prod-eu', 'prod-us'].map((id) => anEnvironment(id, { kind: 'production' }));
    const bookings = environments.map(({ id }) => aBooking(`b-${id}`, 0, 30, { environmentId: id, releaseId: 'r' }));
    const rules = [freeze({ environments: ['prod-eu'] })];
    const both = override({ scope: aScope({ environments: ['prod-eu', 'prod-us'] }) });
    const deployments = (overrides: readonly Override[]) =>
      foundKeys(plan({ environments, bookings, rules, overrides }), 'release-in-freeze').filter((key) =>
        key.startsWith('deployment'),
      );

    expect(deployments([])).toEqual(['deployment go fr o0']);
    expect(deployments([both])).toEqual([]);
  });

  it('finds a frozen dependency, with the way to it', () => {
    const [parent] = found(plan({ rules: [freeze({ services: ['led'] })] }), 'release-in-freeze');

    expect(parent).toMatchObject({ relation: 'parent', severity: 'minor', resource: { id: 'led' } });
    expect(parent?.path.map(({ name }) => name)).toEqual(['Payments', 'Ledger']);
    expect(parent?.rule).toBe('“Ledger”, which “Payments” needs, is in the freeze “fr”.');
  });

  it('finds a frozen consumer, with the way to it', () => {
    const [child] = found(plan({ rules: [freeze({ services: ['shop', 'led'] })] }), 'release-in-freeze');

    expect(child).toMatchObject({ relation: 'child', severity: 'serious', resource: { id: 'shop' } });
    expect(child?.rule).toBe('“Shop”, which needs “Payments”, is in the freeze “fr”.');
  });

  it('reaches no service by a freeze that names none', () => {
    expect(foundKeys(plan({ rules: [freeze({ tiers: [2] })] }), 'release-in-freeze')).toEqual([]);
  });

  it('minds bookings where a freeze names their environment alone', () => {
    const environments = [anEnvironment('env')];
    const bookings = [aBooking('use', 0, 5), aBooking('roll', 20, 25, { purpose: 'canary' })];
    const frozen = (scope: Record<string, readonly unknown[]>) =>
      found(plan({ releases: [], environments, bookings, rules: [freeze(scope, 0, 99)] }), 'release-in-freeze');

    expect(frozen({})).toEqual([]);
    expect(frozen({ environments: ['env'] }).map((each) => [...sideIds(each), each.severity])).toEqual([
      ['roll', 'fr', 'blocking'],
      ['use', 'fr', 'minor'],
    ]);
  });

  it('reports what more than eight freezes block as one crowd', () => {
    const rules = Array.from({ length: 12 }, (_, index) =>
      aPlanRule(`f${String(index).padStart(2, '0')}`, 'freeze', [[index, 50]]),
    );
    const [crowd, ...rest] = found(plan({ rules }), 'release-in-freeze');

    expect(rest).toEqual([]);
    expect(crowd).toMatchObject({
      key: 'release-in-freeze deployment go *',
      sideCount: 13,
      at: hours(10, 14),
      rule: '12 times of freeze block “Deployment of train Payments 1”.',
    });
    expect(crowd?.sides.length).toBe(12);
  });
});
