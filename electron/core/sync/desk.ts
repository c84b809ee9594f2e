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
import { readSyncRun, readSyncRuns } from '../db/repositories/sync-runs.ts';
import { sql } from '../db/sql.ts';
import { failureFromData } from '../failure-data.ts';
import type { SecretStore } from '../host-services.ts';
import { readSecret } from '../read-secret.ts';
import type { SyncDesk, SyncHow } from '../sync-desk.ts';
import type { FromSyncWorker } from './messages.ts';
import { createNetwork } from './network.ts';
import { createProgressBoard } from './progress-board.ts';
import { relog } from './relog.ts';
import type { Remapped } from './remap.ts';
import { createRunNotes } from './run-notes.ts';
import { createRunTally } from './run-tally.ts';
import { createScheduler, type SetTimer, systemTimer } from './scheduler.ts';
import { createSetbacks } from './setbacks.ts';
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
  readonly start: Pick<SyncRun, 'id' | 'trigger' | 'startedAt'> & { readonly connection: Connection };
  readonly done: PromiseWithResolvers<SyncRun>;
  /** It was told to the thread, which can therefore be told to stop it. */
  told: boolean;
  cancelled: boolean;
}

interface Call {
  readonly connectionId: ConnectionId;
  readonly done: PromiseWithResolvers<Remapped>;
}

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
  /** How the last run of each connection ended: the store may refuse to be told. */
  const lastEnded = new Map<ConnectionId, SyncRun>();
  const calls = new Map<string, Call>();
  /** The last rebuilding of each connection's facts; it never rejects. */
  const remapping = new Map<ConnectionId, Promise<unknown>>();
  const board = createProgressBoard();
  const notes = createRunNotes({ db, env, log });
  const setbacks = createSetbacks(env);
  let closed = false;
  if (options.readOnly !== true) notes.interrupted();

  const thread = createSyncThread({ file: options.file, workerUrl: options.workerUrl, onMessage: hear, onLost: lose });
  const scheduler = createScheduler({
    env,
    setTimer: options.setTimer ?? systemTimer,
    connections: () => readDecisions(db, 'connection', sql`ORDER BY id`),
    runs: (id) => readSyncRuns(db, id, RUNS_LOOKED_AT),
    isRunning: (id) => running.has(id),
    notBefore: setbacks.notBefore,
    start: (id) => {
      start(id, 'schedule').catch((error: unknown) => log.error({ err: error }, 'a scheduled sync could not start'));
    },
    onWaiting: () => changes.publish(['sync-run']),
  });
  const network = createNetwork((online) => {
    if (options.schedule) scheduler.setOnline(online);
  });

  function restIfIdle(): void {
    if (running.size === 0 && calls.size === 0) thread.rest();
  }

  function end(run: SyncRun): void {
    const { id: runId, connectionId, state } = run;
    const ended = running.get(connectionId);
    if (ended?.start.id !== runId) return;
    running.delete(connectionId);
    lastEnded.set(connectionId, run);
    if (state === 'failed') setbacks.failed(connectionId);
    if (state === 'succeeded') setbacks.recovered(connectionId);
    board.finish(connectionId);
    changes.publish(['sync-run']);
    ended.done.resolve(run);
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
        end(message.run);
        return;
      case 'remapped':
        answer(message.callId, (call) => call.done.resolve(message.result));
        return;
      case 'remap-failed': {
        const failure = failureFromData(message.failure);
        answer(message.callId, (call) => call.done.reject(failure));
        return;
      }
      case 'log':
        relog(log, message.line);
    }
  }

  function lose(error: unknown): void {
    log.error({ err: error }, 'the sync thread ended');
    for (const callId of [...calls.keys()]) answer(callId, (call) => call.done.reject(lost()));
    // What was not told yet goes to the next thread.
    for (const run of [...running.values()].filter(({ told }) => told)) void fail(run, lost());
  }

  function interrupted({ start: begun }: Running): SyncRun {
    return createRunTally(begun).ended(env.now(), 'interrupted');
  }

  /** The end of a run, from memory where it could not be written. */
  async function finished(runId: string): Promise<SyncRun | null> {
    const goingOn = [...running.values()].find((run) => run.start.id === runId);
    if (goingOn !== undefined) return goingOn.done.promise;
    const remembered = [...lastEnded.values()].find((run) => run.id === runId);
    return remembered ?? readSyncRun(db, runId) ?? null;
  }

  /** Ends a run that the thread cannot end, with a note of why. */
  async function fail(run: Running, failure: Failure): Promise<void> {
    end(await notes.failed(run.start, failure));
  }

  async function remapNow(id: ConnectionId): Promise<Remapped> {
    if (closed) throw closing();
    const connection = connectionOf(db, id);
    const callId = env.newId('remap');
    const call: Call = { connectionId: id, done: Promise.withResolvers() };
    calls.set(callId, call);
    thread.post({ type: 'remap', callId, connection });
    const result = await call.done.promise;
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

  async function tell(run: Running, { fromScratch = false }: SyncHow): Promise<void> {
    const { id: runId, connection, trigger } = run.start;
    const secret = await readSecret(secrets, connection);
    await remapping.get(connection.id);
    if (closed) throw closing();
    thread.post({ type: 'run', runId, connection, secret, trigger, fromScratch });
    run.told = true;
    if (run.cancelled) thread.post({ type: 'cancel', workId: runId });
    changes.publish(['sync-run']);
  }

  async function start(id: ConnectionId, trigger: SyncRun['trigger'], how: SyncHow = {}): Promise<string> {
    const joined = running.get(id);
    if (joined !== undefined && how.fromScratch === true) throw busy();
    if (joined !== undefined) return joined.start.id;
    const connection = connectionOf(db, id);
    const runId = env.newId('sync-run');
    const begun = { id: runId, trigger, startedAt: env.now(), connection };
    const run: Running = { start: begun, done: Promise.withResolvers(), told: false, cancelled: false };
    running.set(id, run);
    board.show(beginning(connection, runId));
    try {
      await tell(run, how);
      return runId;
    } catch (error) {
      if (closed) {
        end(interrupted(run));
        throw error;
      }
      // Like any other failure it is told by the run.
      await fail(run, notes.asFailure(error));
      return runId;
    }
  }

  function cancel(id: ConnectionId): void {
    if (closed) return;
    for (const [callId, { connectionId }] of calls) {
      if (connectionId === id) thread.post({ type: 'cancel', workId: callId });
    }
    const run = running.get(id);
    if (run === undefined) return;
    run.cancelled = true;
    if (run.told) thread.post({ type: 'cancel', workId: run.start.id });
  }

  if (options.schedule) scheduler.refresh();

  return {
    start,
    finished,
    lastEnded: (id) => lastEnded.get(id) ?? null,
    cancel,
    running: board.running,
    nextRunAt: (id) => (options.schedule ? scheduler.nextRunAt(id) : null),
    isWaiting: (id) => options.schedule && scheduler.isWaiting(id),
    setOnline: network.say,
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
      for (const run of running.values()) run.done.resolve(interrupted(run));
      for (const call of calls.values()) call.done.reject(lost());
      await notes.idle();
    },
  };
}
