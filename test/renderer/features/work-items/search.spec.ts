import { describe, expect, it } from 'vitest';
import { WorkItemSearch } from '../../../../renderer/features/work-items/search.ts';

describe('renderer/features/work-items/search', () => {
  it('keeps what can be read of an address and drops the rest', () => {
    expect(WorkItemSearch.parse({ category: 'nonsense', item: 'a:work-item:1', other: 1 })).toEqual({
      item: 'a:work-item:1',
    });
  });
});
