import pino from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ChangeBus, createChangeBus } from '../../../../electron/core/change-bus.ts';
import { recordDecisions } from '../../../../electron/core/db/decisions.ts';
import { writeSyncRun } from '../../../../electron/core/db/repositories/sync-run-log.ts';
import { readSyncRun, readSyncRuns } from '../../../../electron/core/db/repositories/sync-runs.ts';
import { systemEnv } from '../../../../electron/core/env.ts';
import { createSyncDesk, type SyncDeskOptions } from '../../../../electron/core/sync/desk.ts';
import type { SyncDesk } from '../../../../electron/core/sync-desk.ts';
import type { Connection, SyncRun } from '../../../../shared/model/connection.ts';
import { instant } from '../../../../shared/model/time.ts';
import { type GithubServer, startGithubServer } from '../../../servers/github-server.ts';
import { testHost } from '../../../support/core.ts';
import { shopData } from '../../../support/github-fixture.ts';
import { githubConnection, silentLog } from '../../../support/sync-run.ts';
import { factCounts, openSyncStore, type SyncStore } from '../../../support/sync-store.ts';

const id = githubConnection('').id;

describe('electron/core/sync/desk', () => {
  let store: SyncStore;
  let server: GithubServer;
  let changes: ChangeBus;
  let desk: SyncDesk;
  const { secrets } = testHost();
  beforeEach(async () => {
    store = openSyncStore();
    server = await startGithubServer({ data: shopData(), token: 't0ken' });
    changes = createChangeBus();
    await secrets.set(id, server.origin, 't0ken');
  });
  afterEach(async () => {
    await desk.close();
    store.end();
    await server.close();
  });

  function open(plan: Partial<Connection> = {}, options: Partial<SyncDeskOptions> = {}): SyncDesk {
    store.db.transaction(() => recordDecisions(store.db).put('connection', githubConnection(server.baseUrl, plan)));
    const env = systemEnv();
    const rest = { env, secrets, changes, log: silentLog, schedule: false };
    desk = createSyncDesk({ db: store.db, file: store.file, ...rest, ...options });
    return desk;
  }

  async function runOf(runId: string): Promise<SyncRun | undefined> {
    await desk.finished(runId);
    return readSyncRun(store.db, runId);
  }

  it('runs a sync in its thread, and tells when it has finished', async () => {
    open();
    const runId = await desk.start(id, 'cli');

    expect(desk.running().get(id)).toMatchObject({ runId, state: 'running' });
    expect(await runOf(runId)).toMatchObject({ id: runId, state: 'succeeded', trigger: 'cli' });
    expect(desk.running().size).toBe(0);
    expect(factCounts(store.db)).toMatchObject({ 'work-item': 2, job: 7 });
    expect(await desk.finished(runId)).toEqual(readSyncRun(store.db, runId));
    await expect(desk.finished('long ago')).resolves.toBeNull();
  });

  it('joins a run that goes on already', async () => {
    open();
    const ids = await Promise.all([desk.start(id, 'hand'), desk.start(id, 'cli')]);
    await desk.finished(ids[0]);

    expect(ids[0]).toBe(ids[1]);
    expect(readSyncRuns(store.db, id, 9)).toHaveLength(1);
  });

  it('tells what changed, and how far it is', async () => {
    open();
    const stop = new AbortController();
    const topics = new Set<string>();
    const states: string[] = [];
    const followed = [
      (async () => {
        for await (const event of changes.follow(stop.signal)) for (const topic of event.topics) topics.add(topic);
      })(),
      (async () => {
        for await (const progress of desk.follow(stop.signal)) states.push(progress.state);
      })(),
    ];
    await desk.finished(await desk.start(id, 'hand'));
    await new Promise((resolve) => setImmediate(resolve));
    stop.abort();
    await Promise.all(followed);

    expect([...topics]).toEqual(expect.arrayContaining(['sync-run', 'pull-request', 'deployment', 'work-item']));
    expect([states[0], states.at(-1)]).toEqual(['running', 'finished']);
  });

  it('cancels a run, even one that has only just been started', async () => {
    server.fault({ kind: 'hang' });
    open();
    const starting = desk.start(id, 'hand');
    desk.cancel(id);

    expect(await runOf(await starting)).toMatchObject({ state: 'cancelled' });
    expect(() => desk.cancel(id)).not.toThrow();
  });

  it('ends a run that fails as the run says', async () => {
    await secrets.remove(id);
    open();

    expect(await runOf(await desk.start(id, 'hand'))).toMatchObject({ state: 'failed', errorCode: 'SECRET_MISSING' });
    await expect(desk.start('nobody' as typeof id, 'hand')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('logs what went wrong inside the thread as the error that it is', async () => {
    store.db.exec("CREATE TRIGGER planted BEFORE INSERT ON raw_page BEGIN SELECT RAISE(ABORT, 'a planted fault'); END");
    const lines: string[] = [];
    open({}, { log: pino({ level: 'warn' }, { write: (line) => lines.push(line) }) });

    const run = await runOf(await desk.start(id, 'hand'));

    expect(run).toMatchObject({ state: 'failed', errorCode: 'INTERNAL' });
    const errors = lines.map((line) => JSON.parse(line)).filter(({ level }) => level === pino.levels.values.error);
    expect(errors).toMatchObject([{ msg: 'a sync failed inside', sync: { err: { message: 'a planted fault' } } }]);
  });

  it('fails a run whose secret cannot be read, and says so', async () => {
    const locked = { ...secrets, get: () => Promise.reject(new Error('the keychain is locked')) };
    open({}, { secrets: locked });

    const run = await runOf(await desk.start(id, 'hand'));

    expect(run).toMatchObject({ state: 'failed', errorCode: 'UNAVAILABLE', trigger: 'hand' });
    expect(run?.errorMessage).toBe('The token of “GitHub” could not be read from memory.');
    expect(desk.running().size).toBe(0);
  });

  it('sends a token to no other address than the one it was kept for', async () => {
    await secrets.set(id, 'https://api.github.com', 't0ken');
    open();

    expect(await runOf(await desk.start(id, 'hand'))).toMatchObject({
      state: 'failed',
      errorCode: 'SECRET_MISSING',
      errorMessage: 'The address of this connection changed since its token was kept; enter the token again.',
    });
    expect(server.requests()).toEqual([]);
  });

  it('reads everything again where that is asked for, but not inside a run', async () => {
    open();
    await desk.finished(await desk.start(id, 'hand'));
    server.forgetRequests();

    const starting = desk.start(id, 'hand', { fromScratch: true });
    await expect(desk.start(id, 'hand', { fromScratch: true })).rejects.toMatchObject({ code: 'CONFLICT' });

    expect(await runOf(await starting)).toMatchObject({ state: 'succeeded', pages: 22 });
    expect(server.requests().every(({ status, ifNoneMatch }) => status === 200 && ifNoneMatch === null)).toBe(true);
  });

  it('stops reading kept pages anew', async () => {
    open();
    await desk.finished(await desk.start(id, 'hand'));

    const remapping = desk.remap(id).catch((error: unknown) => error);
    await new Promise((resolve) => setImmediate(resolve));
    desk.cancel(id);

    expect(await remapping).toMatchObject({ code: 'CANCELLED' });
  });

  describe('on a schedule, when a sync cannot even start', () => {
    let time: number;
    let timers: { readonly call: () => void; readonly ms: number }[];
    let starts: number;
    beforeEach(() => {
      time = Date.now();
      timers = [];
      starts = 0;
    });

    function openScheduled(options: Partial<SyncDeskOptions>): void {
      const setTimer: SyncDeskOptions['setTimer'] = (call, ms) => {
        timers.push({ call, ms });
        return () => {};
      };
      const env = { ...systemEnv(), random: () => 0, now: () => instant(time) };
      open({ everyMinutes: 5 }, { schedule: true, env, setTimer, ...options });
    }
    /** Lets the time pass that the schedule waits for, and waits until the run that it starts has ended. */
    async function ring(): Promise<number> {
      const { call, ms } = timers.at(-1) ?? { call: () => {}, ms: 0 };
      time += ms;
      call();
      await Promise.all([...desk.running().values()].map(({ runId }) => desk.finished(runId)));
      return ms;
    }
    const locked = (): Partial<SyncDeskOptions> => ({
      secrets: {
        ...secrets,
        get: () => {
          starts += 1;
          return Promise.reject(new Error('the keychain is locked'));
        },
      },
    });
    const ended = () => Promise.all([...desk.running().values()].map(({ runId }) => desk.finished(runId)));

    it('notes a failed run and waits as after any other failure', async () => {
      openScheduled(locked());
      await ended();

      expect([starts, readSyncRuns(store.db, id, 9).map(({ state }) => state)]).toEqual([1, ['failed']]);
      const waits = [await ring(), await ring()];
      expect(waits).toEqual([5, 10].map((minutes) => minutes * 60_000));
      expect(starts).toBe(3);
    });

    it('waits longer each time, even where nothing can be written', async () => {
      const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
      const db = {
        ...store.db,
        transaction: () => {
          throw full;
        },
      };
      openScheduled({ ...locked(), db });
      await ended();

      const waits = [await ring(), await ring(), await ring(), await ring()];

      expect(readSyncRuns(store.db, id, 9)).toEqual([]);
      expect(waits).toEqual([1, 2, 4, 8].map((minutes) => minutes * 60_000));
      expect(starts).toBe(5);
    });

    it('does not start a thread again and again that dies at once', async () => {
      openScheduled({ workerUrl: new URL('data:text/javascript,process.exit(3)') });
      await ended();

      expect(readSyncRuns(store.db, id, 9)).toMatchObject([
        { state: 'failed', errorCode: 'INTERNAL', errorMessage: 'The sync thread ended unexpectedly.' },
      ]);
      expect(await ring()).toBe(5 * 60_000);
      expect(readSyncRuns(store.db, id, 9)).toHaveLength(2);
    });

    it('starts at once again after a success', async () => {
      let isLocked = true;
      const get: typeof secrets.get = (...asked) =>
        isLocked ? Promise.reject(new Error('locked')) : secrets.get(...asked);
      openScheduled({ secrets: { ...secrets, get } });
      await ended();
      isLocked = false;
      await ring();

      expect(readSyncRuns(store.db, id, 1)).toMatchObject([{ state: 'succeeded' }]);
      expect(desk.nextRunAt(id)).toBeLessThanOrEqual(time + 5 * 60_000);
    });
  });

  it('reads kept pages anew, but not while it syncs', async () => {
    server.fault({ kind: 'slow', ms: 5 });
    open();
    const runId = await desk.start(id, 'hand');
    await expect(desk.remap(id)).rejects.toMatchObject({ code: 'CONFLICT' });
    await desk.finished(runId);

    // One after the other; a sync that is started meanwhile waits for them.
    const remaps = [desk.remap(id), desk.remap(id)];
    const next = await desk.start(id, 'hand');

    expect(await Promise.all(remaps)).toMatchObject([{ pages: 22, dropped: 0 }, { pages: 22 }]);
    expect(await runOf(next)).toMatchObject({ state: 'succeeded' });
  });

  it('syncs by schedule what a dead process left unfinished', async () => {
    const rest = {
      pages: 1,
      rows: {},
      droppedCount: 0,
      dropped: [],
      errorCode: null,
      errorMessage: null,
      errorRemedy: null,
    };
    const left: SyncRun = {
      ...rest,
      id: 'left',
      connectionId: id,
      trigger: 'hand',
      state: 'running',
      startedAt: instant(Date.now()),
      finishedAt: null,
    };
    writeSyncRun(store.db, left);
    const timers: (() => void)[] = [];
    const random = () => 0;
    open(
      { everyMinutes: 60 },
      {
        schedule: true,
        env: { ...systemEnv(), random },
        setTimer: (call) => {
          timers.push(call);
          return () => {};
        },
      },
    );

    const [progress] = desk.running().values();
    expect(readSyncRun(store.db, 'left')?.state).toBe('interrupted');
    expect(await runOf(progress?.runId ?? '')).toMatchObject({ state: 'succeeded', trigger: 'schedule' });
    const next = desk.nextRunAt(id) ?? 0;
    expect(next - Date.now()).toBeGreaterThan(59 * 60_000);
    expect(timers.length).toBeGreaterThan(1);
  });

  it('starts nothing by itself where there is no schedule', () => {
    open({ everyMinutes: 5 });
    desk.reschedule();
    desk.setOnline(true);

    expect([desk.nextRunAt(id), desk.running().size]).toEqual([null, 0]);
  });

  it('leaves a file that is only read as it is', () => {
    const rest = {
      pages: 1,
      rows: {},
      droppedCount: 0,
      dropped: [],
      errorCode: null,
      errorMessage: null,
      errorRemedy: null,
    };
    writeSyncRun(store.db, {
      ...rest,
      id: 'left',
      connectionId: id,
      trigger: 'hand',
      state: 'running',
      startedAt: instant(1),
      finishedAt: null,
    });
    open({}, { readOnly: true });

    expect(readSyncRun(store.db, 'left')?.state).toBe('running');
  });

  it('ends runs whose thread is lost', async () => {
    open({}, { workerUrl: new URL('data:text/javascript,process.exit(3)') });

    const runId = await desk.start(id, 'hand');
    await desk.finished(runId);
    await expect(desk.remap(id)).rejects.toMatchObject({ code: 'INTERNAL' });

    expect(desk.running().size).toBe(0);
  });

  it('interrupts what runs when it closes, so that it goes on when it opens again', async () => {
    server.fault({ kind: 'hang' });
    open();
    const runId = await desk.start(id, 'hand');
    while (server.requests().length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const finished = desk.finished(runId);

    await desk.close();

    expect(await finished).toMatchObject({ id: runId, state: 'interrupted' });
    expect(readSyncRun(store.db, runId)).toMatchObject({ state: 'interrupted' });
  });

  it('starts nothing more once it closes', async () => {
    open();
    const starting = desk.start(id, 'hand');
    const remapping = desk.remap(id).catch((error: unknown) => error);
    const closed = desk.close();

    await expect(starting).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await closed;
    expect(await remapping).toMatchObject({ code: expect.any(String) });
    await expect(desk.remap(id)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect(server.requests()).toEqual([]);
  });
});
