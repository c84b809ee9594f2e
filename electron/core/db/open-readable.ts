import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Failure } from '../../../shared/model/failure.ts';
import type { WriteDb } from './database.ts';
import { openDatabase } from './open.ts';

function isAllowed(file: string, access: number): boolean {
  try {
    fs.accessSync(file, access);
    return true;
  } catch {
    return false;
  }
}

/** Whether all that is missing is a folder to keep SQLite's own files in: reading needs them too. */
function lacksFolder(error: unknown, file: string): boolean {
  if (!(error instanceof Failure) || !(error.cause instanceof Error) || !('code' in error.cause)) return false;
  if (!/^SQLITE_(READONLY|CANTOPEN)/.test(String(error.cause.code))) return false;
  return isAllowed(file, fs.constants.R_OK) && !isAllowed(path.dirname(file), fs.constants.W_OK);
}

/** When and how large the file and its log are: what was copied is of one moment if they stay the same. */
function stateOf(file: string): string {
  const states = [file, `${file}-wal`].map((name) => fs.statSync(name, { throwIfNoEntry: false }));
  return states.map((stat) => (stat ? `${stat.mtimeMs} ${stat.size}` : 'none')).join(', ');
}

function cannotCopy(file: string, cause: unknown): Failure {
  const name = path.basename(file);
  const message = `${name} lies in a folder that may only be read, and it could not be copied to where temporary files go.`;
  const remedy = 'Copy it to a folder of yours, together with the file whose name ends in -wal, and open the copy.';
  return new Failure('WORKSPACE_READ_ONLY', message, { where: name, remedy }, { cause });
}

function copyInto(folder: string, file: string): string {
  const copy = path.join(folder, path.basename(file));
  const before = stateOf(file);
  fs.copyFileSync(file, copy, fs.constants.COPYFILE_FICLONE);
  if (fs.existsSync(`${file}-wal`)) fs.copyFileSync(`${file}-wal`, `${copy}-wal`);
  for (const name of fs.readdirSync(folder)) fs.chmodSync(path.join(folder, name), 0o600);
  if (stateOf(file) !== before) throw new Error('it was written meanwhile');
  return copy;
}

/** Opens a copy in a folder that only this account sees; it goes as soon as the system lets it, at the latest on closing. */
function openCopy(file: string): WriteDb {
  let folder: string | undefined;
  const remove = () => {
    if (folder !== undefined) fs.rmSync(folder, { recursive: true, force: true });
  };
  try {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'signalbox-'));
    const db = openDatabase({ file: copyInto(folder, file), readOnly: true, create: false });
    // An open file stays readable without its name, except on Windows.
    if (process.platform !== 'win32') remove();
    const close = () => {
      db.close();
      remove();
    };
    return { ...db, file, close };
  } catch (error) {
    remove();
    throw cannotCopy(file, error);
  }
}

/**
 * Opens a workspace file for reading only, wherever it lies. SQLite keeps an index of its log beside the file, for
 * readers too; where the folder may only be read (a disc, a share, a kept backup) a copy is read in its place.
 */
export function openReadable(file: string): WriteDb {
  try {
    return openDatabase({ file, readOnly: true, create: false });
  } catch (error) {
    if (!lacksFolder(error, file)) throw error;
    return openCopy(file);
  }
}
