import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPORT_VARIABLE, type TestOutcome, type TierReport } from '../../../scripts/test/tier-report.ts';

const ROOT = process.cwd();

export interface PlantedRun {
  readonly status: number | null;
  readonly text: string;
  readonly tests: readonly TestOutcome[];
}

/** A new folder inside the project, so that the specs planted in it find the packages. */
export function newPlantedFolder(files: Readonly<Record<string, string>>): string {
  mkdirSync(join(ROOT, 'test-results'), { recursive: true });
  const folder = mkdtempSync(join(ROOT, 'test-results', 'planted-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

/** Runs a test runner over a planted folder and reads what its reporter wrote. */
export function runPlanted(folder: string, script: string, args: readonly string[]): PlantedRun {
  const report = join(folder, 'report.json');
  const { stdout, status } = spawnSync(process.execPath, [join(ROOT, script), ...args], {
    cwd: ROOT,
    env: { ...process.env, [REPORT_VARIABLE]: report },
    encoding: 'utf8',
  });
  return { status, text: stdout, tests: (JSON.parse(readFileSync(report, 'utf8')) as TierReport).tests };
}

/** The outcome of the test whose name holds the words. */
export function outcomeNamed(run: PlantedRun, words: string): TestOutcome | undefined {
  return run.tests.find((test) => test.name.includes(words));
}
