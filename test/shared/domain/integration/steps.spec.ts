import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Shipper, stepsOf } from '../../../../shared/domain/integration/steps.ts';
import { ReleaseId, ServiceId } from '../../../../shared/model/ids.ts';
import { type Dependencies, someParts, stepsByEnumeration } from '../../../support/integration-oracle.ts';

function part(id: string, ...services: string[]): Shipper {
  return { id: ReleaseId.parse(id), services: services.map((each) => ServiceId.parse(each)) };
}

function on(dependencies: Dependencies) {
  return (id: string) => dependencies[id] ?? [];
}

describe('shared/domain/integration/steps', () => {
  it('brings libraries first, then clients, then services, by the longest way', () => {
    const parts = [part('service', 'api', 'worker'), part('client', 'sdk'), part('library', 'core')];
    const steps = stepsOf(parts, on({ api: ['sdk', 'core'], sdk: ['core'] }));

    expect(steps.map(({ releaseId, step }) => [releaseId, step])).toEqual([
      ['client', 2],
      ['library', 1],
      ['service', 3],
    ]);
    expect(steps[2]?.needs).toEqual([
      { releaseId: 'client', way: ['api', 'sdk'] },
      { releaseId: 'library', way: ['api', 'core'] },
    ]);
  });

  it('goes through services that take no part, and stops at those that do', () => {
    const steps = stepsOf(
      [part('a', 'web'), part('b', 'ledger'), part('c', 'store')],
      on({ web: ['gateway'], gateway: ['ledger'], ledger: ['store'] }),
    );

    expect(steps[0]).toEqual({
      releaseId: 'a',
      step: 3,
      needs: [{ releaseId: 'b', way: ['web', 'gateway', 'ledger'] }],
      ring: [],
    });
  });

  it('puts those that need each other into one step and names the ring; who needs them comes after', () => {
    const steps = stepsOf([part('a', 'x'), part('b', 'y'), part('c', 'z')], on({ x: ['y'], y: ['x'], z: ['x'] }));

    expect(steps.map(({ step, ring }) => [step, ring])).toEqual([
      [1, ['b']],
      [1, ['a']],
      [2, []],
    ]);
  });

  it('needs nobody for what it ships itself: two releases of one train share a step', () => {
    const steps = stepsOf([part('a', 'x', 'y'), part('b', 'x', 'y')], on({ x: ['y'] }));

    expect(steps.map(({ step, needs, ring }) => [step, needs, ring])).toEqual([
      [1, [], []],
      [1, [], []],
    ]);
  });

  it('agrees with all ways enumerated, whatever the order of the parts', () => {
    fc.assert(
      fc.property(someParts, ({ parts, dependencies }) => {
        const steps = stepsOf(parts, on(dependencies));
        expect(Object.fromEntries(steps.map(({ releaseId, step }) => [releaseId, step]))).toEqual(
          stepsByEnumeration(parts, dependencies),
        );
        expect(stepsOf(parts.toReversed(), on(dependencies))).toEqual(steps);
      }),
      { numRuns: 400 },
    );
  });
});
