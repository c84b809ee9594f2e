import type { Logger } from 'pino';
import type { SyncProgress } from '../../../shared/contract/sync.ts';
import type { Connection, SyncRun } from '../../../shared/model/connection.ts';
import type { Env } from '../../../shared/model/env.ts';
import { Failure } from '../../../shared/model/failure.ts';
import type { ConnectionId } from '../../../shared/model/ids.ts';
import type { ChangeBus } from '../change-bus.ts';
import type { WriteDb } from '../db/database.ts';
import { readDecisions } from '../db/decisions.ts';
import { factKindNames } from '../db/fact-tables.ts';
import { connectionOf } from '../db/repositories/connections.ts';
import { markInterruptedRuns } from '../db/repositories/sync-run-log.ts';
import { readSyncRuns } from '../db/repositories/sync-runs.ts';
import { sql } from '../db/sql.ts';
import type { SecretStore } from '../host-services.ts';
import type { SyncDesk } from '../sync-desk.ts';
import type { FromSyncWorker } from './messages.ts';
import { createProgressBoard } from './progress-board.ts';
import type { Remapped } from './remap.ts';
import { createScheduler, type SetTimer, systemTimer } from './scheduler.ts';
import { createSyncThread } from './sync-thread.ts';

/** The schedule looks at so many runs to see how many failed in a row. */
const RUNS_LOOKED_AT = 12;

export interface SyncDeskOptions {
  /** The core's own connection to the workspace. */
  readonly db: WriteDb;
  readonly file: string;
  readonly env: Env;
  readonly secrets: SecretStore;
  readonly changes: ChangeBus;
  readonly log: Logger;
  /** Whether syncs start by their schedule. */
  readonly schedule: boolean;
  /** Nothing is written, not even what a dead process left running. */
  readonly readOnly?: boolean | undefined;
  readonly workerUrl?: URL | undefined;
  readonly setTimer?: SetTimer | undefined;
}

interface Running {
  readonly runId: string;
  readonly done: PromiseWithResolvers<void>;
  /** It was told to the thread, which can therefore be told to stop it. */
  told: boolean;
  cancelled: boolean;
}

type Call = PromiseWithResolvers<Remapped>;

function busy(): Failure {
  return new Failure('CONFLICT', 'This connection is syncing just now.', {
    where: 'connection',
    remedy: 'Wait until it has finished, or stop it.',
  });
}

function closing(): Failure {
  return new Failure('UNAVAILABLE', 'The workspace is being closed.', { where: null, remedy: 'Open it again.' });
}

function lost(): Failure {
  return new Failure('INTERNAL', 'The sync thread ended unexpectedly.', {
    where: null,
    remedy: 'Try again; what had been written is kept. The log file says more.',
  });
}

function beginning(connection: Connection, runId: string): SyncProgress {
  const { id: connectionId, name: reading } = connection;
  return { connectionId, runId, state: 'running', reading, pages: 0, rows: 0, pending: 0, waitingUntil: null };
}

