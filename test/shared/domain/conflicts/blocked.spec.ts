import { describe, expect, it } from 'vitest';
import { deploymentActivity } from '../../../../shared/domain/conflicts/activity.ts';
import { blockOf } from '../../../../shared/domain/conflicts/blocked.ts';
import type { Plan } from '../../../../shared/domain/conflicts/plan.ts';
import { PlanView } from '../../../../shared/domain/conflicts/view.ts';
import { scopeTest } from '../../../../shared/domain/freezes/scope-index.ts';
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

const services = [
  aService('a', { dependsOn: ['b'] }),
  aService('b', { dependsOn: ['c', 'd'] }),
  aService('c', { dependsOn: ['d'] }),
  aService('d', { dependsOn: ['a'] }),
  aService('e', { dependsOn: ['a'] }),
];

/** How the release of service a, deployed from hour 10 to 11, is blocked by a rule that holds from hour 0 to 20. */
function block(kind: 'freeze' | 'maintenance', scope: Record<string, readonly unknown[]>, parts: Partial<Plan> = {}) {
  const planned = aPlanRule('rule', kind, [[0, 20]], { scope });
  const view = new PlanView(
    aPlan({
      services,
      environments: [
        anEnvironment('host'),
        anEnvironment('rack', { parents: ['host'] }),
        anEnvironment('prod', { kind: 'production', parents: ['rack'] }),
      ],
      trains: [aTrain('train', { services: ['a'] })],
      releases: [aRelease('r', 10)],
      rules: [planned],
      ...parts,
    }),
  );
  const [deployment] = view.deploymentsOf('r');
  const { rule, occurrences } = planned;
  const time = { rule, occurrence: occurrences[0] as (typeof occurrences)[0], test: scopeTest(rule.scope) };
  const blocked = deployment ? blockOf(view, deploymentActivity(view, deployment), time) : null;
  return blocked && { ...blocked, path: blocked.path.map(({ id }) => id) };
}

function override(id: string, start: number, end: number, scope = aScope()) {
  const asked = { reason: 'x', requestedBy: 'Ann', requestedAt: hour(-9), approvedBy: 'Ben', approvedAt: hour(-8) };
  return { id, freezeId: 'rule', scope, startAt: hour(start), endAt: hour(end), ...asked } as never;
}

describe('shared/domain/conflicts/blocked', () => {
  it.each([
    ['freeze', ['a'], 'same', []],
    ['freeze', ['e'], 'child', ['a', 'e']],
    ['freeze', ['c'], 'child', ['a', 'd', 'c']],
    ['maintenance', ['b'], 'parent', ['a', 'b']],
    ['maintenance', ['d'], 'parent', ['a', 'b', 'd']],
    ['maintenance', ['d', 'b'], 'parent', ['a', 'b']],
  ] as const)('of a %s of %o: %s by the way %o, in a graph with rings', (kind, named, relation, way) => {
    expect(block(kind, { services: named })).toMatchObject({ relation, path: way, at: hours(10, 11) });
  });

  it('goes down to what an environment stands on, for maintenance alone', () => {
    const bookings = [aBooking('b', 10, 11, { environmentId: 'prod', releaseId: 'r' })];

    expect(block('maintenance', { environments: ['host'] }, { bookings })?.path).toEqual(['prod', 'rack', 'host']);
    expect(block('freeze', { environments: ['host'] }, { bookings })).toBeNull();
  });

  it('is null where a rule names something that is not known, or something else as well', () => {
    expect(block('freeze', { services: ['gone'] })).toBeNull();
    expect(block('maintenance', { services: ['b'], regions: ['eu'] })).toBeNull();
  });

  it('leaves of a freeze what no override that counts lets through, over all targets', () => {
    const overrides = [override('o1', 0, 10.25), override('o2', 10.75, 99)];

    expect(block('freeze', {}, { overrides })?.at).toEqual(hours(10.25, 10.75));
    expect(block('freeze', {}, { overrides: [...overrides, override('o3', 10, 11)] })).toBeNull();
  });

  it('is blocked for the targets that an override is not about', () => {
    const trains = [aTrain('train', { services: ['a', 'e'] })];
    const overrides = [override('o', 0, 99, aScope({ services: ['a'] }))];

    expect(block('freeze', {}, { trains, overrides })?.targets.map(({ serviceId }) => serviceId)).toEqual(['e']);
  });

  it('counts an override from its approval on', () => {
    const late = { ...(override('o', 0, 99) as object), approvedAt: hour(10.5) } as never;

    expect(block('freeze', {}, { overrides: [late] })?.at).toEqual(hours(10, 10.5));
  });
});
