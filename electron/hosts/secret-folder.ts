import { createHash, randomBytes } from 'node:crypto';
import { chmod, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ConnectionId } from '../../shared/model/ids.ts';

/** Where the secret files of this user lie, below `userFolder()`. */
export function secretFolder(userFolder: string): string {
  return join(userFolder, 'secrets');
}

/** The file of one connection: a hash, because an id may hold characters that no file name may. */
export function secretFileOf(folder: string, connectionId: ConnectionId, ending: 'secret' | 'sealed'): string {
  return join(folder, `${createHash('sha256').update(connectionId).digest('hex').slice(0, 40)}.${ending}`);
}

export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/**
 * Writes a file of mode 0600 in a folder of mode 0700, whole or not at all: whoever reads it meanwhile, and whoever is
 * cut off in the middle, finds the old one or the new one.
 */
export async function writeSecretFile(file: string, content: string | Buffer): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await chmod(dirname(file), 0o700);
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    const handle = await open(draft, 'wx', 0o600);
    try {
      await handle.writeFile(content);
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
