import fs from 'node:fs';
import path from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { Failure } from '../../../shared/model/failure.ts';
import { type WriteDb, wrapDatabase } from './database.ts';
import { storeFailure } from './store-failure.ts';

/** `SGBX` in the header of the file tells a workspace from any other SQLite file. */
export const APPLICATION_ID = 0x53474258;

export interface OpenOptions {
  readonly file: string;
  readonly readOnly: boolean;
  /** Make the file when there is none. */
  readonly create: boolean;
}

function assertCanBeOpened(options: OpenOptions): void {
  const name = path.basename(options.file);
  const stat = fs.statSync(options.file, { throwIfNoEntry: false });
  if (stat === undefined) {
    if (options.create && fs.existsSync(path.dirname(options.file))) return;
    throw new Failure('WORKSPACE_MISSING', `There is no workspace ${name}.`, {
      where: name,
      remedy: 'Check the name and the folder, or create a new workspace.',
    });
  }
  if (!stat.isFile()) {
    throw new Failure('WORKSPACE_FOREIGN', `${name} is not a file.`, {
      where: name,
      remedy: 'Choose a file whose name ends in .signalbox.',
    });
  }
}

/**
 * Opens one connection to a workspace file, with the store's settings: WAL, foreign keys, 5 s patience.
 * Does not migrate and does not take the workspace's lock.
 * Throws a Failure that names the file when it is missing, foreign, damaged or cannot be written.
 */
export function openDatabase(options: OpenOptions): WriteDb {
  assertCanBeOpened(options);
  let db: BetterSqlite.Database | undefined;
  try {
    db = new BetterSqlite(options.file, { readonly: options.readOnly, timeout: 5_000 });
    const empty = db.pragma('page_count', { simple: true }) === 0;
    const applicationId = db.pragma('application_id', { simple: true });
    if (!empty && applicationId !== APPLICATION_ID) {
      throw new Failure('WORKSPACE_FOREIGN', `${path.basename(options.file)} is not a Signalbox workspace.`, {
        where: path.basename(options.file),
        remedy: 'Choose a file that Signalbox made; this one was left untouched.',
      });
    }
    db.pragma('foreign_keys = ON');
    db.pragma('cache_size = -65536');
    db.pragma('temp_store = MEMORY');
    if (!options.readOnly) {
      db.pragma('journal_mode = WAL');
      db.pragma('synchronous = NORMAL');
      db.pragma('wal_autocheckpoint = 4000');
    }
    return wrapDatabase(db);
  } catch (error) {
    db?.close();
    throw storeFailure(error, options.file);
  }
}
