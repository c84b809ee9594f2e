import { describe, expect, it } from 'vitest';
import { ConnectionSearch } from '../../../../renderer/features/connections/search.ts';

describe('renderer/features/connections/search', () => {
  it('keeps the connection that is open, and drops what is none', () => {
    expect([ConnectionSearch.parse({ id: 'c-1' }), ConnectionSearch.parse({ id: 7 })]).toEqual([{ id: 'c-1' }, {}]);
  });
});
