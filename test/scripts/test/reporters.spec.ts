import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { REPORT_VARIABLE, type TestOutcome, type TierReport } from '../../../scripts/test/tier-report.ts';

const ROOT = process.cwd();
const TIMEOUT = 60_000;
let folder = '';

beforeEach(() => {
  // Inside the project, so that the planted specs find the packages.
  mkdirSync(join(ROOT, 'test-results'), { recursive: true });
  folder = mkdtempSync(join(ROOT, 'test-results', 'planted-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function run(
  script: string,
  args: readonly string[],
): { readonly text: string; readonly tests: readonly TestOutcome[] } {
  const report = join(folder, 'report.json');
  const env = { ...process.env, [REPORT_VARIABLE]: report };
  const { stdout, status } = spawnSync(process.execPath, [join(ROOT, script), ...args], {
    cwd: ROOT,
    env,
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  return { text: stdout, tests: (JSON.parse(readFileSync(report, 'utf8')) as TierReport).tests };
}

function stateOf(tests: readonly TestOutcome[], name: string): TestOutcome | undefined {
  return tests.find((test) => test.name.includes(name));
}

describe('scripts/test/vitest-reporter', () => {
  const PLANTED = `
    import { beforeAll, describe, expect, it } from 'vitest';
    it('holds', () => { expect(1).toBe(1); });
    it('breaks', () => { expect({ a: 1 }).toEqual({ a: 2 }); });
    it('waits', (context) => { context.skip('no runtime here'); });
    it('throws aside', () => { setTimeout(() => { throw new Error('thrown aside'); }, 0); return new Promise((r) => setTimeout(r, 30)); });
    describe('hooked', () => { beforeAll(() => { throw new Error('hook fell'); }); it('never runs', () => {}); });
  `;

  it('writes passes, failures with what differed, reasons, broken files and hooks, and errors aside', {
    timeout: TIMEOUT,
  }, () => {
    writeFileSync(join(folder, 'planted.spec.ts'), PLANTED);
    writeFileSync(join(folder, 'broken.spec.ts'), "import './not-there.ts';");
    writeFileSync(
      join(folder, 'vitest.config.ts'),
      `import { createTierReporter } from '${ROOT}/scripts/test/vitest-reporter.ts';
       export default { test: { include: ['*.spec.ts'], reporters: [createTierReporter(process.env.${REPORT_VARIABLE})] } };`,
    );

    const { tests, text } = run('node_modules/vitest/vitest.mjs', ['run', '--root', folder]);

    expect(stateOf(tests, 'holds')?.state).toBe('passed');
    expect(stateOf(tests, 'breaks')?.errors.join()).toMatch(/"a": 1[\s\S]*planted\.spec\.ts:4/);
    expect(stateOf(tests, 'waits')).toMatchObject({ state: 'skipped', reason: 'no runtime here' });
    expect(stateOf(tests, '(loading the file')?.errors.join()).toContain('not-there');
    expect(stateOf(tests, 'hooked (a hook)')?.errors.join()).toContain('hook fell');
    expect(stateOf(tests, 'an error that no test caught')?.errors.join()).toContain('thrown aside');
    expect(text).toContain('✗ planted.spec.ts: 2 passed, 2 FAILED, 2 skipped');
  });
});

describe('scripts/test/playwright-reporter', () => {
  const PLANTED = `
    import { expect, test } from '@playwright/test';
    test('holds', () => { expect(1).toBe(1); });
    test('breaks', () => { expect(1).toBe(2); });
    test('waits', () => { test.skip(true, 'no runtime here'); });
  `;

  it('writes passes, failures and reasons for skipping', { timeout: TIMEOUT }, () => {
    writeFileSync(join(folder, 'planted.spec.ts'), PLANTED);
    const config = join(folder, 'playwright.config.ts');
    writeFileSync(
      config,
      `export default { testDir: '.', reporter: [['${ROOT}/scripts/test/playwright-reporter.ts']], workers: 1,
        respectGitIgnore: false, outputDir: './out' };`,
    );

    const { tests, text } = run('node_modules/@playwright/test/cli.js', ['test', '--config', config]);

    expect(tests.map((test) => [test.name, test.state, test.reason])).toEqual([
      ['holds', 'passed', null],
      ['breaks', 'failed', null],
      ['waits', 'skipped', 'no runtime here'],
    ]);
    expect(stateOf(tests, 'breaks')?.errors.join()).toContain('toBe');
    expect(text).toContain('waits');
  });
});
