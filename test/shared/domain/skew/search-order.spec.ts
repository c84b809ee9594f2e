import { describe, expect, it } from 'vitest';
import { chainsOf } from '../../../../shared/domain/skew/chains.ts';
import { compareVersions } from '../../../../shared/domain/skew/misfits.ts';
import { groupsOf, misfitsOf, searchOrder } from '../../../../shared/domain/skew/search-order.ts';
import { aStep, aVersion, plannedService } from '../../../support/skew.ts';

const old = aVersion('1.0.0');

describe('shared/domain/skew/search-order', () => {
  it('searches services by themselves that no pair connects', () => {
    const services = ['a', 'b', 'c', 'd', 'e'].map((id) => plannedService(id, old));
    const steps = [
      aStep('a', aVersion('2.0.0', { c: '^2' }), [1, 2]),
      aStep('c', aVersion('2.0.0'), [1, 2]),
      aStep('b', aVersion('2.0.0', { d: '^2' }), [1, 2]),
      aStep('e', aVersion('2.0.0', { d: '^1' }), [1, 2]),
    ];
    const chains = chainsOf(services, steps);
    const groups = groupsOf(chains, compareVersions(chains).misfits);
    // e fits d as it is, which no step changes.
    expect(groups.map((group) => group.map(({ service }) => service.id))).toEqual([
      ['a', 'c'],
      ['b', 'd'],
    ]);
  });

  it('looks at one order alone where each version fits all that is still to come', () => {
    // Each needs the next one, and is needed by the one before: from the end on, nothing is ever chosen between.
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const steps = ids.map((id, at) => {
      const next = ids[at + 1];
      return aStep(id, aVersion('2.0.0', next === undefined ? {} : { [next]: '^2' }), [at, at + 1]);
    });
    const chains = chainsOf(
      ids.map((id) => plannedService(id, old)),
      steps,
    );
    const { order, states } = searchOrder(chains, misfitsOf(compareVersions(chains).misfits), 1_000);

    expect(order?.map(({ step }) => step)).toEqual([7, 6, 5, 4, 3, 2, 1, 0]);
    expect(states).toBe(9);
  });

  it('ends where it is told to', () => {
    const ids = ['a', 'b', 'c'];
    const steps = ids.map((id, at) => aStep(id, aVersion('2.0.0', { [ids[(at + 1) % 3] ?? '']: '^2' }), [at, at + 1]));
    const chains = chainsOf(
      ids.map((id) => plannedService(id, old)),
      steps,
    );
    const misfits = misfitsOf(compareVersions(chains).misfits);
    expect(searchOrder(chains, misfits, 2)).toEqual({ order: null, states: 2 });
    expect(searchOrder(chains, misfits, 8).order).toHaveLength(3);
  });
});
