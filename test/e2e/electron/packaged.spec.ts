import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { extractAll, listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from '@playwright/test';
import { launchStandIn } from '../../support/electron-stand-in/launch.ts';
import { writeStubRuntime } from '../../support/stub-runtime.ts';
import { launchOptions, listen, newHome, ROOT } from './app.ts';
import { isolatesThePage, obeysItsPolicy, opensTheWorkspace } from './checks.ts';

/** The packaged application over a stub of the runtime, which cannot be had everywhere. */
let home: string;
let packaged: string;
let archive: string;

test.describe.configure({ mode: 'serial' });
test.skip(process.platform !== 'linux', 'the stub stands for the Linux runtime');

function run(program: string, words: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...words], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (text) => {
        said += String(text);
      });
    }
    child.on('close', (code) => (code === 0 ? resolve(said) : reject(new Error(said))));
  });
}

test.beforeAll(async () => {
  home = newHome();
  const stub = path.join(home, 'stub');
  const output = path.join(home, 'release');
  await writeStubRuntime(stub);
  const program = path.join(ROOT, 'node_modules', 'electron-builder', 'cli.js');
  const where = [`-c.electronDist=${stub}`, `-c.directories.output=${output}`];
  await run(program, ['--linux', 'dir', '--config', 'electron-builder.yml', ...where]);
  packaged = path.join(output, 'linux-unpacked');
  archive = path.join(packaged, 'resources', 'app.asar');
});
test.afterAll(() => fs.rmSync(home, { recursive: true, force: true }));

test('the fuses are set: the program runs this application and nothing else', async () => {
  const fuses = await getCurrentFuseWire(path.join(packaged, 'signalbox'));

  const on = FuseState.ENABLE;
  const off = FuseState.DISABLE;
  expect(fuses).toMatchObject({
    [FuseV1Options.RunAsNode]: off,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: off,
    [FuseV1Options.EnableNodeCliInspectArguments]: off,
    [FuseV1Options.EnableCookieEncryption]: on,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: on,
    [FuseV1Options.OnlyLoadAppFromAsar]: on,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: off,
  });
});

test('the package holds what the application needs, and nothing else', () => {
  const files = listPackage(archive, { isPack: false });

  const packages = new Set(files.map((file) => /^\/node_modules\/([^/]+)/.exec(file)?.[1]).filter(Boolean));
  expect([...packages]).toEqual(['better-sqlite3']);
  expect(files.filter((file) => file.endsWith('.node'))).toEqual([
    `/node_modules/better-sqlite3/prebuilds/linux-${process.arch}.node`,
  ]);
  expect(files.filter((file) => /\.map$|\.ts$|^\/(test|shared|renderer|scripts)\b|\/\.built/.test(file))).toEqual([]);
  expect(files).toEqual(
    expect.arrayContaining([
      '/package.json',
      '/dist/electron/main.js',
      '/dist/electron/preload.cjs',
      '/dist/core/core-entry.js',
      '/dist/core/compute-worker.js',
      '/dist/core/store-worker.js',
      '/dist/core/sync-worker.js',
      '/dist/renderer/index.html',
    ]),
  );
  expect(fs.statSync(archive).size).toBeLessThan(12_000_000);
});

test('what was packaged starts, and opens a workspace', async ({ browser }) => {
  const root = path.join(home, 'application');
  extractAll(archive, root);

  const app = await launchStandIn(browser, launchOptions(home, { root, isPackaged: true }));
  const page = await app.firstWindow();
  const complaints = listen(page);
  await opensTheWorkspace(app, page);
  await isolatesThePage(app, page);
  const roles = await app.evaluate(
    ({ Menu }) => Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items.map(({ label }) => label)),
    null,
  );

  expect(complaints).toEqual([]);
  expect(roles).not.toContain('toggleDevTools');
  await obeysItsPolicy(app, page);
  await app.close();
});
