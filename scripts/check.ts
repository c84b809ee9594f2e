import { execFile } from 'node:child_process';
import { CHECKS, type Check } from './check/checks.ts';

interface Outcome {
  readonly check: Check;
  readonly failed: boolean;
  readonly text: string;
  readonly seconds: string;
}

const AT_ONCE = 2;

function run(check: Check): Promise<Outcome> {
  const started = performance.now();
  return new Promise((resolve) => {
    const env = { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1' };
    const options = { env, maxBuffer: 64 * 1024 * 1024 };
    execFile(process.execPath, [check.script, ...check.args], options, (error, stdout, stderr) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      resolve({ check, failed: error !== null, text: `${stdout}${stderr}`.trim(), seconds });
    });
  });
}

function tell({ check, failed, text, seconds }: Outcome): void {
  console.log(`${failed ? '✗' : '✓'} ${check.name.padEnd(24)} ${seconds.padStart(5)} s  ${check.holds}`);
  if (failed) console.log(`${text.replaceAll(/^/gm, '    ')}\n`);
}

/** Runs the checks two at a time and tells each as it ends. */
async function runAll(checks: readonly Check[]): Promise<readonly Outcome[]> {
  const waiting = [...checks];
  const outcomes: Outcome[] = [];
  const work = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const outcome = await run(check);
      tell(outcome);
      outcomes.push(outcome);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return outcomes;
}

const words = process.argv.slice(2);
const chosen = CHECKS.filter((check) => words.length === 0 || words.some((word) => check.name.includes(word)));
if (chosen.length === 0) {
  console.error(`No check is named so. There are:\n${CHECKS.map((check) => `  ${check.name}`).join('\n')}`);
  process.exitCode = 2;
} else {
  const outcomes = await runAll(chosen);
  const failed = outcomes.filter((outcome) => outcome.failed);
  console.log(`\ncheck: ${outcomes.length - failed.length} clean, ${failed.length} not`);
  if (failed.length > 0) console.log(`not clean: ${failed.map((outcome) => outcome.check.name).join(', ')}`);
  process.exitCode = failed.length > 0 ? 1 : 0;
}
