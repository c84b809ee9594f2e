import { describe, expect, it } from 'vitest';
import {
  doubledFields,
  guessDayOrder,
  guessMapping,
  missingFields,
  readMapped,
  type Table,
  type TableField,
} from '../../../../shared/domain/exchange/table-mapping.ts';
import { aZone } from '../../../support/times.ts';

function field(changes: Partial<TableField> & Pick<TableField, 'key'>): TableField {
  return { label: changes.key, words: [], kind: 'text', required: false, several: false, choices: [], ...changes };
}

const FIELDS = [
  field({ key: 'name', label: 'Release', words: ['name', 'version'], required: true }),
  field({ key: 'day', label: 'Day', words: ['date', 'release date'], kind: 'day', required: true }),
  field({ key: 'time', label: 'Time', kind: 'time' }),
  field({
    key: 'state',
    label: 'State',
    words: ['status'],
    kind: 'choice',
    choices: [
      { value: 'planned', words: ['open'] },
      { value: 'departed', words: ['released', 'done'] },
    ],
  }),
  field({ key: 'milestone', label: 'Milestone', words: ['freeze', 'cut off'], kind: 'day', several: true }),
];

function table(headers: readonly string[], ...rows: readonly (readonly string[])[]): Table {
  return { headers, rows: rows.map((cells, index) => ({ line: index + 2, cells })), serialDays: false };
}

function read(one: Table, zone = aZone('Europe/Berlin')) {
  const mapping = guessMapping(one.headers, FIELDS);
  const order = guessDayOrder(one, FIELDS, mapping);
  return readMapped(one, { fields: FIELDS, mapping, order, zoneOf: () => zone });
}

describe('shared/domain/exchange/table-mapping', () => {
  it('guesses columns by exact names first, whatever their case and signs', () => {
    expect(
      guessMapping(['Planned date', 'DATE', 'release_name', 'Version', 'Code freeze', 'Cut-off', ''], FIELDS),
    ).toEqual([null, 'day', null, 'name', 'milestone', 'milestone', null]);
  });

  it('gives a field to the first column of its name where two have it', () => {
    expect(guessMapping(['Name', 'name'], FIELDS)).toEqual(['name', null]);
  });

  it('says which fields are missing, and which are there twice', () => {
    expect(missingFields(FIELDS, ['name', null]).map(({ key }) => key)).toEqual(['day']);
    expect(doubledFields(FIELDS, ['name', 'name', 'milestone', 'milestone']).map(({ key }) => key)).toEqual(['name']);
  });

  it('reads rows by their columns', () => {
    const [row] = read(
      table(
        ['Name', 'Date', 'Time', 'Status', 'Code freeze', 'UAT freeze', 'Else'],
        [' R1 ', '25/12/2026', '9 pm', 'Released', '20/12/2026', '', 'x'],
      ),
    );

    expect(row).toEqual({
      line: 2,
      values: { name: 'R1', day: '2026-12-25', time: '21:00', state: 'departed' },
      several: [{ key: 'milestone', column: 'Code freeze', value: '2026-12-20' }],
      problems: [],
    });
  });

  it.each([
    ['9:30', '09:30'],
    ['09:30:15', '09:30'],
    ['12 am', '00:00'],
    ['12:05 PM', '12:05'],
    ['1899-12-30T20:00', '20:00'],
    ['2026-03-31T23:30:00Z', '01:30'],
    ['2026-01-31 23:30 UTC', '00:30'],
    ['2026-03-31T23:30:00.000-05:00', '06:30'],
  ])('reads the time %s', (text, time) => {
    expect(read(table(['Name', 'Date', 'Time'], ['R', '2026-01-01', text]))[0]?.values.time).toBe(time);
  });

  it.each([
    ['2026-03-31T23:30:00Z', '2026-04-01'],
    ['2026-03-31 23:30 +0200', '2026-03-31'],
    ['2026-03-31T18:00-05:00', '2026-04-01'],
    ['31.03.2026 23:30Z', '2026-04-01'],
    ['2026-03-31 23:30', '2026-03-31'],
    ['2026-03-31 (Tue)', '2026-03-31'],
    ['31 March 2026, 9:30 pm', '2026-03-31'],
  ])('reads the day of %s on the clock of Berlin', (text, day) => {
    expect(read(table(['Name', 'Date'], ['R', text]))[0]).toMatchObject({ values: { day }, problems: [] });
  });

  it('takes midnight UTC, as which programs write a day without a time, as that day', () => {
    const west = read(table(['Name', 'Date'], ['R', '2026-03-31T00:00:00.000Z']), aZone('America/New_York'));

    expect(west[0]?.values.day).toBe('2026-03-31');
  });

  it.each(['2026-03-31 to 2026-04-02', '31.03.2026 (tbc)', '4 March 2026 to 6 March 2026', '2026-03-31 23:30 CET'])(
    'takes no day of %s, which says more',
    (text) => {
      expect(read(table(['Name', 'Date'], ['R', text]))[0]?.problems).toMatchObject([
        { column: 'Date', value: text, message: 'There is more in it than one day.' },
      ]);
    },
  );

  it('takes no time that is so far from UTC on a day that nobody knows', () => {
    expect(read(table(['Name', 'Date', 'Time'], ['R', '2026-03-31', '23:30Z']))[0]?.problems).toMatchObject([
      { column: 'Time', message: 'This says how far it is from UTC, but not on which day.' },
    ]);
  });

  it('names what is wrong with its line, column, value and a remedy, and goes on', () => {
    const rows = read(
      table(['Name', 'Date', 'Time', 'Status'], ['', '3/4/2026', '25:00', 'gone'], ['R2', '2026-01-01', '', '']),
    );

    expect(rows[0]?.problems).toEqual([
      {
        line: 2,
        column: 'Name',
        value: '',
        message: 'Release is missing.',
        remedy: 'Fill it in, or leave the row out.',
      },
      {
        line: 2,
        column: 'Date',
        value: '3/4/2026',
        message: 'This could be two days.',
        remedy: 'Say whether the day or the month comes first.',
      },
      { line: 2, column: 'Time', value: '25:00', message: 'This is no time.', remedy: 'Write it as 09:30.' },
      {
        line: 2,
        column: 'Status',
        value: 'gone',
        message: 'This word is not known here.',
        remedy: 'Use one of: planned, departed.',
      },
    ]);
    expect(rows[1]).toMatchObject({ line: 3, values: { name: 'R2', day: '2026-01-01' }, problems: [] });
  });

  it('lets another row of the file tell which of two days is meant', () => {
    const rows = read(table(['Name', 'Date'], ['R1', '3/4/2026'], ['R2', '13/4/2026']));

    expect(rows.map(({ values }) => values.day)).toEqual(['2026-04-03', '2026-04-13']);
  });

  it('keeps what looks like a formula as the text that it is', () => {
    const [row] = read(table(['Name', 'Date'], ['=HYPERLINK("http://x")', '2026-01-01']));

    expect(row?.values.name).toBe('=HYPERLINK("http://x")');
  });

  it('takes rows that are shorter than the head', () => {
    expect(read(table(['Name', 'Date'], ['R1']))[0]?.problems).toMatchObject([{ column: 'Date', value: '' }]);
  });
});
