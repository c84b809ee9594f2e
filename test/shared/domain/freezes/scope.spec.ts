import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meets, regionKey } from '../../../../shared/domain/freezes/scope.ts';
import { aScope, aTarget } from '../../../support/schedule.ts';

const place = aTarget({
  environment: 'prod-eu',
  region: 'EU-West',
  service: 'payments',
  tier: 1,
  team: 'red',
  tenant: 'acme',
});

describe('shared/domain/freezes/scope', () => {
  it.each([
    ['everything', aScope(), true],
    ['its environment', aScope({ environments: ['prod-us', 'prod-eu'] }), true],
    ['another environment', aScope({ environments: ['prod-us'] }), false],
    ['its region in other letters', aScope({ regions: ['eu-WEST'] }), true],
    ['another region', aScope({ regions: ['eu'] }), false],
    ['its service', aScope({ services: ['payments'] }), true],
    ['its tier', aScope({ tiers: [1, 2] }), true],
    ['another tier', aScope({ tiers: [2] }), false],
    ['its team', aScope({ teams: ['red'] }), true],
    ['its tenant', aScope({ tenants: ['acme'] }), true],
    ['another tenant', aScope({ tenants: ['Acme'] }), false],
    ['its environment and its tier', aScope({ environments: ['prod-eu'], tiers: [1] }), true],
    ['its environment and another tier', aScope({ environments: ['prod-eu'], tiers: [3] }), false],
  ])('meets a scope of %s', (_, scope, expected) => {
    expect(meets(scope, place)).toBe(expected);
  });

  it('is met by a scope that asks for nothing where nothing is known', () => {
    expect(meets(aScope(), aTarget())).toBe(true);
  });

  it.each([
    aScope({ environments: ['prod-eu'] }),
    aScope({ regions: ['EU-West'] }),
    aScope({ services: ['payments'] }),
    aScope({ tiers: [1] }),
    aScope({ teams: ['red'] }),
    aScope({ tenants: ['acme'] }),
  ])('is not met by a scope that asks for what is not known: %o', (scope) => {
    expect(meets(scope, aTarget())).toBe(false);
  });

  it('is met by a part of a scope whenever the whole is (naming more never reaches further)', () => {
    const names = fc.subarray(['prod-eu', 'prod-us']);
    const tiers = fc.subarray([1, 2, 3, 4]);
    fc.assert(
      fc.property(names, tiers, fc.constantFrom('prod-eu', 'prod-us', undefined), (environments, tiersNamed, named) => {
        const target = aTarget({ tier: 1, ...(named === undefined ? {} : { environment: named }) });
        const whole = aScope({ environments, tiers: tiersNamed });
        const byHand =
          (environments.length === 0 || (named !== undefined && environments.includes(named))) &&
          (tiersNamed.length === 0 || tiersNamed.includes(1));

        expect(meets(whole, target)).toBe(byHand);
        expect(meets(whole, target) && !meets(aScope({ environments }), target)).toBe(false);
      }),
    );
  });

  it('compares regions without case, without space around them, and however accents are encoded', () => {
    expect(regionKey(' EU-West ')).toBe(regionKey('eu-west'));
    expect(regionKey('S\u00e3o Paulo')).toBe(regionKey('Sa\u0303o paulo'));
  });
});
