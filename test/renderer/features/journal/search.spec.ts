import { describe, expect, it } from 'vitest';
import { JournalSearch } from '../../../../renderer/features/journal/search.ts';

describe('renderer/features/journal/search', () => {
  it('keeps what can be read of an address and drops the rest', () => {
    expect(JournalSearch.parse({ entry: 'twelve', kind: 'train', from: '2026-02-30', text: 'x'.repeat(201) })).toEqual({
      kind: 'train',
    });
  });

  it('takes whole filters', () => {
    const filters = {
      entry: 3,
      text: 'moved',
      actor: 'Ada',
      command: 'releases.move',
      kind: 'release',
      from: '2026-01-01',
      to: '2026-12-31',
    };

    expect(JournalSearch.parse(filters)).toEqual(filters);
  });
});
