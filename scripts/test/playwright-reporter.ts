import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { Reporter, Suite, TestCase, TestError } from '@playwright/test/reporter';
import { REPORT_VARIABLE, type TestOutcome, type TierReport } from './tier-report.ts';

const STYLE_CODES = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');

function describe(error: TestError): string {
  const text = error.stack ?? error.message ?? String(error.value ?? 'no message');
  return `${text}\n${error.snippet ?? ''}`.replace(STYLE_CODES, '').trimEnd();
}

function outcomeOf(test: TestCase): TestOutcome {
  const [, , , ...titles] = test.titlePath();
  const base = { file: relative(process.cwd(), test.location.file), name: titles.join(' › ') };
  const outcome = test.outcome();
  if (outcome === 'expected') return { ...base, state: 'passed', reason: null, errors: [] };
  if (outcome === 'skipped') {
    const said = test.annotations.find((each) => each.type === 'skip' || each.type === 'fixme');
    return { ...base, state: 'skipped', reason: said?.description ?? null, errors: [] };
  }
  const errors = test.results.flatMap((result) => result.errors.map(describe));
  const verdict = outcome === 'flaky' ? 'It passed only when tried again.' : 'It ended otherwise than expected.';
  return { ...base, state: 'failed', reason: null, errors: errors.length > 0 ? errors : [verdict] };
}

/** A Playwright reporter that says a line a test as it ends and writes the tier's report when all have. */
class TierReporter implements Reporter {
  private root: Suite | null = null;
  private readonly outside: TestOutcome[] = [];

  printsToStdio(): boolean {
    return true;
  }

  onBegin(_config: unknown, suite: Suite): void {
    this.root = suite;
  }

  onTestEnd(test: TestCase): void {
    const { file, name, state, reason } = outcomeOf(test);
    const mark = { passed: '✓', failed: '✗', skipped: '-' }[state];
    const time = test.results.at(-1)?.duration ?? 0;
    const why = state === 'skipped' ? `: ${reason ?? 'no reason stated'}` : '';
    process.stdout.write(`  ${mark} ${file} ${name} (${Math.round(time)} ms)${why}\n`);
  }

  onError(error: TestError): void {
    const file = error.location ? relative(process.cwd(), error.location.file) : '(outside any file)';
    const name = 'an error outside any test';
    this.outside.push({ file, name, state: 'failed', reason: null, errors: [describe(error)] });
  }

  onEnd(): void {
    const reportFile = process.env[REPORT_VARIABLE];
    if (!reportFile) return;
    const report: TierReport = { tests: [...(this.root?.allTests() ?? []).map(outcomeOf), ...this.outside] };
    writeFileSync(reportFile, JSON.stringify(report));
  }
}

export { TierReporter as default };
