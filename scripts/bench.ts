import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Bench } from '../test/bench/context.ts';
import { describeMachine } from '../test/bench/machine.ts';
import type { Row } from '../test/bench/row.ts';
import { tableText } from '../test/bench/table.ts';
import { createWorkspaces } from '../test/bench/workspaces.ts';

/** Each is loaded only when it is run: some bring a browser or a bundler. */
const BENCHES: Readonly<Record<string, () => Promise<Bench>>> = {
  write: async () => (await import('../test/bench/write-path.ts')).benchWritePath,
  sync: async () => (await import('../test/bench/end-to-end.ts')).benchEndToEnd,
  queries: async () => (await import('../test/bench/queries.ts')).benchQueries,
  journal: async () => (await import('../test/bench/journal.ts')).benchJournal,
  forecast: async () => (await import('../test/bench/forecast.ts')).benchForecast,
  timeline: async () => (await import('../test/bench/timeline/run.ts')).benchTimeline,
  start: async () => (await import('../test/bench/start.ts')).benchStart,
  conflicts: async () => (await import('../test/bench/conflicts.ts')).benchConflicts,
};

const HELP = `Usage: npm run bench -- [--smoke] [--json] [--strict] [--only NAME]... [--sizes N,N]

Measures Signalbox beside a reference in the same run and prints a table; ${Object.keys(BENCHES).join(', ')}.

  --smoke        small sizes and few repetitions, under three minutes
  --json         the figures as JSON on stdout instead of the table
  --strict       ends with an error when a bar is missed
  --only NAME    only this bench; may be given again
  --sizes N,N    other sizes than 10000,100000,1000000`;

const FULL = [10_000, 100_000, 1_000_000];
const SMOKE = [10_000];

export interface BenchArguments {
  readonly help: boolean;
  readonly smoke: boolean;
  readonly json: boolean;
  readonly strict: boolean;
  readonly only: readonly string[];
  readonly sizes: readonly number[];
}

/** Reads the command line; throws a sentence for people where a word of it makes no sense. */
export function readOptions(words: readonly string[]): BenchArguments {
  const { values } = parseArgs({
    args: [...words],
    options: {
      help: { type: 'boolean', short: 'h', default: false },
      smoke: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      strict: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: [] },
      sizes: { type: 'string' },
    },
  });
  const unknown = values.only.find((name) => !Object.hasOwn(BENCHES, name));
  if (unknown !== undefined)
    throw new Error(`There is no bench ${unknown}; there are ${Object.keys(BENCHES).join(', ')}.`);
  const sizes = values.sizes?.split(',').map(Number) ?? (values.smoke ? SMOKE : FULL);
  if (sizes.some((size) => !Number.isInteger(size) || size < 1))
    throw new Error('--sizes takes whole numbers, such as 10000,50000.');
  return { ...values, sizes };
}

function tell(line: string): void {
  console.error(`bench: ${line}`);
}

async function runAll(options: BenchArguments, folder: string): Promise<readonly Row[]> {
  const names = options.only.length > 0 ? options.only : Object.keys(BENCHES);
  const context = {
    smoke: options.smoke,
    sizes: options.sizes,
    folder,
    workspace: createWorkspaces(folder, tell),
    tell,
  };
  const rows: Row[] = [];
  for (const name of names) {
    tell(name);
    const bench = await BENCHES[name]?.();
    const started = performance.now();
    if (bench !== undefined) rows.push(...(await bench(context)));
    tell(`${name} took ${((performance.now() - started) / 1_000).toFixed(0)} s`);
  }
  return rows;
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options.help) {
    console.log(HELP);
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'signalbox-bench-'));
  const clean = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', clean);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
  const rows = await runAll(options, folder);
  const machine = describeMachine();
  console.log(options.json ? JSON.stringify({ machine, rows }, null, 2) : tableText(machine, rows));
  const missed = rows.filter(({ bar }) => bar?.ok === false);
  if (missed.length > 0) tell(`${missed.length} of ${rows.filter(({ bar }) => bar !== undefined).length} bars missed`);
  if (options.strict && missed.length > 0) process.exitCode = 1;
}

if (process.argv[1] === 'bench') {
  await main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  });
}
