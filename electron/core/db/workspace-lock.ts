import path from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { Failure } from '../../../shared/model/failure.ts';

export interface LockHolder {
  readonly pid: number;
  readonly host: string;
  readonly since: number;
}

export interface WorkspaceLock {
  readonly release: () => void;
}

/** Locks that are held: a connection that nothing refers to would be collected, and would let its lock go. */
const held = new Set<BetterSqlite.Database>();

function isBusy(error: unknown): boolean {
  return error instanceof BetterSqlite.SqliteError && error.code.startsWith('SQLITE_BUSY');
}

function inUse(file: string, holder: LockHolder | undefined): Failure {
  const name = path.basename(file);
  const who = holder ? ` (${holder.host}, process ${holder.pid})` : '';
  return new Failure('WORKSPACE_IN_USE', `${name} is already open in another Signalbox${who}.`, {
    where: name,
    remedy: 'Use that one, or close it first. Reading commands of the command line work beside it.',
  });
}

/**
 * Takes the one writer's place of a workspace, or throws WORKSPACE_IN_USE naming who has it.
 * The lock is an open transaction on a small SQLite file beside the workspace: the operating system
 * lets it go when the process ends, however it ends, so no stale lock can be left behind.
 */
export function lockWorkspace(file: string, holder: LockHolder): WorkspaceLock {
  const db = new BetterSqlite(`${file}-lock`, { timeout: 0 });
  const readHolder = () => {
    const rows = db.prepare<[], LockHolder>('SELECT pid, host, since FROM holder').all();
    return rows[0];
  };
  try {
    db.pragma('journal_mode = DELETE');
    db.exec('BEGIN IMMEDIATE; CREATE TABLE IF NOT EXISTS holder (pid INTEGER, host TEXT, since INTEGER)');
    db.exec('DELETE FROM holder');
    db.prepare('INSERT INTO holder (pid, host, since) VALUES (?, ?, ?)').run(holder.pid, holder.host, holder.since);
    db.exec('COMMIT; BEGIN IMMEDIATE');
    held.add(db);
    return {
      release: () => {
        held.delete(db);
        db.close();
      },
    };
  } catch (error) {
    const other = isBusy(error) ? holderOrNone(readHolder) : undefined;
    db.close();
    throw isBusy(error) ? inUse(file, other) : error;
  }
}

function holderOrNone(read: () => LockHolder | undefined): LockHolder | undefined {
  try {
    return read();
  } catch {
    // The holder is just writing itself down; its name is a courtesy only.
    return undefined;
  }
}
