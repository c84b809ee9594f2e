import type { TestOutcome, TierResult } from './tier-report.ts';

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Counts a tier; a runner that died, and a tier that ran no test, are one failure more. */
export function countTier(result: TierResult): Counts {
  const tests = result.report?.tests ?? [];
  const of = (state: TestOutcome['state']) => tests.filter((test) => test.state === state).length;
  const extra = result.notRun === null && (result.crash !== null || tests.length === 0) ? 1 : 0;
  return { passed: of('passed'), failed: of('failed') + extra, skipped: of('skipped') };
}

/** Adds up all tiers. */
export function countAll(results: readonly TierResult[]): Counts {
  const counts = results.map(countTier);
  const sum = (key: keyof Counts) => counts.reduce((total, each) => total + each[key], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}

/** The very last line: `N passed, N failed`, and how many were skipped if any were. */
export function lastLine(counts: Counts): string {
  const line = `${counts.passed} passed, ${counts.failed} failed`;
  return counts.skipped > 0 ? `${line}, ${counts.skipped} skipped` : line;
}

function indent(text: string): string {
  return text
    .split('\n')
    .map((line) => `    ${line}`.trimEnd())
    .join('\n');
}

/** Every failure of every tier with what is known of it; empty where there is none. */
export function failureText(results: readonly TierResult[]): string {
  return results
    .flatMap((result) =>
      (result.report?.tests ?? [])
        .filter((test) => test.state === 'failed')
        .map((test) => `FAILED [${result.tier}] ${test.file}\n  ${test.name}\n${indent(test.errors.join('\n\n'))}`),
    )
    .join('\n\n');
}

function skipLines(tests: readonly TestOutcome[]): readonly string[] {
  const reasons = new Map<string, number>();
  for (const test of tests) {
    if (test.state !== 'skipped') continue;
    const reason = test.reason ?? `no reason stated: ${test.file} ${test.name}`;
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  return [...reasons].map(([reason, count]) => `    skipped ${count}: ${reason}`);
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

function tierLines(result: TierResult, width: number): readonly string[] {
  const notes = result.notes.map((note) => `    ${note}`);
  const name = `  ${result.tier.padEnd(width)}`;
  if (result.notRun !== null) return [`${name}  not run: ${result.notRun}`, ...notes];
  const { passed, failed, skipped } = countTier(result);
  const cells = [passed, failed, skipped].map((count) => String(count).padStart(7));
  const row = `${name} ${cells.join(' ')} ${seconds(result.milliseconds).padStart(9)}`;
  const tests = result.report?.tests ?? [];
  const crash = result.crash === null ? [] : [`    crashed: ${result.crash.replaceAll('\n', '\n    ')}`];
  const empty = result.crash === null && tests.length === 0 ? ['    failed: it ran no test'] : [];
  return [row, ...crash, ...empty, ...skipLines(tests), ...notes];
}

/** The closing summary: a row a tier, why what was skipped, and the sum as its last line. */
export function summaryText(results: readonly TierResult[]): string {
  const width = Math.max(4, ...results.map((result) => result.tier.length));
  const head = `  ${'tier'.padEnd(width)}  passed  failed skipped      time`;
  const rows = results.flatMap((result) => tierLines(result, width));
  return [head, ...rows, '', lastLine(countAll(results))].join('\n');
}
