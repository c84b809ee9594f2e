import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { awaitServer } from '../../../../electron/core/sync/await-server.ts';
import type { RunOptions } from '../../../../electron/core/sync/run-options.ts';
import type { Connection } from '../../../../shared/model/connection.ts';
import { type GithubServer, startGithubServer } from '../../../servers/github-server.ts';
import { type TestEnv, testEnv } from '../../../support/env.ts';
import { shopData } from '../../../support/github-fixture.ts';
import { githubConnection, runOptions } from '../../../support/sync-run.ts';
import { openSyncStore, type SyncStore } from '../../../support/sync-store.ts';

describe('electron/core/sync/await-server', () => {
  let env: TestEnv;
  let server: GithubServer;
  let store: SyncStore;
  beforeEach(async () => {
    env = testEnv();
    server = await startGithubServer({ data: shopData(), token: 't0ken', now: env.now });
    store = openSyncStore();
  });
  afterEach(async () => {
    store.end();
    await server.close();
  });

  function awaited(plan: Partial<Connection> = {}, changes: Partial<Omit<RunOptions, 'env'>> = {}): Promise<void> {
    return awaitServer(runOptions(store.db, githubConnection(server.baseUrl, plan), { ...changes, env }));
  }
  const asked = () => server.requests().map(({ path }) => path.replace('/api/v3/repos/', ''));

  it('is content with the first scope that answers', async () => {
    await awaited({ scopes: ['acme/gone', 'Acme/Shop', 'acme/other'] });

    expect(asked()).toEqual(['acme/gone', 'acme/shop']);
  });

  it('throws the first failure when none answers, and says that nothing is lost', async () => {
    const waiting = awaited({ scopes: ['acme/gone', 'acme/lost'] });

    await expect(waiting).rejects.toMatchObject({
      code: 'PROVIDER_NOT_FOUND',
      message: expect.stringMatching(/acme\/gone.* is kept until the new one answers/),
      remedy: expect.stringContaining('Check how the repository'),
    });
    expect(asked()).toEqual(['acme/gone', 'acme/lost']);
  });

  it('asks no further where the failure is that of the server', async () => {
    const scopes = ['a/1', 'a/2', 'a/3'];

    await expect(awaited({ scopes }, { secret: 'wr0ng' })).rejects.toMatchObject({ code: 'PROVIDER_UNAUTHORIZED' });
    expect(asked()).toEqual(['a/1']);
  });

  it('does not wait for a limit on requests', async () => {
    server.fault({ kind: 'rate-limit', resetInSeconds: 60 });

    await expect(awaited()).rejects.toMatchObject({ code: 'PROVIDER_RATE_LIMITED' });
  });

  it('ends when it is stopped', async () => {
    server.fault({ kind: 'hang' });
    const stop = new AbortController();
    const waiting = awaited({ scopes: ['a/1', 'a/2'] }, { signal: stop.signal });
    stop.abort();

    await expect(waiting).rejects.toMatchObject({ code: 'CANCELLED', message: expect.not.stringContaining('is kept') });
  });
});
