import { readFile, rm } from 'node:fs/promises';
import type { SafeStorage } from 'electron';
import { Failure } from '../../shared/model/failure.ts';
import type { ConnectionId } from '../../shared/model/ids.ts';
import { bindSecret, unbindSecret } from '../core/bound-secret.ts';
import type { SecretStore } from '../core/host-services.ts';
import { isMissing, secretFileOf, writeSecretFile } from '../hosts/secret-folder.ts';

export interface SealedSecretsOptions {
  readonly folder: string;
  readonly safeStorage: Pick<
    SafeStorage,
    'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
  >;
  readonly platform: NodeJS.Platform;
}

const KEPT_IN: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  darwin: 'a file sealed by your macOS keychain',
  win32: 'a file sealed by your Windows account',
};

async function readIfThere(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/**
 * Secrets sealed by the system's keychain (Electron's safeStorage), one file each with the origin that it is for, outside
 * any workspace. Where the system has no keychain they are refused, not kept in the clear: on Linux `basic_text` means
 * a password that is the same on every machine.
 */
export function openSealedSecrets({ folder, safeStorage, platform }: SealedSecretsOptions): SecretStore {
  const fileOf = (connectionId: ConnectionId) => secretFileOf(folder, connectionId, 'sealed');

  async function assertKeychain(): Promise<void> {
    const basic = platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text';
    if (!basic && (await safeStorage.isAsyncEncryptionAvailable())) return;
    throw new Failure('UNAVAILABLE', 'This system has no keychain that Signalbox could seal a secret with.', {
      where: null,
      remedy:
        platform === 'linux'
          ? 'Install and unlock GNOME Keyring or KWallet and start Signalbox again, or give the secret in the environment as SIGNALBOX_SECRET_<NAME>.'
          : 'Unlock the keychain and start Signalbox again, or give the secret in the environment as SIGNALBOX_SECRET_<NAME>.',
    });
  }

  async function unseal(file: string): Promise<string | null> {
    const sealed = await readIfThere(file);
    if (sealed === null) return null;
    await assertKeychain();
    const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(sealed);
    if (shouldReEncrypt) await seal(file, result);
    return result;
  }

  async function seal(file: string, secret: string): Promise<void> {
    await writeSecretFile(file, await safeStorage.encryptStringAsync(secret));
  }

  return {
    keptIn: KEPT_IN[platform] ?? 'a file sealed by your system keychain',
    get: async (connectionId, origin) => {
      const kept = await unseal(fileOf(connectionId));
      return kept === null ? null : unbindSecret(kept, origin);
    },
    set: async (connectionId, origin, secret) => {
      await assertKeychain();
      await seal(fileOf(connectionId), bindSecret(origin, secret));
    },
    remove: async (connectionId) => {
      await rm(fileOf(connectionId), { force: true });
    },
  };
}
