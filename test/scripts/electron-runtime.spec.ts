import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findOrFetchElectron, type RuntimeSurroundings } from '../../scripts/electron-runtime.ts';
import { testFolder } from '../support/core.ts';

describe('scripts/electron-runtime', () => {
  let folder: string;
  let told: string[];
  beforeEach(() => {
    folder = testFolder();
    told = [];
  });
  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

  function find(changes: Partial<RuntimeSurroundings> = {}) {
    return findOrFetchElectron({
      packageFolder: folder,
      platform: 'linux',
      variables: { DISPLAY: ':0' },
      uid: 1000,
      limitMs: 20_000,
      tell: (line) => told.push(line),
      ...changes,
    });
  }

  /** The install script of the package, which may do what a test says. */
  function installScript(source: string): void {
    fs.writeFileSync(path.join(folder, 'install.js'), source);
  }
  const INSTALLS = `
    const fs = require('node:fs');
    fs.mkdirSync(__dirname + '/dist');
    fs.writeFileSync(__dirname + '/dist/electron', '');
    fs.writeFileSync(__dirname + '/path.txt', 'electron');
  `;

  it('takes the runtime that is there, and fetches nothing', async () => {
    fs.mkdirSync(path.join(folder, 'dist'));
    fs.writeFileSync(path.join(folder, 'dist', 'electron'), '');
    fs.writeFileSync(path.join(folder, 'path.txt'), 'electron');

    expect(await find()).toEqual({ had: true, file: path.join(folder, 'dist', 'electron') });
    expect(told).toEqual([]);
  });

  it('fetches the runtime by the package’s own script, and says so', async () => {
    installScript(INSTALLS);

    expect(await find()).toEqual({ had: true, file: path.join(folder, 'dist', 'electron') });
    expect(told).toEqual([expect.stringMatching(/^fetching Electron's runtime/)]);
  });

  it.each([
    [
      'offline',
      'console.error("TypeError: fetch failed"); process.exit(1)',
      /could not be reached: offline, or blocked/,
    ],
    [
      'a refusal',
      'console.error("HTTPError: Response code 403 (Forbidden)\\n    at x"); process.exit(1)',
      /Response code 403/,
    ],
    ['silence', 'process.exit(1)', /could not be reached/],
    ['a script that does nothing', '', /could not be reached/],
  ])('says why it could not be had: %s', async (_title, script, why) => {
    installScript(script);

    expect(await find()).toEqual({ had: false, why: expect.stringMatching(why) });
  });

  it('gives up a download that takes too long', async () => {
    installScript('setInterval(() => {}, 1000)');

    expect(await find({ limitMs: 100 })).toEqual({ had: false, why: expect.stringMatching(/took more than/) });
  });

  it.each([
    ['without a display', { variables: {} }, /no display/],
    ['for the root account', { uid: 0 }, /root account/],
  ])('fetches nothing where no window could be shown: %s', async (_title, changes, why) => {
    installScript('throw new Error("must not run")');

    expect(await find(changes)).toEqual({ had: false, why: expect.stringMatching(why) });
    expect(told).toEqual([]);
  });

  it('asks for no display on other systems', async () => {
    installScript(INSTALLS);

    expect(await find({ platform: 'darwin', variables: {}, uid: 501 })).toMatchObject({ had: true });
  });
});
