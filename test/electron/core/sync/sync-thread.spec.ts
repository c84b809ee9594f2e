import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FromSyncWorker } from '../../../../electron/core/sync/messages.ts';
import { createSyncThread, defaultWorkerUrl, type SyncThread } from '../../../../electron/core/sync/sync-thread.ts';
import { type GithubServer, startGithubServer } from '../../../servers/github-server.ts';
import { shopData } from '../../../support/github-fixture.ts';
import { githubConnection } from '../../../support/sync-run.ts';
import { factCounts, openSyncStore, type SyncStore } from '../../../support/sync-store.ts';

type Finished = Extract<FromSyncWorker, { type: 'finished' }>;

describe('electron/core/sync/sync-thread', () => {
  let store: SyncStore;
  let server: GithubServer;
  let thread: SyncThread;
  let finished: PromiseWithResolvers<Finished>;
  let lost: PromiseWithResolvers<unknown>;
  beforeEach(async () => {
    store = openSyncStore();
    server = await startGithubServer({ data: shopData(), token: 't0ken' });
    finished = Promise.withResolvers();
    lost = Promise.withResolvers();
  });
  afterEach(async () => {
    await thread.close();
    store.end();
    await server.close();
  });

  function start(file = store.file, workerUrl?: URL): SyncThread {
    thread = createSyncThread({
      file,
      workerUrl,
      onMessage: (message) => {
        if (message.type === 'finished') finished.resolve(message);
      },
      onLost: (error) => lost.resolve(error),
    });
    return thread;
  }
  const run = (runId: string) =>
    ({
      type: 'run',
      runId,
      connection: githubConnection(server.baseUrl),
      secret: 't0ken',
      trigger: 'hand',
      fromScratch: false,
    }) as const;

  it('syncs in a thread of its own, with its own connection to the file', async () => {
    start().post(run('r1'));
    const { run: ended } = await finished.promise;

    expect(ended).toMatchObject({ id: 'r1', state: 'succeeded', errorCode: null });
    expect(factCounts(store.db)).toMatchObject({ 'pull-request': 3, deployment: 3 });
  });

  it('interrupts what runs when it closes', async () => {
    server.fault({ kind: 'hang' });
    start().post(run('r1'));
    while (server.requests().length === 0) await new Promise((resolve) => setTimeout(resolve, 5));

    await thread.close();

    expect((await finished.promise).run.state).toBe('interrupted');
    // It was asked to end, so it was not lost.
    expect(await Promise.race([lost.promise, 'not lost'])).toBe('not lost');
  });

  it('says that it was lost, and starts again', async () => {
    start(`${store.file}-that-is-not-there`).post(run('r1'));

    expect(String(await lost.promise)).toContain('no workspace');
    expect(() => thread.post(run('r2'))).not.toThrow();
  });

  it('may rest or close before it ever started', async () => {
    start();
    thread.rest();

    await expect(thread.close()).resolves.toBeUndefined();
  });

  it('starts nothing more once it is closed', async () => {
    start();
    await thread.close();

    expect(() => thread.post(run('r1'))).toThrow('closed');
    await expect(thread.close()).resolves.toBeUndefined();
  });

  it('finds its program beside the sources and beside what is built', () => {
    const source = pathToFileURL('/app/electron/core/sync/sync-thread.ts').href;
    const built = pathToFileURL('/app/dist/chunks/core.js').href;

    expect(defaultWorkerUrl(source).pathname).toMatch(/\/app\/electron\/core\/sync\/worker\.ts$/);
    expect(defaultWorkerUrl(built).pathname).toMatch(/\/app\/dist\/core\/sync-worker\.js$/);
  });
});
