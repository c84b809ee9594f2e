import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meets } from '../../../../shared/domain/freezes/scope.ts';
import {
  bucketsOfScope,
  bucketsOfTarget,
  scopeTest,
  withRegionKey,
} from '../../../../shared/domain/freezes/scope-index.ts';
import { aScope, aTarget } from '../../../support/schedule.ts';
import { someRules, someTarget } from '../../../support/some-schedule.ts';

describe('shared/domain/freezes/scope-index', () => {
  it('tests as a look through the lists does', () => {
    fc.assert(
      fc.property(someRules, someTarget, (rules, target) => {
        for (const { scope } of rules) expect(scopeTest(scope)(withRegionKey(target))).toBe(meets(scope, target));
      }),
    );
  });

  it('puts what is about a target into exactly one of the buckets that the target looks into', () => {
    fc.assert(
      fc.property(someRules, someTarget, (rules, target) => {
        const looked = bucketsOfTarget(withRegionKey(target));
        for (const { scope } of rules) {
          if (!meets(scope, target)) continue;

          expect(bucketsOfScope(scope).filter((one) => looked.includes(one))).toHaveLength(1);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('goes by what tells most targets apart, unless that is a long list', () => {
    const services = Array.from({ length: 40 }, (_, index) => `s${index}`);

    expect(bucketsOfScope(aScope())).toEqual(['']);
    expect(bucketsOfScope(aScope({ tiers: [1], services: ['pay', 'web'] }))).toEqual(['services:pay', 'services:web']);
    expect(bucketsOfScope(aScope({ environments: ['prod'], services }))).toEqual(['environments:prod']);
    expect(bucketsOfScope(aScope({ services }))).toHaveLength(40);
    expect(bucketsOfScope(aScope({ regions: ['EU', 'eu'] }))).toEqual(['regions:eu']);
  });

  it('keeps a target without a region as it is', () => {
    const target = aTarget({ tier: 1 });

    expect(withRegionKey(target)).toBe(target);
    expect(withRegionKey(aTarget({ region: 'EU ' })).region).toBe('eu');
  });
});
