import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeAddressFile } from '../../../../electron/hosts/loopback/address-file.ts';
import { testFolder } from '../../../support/core.ts';

const ADDRESS = 'http://127.0.0.1:4321/#token=abc_DEF-1';

describe('electron/hosts/loopback/address-file', () => {
  let folder: string;
  beforeEach(() => {
    folder = testFolder();
  });
  afterEach(() => fs.rmSync(folder, { recursive: true }));

  it('leads to the address, by a name that says nothing of it, for this account alone', () => {
    const file = writeAddressFile(ADDRESS, [folder]);

    expect(path.relative(folder, file.path)).toMatch(/^signalbox-sign-in-[0-9a-f]{12}\.html$/);
    expect(fs.readFileSync(file.path, 'utf8')).toContain(`content="0;url=${ADDRESS}"`);
    if (process.platform !== 'win32') expect(fs.statSync(file.path).mode & 0o777).toBe(0o600);
  });

  it('goes when it is told to, and again', () => {
    const file = writeAddressFile(ADDRESS, [folder]);

    file.remove();
    file.remove();

    expect(fs.readdirSync(folder)).toEqual([]);
  });

  it('takes the next folder where one cannot be written, and says why where none can', () => {
    const missing = path.join(folder, 'missing');

    expect(path.dirname(writeAddressFile(ADDRESS, [missing, folder]).path)).toBe(folder);
    expect(() => writeAddressFile(ADDRESS, [missing])).toThrow(/ENOENT/);
    expect(() => writeAddressFile(ADDRESS, [])).toThrow();
  });
});
