import { describe, expect, it } from 'vitest';
import { unknownGroups } from '../../../../renderer/features/deploy-order/unknowns.ts';
import { skewCase } from './skew-case.ts';

describe('renderer/features/deploy-order/unknowns', () => {
  it('counts what nobody said, each with its rows', () => {
    expect(unknownGroups(skewCase())).toMatchObject([
      { text: '1 release says no version', rows: [{ text: 'Mail 3', release: 'silent' }] },
      {
        text: 'of 2 pairs of versions nothing is said',
        rows: [{ text: 'API and Mail: 2 pairs of versions, 1 said but not comparable', service: 'api' }],
      },
      { text: 'of 1 service nobody said what runs now', rows: [{ text: 'Mail', service: 'mail' }] },
    ]);
  });

  it('leaves out what is all known', () => {
    const groups = unknownGroups(skewCase({ unsaid: [], withoutVersions: [] }));

    expect(groups.map(({ kind }) => kind)).toEqual(['running']);
  });
});
