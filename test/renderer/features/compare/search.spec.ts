import { describe, expect, it } from 'vitest';
import { CompareSearch } from '../../../../renderer/features/compare/search.ts';

describe('renderer/features/compare/search', () => {
  it('drops what it cannot read, and keeps the rest', () => {
    const found = CompareSearch.parse({ branch: { a: 1 }, view: 'merge', other: 1 });

    expect(found).toEqual({ branch: undefined, view: 'merge' });
    expect(CompareSearch.parse({ view: 'fly' })).toEqual({ view: undefined });
  });
});
