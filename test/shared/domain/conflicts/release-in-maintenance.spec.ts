import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../../shared/domain/conflicts/plan.ts';
import { found, foundKeys } from '../../../support/conflicts/found.ts';
import {
  aBooking,
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

const environments = [
  anEnvironment('host', { name: 'Host', kind: 'production' }),
  anEnvironment('app', { name: 'App', kind: 'production', sharing: 'shared', capacity: 9, parents: ['host'] }),
];
const services = [aService('pay', { name: 'Payments', dependsOn: ['led'] }), aService('led', { name: 'Ledger' })];

function plan(scope: Record<string, readonly unknown[]>, parts: Partial<Plan> = {}): Plan {
  return aPlan({
    environments,
    services,
    trains: [aTrain('train', { services: ['pay'] })],
    releases: [aRelease('r', 10)],
    rules: [aPlanRule('work', 'maintenance', [[8, 12]], { scope, reason: 'new disks' })],
    ...parts,
  });
}

describe('shared/domain/conflicts/release-in-maintenance', () => {
  it('finds a deployment to what is being worked on', () => {
    const [conflict] = found(plan({ services: ['pay'] }), 'release-in-maintenance');

    expect(conflict).toMatchObject({
      at: hours(10, 11),
      severity: 'blocking',
      relation: 'same',
      rule: 'What “train r” touches is being worked on in the maintenance “work”. Its reason: new disks',
    });
  });

  it('finds a deployment while what its service needs is being worked on', () => {
    const [conflict] = found(plan({ services: ['led'] }), 'release-in-maintenance');

    expect(conflict).toMatchObject({ severity: 'serious', relation: 'parent' });
    expect(conflict?.path.map(({ name }) => name)).toEqual(['Payments', 'Ledger']);
    expect(conflict?.rule).toContain('“Ledger”, on which “Payments” stands, is being worked on');
  });

  it('does not mind that what needs its service is being worked on', () => {
    const parts = { trains: [aTrain('train', { services: ['led'] })] };

    expect(foundKeys(plan({ services: ['pay'] }, parts), 'release-in-maintenance')).toEqual([]);
  });

  it('finds a deployment while what its environment stands on is being worked on', () => {
    const bookings = [aBooking('b', 10, 11, { environmentId: 'app', releaseId: 'r' })];
    const [deployment, booking] = found(plan({ environments: ['host'] }, { bookings }), 'release-in-maintenance');

    expect(deployment).toMatchObject({ severity: 'serious', relation: 'parent' });
    expect(deployment?.path.map(({ name }) => name)).toEqual(['App', 'Host']);
    expect(booking).toMatchObject({
      key: 'release-in-maintenance booking b work o0',
      severity: 'minor',
      relation: 'parent',
    });
  });

  it.each([
    ['its environment', { environments: ['app'] }, 'serious'],
    ['everything', {}, 'serious'],
    ['its service', { services: ['led'] }, 'serious'],
    ['another service', { services: ['pay'] }, null],
    ['another environment', { environments: ['gone'] }, null],
  ])('minds for a booking a maintenance of %s', (_, scope, severity) => {
    const bookings = [aBooking('b', 0, 9, { environmentId: 'app', services: ['led'] })];
    const conflicts = found(plan(scope, { bookings, releases: [] }), 'release-in-maintenance');

    expect(conflicts.map((each) => each.severity)).toEqual(severity === null ? [] : [severity]);
  });

  it('is lifted by no override', () => {
    const asked = {
      reason: 'urgent',
      requestedBy: 'Ann',
      requestedAt: hour(-9),
      approvedBy: 'Ben',
      approvedAt: hour(-8),
    };
    const override = { id: 'o', freezeId: 'work', scope: aScope(), startAt: hour(0), endAt: hour(99), ...asked };

    expect(foundKeys(plan({}, { overrides: [override as never] }), 'release-in-maintenance').length).toBe(1);
  });
});
