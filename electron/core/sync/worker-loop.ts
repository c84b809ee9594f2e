import type { SyncProgress } from '../../../shared/contract/sync.ts';
import type { Env } from '../../../shared/model/env.ts';
import type { FactKind } from '../../../shared/model/facts.ts';
import { createLog } from '../connectors/_kit/log.ts';
import type { Wait } from '../connectors/_kit/wait.ts';
import { connectorOf } from '../connectors/registry.ts';
import type { WriteDb } from '../db/database.ts';
import { failureToData } from '../failure-data.ts';
import { asFailure } from './as-failure.ts';
import type { FromSyncWorker, ToSyncWorker } from './messages.ts';
import { keptServer, rememberRules } from './plan-mark.ts';
import { type Remapped, remapConnection } from './remap.ts';
import { createRunTally } from './run-tally.ts';
import { CLOSING, runSync } from './runner.ts';

/** Progress is told at most so often; what is told in between is out of date anyway. */
const PROGRESS_MS = 100;

export interface WorkerLoopOptions {
  readonly db: WriteDb;
  readonly env: Env;
  readonly fetch: typeof fetch;
  readonly wait: Wait;
  readonly post: (message: FromSyncWorker) => void;
}

export interface WorkerLoop {
  readonly receive: (message: ToSyncWorker) => void;
  /** Resolves when nothing runs any more. */
  readonly idle: () => Promise<void>;
}

const NOTHING_KEPT: Remapped = { pages: 0, facts: 0, dropped: 0 };

type Run = Extract<ToSyncWorker, { type: 'run' }>;
type Remap = Extract<ToSyncWorker, { type: 'remap' }>;

/** What the sync thread does with what it is told; several runs go on side by side. */
export function createWorkerLoop({ db, env, fetch, wait, post }: WorkerLoopOptions): WorkerLoop {
  const stops = new Map<string, AbortController>();
  const work = new Set<Promise<void>>();

  function track(task: Promise<void>): void {
    const tracked = task.finally(() => work.delete(tracked));
    work.add(tracked);
  }

  function signalOf(workId: string): AbortSignal {
    const stop = new AbortController();
    stops.set(workId, stop);
    return stop.signal;
  }

  function logFor(secret: string | null) {
    return createLog({ write: (line) => post({ type: 'log', line: line.trimEnd() }) }, [secret]);
  }

  function progressTeller() {
    let toldAt = Number.NEGATIVE_INFINITY;
    let state: SyncProgress['state'] = 'finished';
    return (progress: SyncProgress) => {
      if (progress.state === state && env.now() - toldAt < PROGRESS_MS) return;
      toldAt = env.now();
      state = progress.state;
      post({ type: 'progress', progress });
    };
  }

  async function run({ runId, connection, secret, trigger, fromScratch }: Run, signal: AbortSignal): Promise<void> {
    const log = logFor(secret);
    const startedAt = env.now();
    try {
      const connector = connectorOf(connection.kind);
      const onProgress = progressTeller();
      const onWritten = (kinds: readonly FactKind[]) => post({ type: 'written', kinds });
      const what = { db, connection, connector, secret, runId, trigger, fromScratch };
      const finished = await runSync({ ...what, env, fetch, wait, log, signal, onProgress, onWritten });
      post({ type: 'finished', run: finished });
    } catch (error) {
      const tally = createRunTally({ id: runId, trigger, startedAt, connection });
      post({ type: 'finished', run: tally.ended(env.now(), [asFailure(error, { db, log })]) });
    } finally {
      stops.delete(runId);
    }
  }

  async function remap({ callId, connection }: Remap, signal: AbortSignal): Promise<void> {
    const log = logFor(null);
    try {
      const connector = connectorOf(connection.kind);
      const baseUrl = keptServer(db, connection);
      // Kept pages are read as what they are: answers of the server that they came from.
      const kept = baseUrl === null ? null : { ...connection, baseUrl };
      const result = kept ? await remapConnection(db, { connection: kept, connector, log, signal }) : NOTHING_KEPT;
      db.transaction(() => rememberRules(db, connection));
      post({ type: 'remapped', callId, result });
    } catch (error) {
      post({ type: 'remap-failed', callId, failure: failureToData(asFailure(error, { db, log })) });
    } finally {
      stops.delete(callId);
    }
  }

  return {
    receive: (message) => {
      switch (message.type) {
        case 'run':
          track(run(message, signalOf(message.runId)));
          return;
        case 'cancel':
          stops.get(message.workId)?.abort();
          return;
        case 'remap':
          track(remap(message, signalOf(message.callId)));
          return;
        case 'close':
          for (const stop of stops.values()) stop.abort(CLOSING);
      }
    },
    idle: async () => {
      while (work.size > 0) await Promise.all(work);
    },
  };
}
