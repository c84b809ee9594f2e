import fs from 'node:fs';
import path from 'node:path';
import { Failure } from '../../../shared/model/failure.ts';
import type { ReadDb, WriteDb } from './database.ts';
import { APPLICATION_ID } from './open.ts';
import { sql } from './sql.ts';

/** One step of the store's history; steps are numbered from 1 without gaps. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly script: string;
}

/** The version that a file's store has; 0 for an empty file. */
export function storeVersion(db: ReadDb): number {
  return db.get<{ user_version: number }>(sql`PRAGMA user_version`)?.user_version ?? 0;
}

/** Throws WORKSPACE_NEWER, with the file untouched, where a later Signalbox wrote it. */
export function assertNotNewer(db: ReadDb, migrations: readonly Migration[]): void {
  const version = storeVersion(db);
  if (version <= migrations.length) return;
  const name = path.basename(db.file);
  throw new Failure(
    'WORKSPACE_NEWER',
    `${name} was written by a newer Signalbox (store version ${version}; this one knows ${migrations.length}).`,
    {
      where: name,
      remedy: 'Update Signalbox, or open the copy kept before that upgrade. The file was left untouched.',
    },
  );
}

function keepCopy(db: WriteDb, version: number): void {
  const copy = `${db.file}.before-v${version}`;
  fs.rmSync(copy, { force: true });
  db.run(sql`VACUUM INTO ${copy}`);
}

/**
 * Brings the store to the newest version: each step in one transaction, and a copy of the file
 * (`….before-v<N>`) kept before the first step of a file that already holds something.
 * Says from which version it came.
 */
export function migrate(db: WriteDb, migrations: readonly Migration[]): { readonly from: number } {
  assertNotNewer(db, migrations);
  const from = storeVersion(db);
  if (from > 0 && from < migrations.length) keepCopy(db, from + 1);
  for (const migration of migrations.slice(from)) {
    db.transaction(() => {
      db.exec(migration.script);
      db.exec(`PRAGMA user_version = ${migration.version}; PRAGMA application_id = ${APPLICATION_ID};`);
    });
  }
  return { from };
}
