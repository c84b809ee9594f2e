import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'signalbox-run-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function run(version: string, ...words: readonly string[]) {
  const pretend = join(folder, 'pretend.cjs');
  writeFileSync(pretend, `Object.defineProperty(process.versions, 'node', { value: '${version}' });`);
  return spawnSync(process.execPath, ['--require', pretend, 'scripts/run.mjs', ...words], { encoding: 'utf8' });
}

describe('scripts/run', () => {
  it.each(['20.20.2', '22.17.1', '18.19.0'])('refuses Node %s by name, with the remedy', (version) => {
    const { status, stdout, stderr } = run(version, 'check');

    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain(`this is ${version}`);
    expect(stderr).toContain('Install Node 24');
    expect(stderr).toContain('npm ci');
  });

  it.each(['', '../outside', 'a/b', '__proto__'])('runs no script named “%s”', (name) => {
    expect(run(process.versions.node, name).status).toBe(2);
  });

  it('runs the script that was named, with its words', () => {
    const { status, stderr } = run(process.versions.node, 'check', 'no-such-check');

    expect(status).toBe(2);
    expect(stderr).toContain('No check is named so');
  });
});
