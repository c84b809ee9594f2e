import { describe, expect, it } from 'vitest';
import { neighbour, panelRows } from '../../../../../renderer/features/calendar/conflicts/panel-rows.ts';
import { aConflict, aFreeze, counting, waived } from '../../../../support/some-conflict.ts';

const all = [counting(aConflict('a')), waived(aConflict('b')), counting(aFreeze('c'))];

describe('renderer/features/calendar/conflicts/panel-rows', () => {
  it('lists those that count, then those that are waived under their heading', () => {
    const rows = panelRows(all, {});

    expect(rows.map((row) => (row.what === 'heading' ? row.label : row.entry.conflict.key))).toEqual([
      'a',
      'c',
      'Waived 1',
      'b',
    ]);
    expect(panelRows(all, { conflictKind: 'release-in-freeze' })).toHaveLength(1);
  });

  it('steps from one to the next and round, past the heading', () => {
    const rows = panelRows(all, {});
    const keys = (by: 1 | -1) =>
      [undefined, 'a', 'c', 'b', 'gone'].map((key) => neighbour(rows, key, by)?.conflict.key);

    expect(keys(1)).toEqual(['a', 'c', 'b', 'a', 'a']);
    expect(keys(-1)).toEqual(['b', 'b', 'a', 'c', 'b']);
    expect(neighbour([], 'a', 1)).toBeNull();
  });
});
