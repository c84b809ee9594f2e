import { describe, expect, it } from 'vitest';
import {
  columnOf,
  draftOf,
  draftTrouble,
  MOST_STATEMENTS,
  readDraft,
  withColumn,
} from '../../../../renderer/features/adherence/history-draft.ts';
import { aZone } from '../../../support/times.ts';

function draft(headers: readonly string[], ...cells: readonly (readonly string[])[]) {
  const rows = cells.map((row, index) => ({ line: index + 2, cells: row }));
  return draftOf('plan.csv', { headers, rows, serialDays: false });
}

const named = ['version', 'observed_on', 'planned_release_date'];

describe('renderer/features/adherence/history-draft', () => {
  it('guesses the columns by their names', () => {
    const guessed = draft(named, ['1.19', '2020-04-09', '2020-06-30']);

    expect(['release', 'observed', 'day', 'actual'].map((field) => columnOf(guessed, field))).toEqual([0, 1, 2, -1]);
    expect(readDraft(guessed, aZone('UTC')).rows).toHaveLength(1);
  });

  it('lets a column be one thing only', () => {
    const moved = withColumn(draft(named), 'day', 1);
    const taken = withColumn(moved, 'release', -1);

    expect(moved.mapping).toEqual(['release', 'day', null]);
    expect(taken.mapping).toEqual([null, 'day', null]);
  });

  it.each([
    [
      'names the columns that are missing',
      draft(['a', 'b'], ['x', 'y']),
      'Say which column is: Release, Planned day, Seen on.',
    ],
    ['says that nothing is left', draft(named, ['1.19', 'soon', 'later']), 'No row can be taken.'],
    ['takes what is whole', draft(named, ['1.19', '2020-04-09', '2020-06-30']), null],
  ])('%s', (_what, one, trouble) => {
    expect(draftTrouble(one, readDraft(one, aZone('UTC')))).toBe(trouble);
  });

  it('refuses more than a call can carry', () => {
    const row = ['1.19', '2020-04-09', '2020-06-30'];
    const many = draft(named, ...Array.from({ length: MOST_STATEMENTS + 1 }, () => row));

    expect(draftTrouble(many, readDraft(many, aZone('UTC')))).toMatch(/6,?001 statements are more than the 6000/);
  });
});
