import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newPlantedFolder, outcomeNamed, type PlantedRun, runPlanted } from './planted-run.ts';

const PLANTED = `
  import { expect, test } from '@playwright/test';
  test('holds', () => { expect(1).toBe(1); });
  test('breaks', () => { expect(1).toBe(2); });
  test('waits', () => { test.skip(true, 'no runtime here'); });
`;
const CONFIG = `
  export default {
    testDir: '.',
    outputDir: './out',
    workers: 1,
    respectGitIgnore: false,
    reporter: [['${process.cwd()}/scripts/test/playwright-reporter.ts']],
  };
`;

describe('scripts/test/playwright-reporter', () => {
  let folder = '';
  let run: PlantedRun = { status: null, text: '', tests: [] };

  beforeAll(() => {
    folder = newPlantedFolder({
      'given.spec.ts': PLANTED,
      'broken.spec.ts': "import './not-there.ts';",
      'playwright.config.ts': CONFIG,
    });
    const config = join(folder, 'playwright.config.ts');
    run = runPlanted(folder, 'node_modules/@playwright/test/cli.js', ['test', '--config', config, 'given.spec.ts']);
  }, 60_000);

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('writes passes, failures and reasons for skipping', () => {
    expect(run.tests.map((test) => [test.name, test.state, test.reason])).toEqual([
      ['holds', 'passed', null],
      ['breaks', 'failed', null],
      ['waits', 'skipped', 'no runtime here'],
    ]);
    expect(outcomeNamed(run, 'breaks')?.errors.join()).toContain('toBe');
  });

  it('writes a file that cannot be loaded as a failure', () => {
    const config = join(folder, 'playwright.config.ts');

    const broken = runPlanted(folder, 'node_modules/@playwright/test/cli.js', [
      'test',
      '--config',
      config,
      'broken.spec.ts',
    ]);

    expect(broken.status).toBe(1);
    expect(broken.tests[0]).toMatchObject({ state: 'failed', name: 'an error outside any test' });
    expect(broken.tests[0]?.errors.join()).toContain('not-there');
  }, 60_000);

  it('says a line a test', () => {
    expect(run.text).toMatch(/✓ .*given\.spec\.ts holds/);
    expect(run.text).toMatch(/- .*given\.spec\.ts waits .*: no runtime here/);
    expect(run.status).toBe(1);
  });
});
