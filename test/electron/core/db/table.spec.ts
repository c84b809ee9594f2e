import BetterSqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { decisionTables } from '../../../../electron/core/db/decision-tables.ts';
import { factTables } from '../../../../electron/core/db/fact-tables.ts';
import { migrations } from '../../../../electron/core/db/migrations/index.ts';
import { syncRunTable } from '../../../../electron/core/db/repositories/sync-runs.ts';
import { fromRow, snakeCase, type Table, toRow } from '../../../../electron/core/db/table.ts';

function columnsInStore(): ReadonlyMap<string, ReadonlySet<string>> {
  const db = new BetterSqlite(':memory:');
  for (const migration of migrations) db.exec(migration.script);
  const tables = db.prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
  const columns = tables.map(({ name }) => {
    const rows = db.prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)').all(name);
    return [name, new Set(rows.map((row) => row.name))] as const;
  });
  db.close();
  return new Map(columns);
}

describe('electron/core/db/table', () => {
  const store = columnsInStore();
  const tables: Table[] = [...Object.values(decisionTables), ...Object.values(factTables), syncRunTable];

  it.each(tables.map((table) => [table.name, table] as const))(
    '%s has a column for every field and no other',
    (name, table) => {
      const known = [...(store.get(name) ?? [])].filter((column) => column !== 'raw_id');

      expect(known.toSorted()).toEqual([...table.columns].toSorted());
    },
  );

  it.each([
    ['startLocal', 'start_local'],
    ['id', 'id'],
    ['rawID', 'raw_i_d'],
  ])('writes the field %s as %s', (field, column) => {
    expect(snakeCase(field)).toBe(column);
  });

  it('reads back what it wrote, lists and flags and nothing included', () => {
    const table = decisionTables.train;
    const entity = {
      ...Object.fromEntries(table.fields.map((field) => [field, 'x'])),
      archived: true,
      cadence: null,
      stages: [{ a: 1 }],
      calendar: {},
      projects: [],
      services: ['a'],
      teams: [],
      boarding: ['b'],
    };

    const row = Object.fromEntries(toRow(table, entity).map((value, index) => [table.columns[index], value]));

    expect(row).toMatchObject({ archived: 1, cadence: null, stages: '[{"a":1}]' });
    expect(fromRow(table, row)).toEqual(entity);
  });
});
