import BetterSqlite from 'better-sqlite3';
import { openCore } from '../../electron/core/core.ts';
import { factKindNames, factTables } from '../../electron/core/db/fact-tables.ts';
import { toRow } from '../../electron/core/db/table.ts';
import { systemEnv } from '../../electron/core/env.ts';
import type { MappedFact } from '../../shared/model/facts.ts';
import type { Instant, Zone } from '../../shared/model/time.ts';
import { testHost } from '../support/core.ts';

// What writing is measured beside: better-sqlite3 with prepared statements and nothing around it.

/** A new workspace with nothing in it. */
export async function emptyWorkspace(file: string): Promise<void> {
  const create = { name: 'Bench', zone: 'UTC' as Zone };
  const core = await openCore({
    file,
    mode: 'write',
    create,
    env: systemEnv(),
    host: testHost(),
    schedule: false,
    actor: 'Ada',
  });
  await core.close();
}

export interface BareInsert {
  /** Inserts the rows in one transaction and says how many milliseconds that took. */
  readonly insert: (rows: readonly BareRow[]) => number;
  readonly close: () => void;
}

export interface BareRow {
  readonly table: string;
  readonly values: readonly unknown[];
}

/** Every column of the tables that a sync fills, in the order of the rows that `rowsOf` makes. */
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(factKindNames.map((kind) => [factTables[kind].name, [...factTables[kind].columns, 'raw_id']])),
  work_item_tag: ['kind', 'value', 'updated_at', 'work_item_id'],
  raw_page: [
    'connection_id',
    'stream',
    'scope',
    'request_key',
    'request',
    'status',
    'headers',
    'codec',
    'body',
    'fetched_at',
  ],
};

/** Opens a file whose tables are there for inserts. */
export function openBare(file: string): BareInsert {
  const db = new BetterSqlite(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = NORMAL');
  db.pragma('cache_size = -65536');
  db.pragma('wal_autocheckpoint = 4000');
  const insertOf = ([table, columns]: [string, readonly string[]]) => {
    const places = columns.map(() => '?').join(', ');
    return [
      table,
      db.prepare<unknown[]>(`INSERT OR REPLACE INTO ${table} (${columns.join(', ')}) VALUES (${places})`),
    ] as const;
  };
  const inserts = new Map(Object.entries(COLUMNS).map(insertOf));
  const all = db.transaction((rows: readonly BareRow[]) => {
    for (const { table, values } of rows) inserts.get(table)?.run(values);
  });
  return {
    insert: (rows) => {
      const started = performance.now();
      all(rows);
      return performance.now() - started;
    },
    close: () => {
      db.close();
    },
  };
}

/** The same columns and primary keys as the workspace has, and nothing else. */
export function createUnindexed(file: string): void {
  const db = new BetterSqlite(file);
  for (const [table, columns] of Object.entries(COLUMNS)) {
    const key = table === 'work_item_tag' ? `, PRIMARY KEY (${columns.join(', ')})` : '';
    const typed = columns.map((name) => (name === 'id' ? 'id TEXT PRIMARY KEY' : `${name} ANY`));
    db.exec(`CREATE TABLE ${table} (${typed.join(', ')}${key}) STRICT`);
  }
  db.close();
}

/** A fact as rows ready to be bound, its tags with it. */
export function factRows(fact: MappedFact, fetchedAt: Instant): readonly BareRow[] {
  const table = factTables[fact.kind];
  const row = { table: table.name, values: [...toRow(table, { ...fact, fetchedAt }), null] };
  if (fact.kind !== 'work-item') return [row];
  const tag = (kind: string) => (value: string) => ({
    table: 'work_item_tag',
    values: [kind, value, fact.updatedAt, fact.id],
  });
  return [row, ...fact.labels.map(tag('label')), ...fact.versions.map(tag('version'))];
}
