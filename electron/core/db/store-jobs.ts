import fs from 'node:fs';
import path from 'node:path';
import { Failure } from '../../../shared/model/failure.ts';
import { openDatabase } from './open.ts';
import { openReadable } from './open-readable.ts';
import { quickCheck } from './repositories/workspace.ts';
import { sql } from './sql.ts';
import { storeFailure } from './store-failure.ts';

/** Long work on the whole file, each piece on a connection of its own. Paths are absolute. */
export type StoreJob =
  | { readonly type: 'copy'; readonly file: string; readonly to: string }
  | { readonly type: 'check'; readonly file: string }
  | { readonly type: 'tidy'; readonly file: string };

/** SQLite's answer: frames in the log, and how many of them are in the file. */
interface CheckpointRow {
  readonly busy: number;
  readonly log: number;
  readonly checkpointed: number;
}

/** What a copy is called until it is whole. */
export function draftOf(to: string): string {
  return `${to}.part`;
}

function cannotCopy(error: unknown, to: string): unknown {
  const failure = storeFailure(error, to);
  if (!(failure instanceof Failure) || failure.code !== 'DISK_FULL') return failure;
  const name = path.basename(to);
  return new Failure('DISK_FULL', `There is no room left on the disk for ${name}.`, {
    where: name,
    remedy: 'Free some space and do it again; the workspace itself is as it was.',
  });
}

/** An empty file that only those may read who may read the workspace; fails where there is one already. */
function prepare(draft: string, file: string): void {
  fs.closeSync(fs.openSync(draft, 'wx', fs.statSync(file).mode & 0o777));
}

function flush(file: string): void {
  const descriptor = fs.openSync(file, 'r+');
  try {
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}

/**
 * Writes a complete copy of a workspace as it is at one moment, whatever is committed meanwhile: VACUUM INTO reads
 * in one transaction, where SQLite's backup would begin again after each commit of another connection. The copy has
 * its name only once it is whole and on the disk; what could not be finished is removed.
 */
function copyStore(file: string, to: string): void {
  const draft = draftOf(to);
  const db = openDatabase({ file, readOnly: true, create: false });
  try {
    prepare(draft, file);
    try {
      db.run(sql`VACUUM INTO ${draft}`);
      flush(draft);
      fs.renameSync(draft, to);
    } catch (error) {
      fs.rmSync(draft, { force: true });
      throw error;
    }
  } catch (error) {
    throw cannotCopy(error, to);
  } finally {
    db.close();
  }
}

function checkStore(file: string): string {
  const db = openReadable(file);
  try {
    return quickCheck(db);
  } catch (error) {
    throw storeFailure(error, file);
  } finally {
    db.close();
  }
}

/**
 * Brings SQLite's log into the file itself; says `ok` where nothing is left in it. Waits for nobody: the first pass
 * lets others write, and the second, which empties the log, gives up at once where somebody reads or writes.
 */
function tidyStore(file: string): string {
  const db = openDatabase({ file, readOnly: false, create: false });
  try {
    db.exec('PRAGMA busy_timeout = 0');
    const passive = db.get<CheckpointRow>(sql`PRAGMA wal_checkpoint(PASSIVE)`);
    db.get(sql`PRAGMA wal_checkpoint(TRUNCATE)`);
    return passive !== undefined && passive.checkpointed === passive.log ? 'ok' : 'not all';
  } catch (error) {
    throw storeFailure(error, file);
  } finally {
    db.close();
  }
}

/** Does a job in this thread and says what it found: the copy's path, or what is wrong with the file (`ok`: nothing). */
export function runStoreJob(job: StoreJob): string {
  if (job.type === 'check') return checkStore(job.file);
  if (job.type === 'tidy') return tidyStore(job.file);
  copyStore(job.file, job.to);
  return job.to;
}
