import { describe, expect, it } from 'vitest';
import { DeployOrderSearch } from '../../../../renderer/features/deploy-order/search.ts';

describe('renderer/features/deploy-order/search', () => {
  it('keeps the days and what is open, and drops what cannot be read', () => {
    const kept = { from: '2027-01-04', until: '2027-01-10', pair: 'api 3.1 now / web 4.2 0', unknown: 'pairs' };

    expect(DeployOrderSearch.parse(kept)).toEqual(kept);
    expect(DeployOrderSearch.parse({ from: '2027-02-30', until: '9999-01-01', unknown: 'all' })).toEqual({});
  });
});
