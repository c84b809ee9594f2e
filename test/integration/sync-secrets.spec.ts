import fs from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../electron/core/connectors/_kit/log.ts';
import { type GithubServer, startGithubServer } from '../servers/github-server.ts';
import { startReplayServer } from '../servers/replay-server.ts';
import { testEnv } from '../support/env.ts';
import { shopData } from '../support/github-fixture.ts';
import { githubConnection, syncOnce } from '../support/sync-run.ts';
import { factCounts, openSyncStore, type SyncStore } from '../support/sync-store.ts';

const SECRET = 'Zu9-"very\\secret+token/123';
/** Every way in which the secret might be written down. */
const SPELLINGS = [
  SECRET,
  encodeURIComponent(SECRET),
  JSON.stringify(SECRET).slice(1, -1),
  Buffer.from(SECRET).toString('base64'),
  Buffer.from(`x-token:${SECRET}`).toString('base64'),
];

describe('the secret of a connection', () => {
  const env = testEnv();
  let server: GithubServer;
  let store: SyncStore;
  let logged: string;
  const log = createLog({ write: (line) => (logged += line) }, [SECRET]);
  beforeEach(async () => {
    logged = '';
    server = await startGithubServer({ data: shopData(), token: SECRET, now: env.now });
    store = openSyncStore();
  });
  afterEach(async () => {
    store.end();
    await server.close();
  });

  function filesOfStore(): string {
    return [store.file, `${store.file}-wal`]
      .filter((file) => fs.existsSync(file))
      .map((file) => fs.readFileSync(file, 'latin1'))
      .join();
  }

  function sync(secret = SECRET) {
    return syncOnce(store.db, githubConnection(server.baseUrl), { secret, env, log });
  }

  it('is used, and neither in the workspace nor in the log', async () => {
    server.fault({ kind: 'reset', times: 1 });
    server.fault({ kind: 'status', status: 500, message: `you sent ${SECRET}`, times: 1, path: /tags/ });

    const run = await sync();

    expect(run.state).toBe('succeeded');
    expect(server.requests().some(({ authorization }) => authorization === `Bearer ${SECRET}`)).toBe(true);
    expect(logged).toContain('127.0.0.1');
    const files = filesOfStore();
    expect(files).toContain('acme/shop');
    for (const spelling of SPELLINGS) {
      expect(logged).not.toContain(spelling);
      expect(files).not.toContain(spelling);
    }
  });

  it('stays out of what a failed run tells, even when the provider repeats it', async () => {
    server.fault({ kind: 'status', status: 403, message: `Bearer ${SECRET} may not` });

    const run = await sync();

    expect(run.errorCode).toBe('PROVIDER_FORBIDDEN');
    const told = JSON.stringify(run) + logged + filesOfStore();
    for (const spelling of SPELLINGS) expect(told).not.toContain(spelling);
  });

  it('is not carried to another host by a redirect, and stays with the one it is for', async () => {
    const shop = shopData().repos[0]?.repo;
    const elsewhere = await startReplayServer({ answer: () => ({ body: shop }), refusal: () => null, now: env.now });
    const there = `${elsewhere.origin}/repos/acme/shop`;
    server.fault({ kind: 'redirect', to: there, status: 301, path: /\/repos\/acme\/shop$/ });
    server.fault({ kind: 'redirect', to: '/api/v3/repositories/4201/tags', status: 307, path: /\/acme\/shop\/tags/ });

    const run = await sync();

    await elsewhere.close();
    expect(run.state).toBe('succeeded');
    expect(elsewhere.requests().map(({ authorization }) => authorization)).toEqual([null]);
    expect(server.requests().filter(({ path }) => path.includes('/repositories/4201/tags'))).toMatchObject([
      { status: 200, authorization: `Bearer ${SECRET}` },
    ]);
    expect(factCounts(store.db)).toMatchObject({ project: 1, 'release-tag': 4 });
  });
});
