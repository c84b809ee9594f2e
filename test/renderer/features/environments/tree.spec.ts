import { describe, expect, it } from 'vitest';
import { environmentTree } from '../../../../renderer/features/environments/tree.ts';
import { environment } from '../../../support/bookings.ts';

function drawn(environments: Parameters<typeof environmentTree>[0]) {
  return environmentTree(environments).map(({ environment: { name }, depth, alsoOn }) => [name, depth, ...alsoOn]);
}

describe('renderer/features/environments/tree', () => {
  it('draws each below what it stands on, in the order given', () => {
    const all = [
      environment('demo', { parents: ['uat'] }),
      environment('host'),
      environment('sit', { parents: ['host'] }),
      environment('uat', { parents: ['host', 'sit'] }),
    ];

    expect(drawn(all)).toEqual([
      ['host', 0],
      ['sit', 1],
      ['uat', 1, 'sit'],
      ['demo', 2],
    ]);
  });

  it('draws one whose parent is not shown at the top', () => {
    expect(drawn([environment('uat', { parents: ['archived'] })])).toEqual([['uat', 0]]);
  });

  it('draws those of a ring once each', () => {
    const ring = [environment('a', { parents: ['b'] }), environment('b', { parents: ['a'] })];

    expect(drawn(ring)).toEqual([
      ['a', 0, 'b'],
      ['b', 1],
    ]);
  });
});
