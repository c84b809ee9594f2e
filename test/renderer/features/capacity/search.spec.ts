import { describe, expect, it } from 'vitest';
import { CapacitySearch } from '../../../../renderer/features/capacity/search.ts';

describe('renderer/features/capacity/search', () => {
  it('keeps what can be read and drops the rest', () => {
    const search = CapacitySearch.parse({
      tab: 'cut-offs',
      weeks: 12,
      items: -1,
      by: '2026-13-01',
      failure: 0.95,
      after: [{ name: 'UAT', workingDays: 2 }],
      zones: ['Europe/Berlin', 'Nowhere'],
      table: 'yes',
      rows: '2026-11-02..2026-11-08',
      unknown: 1,
    });

    expect(search).toEqual({
      tab: 'cut-offs',
      weeks: 12,
      after: [{ name: 'UAT', workingDays: 2 }],
      rows: '2026-11-02..2026-11-08',
    });
  });
});
