import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PageRequest } from '../../../../electron/core/connectors/_kit/connector.ts';
import { readSyncQueue } from '../../../../electron/core/db/repositories/sync-queue.ts';
import { defaultCommit } from '../../../../electron/core/sync/commit-limits.ts';
import { prepareRun } from '../../../../electron/core/sync/prepare-run.ts';
import { readScopes } from '../../../../electron/core/sync/read-scopes.ts';
import type { RunOptions } from '../../../../electron/core/sync/run-options.ts';
import { createRunTally } from '../../../../electron/core/sync/run-tally.ts';
import { type ReplayServer, startReplayServer } from '../../../servers/replay-server.ts';
import { testEnv } from '../../../support/env.ts';
import { runOptions } from '../../../support/sync-run.ts';
import { factRows, openSyncStore, type SyncStore } from '../../../support/sync-store.ts';
import { type TinyPage, tiny, tinyConnection } from '../../../support/tiny-connector.ts';

describe('electron/core/sync/read-scopes', () => {
  const env = testEnv();
  let store: SyncStore;
  let server: ReplayServer;
  let world: Record<string, TinyPage>;
  beforeEach(async () => {
    store = openSyncStore();
    world = {};
    server = await startReplayServer({
      answer: ({ path }) => (world[path] ? { body: world[path] } : { status: 404, body: {} }),
      refusal: () => ({}),
      now: env.now,
    });
  });
  afterEach(async () => {
    store.end();
    await server.close();
  });

  async function read(scopes: readonly string[], changes: Partial<RunOptions> = {}) {
    const connection = tinyConnection({ baseUrl: server.origin, scopes: [...scopes] });
    const options = { ...runOptions(store.db, connection, { env }), connector: tiny, ...changes };
    const queued = prepareRun(store.db, options);
    const tally = createRunTally({ id: 'r', trigger: 'hand', startedAt: env.now(), connection });
    const failures = await readScopes(options, queued, tally);
    const left = readSyncQueue(store.db, connection.id).map(({ key }) => key);
    return { codes: failures.map(({ code }) => code), left, run: tally.running() };
  }
  const names = () => factRows(store.db, 'project').map(({ key }) => key);

  it('drops what is left of a scope that would fail again, and reads the others to their end', async () => {
    world = { '/a/1': { names: ['a1'], next: '2' }, '/b/1': { names: ['b1'], next: '2' }, '/b/2': { names: ['b2'] } };

    const { codes, left } = await read(['a', 'b']);

    expect([codes, left, names()]).toEqual([['PROVIDER_NOT_FOUND'], [], ['a1', 'b1', 'b2']]);
  });

  it('drops it after its last page, in however many transactions the pages are written', async () => {
    world = { '/a/1': { names: ['a1'], next: '2' }, '/a/2': { names: ['a2'], next: '3' }, '/b/1': { names: ['b1'] } };
    const commit = { facts: 1, ms: 0, clock: () => 0 };
    let commits = 0;

    const { codes, left } = await read(['a', 'b'], {
      batch: { pages: 100, everyMs: 1 },
      wait: () => new Promise(() => {}),
      commit,
      onWritten: () => {
        commits += 1;
      },
    });

    expect([codes, left, names()]).toEqual([['PROVIDER_NOT_FOUND'], [], ['a1', 'a2', 'b1']]);
    expect(commits).toBe(3);
  });

  it('keeps what is left of a scope whose trouble may pass', async () => {
    world = { '/a/1': { names: ['a1'], next: '2' }, '/a/2': { names: ['a2'] }, '/b/1': { names: ['b1'] } };
    server.fault({ kind: 'truncated', path: /a\/2/ });

    const { codes, left } = await read(['a', 'b']);

    expect([codes, left]).toEqual([['PROVIDER_TRUNCATED'], ['a:2']]);
  });

  it('keeps what a scope in trouble still answers for the next time', async () => {
    world = { '/a/1': { names: ['a1'], next: '2' } };
    server.fault({ kind: 'truncated', path: /a\/broken/ });
    server.fault({ kind: 'slow', ms: 30, path: /a\/1/ });
    const [request] = tiny.start(tinyConnection(), 'a', {}) as [PageRequest];
    const twin = { ...tiny, start: () => [request, { ...request, key: 'a:broken', path: '/a/broken' }] };
    world['/a/broken'] = { names: [] };

    const { codes, left } = await read(['a'], { connector: twin, limits: { attempts: 1 } });

    expect([codes, left, names()]).toEqual([['PROVIDER_TRUNCATED'], ['a:start:1', 'a:broken'], []]);
  });

  it('keeps everything when the run cannot go on', async () => {
    world = { '/a/1': { names: ['a1'], next: '2' }, '/b/1': { names: ['b1'] } };
    server.fault({ kind: 'status', status: 401, path: /a\/2/ });

    const { codes, left } = await read(['a', 'b'], { limits: { concurrency: 1 } });

    expect([codes, left]).toEqual([['PROVIDER_UNAUTHORIZED'], ['a:2', 'b:start:1']]);
    expect(names()).toEqual(['a1']);
  });

  it('reads a list to its end before it begins the next scope', async () => {
    world = { '/a/1': { names: [], next: '2' }, '/a/2': { names: [] }, '/b/1': { names: [] } };

    await read(['a', 'b'], { limits: { concurrency: 1 } });

    expect(server.requests().map(({ path }) => path)).toEqual(['/a/1', '/a/2', '/b/1']);
  });

  it('writes several answers in one transaction when they come fast', async () => {
    for (let page = 1; page < 30; page += 1) world[`/a/${page}`] = { names: [`n${page}`], next: String(page + 1) };
    world['/a/30'] = { names: ['last'] };
    let commits = 0;

    const { run } = await read(['a'], {
      batch: { pages: 10, everyMs: 1 },
      commit: { ...defaultCommit, clock: () => 0 },
      wait: () => new Promise(() => {}),
      onWritten: () => {
        commits += 1;
      },
    });

    expect([run.pages, commits]).toEqual([30, 3]);
  });

  it('throws when the store cannot be written, and asks for nothing more', async () => {
    for (let page = 1; page < 30; page += 1) world[`/a/${page}`] = { names: [`n${page}`], next: String(page + 1) };
    let writes = 0;
    const db = {
      ...store.db,
      transaction: <T>(work: () => T): T => {
        writes += 1;
        if (writes > 1) throw new Error('disk I/O error');
        return store.db.transaction(work);
      },
    };

    await expect(read(['a'], { db, batch: { pages: 1, everyMs: 1 } })).rejects.toThrow('disk I/O error');
    expect(server.requests().length).toBeLessThan(5);
  });
});
