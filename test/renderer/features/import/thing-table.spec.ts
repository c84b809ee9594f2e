import { describe, expect, it } from 'vitest';
import {
  guessContent,
  thingRows,
  thingsLabel,
  thingsOfTable,
} from '../../../../renderer/features/import/thing-table.ts';
import { guessMapping, type Table } from '../../../../shared/domain/exchange/table-mapping.ts';
import { THING_FIELDS } from '../../../../shared/domain/exchange/thing-fields.ts';
import type { ThingKind } from '../../../../shared/model/imported-things.ts';
import { aZone } from '../../../support/times.ts';

function read(kind: ThingKind, headers: readonly string[], ...cells: readonly (readonly string[])[]) {
  const table: Table = {
    headers,
    rows: cells.map((row, index) => ({ line: index + 2, cells: row })),
    serialDays: false,
  };
  const mapping = guessMapping(headers, THING_FIELDS[kind]);
  return thingsOfTable(table, kind, { terms: { mapping, order: null, train: '' }, zone: aZone('UTC') });
}

describe('renderer/features/import/thing-table', () => {
  it('takes what each row says, leaves out what it does not, and names what is wrong', () => {
    const { things, problems } = read(
      'environment',
      ['Environment', 'Type', 'Capacity'],
      ['UAT', 'QA', ''],
      ['PROD', 'moon', '2'],
    );

    expect(things).toEqual({ kind: 'environment', rows: [{ line: 2, values: { name: 'UAT', kind: 'test' } }] });
    expect(problems).toMatchObject([{ line: 3, name: 'PROD', problems: [{ column: 'Type', value: 'moon' }] }]);
  });

  it('reads the moments of a freeze on the clock that its row names', () => {
    const { things } = read(
      'schedule-rule',
      ['Name', 'Type', 'Start', 'End', 'Zone'],
      ['Freeze', 'Blackout', '2026-12-18T20:00Z', '2026-12-31', 'Asia/Tokyo'],
    );

    expect(things?.rows[0]?.values).toMatchObject({ kind: 'freeze', start: '2026-12-19', end: '2026-12-31' });
  });

  it.each([
    [['Team', 'Time zone', 'Holidays'], 'team'],
    [['Name', 'Team', 'Time zone', 'In the rota'], 'person'],
    [['Service', 'Tier', 'Team', 'Needs'], 'service'],
    [['Environment', 'Kind', 'Region', 'Capacity'], 'environment'],
    [['Environment', 'Release', 'From', 'To'], 'booking'],
    [['Name', 'Kind', 'Start', 'End', 'Reason'], 'schedule-rule'],
    [['Train', 'Release', 'Date', 'Time', 'Code freeze'], 'releases'],
    [['Name', 'Date'], 'releases'],
    [['Colour', 'Taste'], 'releases'],
  ] as const)('guesses of the columns %j that they are of: %s', (headers, content) => {
    expect(guessContent({ headers })).toBe(content);
  });

  it('shows what is wrong first, then what would happen', () => {
    const file = read(
      'environment',
      ['Name', 'Kind'],
      ['PROD', 'moon'],
      ['A', 'uat'],
      ['B', 'Pre-Production'],
      ['C', 'dev'],
    );
    const shown = { changed: [], problem: null };
    const rows = thingRows(file, [
      { ...shown, line: 3, name: 'A', state: 'new' },
      { ...shown, line: 4, name: 'B', state: 'changed', changed: ['Kind: test becomes staging'] },
      { ...shown, line: 5, name: 'C', state: 'problem', problem: { message: 'No.', remedy: 'Mend it.' } },
    ]);

    expect(rows.map(({ name, uid, says }) => [name, uid, says])).toEqual([
      ['PROD', null, expect.stringContaining('Kind “moon”: This word is not known here.')],
      ['C', null, 'No. Mend it.'],
      ['A', '3', 'would be made · Kind “uat”, read as staging'],
      ['B', '4', 'Kind: test becomes staging'],
    ]);
    expect(thingsLabel('person', 1)).toBe('Import 1 person');
  });
});
