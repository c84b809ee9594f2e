import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'signalbox-bin-'));
  mkdirSync(join(root, 'bin'));
  mkdirSync(join(root, 'scripts'));
  for (const path of ['bin/signalbox.mjs', 'scripts/node-version.mjs', 'package.json'])
    copyFileSync(path, join(root, path));
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function write(path: string, text: string, ageSeconds = 0): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
  const at = 1_750_000_000 - ageSeconds;
  utimesSync(join(root, path), at, at);
}

/** Starts the door; `version` has it believe that it runs under another Node. */
function open(version?: string) {
  const pretend = join(root, 'pretend.cjs');
  writeFileSync(pretend, `Object.defineProperty(process.versions, 'node', { value: '${version}' });`);
  const before = version === undefined ? [] : ['--require', pretend];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...before, join(root, 'bin', 'signalbox.mjs'), 'one', 'two words'],
    { encoding: 'utf8' },
  );
  return { status, out: stdout, err: stderr };
}

const TELL = "console.log(import.meta.url.endsWith('.ts') ? 'source' : 'built', ...process.argv.slice(2));";

describe('bin/signalbox.mjs', () => {
  it('loads what was built', () => {
    write('dist/cli/cli.js', TELL);

    expect(open()).toEqual({ status: 0, out: 'built one two words\n', err: '' });
  });

  it('loads the sources where they are newer than what was built, or nothing was', () => {
    write('shared/a.ts', 'export const a = 1;');
    write('electron/hosts/cli/main.ts', TELL);
    expect(open().out).toBe('source one two words\n');

    write('dist/cli/cli.js', TELL, 60);
    expect(open().out).toBe('source one two words\n');

    write('dist/cli/cli.js', TELL, -60);
    expect(open().out).toBe('built one two words\n');
  });

  it('says what to do where there is nothing to load', () => {
    const { status, out, err } = open();

    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err).toContain('npm run build');
  });

  it.each(['20.20.2', '22.17.9', '18.0.0'])('refuses Node %s by name, with the remedy', (version) => {
    write('dist/cli/cli.js', TELL);

    const { status, out, err } = open(version);

    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err).toContain(`this is ${version}`);
    expect(err).toContain('Install Node 24');
  });

  it.skipIf(process.platform === 'win32')('runs under the Node of its own package where that is too old', () => {
    write('dist/cli/cli.js', `${TELL} process.exitCode = 7;`);
    mkdirSync(join(root, 'node_modules', '.bin'), { recursive: true });
    symlinkSync(process.execPath, join(root, 'node_modules', '.bin', 'node'));

    expect(open('20.20.2')).toEqual({ status: 7, out: 'built one two words\n', err: '' });
  });

  it.skipIf(process.platform === 'win32')('ends as the program did that a signal ended', () => {
    write('dist/cli/cli.js', "process.kill(process.pid, 'SIGSEGV'); setTimeout(() => {}, 5_000);");
    mkdirSync(join(root, 'node_modules', '.bin'), { recursive: true });
    symlinkSync(process.execPath, join(root, 'node_modules', '.bin', 'node'));

    expect(open('20.20.2').status).toBe(128 + constants.signals.SIGSEGV);
  });
});
