import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSealedSecrets, type SealedSecretsOptions } from '../../../electron/shell/secrets.ts';
import type { ConnectionId } from '../../../shared/model/ids.ts';
import { testFolder } from '../../support/core.ts';

const CONNECTION = 'connection-1' as ConnectionId;
const ORIGIN = 'https://jira.example';

/** A keychain whose seal is a word that is reversed; `rotate` makes it ask for a new seal. */
function keychain(changes: { available?: boolean; backend?: string; rotate?: boolean } = {}) {
  let sealed = 0;
  const reverse = (text: string) => [...text].reverse().join('');
  const safeStorage = {
    isAsyncEncryptionAvailable: async () => changes.available ?? true,
    getSelectedStorageBackend: () => changes.backend ?? 'gnome_libsecret',
    encryptStringAsync: async (text: string) => {
      sealed += 1;
      return Buffer.from(`sealed ${reverse(text)}`);
    },
    decryptStringAsync: async (bytes: Buffer) => ({
      result: reverse(bytes.toString().slice(7)),
      shouldReEncrypt: changes.rotate ?? false,
    }),
  } as SealedSecretsOptions['safeStorage'];
  return { safeStorage, times: () => sealed };
}

describe('electron/shell/secrets', () => {
  let folder: string;
  beforeEach(() => {
    folder = path.join(testFolder(), 'secrets');
  });
  afterEach(() => fs.rmSync(path.dirname(folder), { recursive: true, force: true }));

  function open(changes: Partial<SealedSecretsOptions> = {}) {
    return openSealedSecrets({ folder, platform: 'linux', ...keychain(), ...changes });
  }

  it('keeps, gives and removes a secret, sealed', async () => {
    const secrets = open();

    await secrets.set(CONNECTION, ORIGIN, 's3cret');
    const [name = ''] = fs.readdirSync(folder);
    const bytes = fs.readFileSync(path.join(folder, name), 'utf8');
    const kept = await secrets.get(CONNECTION, ORIGIN);
    await secrets.remove(CONNECTION);

    expect(bytes).toMatch(/^sealed .*terc3s/);
    expect(kept).toBe('s3cret');
    expect(await secrets.get(CONNECTION, ORIGIN)).toBeNull();
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')(
    'lets no other account read the file (Windows has no such modes)',
    async () => {
      await open().set(CONNECTION, ORIGIN, 's3cret');

      const [name = ''] = fs.readdirSync(folder);
      expect(fs.statSync(path.join(folder, name)).mode & 0o777).toBe(0o600);
      expect(fs.statSync(folder).mode & 0o777).toBe(0o700);
    },
  );

  it('gives a secret for no other origin than the one it was entered for', async () => {
    const secrets = open();
    await secrets.set(CONNECTION, ORIGIN, 's3cret');

    await expect(secrets.get(CONNECTION, 'https://elsewhere.example')).rejects.toMatchObject({
      code: 'SECRET_MISSING',
      where: 'https://elsewhere.example',
    });
    expect(await secrets.get(CONNECTION, ORIGIN)).toBe('s3cret');
  });

  it('tells nothing of a connection by the file’s name', async () => {
    await open().set('connection-of-acme' as ConnectionId, ORIGIN, 's3cret');

    expect(fs.readdirSync(folder)[0]).toMatch(/^[0-9a-f]{40}\.sealed$/);
  });

  it.each([
    ['there is no keychain', 'darwin', { available: false }],
    ['Linux would use a password that every machine has', 'linux', { backend: 'basic_text' }],
  ] as const)('refuses to keep a secret where %s', async (_title, platform, changes) => {
    const secrets = open({ platform, ...keychain(changes) });

    await expect(secrets.set(CONNECTION, ORIGIN, 's3cret')).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      remedy: expect.stringMatching(/environment/),
    });
    expect(fs.existsSync(folder)).toBe(false);
  });

  it('seals again what an old key sealed', async () => {
    await open().set(CONNECTION, ORIGIN, 's3cret');
    const rotated = keychain({ rotate: true });

    const secret = await open({ ...rotated }).get(CONNECTION, ORIGIN);

    expect([secret, rotated.times()]).toEqual(['s3cret', 1]);
  });

  it.each([
    ['darwin', /macOS keychain/],
    ['win32', /Windows account/],
    ['linux', /system keychain/],
  ] as const)('says where secrets are kept on %s', (platform, words) => {
    expect(open({ platform }).keptIn).toMatch(words);
  });
});
