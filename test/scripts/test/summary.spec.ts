import { describe, expect, it } from 'vitest';
import { countAll, failureText, lastLine, summaryText } from '../../../scripts/test/summary.ts';
import type { TestOutcome, TierResult } from '../../../scripts/test/tier-report.ts';

function outcome(state: TestOutcome['state'], more: Partial<TestOutcome> = {}): TestOutcome {
  return { file: 'test/a.spec.ts', name: 'adds', state, reason: null, errors: [], ...more };
}

function tier(more: Partial<TierResult>): TierResult {
  return { tier: 'unit', report: { tests: [] }, notRun: null, crash: null, notes: [], milliseconds: 1500, ...more };
}

function linesOf(...results: readonly TierResult[]): readonly string[] {
  return summaryText(results).split('\n');
}

describe('scripts/test/summary', () => {
  it('ends with the sum over all tiers, and nothing else on that line', () => {
    const unit = tier({ report: { tests: [outcome('passed'), outcome('passed')] } });
    const browser = tier({ tier: 'browser', report: { tests: [outcome('passed'), outcome('failed')] } });

    const lines = linesOf(unit, browser);

    expect(lines.at(-1)).toBe('3 passed, 1 failed');
  });

  it('says on the last line how many were skipped only if some were', () => {
    expect(lastLine({ passed: 4, failed: 0, skipped: 0 })).toBe('4 passed, 0 failed');
    expect(lastLine({ passed: 4, failed: 0, skipped: 2 })).toBe('4 passed, 0 failed, 2 skipped');
  });

  it('counts and tells each reason for skipping', () => {
    const tests = [
      outcome('passed'),
      outcome('skipped', { reason: 'no Electron runtime' }),
      outcome('skipped', { reason: 'no Electron runtime' }),
      outcome('skipped', { reason: 'runs as root' }),
      outcome('skipped', { name: 'silent' }),
    ];

    const text = summaryText([tier({ report: { tests } })]);

    expect(text).toContain('skipped 2: no Electron runtime');
    expect(text).toContain('skipped 1: runs as root');
    expect(text).toContain('skipped 1: no reason stated: test/a.spec.ts silent');
  });

  it('counts a runner that died as a failure and says how it died', () => {
    const died = tier({ tier: 'browser', report: null, crash: 'the runner was ended by SIGKILL' });

    const lines = linesOf(tier({ report: { tests: [outcome('passed')] } }), died);

    expect(lines).toContain('    crashed: the runner was ended by SIGKILL');
    expect(lines.at(-1)).toBe('1 passed, 1 failed');
  });

  it('counts a tier that ran no test as a failure', () => {
    const lines = linesOf(tier({}));

    expect(lines).toContain('    failed: it ran no test');
    expect(lines.at(-1)).toBe('0 passed, 1 failed');
  });

  it('tells why a tier was not run, without failing for it', () => {
    const absent = tier({ tier: 'recorded', report: null, notRun: 'the data is not on this machine' });

    const lines = linesOf(tier({ report: { tests: [outcome('passed')] } }), absent);

    expect(lines).toContain('  recorded  not run: the data is not on this machine');
    expect(countAll([absent])).toEqual({ passed: 0, failed: 0, skipped: 0 });
  });

  it('tells what a tier wants said', () => {
    const browser = tier({ report: { tests: [outcome('passed')] }, notes: ['Electron: the stand-in ran'] });

    expect(linesOf(browser)).toContain('    Electron: the stand-in ran');
  });

  it('tells each failure with its tier, file, name and what failed', () => {
    const failed = outcome('failed', { errors: ['expected 1 to be 2', 'and again'] });

    const text = failureText([tier({ report: { tests: [outcome('passed'), failed] } })]);

    expect(text).toContain('FAILED [unit] test/a.spec.ts\n  adds\n    expected 1 to be 2');
    expect(text).toContain('and again');
    expect(failureText([tier({ report: { tests: [outcome('passed')] } })])).toBe('');
  });
});
