import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createChangeBus } from '../../../../electron/core/change-bus.ts';
import { recordDecisions } from '../../../../electron/core/db/decisions.ts';
import { readSyncRuns } from '../../../../electron/core/db/repositories/sync-runs.ts';
import { systemEnv } from '../../../../electron/core/env.ts';
import { createSyncDesk, type SyncDeskOptions } from '../../../../electron/core/sync/desk.ts';
import type { SyncDesk } from '../../../../electron/core/sync-desk.ts';
import { type GithubServer, startGithubServer } from '../../../servers/github-server.ts';
import { testHost } from '../../../support/core.ts';
import { shopData } from '../../../support/github-fixture.ts';
import { githubConnection, silentLog } from '../../../support/sync-run.ts';
import { openSyncStore, type SyncStore } from '../../../support/sync-store.ts';

const { id } = githubConnection('');

describe('electron/core/sync/desk, where runs cannot be written down', () => {
  let store: SyncStore;
  let server: GithubServer;
  let desk: SyncDesk;
  const { secrets } = testHost();
  beforeEach(async () => {
    store = openSyncStore();
    server = await startGithubServer({ data: shopData(), token: 't0ken' });
    await secrets.set(id, server.origin, 't0ken');
    store.db.transaction(() => recordDecisions(store.db).put('connection', githubConnection(server.baseUrl)));
  });
  afterEach(async () => {
    await desk.close();
    store.end();
    await server.close();
  });

  function open(options: Partial<SyncDeskOptions> = {}): void {
    const rest = { env: systemEnv(), changes: createChangeBus(), log: silentLog, schedule: false };
    desk = createSyncDesk({ db: store.db, file: store.file, secrets, ...rest, ...options });
  }

  it('tells how each ended, and remembers the last of them', async () => {
    store.db.exec("CREATE TRIGGER full BEFORE INSERT ON sync_run BEGIN SELECT RAISE (ABORT, 'refused'); END");
    open();
    const first = await desk.start(id, 'hand');
    const [run, again] = [await desk.finished(first), await desk.finished(first)];
    await secrets.remove(id);
    const second = await desk.start(id, 'cli');

    expect(run).toMatchObject({ id: first, connectionId: id, state: 'failed', errorCode: 'INTERNAL', trigger: 'hand' });
    expect(run?.finishedAt).toEqual(expect.any(Number));
    expect(again).toEqual(run);
    expect(await desk.finished(second)).toMatchObject({ state: 'failed', trigger: 'cli' });
    expect(desk.lastEnded(id)).toMatchObject({ id: second, trigger: 'cli' });
    expect(readSyncRuns(store.db, id, 9)).toEqual([]);
  });

  it('tells also of one that could not start', async () => {
    const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
    const transaction = () => {
      throw full;
    };
    const locked = { ...secrets, get: () => Promise.reject(new Error('the keychain is locked')) };
    open({ db: { ...store.db, transaction }, secrets: locked });

    const run = await desk.finished(await desk.start(id, 'hand'));

    expect(run).toMatchObject({ state: 'failed', errorCode: 'UNAVAILABLE', finishedAt: expect.any(Number) });
    expect(desk.lastEnded(id)).toEqual(run);
  });
});
