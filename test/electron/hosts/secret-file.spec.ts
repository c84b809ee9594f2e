import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSecretFiles } from '../../../electron/hosts/secret-file.ts';
import { secretFolder } from '../../../electron/hosts/secret-folder.ts';
import { ConnectionId } from '../../../shared/model/ids.ts';

const ONE = ConnectionId.parse('connection-1');
const OTHER = ConnectionId.parse('connection-2');
const ORIGIN = 'https://jira.example';

let folder = '';

beforeEach(() => {
  folder = secretFolder(mkdtempSync(join(tmpdir(), 'signalbox-secrets-')));
});

afterEach(() => {
  rmSync(join(folder, '..'), { recursive: true, force: true });
});

describe('electron/hosts/secret-file', () => {
  it('keeps, replaces and removes a secret, and knows none at first', async () => {
    const secrets = openSecretFiles(folder);

    expect(await secrets.get(ONE, ORIGIN)).toBeNull();
    await secrets.set(ONE, ORIGIN, 'first');
    await secrets.set(ONE, ORIGIN, 'second');
    expect(await secrets.get(ONE, ORIGIN)).toBe('second');
    await secrets.remove(ONE);
    await secrets.remove(ONE);
    expect(await secrets.get(ONE, ORIGIN)).toBeNull();
  });

  it('gives a secret for no other origin than the one it was entered for', async () => {
    const secrets = openSecretFiles(folder);
    await secrets.set(ONE, ORIGIN, 'secret');

    await expect(secrets.get(ONE, 'https://elsewhere.example')).rejects.toMatchObject({ code: 'SECRET_MISSING' });
    expect(await secrets.get(ONE, ORIGIN)).toBe('secret');
  });

  it('is read by another process of the same account', async () => {
    await openSecretFiles(folder).set(ONE, ORIGIN, 'zażółć \u{1f511} = "quoted"\n');

    expect(await openSecretFiles(folder).get(ONE, ORIGIN)).toBe('zażółć \u{1f511} = "quoted"\n');
  });

  it('writes files that only the account may read, in a folder that only it may enter', async () => {
    await openSecretFiles(folder).set(ONE, ORIGIN, 'secret');

    const [file = ''] = readdirSync(folder);
    expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it('leaves no draft behind', async () => {
    const secrets = openSecretFiles(folder);

    await Promise.all(Array.from({ length: 20 }, (_, index) => secrets.set(ONE, ORIGIN, `secret ${index}`)));

    expect(readdirSync(folder)).toHaveLength(1);
    expect(await secrets.get(ONE, ORIGIN)).toMatch(/^secret \d+$/);
  });

  it('loses no secret when two processes save at once', async () => {
    await Promise.all([
      openSecretFiles(folder).set(ONE, ORIGIN, 'one'),
      openSecretFiles(folder).set(OTHER, ORIGIN, 'other'),
    ]);

    expect(await openSecretFiles(folder).get(ONE, ORIGIN)).toBe('one');
    expect(await openSecretFiles(folder).get(OTHER, ORIGIN)).toBe('other');
  });

  it.each(['../../escape', 'a/b', '..', 'C:\\x', 'ünï-\u{1f511}', 'x'.repeat(200)])(
    'keeps the secret of the id %s inside its folder',
    async (id) => {
      const connection = ConnectionId.parse(id);

      await openSecretFiles(folder).set(connection, ORIGIN, 'inside');

      expect(readdirSync(folder)).toHaveLength(1);
      expect(await openSecretFiles(folder).get(connection, ORIGIN)).toBe('inside');
    },
  );

  it.skipIf(process.platform === 'win32')('refuses a file that others can read', async () => {
    const secrets = openSecretFiles(folder);
    await secrets.set(ONE, ORIGIN, 'secret');
    const file = join(folder, readdirSync(folder)[0] ?? '');
    chmodSync(file, 0o644);

    await expect(secrets.get(ONE, ORIGIN)).rejects.toMatchObject({ code: 'FORBIDDEN', where: file });
    expect(readFileSync(file, 'utf8')).toContain('secret');
    await secrets.set(ONE, ORIGIN, 'renewed');
    expect(await secrets.get(ONE, ORIGIN)).toBe('renewed');
  });

  it('says where it keeps them, and that they are not encrypted', () => {
    expect(openSecretFiles(folder).keptIn).toMatch(/0600, not encrypted/);
  });
});
