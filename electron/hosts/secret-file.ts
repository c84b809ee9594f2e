import { readFile, rm, stat } from 'node:fs/promises';
import { Failure } from '../../shared/model/failure.ts';
import type { ConnectionId } from '../../shared/model/ids.ts';
import { bindSecret, unbindSecret } from '../core/bound-secret.ts';
import type { SecretStore } from '../core/host-services.ts';
import { isMissing, secretFileOf, writeSecretFile } from './secret-folder.ts';

const OTHERS = 0o077;

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

/**
 * Keeps each connection's secret in a file of its own (mode 0600, in a folder of mode 0700), outside any workspace.
 * One file a secret, so that two processes that save at once cannot lose each other's, with the origin that it is for.
 * The text is not encrypted: only the account protects it.
 */
export function openSecretFiles(folder: string): SecretStore {
  const fileOf = (connectionId: ConnectionId) => secretFileOf(folder, connectionId, 'secret');
  return {
    keptIn: 'a file that only your account can read (mode 0600, not encrypted) in your Signalbox settings folder',
    get: async (connectionId, origin) => {
      const file = fileOf(connectionId);
      try {
        await refuseIfOthersCanRead(file);
        return unbindSecret(await readFile(file, 'utf8'), origin);
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    set: (connectionId, origin, secret) => writeSecretFile(fileOf(connectionId), bindSecret(origin, secret)),
    remove: async (connectionId) => {
      await rm(fileOf(connectionId), { force: true });
    },
  };
}
