import { describe, expect, it } from 'vitest';
import { ConflictSearch } from '../../../../renderer/features/conflicts/search.ts';

describe('renderer/features/conflicts/search', () => {
  it('keeps what can be read and drops the rest', () => {
    const good = { conflictKind: 'owner-away', severity: 'minor', waived: true, open: 'a key' };

    expect(ConflictSearch.parse(good)).toEqual(good);
    expect(ConflictSearch.parse({ conflictKind: 'x', severity: 9, waived: 'yes', open: 'k'.repeat(2_000) })).toEqual(
      {},
    );
  });
});
