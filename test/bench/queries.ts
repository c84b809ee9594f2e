import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Core, openCore } from '../../electron/core/core.ts';
import { systemEnv } from '../../electron/core/env.ts';
import type { ReleaseId } from '../../shared/model/ids.ts';
import type { Day } from '../../shared/model/time.ts';
import { testHost } from '../support/core.ts';
import type { BenchContext, BenchWorkspace } from './context.ts';
import { interactiveQuestions, type Question, questionRandom } from './interactive.ts';
import { median, quantile, settle, spread } from './measure.ts';
import type { Row } from './row.ts';
import { serveEnterprise } from './served.ts';
import { benchNow } from './workspaces.ts';

const BAR_MS = 50;

interface Timings {
  /** Milliseconds of every call. */
  readonly all: number[];
  /** The median of each round. */
  readonly rounds: number[];
}

type ByQuestion = ReadonlyMap<string, Timings>;

async function askRound(
  core: Core,
  questions: readonly Question[],
  round: number,
  into: ByQuestion,
  calls: number,
): Promise<void> {
  const random = questionRandom(round);
  for (const { name, ask } of questions) {
    const times: number[] = [];
    for (let call = 0; call < calls; call += 1) {
      const started = performance.now();
      await ask(core.client, random);
      times.push(performance.now() - started);
      // A person does not ask without pause: the event loop and the sync thread get their turn.
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    into.get(name)?.all.push(...times);
    into.get(name)?.rounds.push(median(times));
  }
}

function emptyTimings(questions: readonly Question[]): ByQuestion {
  return new Map(questions.map(({ name }) => [name, { all: [], rounds: [] }]));
}

async function boardedReleases(core: Core, workspace: BenchWorkspace): Promise<readonly ReleaseId[]> {
  const from = new Date(workspace.enterprise.to - 25 * 86_400_000).toISOString().slice(0, 10) as Day;
  const to = new Date(workspace.enterprise.to + 50 * 86_400_000).toISOString().slice(0, 10) as Day;
  const { lanes } = await core.client.calendar.range({ from, to, trainIds: null });
  return lanes.flatMap(({ releases }) => releases.map(({ id }) => id));
}

interface Load {
  /** Facts that the sync wrote while the questions were asked. */
  readonly written: number;
}

/** Asks everything while a sync of another enterprise writes into the same workspace from its own thread. */
async function askDuringSync(
  core: Core,
  context: BenchContext,
  ask: (round: number) => Promise<void>,
  rounds: number,
): Promise<Load> {
  const served = await serveEnterprise({ facts: context.smoke ? 20_000 : 400_000, seed: 9, to: benchNow() });
  try {
    const { id } = await core.client.connections.add({ ...served.github, name: 'Syncing meanwhile' });
    await core.client.sync.start({ connectionId: id });
    await rowsOfRun(core, id, (rows) => rows > 500);
    const before = await rowsOfRun(core, id);
    for (let round = 0; round < rounds; round += 1) await ask(round);
    const after = await rowsOfRun(core, id);
    await core.client.sync.cancel({ connectionId: id });
    await rowsOfRun(core, id, (_rows, state) => state !== 'running');
    return { written: after - before };
  } finally {
    await served.close();
  }
}

/** Rows that the connection's latest run has written; waits until `enough`. */
async function rowsOfRun(
  core: Core,
  connectionId: Parameters<Core['client']['sync']['cancel']>[0]['connectionId'],
  enough: (rows: number, state: string) => boolean = () => true,
): Promise<number> {
  for (let look = 0; look < 1_200; look += 1) {
    const [run] = await core.client.sync.runs({ connectionId, limit: 1 });
    const rows = Object.values(run?.rows ?? {}).reduce((left, right) => left + right, 0);
    if (run !== undefined && enough(rows, run.state)) return rows;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the sync that should write meanwhile did not');
}

function rowOf(size: number, name: string, busy: Timings, quiet: Timings): Row {
  const p95 = quantile(busy.all, 0.95);
  const reference = { name: 'the same without a sync', median: median(quiet.all) };
  return {
    name: `query: ${name}`,
    size,
    unit: 'ms',
    median: median(busy.all),
    p95,
    spread: spread(busy.rounds),
    reference,
    ratio: reference.median / median(busy.all),
    bar: { text: `p95 < ${BAR_MS} ms`, ok: p95 < BAR_MS },
  };
}

async function benchSize(context: BenchContext, size: number): Promise<readonly Row[]> {
  const workspace = await context.workspace(size);
  const file = join(context.folder, `queries-${size}.signalbox`);
  copyFileSync(workspace.file, file);
  const core = await openCore({
    file,
    mode: 'write',
    env: systemEnv(),
    host: testHost(),
    schedule: false,
    actor: 'Ada',
  });
  try {
    const questions = interactiveQuestions(workspace, await boardedReleases(core, workspace));
    const [calls, rounds] = context.smoke ? [10, 1] : [25, 4];
    const quiet = emptyTimings(questions);
    const busy = emptyTimings(questions);
    // The first round is for the caches: a screen is seldom the first that was ever opened.
    await askRound(core, questions, 99, emptyTimings(questions), 3);
    settle();
    for (let round = 0; round < rounds; round += 1) await askRound(core, questions, round, quiet, calls);
    const { written } = await askDuringSync(
      core,
      context,
      (round) => askRound(core, questions, round, busy, calls),
      rounds,
    );
    context.tell(`queries: the sync wrote ${written} facts meanwhile`);
    if (written === 0) throw new Error('no sync was writing while the queries were measured');
    const none: Timings = { all: [], rounds: [] };
    return questions.map(({ name }) => rowOf(size, name, busy.get(name) ?? none, quiet.get(name) ?? none));
  } finally {
    await core.close();
    for (const end of ['', '-wal', '-shm', '-lock']) rmSync(`${file}${end}`, { force: true });
  }
}

/** What screens wait for, asked through the core while a sync writes in its thread. */
export async function benchQueries(context: BenchContext): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const size of context.sizes) {
    context.tell(`queries: ${size} facts`);
    rows.push(...(await benchSize(context, size)));
  }
  return rows;
}
