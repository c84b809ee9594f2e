import { describe, expect, it } from 'vitest';
import {
  acceptedUids,
  countStates,
  feedAddress,
  fileWords,
  importLabel,
  leftOutWords,
  previewRows,
} from '../../../../renderer/features/import/view-model.ts';
import type { PlanRow } from '../../../../shared/contract/exchange.ts';
import { day } from '../../../../shared/model/time.ts';

function row(changes: Partial<PlanRow> = {}): PlanRow {
  return {
    uid: 'a',
    line: 2,
    train: 'Payments',
    name: 'R1',
    day: day('2027-03-04'),
    releaseId: null,
    state: 'new',
    changed: [],
    kept: [],
    problem: null,
    ...changes,
  };
}

const WRONG = {
  line: 9,
  name: 'R9',
  problems: [{ line: 9, column: 'Date', value: 'soon', message: 'This is no day.', remedy: 'Write it as 2026-03-31.' }],
};

describe('renderer/features/import/view-model', () => {
  it('lists what is wrong first, then what would happen, in words', () => {
    const rows = previewRows(
      [WRONG],
      [
        row(),
        row({ uid: 'b', state: 'changed', changed: ['day: x becomes y'], kept: ['name: R was set by hand'] }),
        row({ uid: 'c', state: 'same' }),
        row({ uid: 'd', state: 'problem', problem: { message: 'It is in the file twice.', remedy: 'Keep one.' } }),
      ],
    );

    expect(rows.map(({ state, says }) => [state, says])).toEqual([
      ['problem', 'Date “soon”: This is no day. Write it as 2026-03-31.'],
      ['problem', 'It is in the file twice. Keep one.'],
      ['new', 'would be made'],
      ['changed', 'day: x becomes y · stays: name: R was set by hand'],
      ['same', 'as it is here'],
    ]);
    expect(countStates(rows)).toEqual({ new: 1, changed: 1, same: 1, problem: 2 });
    expect(acceptedUids(rows, new Set())).toEqual(['a', 'b']);
    expect(acceptedUids(rows, new Set(['a']))).toEqual(['b']);
  });

  it('says how much would be imported', () => {
    expect([importLabel(0), importLabel(1), importLabel(1_200)]).toEqual([
      'Import 0 releases',
      'Import 1 release',
      'Import 1,200 releases',
    ]);
  });

  it('names what of a schedule is not taken', () => {
    const left = (name: string) => ({ name, reason: 'has no day' });

    expect(leftOutWords([])).toBeNull();
    expect(leftOutWords([left('a')])).toBe('Not taken from the file: a (has no day).');
    expect(leftOutWords(['a', 'b', 'c', 'd'].map(left))).toContain('c (has no day) and 1 more.');
  });

  it('says where a feed is', () => {
    expect(feedAddress('http://127.0.0.1:4777', { path: '/feed/x.ics' })).toBe('http://127.0.0.1:4777/feed/x.ics');
  });

  it('says what a file turned out to be', () => {
    const table = { headers: ['a'], rows: [{ line: 2, cells: ['x'] }], serialDays: false };
    const sheet = { name: 'Plan', table };

    expect(fileWords({ kind: 'table', name: 'p.csv', sheets: [sheet], encoding: 'UTF-16' })).toBe(
      'p.csv: a table of 1 row, UTF-16',
    );
    expect(fileWords({ kind: 'table', name: 'p.xlsx', sheets: [sheet, sheet], encoding: null })).toBe(
      'p.xlsx: a workbook of 2 sheets',
    );
  });
});
