import fs from 'node:fs';
import path from 'node:path';
import type { Env } from '../../../shared/model/env.ts';
import { Failure } from '../../../shared/model/failure.ts';
import type { Zone } from '../../../shared/model/time.ts';
import type { WriteDb } from './database.ts';
import { recordDecisions } from './decisions.ts';
import { appendEntry } from './journal.ts';
import { assertNotNewer, migrate, storeVersion } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { openDatabase } from './open.ts';
import { openReadable } from './open-readable.ts';
import { sql } from './sql.ts';
import { storeFailure } from './store-failure.ts';
import { lockWorkspace, type WorkspaceLock } from './workspace-lock.ts';

export interface WorkspaceOptions {
  readonly file: string;
  readonly mode: 'write' | 'read';
  /** What a new workspace is called and where its people are; without it a missing file is an error. */
  readonly create: { readonly name: string; readonly zone: Zone } | undefined;
  readonly env: Env;
  readonly actor: string;
  readonly host: string;
}

export interface OpenWorkspace {
  readonly db: WriteDb;
  /** Closes the file and lets the lock go. */
  readonly close: () => void;
}

function foundWorkspace(db: WriteDb, { create, env, actor, file }: WorkspaceOptions): void {
  if (db.get(sql`SELECT 1 FROM workspace LIMIT 1`) !== undefined) return;
  const name = create?.name ?? path.parse(file).name;
  const zone = create?.zone ?? ('UTC' as Zone);
  db.transaction(() => {
    const tx = recordDecisions(db);
    const createdAt = env.now();
    tx.put('workspace', { id: env.newId('workspace'), name, zone, createdAt });
    appendEntry(db, {
      at: createdAt,
      actor,
      command: 'workspace.create',
      input: { name, zone },
      changes: tx.changes(),
      summary: `Created workspace “${name}”`,
      reverts: null,
    });
  });
}

function openForReading(options: WorkspaceOptions): OpenWorkspace {
  const db = openReadable(options.file);
  try {
    assertNotNewer(db, migrations);
    const name = path.basename(options.file);
    if (storeVersion(db) === 0) {
      throw new Failure('WORKSPACE_FOREIGN', `${name} is empty: there is no workspace in it.`, {
        where: name,
        remedy: 'Name another file; if it should be one, open it for writing, and it becomes a new workspace.',
      });
    }
    if (storeVersion(db) < migrations.length) {
      throw new Failure(
        'WORKSPACE_READ_ONLY',
        `${name} was written by an older Signalbox and must be upgraded first.`,
        {
          where: name,
          remedy: 'Open it once for writing; a copy is kept before the upgrade.',
        },
      );
    }
    return { db, close: db.close };
  } catch (error) {
    db.close();
    throw error;
  }
}

/** SQLite's last connection brings the log into the file by itself; beside a reader nobody would. */
function emptyLog(db: WriteDb): void {
  try {
    db.get(sql`PRAGMA wal_checkpoint(TRUNCATE)`);
  } catch {
    // What stays in the log (a full disk, a busy reader) is read from there the next time: nothing is lost by closing.
  }
}

function openForWriting(options: WorkspaceOptions): OpenWorkspace {
  // Checked before the lock and any pragma that writes, so that a file of another kind or time stays untouched.
  const { file, env } = options;
  const isNew = options.create !== undefined;
  let lock: WorkspaceLock | undefined;
  let db: WriteDb | undefined;
  try {
    inspect(options);
    lock = lockWorkspace(file, { pid: process.pid, host: options.host, since: env.now() });
    db = openDatabase({ file, readOnly: false, create: isNew });
    // SQLite opens a file that may only be read as if it could be written, and says so at the first write.
    fs.accessSync(file, fs.constants.W_OK);
    migrate(db, migrations);
    foundWorkspace(db, options);
    // From here on the caller waits for other writers between two turns of its event loop, not inside SQLite.
    db.exec('PRAGMA busy_timeout = 50');
    const opened = { db, lock };
    return {
      db,
      close: () => {
        emptyLog(opened.db);
        opened.db.close();
        opened.lock.release();
      },
    };
  } catch (error) {
    db?.close();
    lock?.release();
    throw storeFailure(error, file);
  }
}

/** Looks at an existing file through a read-only connection; throws what would keep it from being opened. */
function inspect({ file, create }: WorkspaceOptions): void {
  try {
    const db = openDatabase({ file, readOnly: true, create: false });
    assertNotNewer(db, migrations);
    db.close();
  } catch (error) {
    const isMissing = error instanceof Failure && error.code === 'WORKSPACE_MISSING';
    if (isMissing && create !== undefined) return;
    throw error;
  }
}

function missing(file: string, message: string, remedy: string, cause: unknown): Failure {
  return new Failure('WORKSPACE_MISSING', message, { where: path.basename(file), remedy }, { cause });
}

/** The folder's true path and the file's name in it: the name of a file that is not there yet. */
function nameInFolder(file: string): string {
  const { dir, base } = path.parse(file);
  if (fs.lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink()) {
    throw missing(
      file,
      `${base} leads to a file that is not there.`,
      'Open the file itself, or remove the link.',
      null,
    );
  }
  return path.join(fs.realpathSync.native(dir), base);
}

/** One path for each file, by whatever link or spelling it was named: the writer's lock goes by the path. */
function truePath(file: string): string {
  try {
    return fs.existsSync(file) ? fs.realpathSync.native(file) : nameInFolder(file);
  } catch (error) {
    if (error instanceof Failure) throw error;
    const { base } = path.parse(file);
    throw missing(file, `The folder of ${base} is not there.`, 'Make the folder, or choose another.', error);
  }
}

/** Opens a workspace file: for writing by one process at a time, for reading beside it. Throws WORKSPACE_* and DISK_FULL. */
export function openWorkspace(options: WorkspaceOptions): OpenWorkspace {
  const found = { ...options, file: truePath(options.file) };
  return found.mode === 'read' ? openForReading(found) : openForWriting(found);
}
