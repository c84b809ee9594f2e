import { createHash, randomBytes } from 'node:crypto';
import { chmod, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../../shared/model/failure.ts';
import type { ConnectionId } from '../../shared/model/ids.ts';
import { bindSecret, unbindSecret } from '../core/bound-secret.ts';
import type { SecretStore } from '../core/host-services.ts';

const OTHERS = 0o077;

/** The file of one connection: a hash, because an id may hold characters that no file name may. */
function fileOf(folder: string, connectionId: ConnectionId): string {
  return join(folder, `${createHash('sha256').update(connectionId).digest('hex').slice(0, 40)}.secret`);
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** Windows has no such modes: there the folder of the account is what protects the file. */
async function refuseIfOthersCanRead(file: string): Promise<void> {
  if (process.platform === 'win32') return;
  const { mode } = await stat(file);
  if ((mode & OTHERS) === 0) return;
  throw new Failure('FORBIDDEN', 'A secret lies in a file that other accounts can read, so it is not used.', {
    where: file,
    remedy: `Make a new token, since this one may be known; then run: chmod 600 "${file}" and save the new token.`,
  });
}

async function writeWhole(folder: string, file: string, secret: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    const handle = await open(draft, 'wx', 0o600);
    try {
      await handle.writeFile(secret, 'utf8');
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/**
 * Keeps each connection's secret in a file of its own (mode 0600, in a folder of mode 0700), outside any workspace.
 * One file a secret, so that two processes that save at once cannot lose each other's, with the origin that it is for.
 * The text is not encrypted: only the account protects it.
 */
export function openSecretFiles(folder: string): SecretStore {
  return {
    keptIn: 'a file that only your account can read (mode 0600, not encrypted) in your Signalbox settings folder',
    get: async (connectionId, origin) => {
      const file = fileOf(folder, connectionId);
      try {
        await refuseIfOthersCanRead(file);
        return unbindSecret(await readFile(file, 'utf8'), origin);
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    set: (connectionId, origin, secret) => writeWhole(folder, fileOf(folder, connectionId), bindSecret(origin, secret)),
    remove: async (connectionId) => {
      await rm(fileOf(folder, connectionId), { force: true });
    },
  };
}

/** Where the secret files of this user lie, below `userFolder()`. */
export function secretFolder(userFolder: string): string {
  return join(userFolder, 'secrets');
}
