import { describe, expect, it } from 'vitest';
import { ReleaseSearch } from '../../../../renderer/features/release/search.ts';

describe('renderer/features/release/search', () => {
  it('reads the tab and the open item', () => {
    expect(ReleaseSearch.parse({ tab: 'history', item: 'scope-1' })).toEqual({ tab: 'history', item: 'scope-1' });
  });

  it('drops what it cannot read', () => {
    expect(ReleaseSearch.parse({ tab: 'party', item: 7 })).toEqual({ tab: undefined, item: undefined });
  });
});
