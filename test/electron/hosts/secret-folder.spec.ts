import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isMissing, secretFileOf, secretFolder, writeSecretFile } from '../../../electron/hosts/secret-folder.ts';
import { ConnectionId } from '../../../shared/model/ids.ts';
import { testFolder } from '../../support/core.ts';

const ID = ConnectionId.parse('../connection');

describe('electron/hosts/secret-folder', () => {
  let own: string;
  let file: string;
  beforeEach(() => {
    own = testFolder();
    file = secretFileOf(secretFolder(own), ID, 'secret');
  });
  afterEach(() => fs.rmSync(own, { recursive: true, force: true }));

  it('names a file by nothing of the connection, and each kind of file apart', () => {
    const sealed = secretFileOf(secretFolder(own), ID, 'sealed');

    expect(path.relative(own, file)).toMatch(/^secrets.[0-9a-f]{40}\.secret$/);
    expect(sealed).toBe(file.replace(/secret$/, 'sealed'));
  });

  it.skipIf(process.platform === 'win32')(
    'lets no other account read what it writes, nor what is in the way',
    async () => {
      fs.mkdirSync(path.dirname(file), { mode: 0o755 });

      await writeSecretFile(file, Buffer.from([1, 255]));

      expect(fs.statSync(file).mode & 0o777).toBe(0o600);
      expect(fs.statSync(path.dirname(file)).mode & 0o777).toBe(0o700);
      expect([...fs.readFileSync(file)]).toEqual([1, 255]);
    },
  );

  it('leaves the old file, and no draft, where the new one cannot take its place', async () => {
    fs.mkdirSync(path.join(file, 'in the way'), { recursive: true });

    await expect(writeSecretFile(file, 'new')).rejects.toThrow();

    expect(fs.readdirSync(path.dirname(file))).toEqual([path.basename(file)]);
  });

  it('tells a missing file from every other trouble', () => {
    expect([
      isMissing(Object.assign(new Error(), { code: 'ENOENT' })),
      isMissing(new Error()),
      isMissing(null),
    ]).toEqual([true, false, false]);
  });
});
