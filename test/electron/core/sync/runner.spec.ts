import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readFactCounts } from '../../../../electron/core/db/fact-counts.ts';
import { listRawPageIds } from '../../../../electron/core/db/repositories/raw-pages.ts';
import { readSyncRuns } from '../../../../electron/core/db/repositories/sync-runs.ts';
import { readWatermarks } from '../../../../electron/core/db/repositories/sync-watermarks.ts';
import type { RunOptions } from '../../../../electron/core/sync/run-options.ts';
import { CLOSING, runSync } from '../../../../electron/core/sync/runner.ts';
import { type ReplayServer, startReplayServer } from '../../../servers/replay-server.ts';
import { type TestEnv, testEnv } from '../../../support/env.ts';
import { runOptions } from '../../../support/sync-run.ts';
import { factRows, openSyncStore, type SyncStore } from '../../../support/sync-store.ts';
import { type TinyPage, tiny, tinyConnection } from '../../../support/tiny-connector.ts';

describe('electron/core/sync/runner', () => {
  let env: TestEnv;
  let store: SyncStore;
  let server: ReplayServer;
  let world: Record<string, TinyPage>;
  beforeEach(async () => {
    env = testEnv();
    store = openSyncStore();
    world = { '/a/1': { names: ['one'], next: '2' }, '/a/2': { names: ['two', ''] } };
    server = await startReplayServer({
      answer: ({ path }) => {
        const page = world[path];
        return page ? { body: page } : { status: 404, body: {} };
      },
      refusal: () => ({}),
      now: env.now,
    });
  });
  afterEach(async () => {
    store.end();
    await server.close();
  });

  function run(changes: Partial<RunOptions> = {}) {
    const connection = tinyConnection({ baseUrl: server.origin });
    return runSync({ ...runOptions(store.db, connection, { env }), connector: tiny, ...changes });
  }

  it('reads everything, counts it and remembers where it got to', async () => {
    const result = await run();

    expect(result).toMatchObject({ state: 'succeeded', pages: 2, rows: { project: 2 }, droppedCount: 1 });
    expect(result.dropped).toEqual([{ stream: 'names', reason: 'no name', sample: '""' }]);
    expect(readSyncRuns(store.db, tinyConnection().id, 9)).toEqual([result]);
    expect(readWatermarks(store.db, tinyConnection().id, 'a')).toEqual({ names: { at: 7 } });
    expect(readFactCounts(store.db).get('tiny')).toEqual({ project: 2 });
  });

  it('writes the run down before it asks for anything', async () => {
    const states: (string | undefined)[] = [];
    const asking: typeof fetch = (...args) => {
      states.push(readSyncRuns(store.db, tinyConnection().id, 1)[0]?.state);
      return fetch(...args);
    };

    await run({ fetch: asking });

    expect(states).toEqual(['running', 'running']);
  });

  it('tells how far it is', async () => {
    const told: string[] = [];

    await run({
      onProgress: ({ state, reading, pages, rows, pending }) =>
        told.push(`${state} ${reading} ${pages} ${rows} ${pending}`),
    });

    expect(told[0]).toBe('running Tiny 0 0 1');
    expect(told.at(-1)).toBe('running a names 2 2 0');
  });

  it('tells of a rate limit that it waits for, with until when', async () => {
    server.fault({ kind: 'throttled', retryAfter: '60', times: 1 });
    const started = env.now();
    const told: (string | number | null)[][] = [];

    await run({ onProgress: ({ state, waitingUntil }) => told.push([state, waitingUntil]) });

    expect(told).toContainEqual(['waiting', started + 60_000]);
    expect(told.at(-1)).toEqual(['running', null]);
  });

  it('hears which kinds were written', async () => {
    const kinds: string[] = [];

    await run({ onWritten: (written) => kinds.push(...written) });

    expect(new Set(kinds)).toEqual(new Set(['project']));
  });

  it('says whether it was stopped by the user or by the application closing', async () => {
    const stop = (reason?: string) => {
      const controller = new AbortController();
      controller.abort(reason);
      return controller.signal;
    };

    expect(await run({ signal: stop() })).toMatchObject({ state: 'cancelled', errorCode: null });
    expect(await run({ signal: stop(CLOSING) })).toMatchObject({ state: 'interrupted', errorCode: null });
    expect(server.requests()).toEqual([]);
    expect(await run()).toMatchObject({ state: 'succeeded' });
  });

  it('does not throw, and says so, when the store cannot be written', async () => {
    const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
    let writes = 0;
    const db = {
      ...store.db,
      transaction: <T>(work: () => T): T => {
        writes += 1;
        if (writes > 2) throw full;
        return store.db.transaction(work);
      },
    };

    const result = await run({ db });

    expect(result).toMatchObject({ state: 'failed', errorCode: 'DISK_FULL' });
    expect(result.errorMessage).toContain('sync.signalbox');
    expect(result.errorMessage).not.toContain('more could not be read');
    expect(await run()).toMatchObject({ state: 'succeeded', pages: 2 });
  });

  it('is not stopped by a page that the mapper cannot read', async () => {
    world['/a/1'] = { names: null as unknown as string[], next: '2' };

    const result = await run();

    expect(result).toMatchObject({ state: 'succeeded', rows: { project: 1 }, droppedCount: 2 });
    expect(result.dropped[0]?.reason).toBe('the whole page could not be read');
  });

  it('forgets raw pages after 400 days, and keeps their facts', async () => {
    await run();
    env.pass(401 * 86_400_000);
    world = { '/a/1': { names: ['three'] } };

    await run();

    expect(listRawPageIds(store.db, tinyConnection().id)).toHaveLength(1);
    expect(factRows(store.db, 'project').map(({ key }) => key)).toEqual(['one', 'three', 'two']);
  });
});