/** Everything about syncing that the services ask for: starts and follows runs in the sync thread, and keeps the schedule. */
export function createSyncDesk(options: SyncDeskOptions): SyncDesk {
  const { db, env, changes, log, secrets } = options;
  const running = new Map<ConnectionId, Running>();
  const calls = new Map<string, Call>();
  /** The last rebuilding of each connection's facts; it never rejects. */
  const remapping = new Map<ConnectionId, Promise<unknown>>();
  const board = createProgressBoard();
  let closed = false;
  if (options.readOnly !== true) db.transaction(() => markInterruptedRuns(db, env.now()));

  const thread = createSyncThread({ file: options.file, workerUrl: options.workerUrl, onMessage: hear, onLost: lose });
  const scheduler = createScheduler({
    env,
    setTimer: options.setTimer ?? systemTimer,
    connections: () => readDecisions(db, 'connection', sql`ORDER BY id`),
    runs: (id) => readSyncRuns(db, id, RUNS_LOOKED_AT),
    isRunning: (id) => running.has(id),
    start: (id) => {
      start(id, 'schedule').catch((error: unknown) => log.error({ err: error }, 'a scheduled sync could not start'));
    },
  });

  function restIfIdle(): void {
    if (running.size === 0 && calls.size === 0) thread.rest();
  }

  function end(connectionId: ConnectionId, runId: string): void {
    const ended = running.get(connectionId);
    if (ended?.runId !== runId) return;
    running.delete(connectionId);
    board.finish(connectionId);
    changes.publish(['sync-run']);
    ended.done.resolve();
    restIfIdle();
    if (options.schedule) scheduler.refresh();
  }

  function answer(callId: string, settle: (call: Call) => void): void {
    const call = calls.get(callId);
    if (call === undefined) return;
    calls.delete(callId);
    settle(call);
    restIfIdle();
  }

  function hear(message: FromSyncWorker): void {
    switch (message.type) {
      case 'progress':
        if (running.has(message.progress.connectionId)) board.show(message.progress);
        return;
      case 'written':
        changes.publish([...message.kinds, 'sync-run']);
        return;
      case 'finished':
        end(message.run.connectionId, message.run.id);
        return;
      case 'remapped':
        answer(message.callId, (call) => call.resolve(message.result));
        return;
      case 'remap-failed': {
        const { code, message: text, where, remedy } = message.failure;
        answer(message.callId, (call) => call.reject(new Failure(code, text, { where, remedy })));
        return;
      }
      case 'log':
        log.info({ sync: JSON.parse(message.line) as unknown }, 'sync');
    }
  }

  function lose(error: unknown): void {
    log.error({ err: error }, 'the sync thread ended');
    db.transaction(() => markInterruptedRuns(db, env.now()));
    for (const [connectionId, { runId }] of [...running]) end(connectionId, runId);
    for (const callId of [...calls.keys()]) answer(callId, (call) => call.reject(lost()));
  }

  async function remapNow(id: ConnectionId): Promise<Remapped> {
    if (closed) throw closing();
    const connection = connectionOf(db, id);
    const callId = env.newId('remap');
    const call: Call = Promise.withResolvers();
    calls.set(callId, call);
    thread.post({ type: 'remap', callId, connection });
    const result = await call.promise;
    changes.publish([...factKindNames, 'connection']);
    return result;
  }

  /** One after the other, each by the rules of its moment. */
  function remap(id: ConnectionId): Promise<Remapped> {
    const mine = (remapping.get(id) ?? Promise.resolve()).then(() => remapNow(id));
    const settled = mine.catch(() => {});
    remapping.set(id, settled);
    void settled.then(() => {
      if (remapping.get(id) === settled) remapping.delete(id);
    });
    return mine;
  }

  async function start(id: ConnectionId, trigger: SyncRun['trigger']): Promise<string> {
    const joined = running.get(id);
    if (joined !== undefined) return joined.runId;
    const connection = connectionOf(db, id);
    const runId = env.newId('sync-run');
    const run: Running = { runId, done: Promise.withResolvers(), told: false, cancelled: false };
    running.set(id, run);
    board.show(beginning(connection, runId));
    try {
      const secret = connection.auth === 'none' ? null : await secrets.get(id);
      await remapping.get(id);
      if (closed) throw closing();
      thread.post({ type: 'run', runId, connection, secret, trigger });
      run.told = true;
      if (run.cancelled) thread.post({ type: 'cancel', runId });
      changes.publish(['sync-run']);
      return runId;
    } catch (error) {
      end(id, runId);
      throw error;
    }
  }

  if (options.schedule) scheduler.refresh();

  return {
    start,
    finished: (runId) => [...running.values()].find((run) => run.runId === runId)?.done.promise ?? Promise.resolve(),
    cancel: (id) => {
      const run = running.get(id);
      if (run === undefined) return;
      run.cancelled = true;
      if (run.told) thread.post({ type: 'cancel', runId: run.runId });
    },
    running: board.running,
    nextRunAt: (id) => (options.schedule ? scheduler.nextRunAt(id) : null),
    setOnline: (online) => {
      if (options.schedule) scheduler.setOnline(online);
    },
    follow: board.follow,
    remap: async (id) => {
      if (running.has(id)) throw busy();
      return { ...(await remap(id)) };
    },
    reschedule: () => {
      if (options.schedule) scheduler.refresh();
    },
    close: async () => {
      closed = true;
      scheduler.close();
      await thread.close();
      board.close();
      for (const run of running.values()) run.done.resolve();
      for (const call of calls.values()) call.reject(lost());
    },
  };
}
