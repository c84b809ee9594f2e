import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { runTier } from './test/run-tier.ts';
import { countAll, countTier, failureText, summaryText } from './test/summary.ts';
import type { TierResult } from './test/tier-report.ts';
import { pickTiers, type Tier } from './test/tiers.ts';

const FOLDERS = { reports: 'test-results/reports', notes: 'test-results/tier-notes' };

const USAGE = `npm test [-- [tier...] [--bail]]
  Builds what is stale, runs the tiers (all, or those named) and closes with a summary of each.
  tiers: unit, contract, integration, recorded, browser
  --bail  stop at the first failure`;

function buildStale(): TierResult | null {
  const started = performance.now();
  const { status } = spawnSync(process.execPath, ['scripts/run.mjs', 'build'], { stdio: ['ignore', 2, 2] });
  if (status === 0) return null;
  const crash = `npm run build ended with exit code ${status}; see above`;
  return { tier: 'build', report: null, notRun: null, crash, notes: [], milliseconds: performance.now() - started };
}

async function runTiers(tiers: readonly Tier[], bail: boolean): Promise<readonly TierResult[]> {
  const broken = buildStale();
  if (broken) return [broken];
  const results: TierResult[] = [];
  for (const tier of tiers) {
    console.log(`\n${tier.name}`);
    const result = await runTier(tier, FOLDERS, { bail });
    results.push(result);
    if (bail && countTier(result).failed > 0) break;
  }
  return results;
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    args: process.argv.slice(2),
    options: { bail: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const tiers = pickTiers(positionals);
  rmSync('test-results', { recursive: true, force: true });
  for (const folder of Object.values(FOLDERS)) mkdirSync(folder, { recursive: true });
  const results = await runTiers(tiers, values.bail);
  const failures = failureText(results);
  if (failures !== '') console.log(`\n${failures}`);
  console.log(`\n${summaryText(results)}`);
  return countAll(results).failed > 0 ? 1 : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(USAGE);
  process.exitCode = 2;
}
