import { describe, expect, it } from 'vitest';
import { historyFields, historyRows } from '../../../../shared/domain/adherence/history-rows.ts';
import { guessMapping, readMapped } from '../../../../shared/domain/exchange/table-mapping.ts';
import { aZone } from '../../../support/times.ts';

function read(headers: readonly string[], ...cells: readonly (readonly string[])[]) {
  const table = { headers, rows: cells.map((row, index) => ({ line: index + 2, cells: row })), serialDays: false };
  const mapping = guessMapping(headers, historyFields);
  return historyRows(readMapped(table, { fields: historyFields, mapping, order: null, zoneOf: () => aZone('UTC') }));
}

const KUBERNETES = ['version', 'observed_on', 'planned_release_date', 'actual_release_date'];
const PYTHON = ['series', 'stage', 'observed_on', 'date', 'state'];

describe('shared/domain/adherence/history-rows', () => {
  it('reads planned days, and the day of departure once however often it is repeated', () => {
    const { rows, problems } = read(
      KUBERNETES,
      ['1.19', '2020-04-09', '2020-06-30', '2020-08-26'],
      ['1.19', '2020-05-01', '2020-08-25', '2020-08-26'],
      ['1.20', '2020-09-01', '2020-12-08', ''],
    );

    expect(problems).toEqual([]);
    expect(rows).toEqual([
      { releaseName: '1.19', day: '2020-06-30', observedOn: '2020-04-09', actual: false },
      { releaseName: '1.19', day: '2020-08-25', observedOn: '2020-05-01', actual: false },
      { releaseName: '1.20', day: '2020-12-08', observedOn: '2020-09-01', actual: false },
      { releaseName: '1.19', day: '2020-08-26', observedOn: '2020-08-26', actual: true },
    ]);
  });

  it('reads what a row says to be planned or departed', () => {
    const { rows } = read(
      PYTHON,
      ['3.12', '3.12.0 final', '2023-05-01', '2023-10-02', 'expected'],
      ['3.12', '3.12.0 final', '2023-10-03', '2023-10-02', 'actual'],
    );

    expect(rows.map(({ releaseName, actual }) => [releaseName, actual])).toEqual([
      ['3.12.0 final', false],
      ['3.12.0 final', true],
    ]);
  });

  it('leaves out rows with a problem and names them by line, column and value', () => {
    const { rows, problems } = read(
      KUBERNETES,
      ['1.19', 'soon', '2020-06-30', ''],
      ['', '2020-05-01', '2020-06-30', ''],
      ['x'.repeat(161), '2020-05-01', '2020-06-30', ''],
      ['1.20', '2020-09-01', '2020-12-08', ''],
    );

    expect(rows.map(({ releaseName }) => releaseName)).toEqual(['1.20']);
    expect(problems.map(({ line, column }) => [line, column])).toEqual([
      [2, 'observed_on'],
      [3, 'version'],
      [4, 'Release'],
    ]);
  });
});
