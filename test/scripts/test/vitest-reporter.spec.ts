import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newPlantedFolder, outcomeNamed, type PlantedRun, runPlanted } from './planted-run.ts';

const PLANTED = `
  import { beforeAll, describe, expect, it } from 'vitest';
  it('holds', () => { expect(1).toBe(1); });
  it('breaks', () => { expect({ a: 1 }).toEqual({ a: 2 }); });
  it('waits', (context) => { context.skip('no runtime here'); });
  it('throws aside', () => {
    setTimeout(() => { throw new Error('thrown aside'); }, 0);
    return new Promise((resolve) => setTimeout(resolve, 30));
  });
  describe('hooked', () => {
    beforeAll(() => { throw new Error('hook fell'); });
    it('never runs', () => {});
  });
`;
const CONFIG = `
  import { createTierReporter } from '${process.cwd()}/scripts/test/vitest-reporter.ts';
  const reporters = [createTierReporter(process.env.SIGNALBOX_TIER_REPORT)];
  export default { test: { include: ['*.spec.ts'], reporters } };
`;

describe('scripts/test/vitest-reporter', () => {
  let folder = '';
  let run: PlantedRun = { status: null, text: '', tests: [] };

  beforeAll(() => {
    folder = newPlantedFolder({
      'planted.spec.ts': PLANTED,
      'broken.spec.ts': "import './not-there.ts';",
      'vitest.config.ts': CONFIG,
    });
    run = runPlanted(folder, 'node_modules/vitest/vitest.mjs', ['run', '--root', folder]);
  }, 60_000);

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('writes what passed', () => {
    expect(outcomeNamed(run, 'holds')?.state).toBe('passed');
  });

  it('writes what failed, what differed and where', () => {
    expect(outcomeNamed(run, 'breaks')).toMatchObject({ state: 'failed' });
    expect(outcomeNamed(run, 'breaks')?.errors.join()).toMatch(/"a": 1[\s\S]*planted\.spec\.ts:4/);
  });

  it('writes why a test was skipped', () => {
    expect(outcomeNamed(run, 'waits')).toMatchObject({ state: 'skipped', reason: 'no runtime here' });
  });

  it.each([
    ['a file that cannot be loaded', '(loading the file', 'not-there'],
    ['a hook that throws', 'hooked (a hook)', 'hook fell'],
    ['an error outside any test', 'an error that no test caught', 'thrown aside'],
  ])('writes %s as a failure', (_what, name, text) => {
    const outcome = outcomeNamed(run, name);

    expect(outcome?.state).toBe('failed');
    expect(outcome?.errors.join()).toContain(text);
  });

  it('says a line a file', () => {
    expect(run.text).toContain('✗ planted.spec.ts: 2 passed, 2 FAILED, 2 skipped');
    expect(run.status).toBe(1);
  });
});
