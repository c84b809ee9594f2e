import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultLimits } from '../../../../electron/core/connectors/_kit/http.ts';
import { createRunHttp, limitsOf } from '../../../../electron/core/sync/run-http.ts';
import { type GithubServer, startGithubServer } from '../../../servers/github-server.ts';
import { testEnv } from '../../../support/env.ts';
import { shopData } from '../../../support/github-fixture.ts';
import { githubConnection, runOptions } from '../../../support/sync-run.ts';
import { openSyncStore, type SyncStore } from '../../../support/sync-store.ts';
import { tiny } from '../../../support/tiny-connector.ts';

describe('electron/core/sync/run-http', () => {
  const env = testEnv();
  let server: GithubServer;
  let store: SyncStore;
  beforeEach(async () => {
    server = await startGithubServer({ data: shopData(), token: 't0ken', now: env.now });
    store = openSyncStore();
  });
  afterEach(async () => {
    store.end();
    await server.close();
  });

  it('asks as many at once as the connector wants, unless the run says otherwise', () => {
    expect(limitsOf({ connector: tiny })).toEqual(defaultLimits);
    expect(limitsOf({ connector: { ...tiny, concurrency: 2 } }).concurrency).toBe(2);
    expect(limitsOf({ connector: { ...tiny, concurrency: 2 }, limits: { concurrency: 1, attempts: 3 } })).toEqual({
      ...defaultLimits,
      concurrency: 1,
      attempts: 3,
    });
  });

  it('asks the API of the address with the secret of the run, and tells of a wait', async () => {
    const until: (number | null)[] = [];
    server.fault({ kind: 'throttled', retryAfter: '60', times: 1 });
    const options = runOptions(store.db, githubConnection(server.origin), { env });
    const http = createRunHttp(options, { limits: limitsOf(options), onWaiting: (at) => until.push(at) });

    await http.ask({ path: '/repos/acme/shop', what: 'shop' }, options.signal);

    expect(server.requests().map(({ path, authorization }) => [path, authorization])).toEqual([
      ['/api/v3/repos/acme/shop', 'Bearer t0ken'],
      ['/api/v3/repos/acme/shop', 'Bearer t0ken'],
    ]);
    expect(until).toEqual([expect.any(Number), null]);
  });
});
