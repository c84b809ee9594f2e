import type { Connection, SyncRun } from '../../../shared/model/connection.ts';
import type { Env } from '../../../shared/model/env.ts';
import type { ConnectionId } from '../../../shared/model/ids.ts';
import type { Instant } from '../../../shared/model/time.ts';
import { nextRunAt } from './schedule.ts';

/** Timers cannot be longer; a longer wait is looked at again in between. */
const LONGEST_TIMER_MS = 10 * 60_000;

/** Calls once after so many ms; answers with a function that takes it back. */
export type SetTimer = (call: () => void, ms: number) => () => void;

export interface SchedulerOptions {
  readonly env: Env;
  readonly setTimer: SetTimer;
  readonly connections: () => readonly Connection[];
  /** The latest runs of a connection, newest first. */
  readonly runs: (connectionId: ConnectionId) => readonly SyncRun[];
  readonly isRunning: (connectionId: ConnectionId) => boolean;
  /** Until when a connection is left alone whatever its runs say; null for no such time. */
  readonly notBefore: (connectionId: ConnectionId) => Instant | null;
  readonly start: (connectionId: ConnectionId) => void;
  /** Other connections wait for the network than before. */
  readonly onWaiting: () => void;
}

export interface Scheduler {
  /** When a connection is due; in the past when it is only waiting for the network. */
  readonly nextRunAt: (connectionId: ConnectionId) => Instant | null;
  /** Whether a connection is due and waits for nothing but the network. */
  readonly isWaiting: (connectionId: ConnectionId) => boolean;
  /** Looks at everything again: connections changed or a run ended. */
  readonly refresh: () => void;
  /** Offline nothing is started; what became due starts when the network is back. */
  readonly setOnline: (online: boolean) => void;
  readonly close: () => void;
}

/** The system's timer; it does not keep the process alive. */
export const systemTimer: SetTimer = (call, ms) => {
  const timer = setTimeout(call, ms);
  timer.unref();
  return () => clearTimeout(timer);
};

/** Starts due connections: a thin timer around `nextRunAt`. */
export function createScheduler(options: SchedulerOptions): Scheduler {
  const { env } = options;
  const drawn = new Map<ConnectionId, { readonly for: string; readonly at: Instant | null }>();
  let takeBack = () => {};
  let online = true;
  let closed = false;
  let waiting: readonly ConnectionId[] = [];

  function plan(connection: Connection): Instant | null {
    const at = planned(connection);
    const notBefore = options.notBefore(connection.id);
    return at === null || notBefore === null || at > notBefore ? at : notBefore;
  }

  /** Drawn once for each state of a connection, so that the time shown is the time kept. */
  function planned({ id, kind, everyMinutes }: Connection): Instant | null {
    const runs = options.runs(id);
    const last = runs[0];
    const basis = `${kind} ${everyMinutes} ${last?.id} ${last?.state}`;
    const known = drawn.get(id);
    if (known?.for === basis) return known.at;
    const at = kind === 'simulated' ? null : nextRunAt({ everyMinutes, runs, now: env.now(), random: env.random() });
    drawn.set(id, { for: basis, at });
    return at;
  }

  function refresh(): void {
    takeBack();
    if (closed) return;
    let wait = LONGEST_TIMER_MS;
    const paused: ConnectionId[] = [];
    for (const connection of options.connections()) {
      const at = options.isRunning(connection.id) ? null : plan(connection);
      if (at === null) continue;
      if (at > env.now()) wait = Math.min(wait, at - env.now());
      else if (online) options.start(connection.id);
      else paused.push(connection.id);
    }
    takeBack = options.setTimer(refresh, wait);
    const changed = paused.join() !== waiting.join();
    waiting = paused;
    if (changed) options.onWaiting();
  }

  function dueAt(id: ConnectionId): Instant | null {
    const connection = options.connections().find((each) => each.id === id);
    return connection === undefined ? null : plan(connection);
  }

  return {
    nextRunAt: dueAt,
    isWaiting: (id) => {
      const at = online || options.isRunning(id) ? null : dueAt(id);
      return at !== null && at <= env.now();
    },
    refresh,
    setOnline: (now) => {
      if (online === now) return;
      online = now;
      refresh();
    },
    close: () => {
      closed = true;
      takeBack();
    },
  };
}
