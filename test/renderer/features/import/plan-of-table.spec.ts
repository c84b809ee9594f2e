import { describe, expect, it } from 'vitest';
import { planOfTable } from '../../../../renderer/features/import/plan-of-table.ts';
import { RELEASE_FIELDS } from '../../../../shared/domain/exchange/release-fields.ts';
import { guessDayOrder, guessMapping, type Table } from '../../../../shared/domain/exchange/table-mapping.ts';
import { aZone } from '../../../support/times.ts';

function read(headers: readonly string[], rows: readonly (readonly string[])[], train = '') {
  const table: Table = { headers, rows: rows.map((cells, index) => ({ line: index + 2, cells })), serialDays: false };
  const mapping = guessMapping(headers, RELEASE_FIELDS);
  const terms = { mapping, order: guessDayOrder(table, RELEASE_FIELDS, mapping), train };
  return planOfTable(table, terms, (name) => aZone(name === 'Payments' ? 'Asia/Tokyo' : 'UTC'));
}

const HEAD = ['Train', 'Release', 'Date', 'Status', 'Code freeze', 'UAT'];

describe('renderer/features/import/plan-of-table', () => {
  it('makes releases of rows, and milestones of the columns that are days', () => {
    const { plan, problems } = read(HEAD, [['Payments', 'R1', '2027-03-04', 'Released', '2027-02-20', '']]);

    expect(problems).toEqual([]);
    expect(plan).toMatchObject({ source: 'table', zone: null });
    expect(plan?.releases).toEqual([
      {
        uid: 'Payments / R1',
        line: 2,
        train: 'Payments',
        name: 'R1',
        day: '2027-03-04',
        time: null,
        state: 'departed',
        notes: null,
        milestones: [{ uid: 'code freeze', kind: 'code-freeze', name: 'Code freeze', start: '2027-02-20', end: null }],
      },
    ]);
  });

  it("reads moments on the clock of each row's own train", () => {
    const at = '2027-03-04T18:00:00Z';
    const { plan } = read(
      ['Train', 'Release', 'Date', 'Time'],
      [
        ['Payments', 'R1', at, at],
        ['Shop', 'R1', at, at],
      ],
    );

    expect(plan?.releases.map(({ day, time }) => `${day} ${time}`)).toEqual(['2027-03-05 03:00', '2027-03-04 18:00']);
  });

  it('gives rows that name no train the one that was named for them, and misses it otherwise', () => {
    const rows = [['R1', '2027-03-04']];

    expect(read(['Release', 'Date'], rows, ' Payments ').plan?.releases[0]?.train).toBe('Payments');
    expect(read(['Release', 'Date'], rows).problems).toMatchObject([
      { line: 2, name: 'R1', problems: [{ column: 'Train', message: 'The row names no train.' }] },
    ]);
  });

  it('leaves rows out that have something wrong, with the line and column of it, and takes the others', () => {
    const { plan, problems } = read(HEAD, [
      ['Payments', '', 'soon', 'Released', '', ''],
      ['Payments', 'x'.repeat(200), '2027-01-01', '', '', ''],
      ['Payments', 'R3', '2027-01-01', '', '', ''],
    ]);

    expect(problems.map(({ line, problems: cells }) => [line, cells.map(({ column }) => column)])).toEqual([
      [2, ['Release', 'Date']],
      [3, ['Release']],
    ]);
    expect(plan?.releases.map(({ name }) => name)).toEqual(['R3']);
  });

  it('makes one line of names, and keeps what looks like a formula as text', () => {
    const { plan } = read(HEAD, [['Pay\r\nments', '=CMD("x")', '2027-01-01', '', '', '']]);

    expect(plan?.releases[0]).toMatchObject({ train: 'Pay ments', name: '=CMD("x")' });
  });

  it('parts milestones of two columns that are called the same', () => {
    const { plan } = read(
      [...HEAD.slice(0, 3), 'Freeze', 'Freeze'],
      [['P', 'R', '2027-01-09', '2027-01-01', '2027-01-02']],
    );

    expect(plan?.releases[0]?.milestones.map(({ name }) => name)).toEqual(['Freeze', 'Freeze 2']);
  });

  it('says that a table is too long for one import, by its releases or by its words', () => {
    const many = Array.from({ length: 5_001 }, (_, index) => ['P', `R${index}`, '2027-01-01', '', '', '']);
    const wordy = Array.from({ length: 120 }, (_, index) => ['P', `R${index}`, '2027-01-01', 'n'.repeat(9_000)]);

    expect(read(HEAD, many)).toMatchObject({
      plan: null,
      refusal: /5,001 releases; one import takes 5,000 releases/ as never,
    });
    const endless = Array.from({ length: 20_001 }, () => ['P', '', '']);
    expect(read(HEAD, endless)).toMatchObject({ plan: null, refusal: /20,001 rows; one import takes 5,000/ as never });
    expect(read([...HEAD.slice(0, 3), 'Notes'], wordy)).toMatchObject({
      plan: null,
      refusal: /longer than one import/ as never,
    });
  });
});
