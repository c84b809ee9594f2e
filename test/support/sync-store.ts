import fs from 'node:fs';
import path from 'node:path';
import type { WriteDb } from '../../electron/core/db/database.ts';
import { factKindNames, factTableName } from '../../electron/core/db/fact-tables.ts';
import { migrate } from '../../electron/core/db/migrate.ts';
import { migrations } from '../../electron/core/db/migrations/index.ts';
import { openDatabase } from '../../electron/core/db/open.ts';
import type { FactKind } from '../../shared/model/facts.ts';
import { testFolder } from './core.ts';

export interface SyncStore {
  readonly db: WriteDb;
  readonly file: string;
  /** Closes the file and removes its folder. */
  readonly end: () => void;
}

/** A real, migrated workspace file without a core on it. */
export function openSyncStore(): SyncStore {
  const folder = testFolder();
  const file = path.join(folder, 'sync.signalbox');
  const db = openDatabase({ file, readOnly: false, create: true });
  migrate(db, migrations);
  const end = () => {
    db.close();
    fs.rmSync(folder, { recursive: true, force: true });
  };
  return { db, file, end };
}

export type FactRow = Readonly<Record<string, unknown>>;

/** The facts of one kind as they are stored, by id, without when and from which page they were read. */
export function factRows(db: WriteDb, kind: FactKind): readonly FactRow[] {
  const rows = db.all<Record<string, unknown>>({
    text: `SELECT * FROM ${factTableName(kind)} ORDER BY id`,
    values: [],
  });
  return rows.map(({ fetched_at: _fetchedAt, raw_id: _rawId, ...row }) => row);
}

/** Every stored fact, by kind. */
export function allFactRows(db: WriteDb): Readonly<Record<string, readonly FactRow[]>> {
  return Object.fromEntries(factKindNames.map((kind) => [kind, factRows(db, kind)]));
}

/** How many facts of each kind are stored; kinds without any are left out. */
export function factCounts(db: WriteDb): Readonly<Record<string, number>> {
  const counts = factKindNames.map((kind) => [kind, factRows(db, kind).length] as const);
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}
