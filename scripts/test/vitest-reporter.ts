import { writeFileSync } from 'node:fs';
import type { Reporter, TestCase, TestModule } from 'vitest/node';
import type { TestOutcome, TierReport } from './tier-report.ts';

const STYLE_CODES = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');

type Problem = Readonly<{ message: string; stack?: string; diff?: string }>;

function isOwnFrame(line: string): boolean {
  return /^\s*at /.test(line) && !line.includes('node_modules') && !line.includes('node:');
}

/** What failed in a form that fits a log: the message, the difference, and our own frames of the stack. */
function describe(problem: Problem): string {
  const frames = (problem.stack ?? '').split('\n').filter(isOwnFrame).slice(0, 6);
  const parts = [problem.message, problem.diff ?? '', ...frames].filter((part) => part !== '');
  return parts.join('\n').replace(STYLE_CODES, '');
}

function outcomeOf(test: TestCase): TestOutcome {
  const result = test.result();
  const base = { file: test.module.relativeModuleId, name: test.fullName };
  if (result.state === 'passed') return { ...base, state: 'passed', reason: null, errors: [] };
  if (result.state === 'failed') return { ...base, state: 'failed', reason: null, errors: result.errors.map(describe) };
  if (result.state === 'skipped') return { ...base, state: 'skipped', reason: result.note ?? null, errors: [] };
  return { ...base, state: 'failed', reason: null, errors: ['The test was started and never ended.'] };
}

function failure(file: string, name: string, problems: readonly Problem[]): readonly TestOutcome[] {
  if (problems.length === 0) return [];
  return [{ file, name, state: 'failed', reason: null, errors: problems.map(describe) }];
}

/** The outcomes of a file: its tests, and what failed around them (loading, hooks) as a failure of its own. */
function outcomesOf(module: TestModule): readonly TestOutcome[] {
  const file = module.relativeModuleId;
  const suites = [...module.children.allSuites()];
  return [
    ...[...module.children.allTests()].map(outcomeOf),
    ...failure(file, '(loading the file, or a hook of it)', module.errors()),
    ...suites.flatMap((suite) => failure(file, `${suite.fullName} (a hook)`, suite.errors())),
  ];
}

function progressLine(file: string, outcomes: readonly TestOutcome[], milliseconds: number): string {
  const count = (state: TestOutcome['state']) => outcomes.filter((each) => each.state === state).length;
  const failed = count('failed');
  const skipped = count('skipped');
  const parts = [`${count('passed')} passed`];
  if (failed > 0) parts.push(`${failed} FAILED`);
  if (skipped > 0) parts.push(`${skipped} skipped`);
  return `  ${failed > 0 ? '✗' : '✓'} ${file}: ${parts.join(', ')} (${Math.round(milliseconds)} ms)`;
}

/** A Vitest reporter that says a line a file as it ends and writes the tier's report when all have. */
export function createTierReporter(reportFile: string): Reporter {
  return {
    onTestModuleEnd: (module) => {
      const line = progressLine(module.relativeModuleId, outcomesOf(module), module.diagnostic().duration);
      process.stdout.write(`${line}\n`);
    },
    onTestRunEnd: (modules, unhandled) => {
      const outside = failure('(outside any file)', 'an error that no test caught', unhandled);
      const report: TierReport = { tests: [...modules.flatMap(outcomesOf), ...outside] };
      writeFileSync(reportFile, JSON.stringify(report));
    },
  };
}
