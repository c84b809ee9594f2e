import { describe, expect, it } from 'vitest';
import { pickTiers, TIERS } from '../../../scripts/test/tiers.ts';

describe('scripts/test/tiers', () => {
  it('picks all for no word', () => {
    expect(pickTiers([])).toBe(TIERS);
  });

  it('picks the date suites under every zone with the unit tier', () => {
    const zones = pickTiers(['unit']).map((tier) => tier.variables().TZ);

    expect(zones).toEqual(['UTC', 'America/New_York', 'Pacific/Auckland']);
  });

  it('names a word that picks nothing', () => {
    expect(() => pickTiers(['unit', 'smoke'])).toThrow('There is no tier "smoke"; there are unit, contract');
  });
});
