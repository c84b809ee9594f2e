import { beforeEach, describe, expect, it } from 'vitest';
import { createScheduler, type SchedulerOptions, systemTimer } from '../../../../electron/core/sync/scheduler.ts';
import type { Connection, SyncRun } from '../../../../shared/model/connection.ts';
import type { ConnectionId } from '../../../../shared/model/ids.ts';
import { type Instant, instant } from '../../../../shared/model/time.ts';
import { type TestEnv, testEnv } from '../../../support/env.ts';
import { tinyConnection } from '../../../support/tiny-connector.ts';

const MINUTE = 60_000;
const id = tinyConnection().id;

describe('electron/core/sync/scheduler', () => {
  let env: TestEnv;
  let timer: { readonly call: () => void; readonly ms: number } | null;
  let started: ConnectionId[];
  let running: Set<ConnectionId>;
  let runs: SyncRun[];
  let notBefore: Instant | null;
  let connections: Connection[];
  let waitings: number;
  beforeEach(() => {
    env = { ...testEnv(), random: () => 0 };
    timer = null;
    started = [];
    running = new Set();
    runs = [];
    notBefore = null;
    waitings = 0;
    connections = [tinyConnection({ everyMinutes: 8 })];
  });

  const options = (): SchedulerOptions => ({
    env,
    setTimer: (call, ms) => {
      timer = { call, ms };
      return () => {
        timer = null;
      };
    },
    connections: () => connections,
    runs: (of) => runs.filter(({ connectionId }) => connectionId === of),
    isRunning: (of) => running.has(of),
    notBefore: () => notBefore,
    onWaiting: () => {
      waitings += 1;
    },
    start: (of) => {
      started.push(of);
      running.add(of);
    },
  });

  /** Lets the time pass that the scheduler waits for, and lets its timer ring. */
  function ring(): void {
    const ringing = timer;
    env.pass(ringing?.ms ?? 0);
    ringing?.call();
  }

  function ended(state: SyncRun['state']): void {
    const row = {
      pages: 0,
      rows: {},
      droppedCount: 0,
      dropped: [],
      errorCode: null,
      errorMessage: null,
      errorRemedy: null,
    };
    const run: SyncRun = {
      ...row,
      id: `r${runs.length}`,
      connectionId: id,
      trigger: 'schedule',
      state,
      startedAt: env.now(),
      finishedAt: env.now(),
    };
    runs.unshift(run);
    running.delete(id);
  }

  it('starts what was never synced, and then when its interval is over', () => {
    const scheduler = createScheduler(options());
    scheduler.refresh();
    expect(started).toEqual([id]);

    ended('succeeded');
    scheduler.refresh();
    expect([scheduler.nextRunAt(id), timer?.ms]).toEqual([env.now() + 8 * MINUTE, 8 * MINUTE]);
    ring();

    expect(started).toEqual([id, id]);
  });

  it('starts nothing twice', () => {
    const scheduler = createScheduler(options());
    scheduler.refresh();
    scheduler.refresh();
    ring();

    expect(started).toEqual([id]);
  });

  it('looks again at least every ten minutes', () => {
    connections = [tinyConnection({ everyMinutes: 600 })];
    ended('succeeded');
    createScheduler(options()).refresh();

    expect(timer?.ms).toBe(10 * MINUTE);
    for (let rings = 0; rings < 59; rings += 1) ring();
    expect(started).toEqual([]);
    ring();
    expect(started).toEqual([id]);
  });

  it('starts nothing before the time that something speaks against, whatever the runs say', () => {
    const scheduler = createScheduler(options());
    notBefore = instant(env.now() + 3 * MINUTE);
    scheduler.refresh();
    expect([started, scheduler.nextRunAt(id), timer?.ms]).toEqual([[], notBefore, 3 * MINUTE]);

    ring();

    expect(started).toEqual([id]);
    ended('succeeded');
    expect(scheduler.nextRunAt(id)).toBe(env.now() + 8 * MINUTE);
  });

  it('pauses offline, and starts what became due when the network is back', () => {
    const scheduler = createScheduler(options());
    scheduler.setOnline(false);
    scheduler.refresh();
    ring();
    expect(started).toEqual([]);
    expect(scheduler.nextRunAt(id)).toBeLessThanOrEqual(env.now());

    scheduler.setOnline(true);
    scheduler.setOnline(true);

    expect(started).toEqual([id]);
  });

  it('says what waits for the network, and when that changes', () => {
    ended('succeeded');
    const scheduler = createScheduler(options());
    scheduler.setOnline(false);
    expect([scheduler.isWaiting(id), waitings]).toEqual([false, 0]);

    ring();
    scheduler.refresh();
    expect([scheduler.isWaiting(id), scheduler.isWaiting('?' as ConnectionId), waitings]).toEqual([true, false, 1]);
    scheduler.setOnline(true);

    expect([scheduler.isWaiting(id), started, waitings]).toEqual([false, [id], 2]);
  });

  it('does not call waiting what runs although there is no network', () => {
    const scheduler = createScheduler(options());
    scheduler.setOnline(false);
    expect(scheduler.isWaiting(id)).toBe(true);

    running.add(id);

    expect(scheduler.isWaiting(id)).toBe(false);
  });

  it('keeps the time that it shows', () => {
    let chance = 0;
    env = { ...env, random: () => (chance += 0.1) };
    ended('succeeded');
    const scheduler = createScheduler(options());

    const shown = [scheduler.nextRunAt(id), scheduler.nextRunAt(id)];
    scheduler.refresh();
    env.pass(MINUTE);
    const later = scheduler.nextRunAt(id);
    ended('succeeded');

    expect(new Set([...shown, later])).toEqual(new Set([instant((shown[0] ?? 0) as number)]));
    expect(scheduler.nextRunAt(id)).not.toBe(later);
  });

  it('leaves alone what runs by hand only, what is simulated and what it does not know', () => {
    connections = [tinyConnection(), tinyConnection({ id: 's' as ConnectionId, kind: 'simulated', everyMinutes: 5 })];
    const scheduler = createScheduler(options());
    scheduler.refresh();

    expect(started).toEqual([]);
    expect([scheduler.nextRunAt(id), scheduler.nextRunAt('?' as ConnectionId)]).toEqual([null, null]);
  });

  it('stops for good', () => {
    const scheduler = createScheduler(options());
    scheduler.close();
    scheduler.refresh();

    expect([timer, started]).toEqual([null, []]);
  });

  it('sets real timers, and takes them back', async () => {
    const rung: string[] = [];
    systemTimer(() => rung.push('taken back'), 1)();
    await new Promise<void>((resolve) => {
      systemTimer(() => resolve(), 3);
      // The scheduler's timers do not keep a process alive; this one does, for as long as the test needs.
      setTimeout(() => {}, 50);
    });

    expect(rung).toEqual([]);
  });
});
