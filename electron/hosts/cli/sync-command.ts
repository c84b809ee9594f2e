import type { SyncProgress } from '../../../shared/contract/sync.ts';
import type { Connection, SyncRun } from '../../../shared/model/connection.ts';
import { Failure } from '../../../shared/model/failure.ts';
import { findConnection, readConnections } from './connections.ts';
import { ExitCode } from './exit-code.ts';
import { type Opened, type SessionOptions, withWorkspace } from './session.ts';
import { plainText, tableText } from './table.ts';
import type { Terminal } from './terminal.ts';

export interface SyncOptions extends SessionOptions {
  readonly connection?: string;
  /** `--from-scratch`: every row again. */
  readonly fromScratch?: boolean;
  readonly json?: boolean;
}

interface Synced {
  readonly connection: string;
  readonly run: SyncRun;
}

async function chosen(opened: Opened, options: SyncOptions): Promise<readonly Connection[]> {
  if (options.connection !== undefined) return [await findConnection(opened, options.connection)];
  const all = (await readConnections(opened)).filter((each) => !each.simulated).map((each) => each.connection);
  if (all.length > 0) return all;
  throw new Failure('NOT_FOUND', 'There is no connection to sync.', {
    where: null,
    remedy: 'Add one by `signalbox connect add`; facts that are simulated have no provider.',
  });
}

function progressLine(name: string, progress: SyncProgress): string {
  const { reading, pages, rows, pending, waitingUntil } = progress;
  const wait =
    waitingUntil === null ? '' : `, waiting as the provider asked until ${new Date(waitingUntil).toISOString()}`;
  return plainText(`${name}: ${reading}, ${pages} pages, ${rows} rows, ${pending} pages known to be left${wait}`);
}

/** Follows the syncs on one line of standard error until told to stop. */
function followProgress(opened: Opened, names: ReadonlyMap<string, string>, terminal: Terminal): () => Promise<void> {
  const { progress } = terminal;
  if (!progress) return async () => {};
  const ending = new AbortController();
  const follow = async () => {
    const events = await opened.core.client.sync.progress({}, { signal: ending.signal });
    for await (const event of events) progress(progressLine(names.get(event.connectionId) ?? '', event));
  };
  // The line is a courtesy: how the sync ended is told by the run itself.
  const following = follow().catch(() => {});
  return async () => {
    ending.abort();
    await following;
    progress('');
  };
}

async function syncOne(
  opened: Opened,
  { id, name }: Connection,
  { fromScratch = false }: SyncOptions,
  terminal: Terminal,
): Promise<Synced> {
  const { sync } = opened.core.client;
  const cancel = () => void sync.cancel({ connectionId: id }).catch(() => {});
  terminal.interrupted.addEventListener('abort', cancel, { once: true });
  try {
    return { connection: name, run: await sync.run({ connectionId: id, trigger: 'cli', fromScratch }) };
  } finally {
    terminal.interrupted.removeEventListener('abort', cancel);
  }
}

function rowsOf(run: SyncRun): number {
  return Object.values(run.rows).reduce((total, count) => total + count, 0);
}

function seconds({ startedAt, finishedAt }: SyncRun): string {
  return finishedAt === null ? '' : `${((finishedAt - startedAt) / 1000).toFixed(1)} s`;
}

async function printForPeople(synced: readonly Synced[], terminal: Terminal): Promise<void> {
  const rows = synced.map(({ connection, run }) => [
    connection,
    run.state,
    run.pages,
    rowsOf(run),
    run.droppedCount,
    seconds(run),
  ]);
  await terminal.out(tableText(['connection', 'ended', 'pages', 'rows', 'dropped', 'time'], rows));
  for (const { connection, run } of synced) {
    for (const { stream, reason, sample } of run.dropped) {
      await terminal.out(plainText(`${connection}: dropped from ${stream}: ${reason}: ${sample}`).concat('\n'));
    }
  }
}

async function tellErrors(synced: readonly Synced[], terminal: Terminal): Promise<void> {
  for (const { connection, run } of synced) {
    if (run.state === 'succeeded') continue;
    const message = run.errorMessage ?? `the sync was ${run.state}; the next one goes on where it stopped`;
    const lines = [`${run.errorCode ?? 'CANCELLED'}: ${connection}: ${message}`];
    if (run.errorRemedy) lines.push(`  remedy: ${run.errorRemedy}`);
    await terminal.err(`${lines.map(plainText).join('\n')}\n`);
  }
}

/** `sync`: every connection in turn, or one; fails unless each one succeeded. */
export async function syncConnections(options: SyncOptions, terminal: Terminal): Promise<ExitCode> {
  const synced = await withWorkspace(options, terminal, { mode: 'write' }, async (opened) => {
    const connections = await chosen(opened, options);
    const names = new Map<string, string>(connections.map((each) => [each.id, each.name]));
    const stop = followProgress(opened, names, terminal);
    const done: Synced[] = [];
    for (const connection of connections) {
      if (terminal.interrupted.aborted) break;
      done.push(await syncOne(opened, connection, options, terminal));
    }
    await stop();
    return done;
  });
  const ok = synced.every(({ run }) => run.state === 'succeeded');
  if (options.json) {
    const runs = synced.map(({ connection, run }) => ({ connection, ...run }));
    await terminal.out(`${JSON.stringify({ ok, runs }, null, 2)}\n`);
  } else await printForPeople(synced, terminal);
  await tellErrors(synced, terminal);
  if (terminal.interrupted.aborted) return ExitCode.interrupted;
  return ok ? ExitCode.ok : ExitCode.failed;
}
