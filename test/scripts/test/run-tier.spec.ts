import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runTier } from '../../../scripts/test/run-tier.ts';
import { countTier } from '../../../scripts/test/summary.ts';
import type { Tier } from '../../../scripts/test/tiers.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'signalbox-tier-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const WRITE = "require('node:fs').writeFileSync(process.env.SIGNALBOX_TIER_REPORT, JSON.stringify({ tests: TESTS }));";

function reportOf(...states: readonly string[]): string {
  const tests = states.map((state) => ({ file: 'a.spec.ts', name: 'a', state, reason: null, errors: [] }));
  return WRITE.replace('TESTS', JSON.stringify(tests));
}

function tierOf(code: string, more: Partial<Tier> = {}): Tier {
  const script = join(folder, 'runner.cjs');
  writeFileSync(script, code);
  return {
    name: 'unit',
    pick: 'unit',
    script,
    args: [],
    bailArg: '-x',
    variables: () => ({}),
    notRun: () => null,
    ...more,
  };
}

function run(tier: Tier, bail = false) {
  return runTier(tier, { reports: folder, notes: folder }, { bail });
}

describe('scripts/test/run-tier', () => {
  it.each([
    ['a good run', reportOf('passed', 'skipped'), { passed: 1, failed: 0, skipped: 1 }, null],
    ['a failed test', `${reportOf('passed', 'failed')} process.exit(1)`, { passed: 1, failed: 1, skipped: 0 }, null],
    [
      'a bad exit although all passed',
      `${reportOf('passed')} process.exit(3)`,
      { passed: 1, failed: 1, skipped: 0 },
      'the runner ended with exit code 3 although no test failed',
    ],
    [
      'no report',
      'process.exit(7)',
      { passed: 0, failed: 1, skipped: 0 },
      'the runner ended with exit code 7, and it wrote no report',
    ],
    [
      'a killed runner',
      "process.kill(process.pid, 'SIGKILL'); setInterval(() => {}, 1000)",
      { passed: 0, failed: 1, skipped: 0 },
      'the runner was ended by SIGKILL, and it wrote no report',
    ],
    ['no test', `${reportOf()} process.exit(1)`, { passed: 0, failed: 1, skipped: 0 }, null],
  ])('tells %s', async (_what, code, counts, crash) => {
    const result = await run(tierOf(code));

    expect(countTier(result)).toEqual(counts);
    expect(result.crash).toBe(crash);
  });

  it('ends a runner that does not end after its report, and says so', async () => {
    const tier = tierOf(`${reportOf('passed')} setInterval(() => {}, 1000)`);

    const result = await runTier(tier, { reports: folder, notes: folder }, { bail: false, graceMs: 500 });

    expect(countTier(result)).toEqual({ passed: 1, failed: 1, skipped: 0 });
    expect(result.crash).toBe('the runner wrote its report and did not end: a test left something running');
  });

  it('does not start a tier that is rightly not run', async () => {
    const result = await run(tierOf('process.exit(9)', { notRun: () => 'no data' }));

    expect(result).toMatchObject({ notRun: 'no data', crash: null, report: null });
  });

  it('tells what the tier needs and cannot have', async () => {
    const needy = tierOf('', {
      variables: () => {
        throw new Error('Chromium could not be had. Run this once');
      },
    });

    const result = await run(needy);

    expect(result.crash).toBe('Chromium could not be had. Run this once');
  });

  it('collects the notes of its own tier, each once', async () => {
    writeFileSync(join(folder, 'b.json'), JSON.stringify({ tier: 'unit', note: 'the stand-in ran' }));
    writeFileSync(join(folder, 'c.json'), JSON.stringify({ tier: 'unit', note: 'the stand-in ran' }));
    writeFileSync(join(folder, 'd.json'), JSON.stringify({ tier: 'browser', note: 'another' }));

    const result = await runTier(tierOf(reportOf('passed')), { reports: tmpdir(), notes: folder }, { bail: false });

    expect(result.notes).toEqual(['the stand-in ran']);
  });

  it('passes its zone and --bail on', async () => {
    const code = `if (process.env.TZ !== 'Pacific/Auckland' || process.argv[2] !== '-x') process.exit(4); ${reportOf('passed')}`;

    const result = await run(tierOf(code, { variables: () => ({ TZ: 'Pacific/Auckland' }) }), true);

    expect(result.crash).toBeNull();
  });
});
