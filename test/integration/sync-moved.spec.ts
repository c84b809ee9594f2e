import net from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultLimits } from '../../electron/core/connectors/_kit/http.ts';
import type { Connection, SyncRun } from '../../shared/model/connection.ts';
import type { ConnectionId } from '../../shared/model/ids.ts';
import { type GithubServer, startGithubServer } from '../servers/github-server.ts';
import { type TestEnv, testEnv } from '../support/env.ts';
import { shopData } from '../support/github-fixture.ts';
import { githubConnection, syncOnce } from '../support/sync-run.ts';
import { allFactRows, factCounts, openSyncStore, type SyncStore } from '../support/sync-store.ts';

const gh = 'gh' as ConnectionId;
const limits = { ...defaultLimits, timeoutMs: 2_000, attempts: 2, concurrency: 1 };

/** A port of this machine on which nobody listens. */
async function closedPort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a TCP port has an address with a port.
  const { port } = server.address() as net.AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe('a synced connection whose address changes', () => {
  let env: TestEnv;
  let server: GithubServer;
  let store: SyncStore;
  beforeEach(async () => {
    env = testEnv('2026-03-05T09:00:00Z');
    server = await startGithubServer({ data: shopData(), token: 't0ken', now: env.now });
    store = openSyncStore();
    await sync();
    server.forgetRequests();
  });
  afterEach(async () => {
    store.end();
    await server.close();
  });

  function sync(changes: Partial<Connection> = {}): Promise<SyncRun> {
    return syncOnce(store.db, githubConnection(server.baseUrl, changes), { limits, env });
  }

  function held() {
    const count = (text: string) => store.db.get<{ rows: number }>({ text, values: [gh] })?.rows;
    return {
      facts: allFactRows(store.db),
      pages: count('SELECT count(*) AS rows FROM raw_page WHERE connection_id = ?'),
      watermarks: count("SELECT count(*) AS rows FROM sync_watermark WHERE connection_id = ? AND scope <> ''"),
    };
  }

  const addresses: readonly (readonly [name: string, code: string, address: () => Promise<string>])[] = [
    ['a port where nobody listens', 'PROVIDER_UNREACHABLE', async () => `http://127.0.0.1:${await closedPort()}`],
    ['a name that does not exist', 'PROVIDER_DNS', async () => 'http://github.invalid/api/v3'],
    ['a wrong path of the same server', 'PROVIDER_NOT_FOUND', async () => `${server.origin}/jira`],
  ];

  it.each(addresses)(
    'keeps everything while the new one is %s, and goes on when it is set right',
    async (_, code, address) => {
      const before = held();

      const run = await sync({ baseUrl: await address() });
      const after = held();
      server.forgetRequests();
      const again = await sync();

      expect(run).toMatchObject({ state: 'failed', errorCode: code });
      expect(run.errorMessage).toContain('kept until');
      expect(after).toEqual(before);
      expect(again.state).toBe('succeeded');
      expect(server.requests().filter(({ status }) => status === 304).length).toBeGreaterThan(5);
    },
  );

  it('keeps everything while the new server does not take the token, or has none of what is to be read', async () => {
    const before = held();
    const other = await startGithubServer({ data: shopData(), token: 'an0ther', now: env.now });
    const empty = await startGithubServer({
      data: { user: { login: 'ada' }, repos: [] },
      token: 't0ken',
      now: env.now,
    });

    const refused = await sync({ baseUrl: other.baseUrl });
    const missing = await sync({ baseUrl: empty.baseUrl, scopes: ['acme/shop', 'acme/till'] });
    await other.close();
    await empty.close();

    expect(refused.errorCode).toBe('PROVIDER_UNAUTHORIZED');
    expect(missing.errorCode).toBe('PROVIDER_NOT_FOUND');
    expect(empty.requests()).toHaveLength(2);
    expect(held()).toEqual(before);
  });

  it('keeps everything where the same server is only written otherwise', async () => {
    const before = held();

    const run = await sync({ baseUrl: `${server.origin.replace('http:', 'HTTP:')}/` });

    expect(run.state).toBe('succeeded');
    expect(server.requests().some(({ status }) => status === 304)).toBe(true);
    expect(held().facts).toEqual(before.facts);
  });

  it('forgets the old server once the new one has answered, even for one of several repositories', async () => {
    const issues = shopData().repos[0]?.issues.slice(1) ?? [];
    const other = await startGithubServer({ data: shopData({ issues }), token: 't0ken', now: env.now });

    const run = await sync({ baseUrl: other.baseUrl, scopes: ['acme/gone', 'acme/shop'] });
    await other.close();

    expect(run).toMatchObject({ state: 'failed', errorCode: 'PROVIDER_NOT_FOUND' });
    expect(run.errorMessage).not.toContain('kept until');
    expect(factCounts(store.db)).toMatchObject({ 'work-item': 1, 'pull-request': 3 });
    expect(server.requests()).toEqual([]);
  });
});
