import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { github } from '../../../../electron/core/connectors/github/index.ts';
import { readWatermarks } from '../../../../electron/core/db/repositories/sync-watermarks.ts';
import type { FromSyncWorker } from '../../../../electron/core/sync/messages.ts';
import { forgetPlan, planChange } from '../../../../electron/core/sync/plan-mark.ts';
import { createWorkerLoop, type WorkerLoop } from '../../../../electron/core/sync/worker-loop.ts';
import { type GithubServer, startGithubServer } from '../../../servers/github-server.ts';
import { type TestEnv, testEnv } from '../../../support/env.ts';
import { shopData } from '../../../support/github-fixture.ts';
import { githubConnection } from '../../../support/sync-run.ts';
import { factCounts, openSyncStore, type SyncStore } from '../../../support/sync-store.ts';
import { notedWaits } from '../../../support/waits.ts';

describe('electron/core/sync/worker-loop', () => {
  let env: TestEnv;
  let server: GithubServer;
  let store: SyncStore;
  let told: FromSyncWorker[];
  let loop: WorkerLoop;
  beforeEach(async () => {
    env = testEnv();
    server = await startGithubServer({ data: shopData(), token: 't0ken', now: env.now });
    store = openSyncStore();
    told = [];
    loop = createWorkerLoop({
      db: store.db,
      env,
      fetch,
      wait: notedWaits(env).wait,
      post: (message) => told.push(message),
    });
  });
  afterEach(async () => {
    await loop.idle();
    store.end();
    await server.close();
  });

  const of = <T extends FromSyncWorker['type']>(type: T) =>
    told.filter((message): message is Extract<FromSyncWorker, { type: T }> => message.type === type);

  it('runs a sync and tells of it', async () => {
    const connection = githubConnection(server.baseUrl);
    loop.receive({ type: 'run', runId: 'r1', connection, secret: 't0ken', trigger: 'schedule', fromScratch: false });
    await loop.idle();

    expect(of('finished')).toMatchObject([{ run: { id: 'r1', state: 'succeeded', trigger: 'schedule' } }]);
    expect(new Set(of('written').flatMap(({ kinds }) => kinds))).toEqual(new Set(Object.keys(factCounts(store.db))));
    expect(of('progress').length).toBeGreaterThan(0);
    expect(of('log').length).toBeGreaterThan(0);
    expect(JSON.stringify(told)).not.toContain('t0ken');
    expect(structuredClone(told)).toEqual(told);
  });

  it('runs several at once, and cancels the one that is named', async () => {
    const [one, two] = ['one', 'two'].map((id) => githubConnection(server.baseUrl, { id: id as never }));
    loop.receive({
      type: 'run',
      runId: 'r1',
      connection: one as never,
      secret: 't0ken',
      trigger: 'hand',
      fromScratch: false,
    });
    loop.receive({
      type: 'run',
      runId: 'r2',
      connection: two as never,
      secret: 't0ken',
      trigger: 'hand',
      fromScratch: false,
    });
    loop.receive({ type: 'cancel', workId: 'r1' });
    loop.receive({ type: 'cancel', workId: 'unknown' });
    await loop.idle();

    const ended = of('finished').map(({ run }) => [run.id, run.state]);
    expect(ended.sort()).toEqual([
      ['r1', 'cancelled'],
      ['r2', 'succeeded'],
    ]);
  });

  it('ends a run that has nobody to ask', async () => {
    const connection = githubConnection(server.baseUrl, { kind: 'simulated' });
    loop.receive({ type: 'run', runId: 'r1', connection, secret: null, trigger: 'hand', fromScratch: false });
    await loop.idle();

    expect(of('finished')).toMatchObject([{ run: { id: 'r1', state: 'failed', errorCode: 'CONFLICT' } }]);
  });

  it('interrupts everything when it is told to close', async () => {
    server.fault({ kind: 'hang' });
    loop.receive({
      type: 'run',
      runId: 'r1',
      connection: githubConnection(server.baseUrl),
      secret: 't0ken',
      trigger: 'hand',
      fromScratch: false,
    });
    loop.receive({ type: 'close' });
    await loop.idle();

    expect(of('finished')).toMatchObject([{ run: { id: 'r1', state: 'interrupted' } }]);
  });

  it('reads kept pages anew, and remembers by which rules', async () => {
    const connection = githubConnection(server.baseUrl);
    loop.receive({ type: 'run', runId: 'r1', connection, secret: 't0ken', trigger: 'hand', fromScratch: false });
    await loop.idle();
    const before = readWatermarks(store.db, connection.id, '');
    const rules = { ...connection.rules, productionEnvironments: [] };

    loop.receive({ type: 'remap', callId: 'c1', connection: { ...connection, rules } });
    await loop.idle();

    expect(of('remapped')).toMatchObject([{ callId: 'c1', result: { pages: 22, dropped: 0 } }]);
    expect(readWatermarks(store.db, connection.id, '')).not.toEqual(before);
  });

  it('reads kept pages anew as answers of the server that they came from, and does not take another for read', async () => {
    const connection = githubConnection(server.baseUrl);
    loop.receive({ type: 'run', runId: 'r1', connection, secret: 't0ken', trigger: 'hand', fromScratch: false });
    await loop.idle();
    const moved = { ...connection, baseUrl: 'https://elsewhere.example' };
    const rules = { ...connection.rules, productionEnvironments: [] };

    loop.receive({ type: 'remap', callId: 'c1', connection: { ...moved, rules } });
    await loop.idle();

    expect(of('remapped')).toMatchObject([{ callId: 'c1', result: { pages: 22 } }]);
    const change = planChange(store.db, { connection: { ...moved, rules }, connector: github });
    expect(change).toEqual({ server: true, rules: false, left: [] });
  });

  it('reads nothing anew of a server that is being forgotten', async () => {
    const connection = githubConnection(server.baseUrl);
    forgetPlan(store.db, connection.id);
    loop.receive({ type: 'remap', callId: 'c1', connection });
    await loop.idle();

    expect(of('remapped')).toMatchObject([{ callId: 'c1', result: { pages: 0, facts: 0 } }]);
  });

  it.each(['cancel', 'close'] as const)('stops reading anew on %s, and leaves it to the next sync', async (type) => {
    const connection = githubConnection(server.baseUrl);
    loop.receive({ type: 'run', runId: 'r1', connection, secret: 't0ken', trigger: 'hand', fromScratch: false });
    await loop.idle();
    const changed = { ...connection, rules: { ...connection.rules, productionEnvironments: [] } };

    loop.receive({ type: 'remap', callId: 'c1', connection: changed });
    loop.receive(type === 'close' ? { type } : { type, workId: 'c1' });
    await loop.idle();

    expect(of('remap-failed')).toMatchObject([{ callId: 'c1', failure: { code: 'CANCELLED' } }]);
    expect(planChange(store.db, { connection: changed, connector: github }).rules).toBe(true);
  });

  it('says why it cannot read anew', async () => {
    loop.receive({ type: 'remap', callId: 'c1', connection: githubConnection(server.baseUrl, { kind: 'simulated' }) });
    await loop.idle();

    expect(of('remap-failed')).toMatchObject([
      { callId: 'c1', failure: { code: 'CONFLICT', where: 'connection of kind simulated' } },
    ]);
  });
});
