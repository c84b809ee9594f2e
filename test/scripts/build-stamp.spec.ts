import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildStamped, readStamps } from '../../scripts/build-stamp.ts';
import { testFolder } from '../support/core.ts';

const done = async () => undefined;

describe('scripts/build-stamp', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = testFolder();
    file = path.join(folder, 'dist', '.built.json');
  });
  afterEach(() => fs.rmSync(folder, { recursive: true }));

  it('remembers what each part was built from', async () => {
    await buildStamped(file, { name: 'node', hash: 'a' }, done);
    await buildStamped(file, { name: 'renderer', hash: 'b' }, done);
    await buildStamped(file, { name: 'node', hash: 'c' }, done);

    expect(readStamps(file)).toEqual({ node: 'c', renderer: 'b' });
    expect(fs.readdirSync(path.dirname(file))).toEqual(['.built.json']);
  });

  it('takes a part whose build broke off for built from nothing, and leaves the others', async () => {
    await buildStamped(file, { name: 'node', hash: 'a' }, done);
    await buildStamped(file, { name: 'renderer', hash: 'b' }, done);

    const broken = buildStamped(file, { name: 'node', hash: 'c' }, () => Promise.reject(new Error('a typing error')));

    await expect(broken).rejects.toThrow('a typing error');
    expect(readStamps(file)).toEqual({ renderer: 'b' });
  });

  it('knows of no part where nothing was built, or the file cannot be read', () => {
    expect(readStamps(file)).toEqual({});
    fs.mkdirSync(path.dirname(file));
    fs.writeFileSync(file, '{"node": "a');

    expect(readStamps(file)).toEqual({});
  });
});
