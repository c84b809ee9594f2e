import path from 'node:path';
import { Failure, type FailureCode } from '../../../shared/model/failure.ts';

interface Meaning {
  readonly code: FailureCode;
  readonly says: (name: string) => string;
  readonly remedy: string;
}

const foreign: Meaning = {
  code: 'WORKSPACE_FOREIGN',
  says: (name) => `${name} is not a Signalbox workspace.`,
  remedy: 'Choose a file that Signalbox made; this one was left untouched.',
};
const damaged: Meaning = {
  code: 'WORKSPACE_DAMAGED',
  says: (name) => `${name} is damaged and cannot be read whole.`,
  remedy: 'Open the newest backup beside it, or the copy that was kept before the last upgrade.',
};
const readOnly: Meaning = {
  code: 'WORKSPACE_READ_ONLY',
  says: (name) => `${name} cannot be written.`,
  remedy: 'Give yourself write access to the file and its folder, or copy it to a folder of yours.',
};
const full: Meaning = {
  code: 'DISK_FULL',
  says: (name) => `There is no room left on the disk that holds ${name}; the last change was not kept.`,
  remedy: 'Free some space and do it again; everything kept before is safe.',
};
const inUse: Meaning = {
  code: 'WORKSPACE_IN_USE',
  says: (name) => `${name} is being written by another process and did not become free.`,
  remedy: 'Wait for it to finish, or close the other program.',
};
const unreachable: Meaning = {
  code: 'WORKSPACE_MISSING',
  says: (name) => `${name} cannot be opened.`,
  remedy: 'Check that the file and its folder exist and that you may read them.',
};

const meanings: readonly (readonly [prefix: string, Meaning])[] = [
  ['SQLITE_NOTADB', foreign],
  ['SQLITE_CORRUPT', damaged],
  ['SQLITE_READONLY', readOnly],
  ['SQLITE_PERM', readOnly],
  ['EACCES', readOnly],
  ['EPERM', readOnly],
  ['EROFS', readOnly],
  ['SQLITE_FULL', full],
  ['ENOSPC', full],
  ['SQLITE_IOERR_WRITE', full],
  ['SQLITE_BUSY', inUse],
  ['SQLITE_LOCKED', inUse],
  ['SQLITE_CANTOPEN', unreachable],
  ['ENOENT', unreachable],
];

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** Reads an error of SQLite or the file system as a Failure about this file; anything else stays as it is. */
export function storeFailure(error: unknown, file: string): unknown {
  if (error instanceof Failure) return error;
  const code = codeOf(error);
  const meaning = meanings.find(([prefix]) => code.startsWith(prefix))?.[1];
  if (meaning === undefined) return error;
  const name = path.basename(file);
  return new Failure(meaning.code, meaning.says(name), { where: name, remedy: meaning.remedy }, { cause: error });
}

/** Whether another connection is writing just now. */
export function isBusy(error: unknown): boolean {
  return /^SQLITE_(BUSY|LOCKED)/.test(codeOf(error));
}

/** Whether a row would stand beside another that it must differ from. */
export function isUniqueViolation(error: unknown): boolean {
  return /^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY)/.test(codeOf(error));
}
