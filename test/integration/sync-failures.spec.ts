import net from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultLimits, type HttpLimits } from '../../electron/core/connectors/_kit/http.ts';
import type { RunOptions } from '../../electron/core/sync/run-options.ts';
import type { Connection } from '../../shared/model/connection.ts';
import type { Fault } from '../servers/faults.ts';
import { type GithubServer, startGithubServer } from '../servers/github-server.ts';
import { type TestEnv, testEnv } from '../support/env.ts';
import { shopData } from '../support/github-fixture.ts';
import { githubConnection, syncOnce } from '../support/sync-run.ts';
import { factCounts, openSyncStore, type SyncStore } from '../support/sync-store.ts';
import { notedWaits } from '../support/waits.ts';

const HOUR = 3_600_000;
const limits: HttpLimits = { ...defaultLimits, timeoutMs: 2_000, concurrency: 1 };

interface Case {
  readonly name: string;
  readonly fault?: Fault;
  readonly connection?: Partial<Connection>;
  readonly secret?: string | null;
  readonly limits?: Partial<HttpLimits>;
  readonly code: string;
  /** In the message: the place and what is wrong. */
  readonly says: readonly string[];
  readonly remedy: RegExp;
}

const cases: readonly Case[] = [
  {
    name: 'a wrong token',
    secret: 'wr0ng',
    code: 'PROVIDER_UNAUTHORIZED',
    says: ['127.0.0.1', '401', 'token', 'Bad credentials'],
    remedy: /new token/,
  },
  {
    name: 'no token on this computer',
    secret: null,
    code: 'SECRET_MISSING',
    says: ['“GitHub”', 'no token'],
    remedy: /Enter its token/,
  },
  {
    name: 'a token without the right scope',
    fault: {
      kind: 'status',
      status: 403,
      message: 'Resource not accessible by personal access token',
      headers: { 'x-accepted-oauth-scopes': 'repo' },
    },
    code: 'PROVIDER_FORBIDDEN',
    says: ['127.0.0.1', '403', 'acme/shop repository', 'Resource not accessible'],
    remedy: /one of these rights: repo/,
  },
  {
    name: 'an organisation that wants single sign-on',
    fault: { kind: 'status', status: 403, headers: { 'x-github-sso': 'required; url=https://github.example/sso' } },
    code: 'PROVIDER_FORBIDDEN',
    says: ['127.0.0.1', 'single sign-on', 'acme/shop'],
    remedy: /Configure SSO/,
  },
  {
    name: 'a sign-in page instead of data',
    fault: { kind: 'sign-in-page' },
    code: 'PROVIDER_NOT_JSON',
    says: ['127.0.0.1', '/repos/acme/shop', 'sign-in page'],
    remedy: /sign in to the VPN/,
  },
  {
    name: 'an unknown repository',
    connection: { scopes: ['acme/nowhere'] },
    code: 'PROVIDER_NOT_FOUND',
    says: ['127.0.0.1', '/repos/acme/nowhere', '404'],
    remedy: /how the repository or project is written/,
  },
  {
    name: 'a rate limit that lasts longer than a sync waits',
    fault: { kind: 'rate-limit', resetInSeconds: 3 * 3_600 },
    code: 'PROVIDER_RATE_LIMITED',
    says: ['127.0.0.1', '180 more minutes', 'acme/shop repository'],
    remedy: /the next sync goes on from here/,
  },
  {
    name: 'a rate limit that never ends',
    fault: { kind: 'throttled', retryAfter: '1' },
    code: 'PROVIDER_RATE_LIMITED',
    says: ['127.0.0.1', 'limits how often'],
    remedy: /Sync less often/,
  },
  {
    name: 'a name that does not exist',
    connection: { baseUrl: 'http://github.invalid/api/v3' },
    code: 'PROVIDER_DNS',
    says: ['github.invalid', 'cannot be found'],
    remedy: /typing error/,
  },
  {
    name: 'no answer in time',
    fault: { kind: 'hang' },
    limits: { timeoutMs: 40, attempts: 2 },
    code: 'PROVIDER_TIMEOUT',
    says: ['127.0.0.1', 'did not answer in time', 'acme/shop repository'],
    remedy: /Sync again later/,
  },
  {
    name: 'a connection that is reset',
    fault: { kind: 'reset' },
    code: 'PROVIDER_UNREACHABLE',
    says: ['127.0.0.1', 'cannot be reached', 'ECONNRESET'],
    remedy: /signed in to the VPN/,
  },
  {
    name: 'JSON that breaks off',
    fault: { kind: 'truncated' },
    code: 'PROVIDER_TRUNCATED',
    says: ['127.0.0.1', 'acme/shop repository', 'broke off'],
    remedy: /proxy or VPN/,
  },
  {
    name: 'a connection that breaks in the middle of an answer',
    fault: { kind: 'cut' },
    code: 'PROVIDER_TRUNCATED',
    says: ['127.0.0.1', 'broke off'],
    remedy: /proxy or VPN/,
  },
  {
    name: 'a page cursor that loops',
    fault: { kind: 'loop', path: /\/pulls\?/ },
    code: 'PROVIDER_LOOP',
    says: ['127.0.0.1', 'acme/shop pulls', 'again and again'],
    remedy: /drops the query/,
  },
  {
    name: 'a clock five hours behind the provider',
    fault: { kind: 'skewed-clock', ms: 5 * HOUR },
    code: 'PROVIDER_CLOCK_SKEW',
    says: ['127.0.0.1', '5 hours behind'],
    remedy: /Set the date, time and time zone/,
  },
  {
    name: 'a clock a day ahead of the provider',
    fault: { kind: 'skewed-clock', ms: -24 * HOUR },
    code: 'PROVIDER_CLOCK_SKEW',
    says: ['127.0.0.1', '24 hours ahead'],
    remedy: /Set the date, time and time zone/,
  },
  {
    name: 'a server that only answers with errors of its own',
    fault: { kind: 'status', status: 502, message: 'Bad gateway' },
    code: 'PROVIDER_BROKEN',
    says: ['127.0.0.1', '502', 'Bad gateway'],
    remedy: /status page/,
  },
  {
    name: 'a request that is refused',
    fault: { kind: 'status', status: 400, message: 'Problems parsing JSON' },
    code: 'PROVIDER_REFUSED',
    says: ['127.0.0.1', '400', 'Problems parsing JSON'],
    remedy: /Check the address/,
  },
  {
    name: 'a redirect to something that is not the web',
    fault: { kind: 'redirect', to: 'file:///etc/passwd' },
    code: 'PROVIDER_REFUSED',
    says: ['127.0.0.1', 'redirects to file:', 'not followed'],
    remedy: /Check the address/,
  },
  {
    name: 'redirects that go round in a circle',
    fault: { kind: 'redirect', to: '/api/v3/repos/acme/shop' },
    code: 'PROVIDER_LOOP',
    says: ['127.0.0.1', 'again and again'],
    remedy: /owner of the server/,
  },
  {
    name: 'a page larger than any page',
    fault: { kind: 'huge', bytes: 3 * 1_048_576 },
    limits: { maxBytes: 2 * 1_048_576 },
    code: 'TOO_LARGE',
    says: ['127.0.0.1', '2 MB'],
    remedy: /address/,
  },
];

describe('a sync that fails', () => {
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

  function sync(changes: Partial<Omit<RunOptions, 'env' | 'connection'>> & { connection?: Partial<Connection> }) {
    const { connection, ...rest } = changes;
    return syncOnce(store.db, githubConnection(server.baseUrl, connection), { limits, env, ...rest });
  }

  it.each(cases)('tells of $name', async ({ fault, connection, secret, limits: own, code, says, remedy }) => {
    if (fault) server.fault(fault);

    const run = await sync({
      connection: connection ?? {},
      secret: secret === undefined ? 't0ken' : secret,
      limits: { ...limits, ...own },
    });

    expect(run).toMatchObject({ state: 'failed', errorCode: code });
    for (const words of says) expect(run.errorMessage).toContain(words);
    expect(run.errorRemedy).toMatch(remedy);
  });

  it('tells of a certificate that nobody trusts', async () => {
    const tls = await startGithubServer({ data: shopData(), token: 't0ken', now: env.now, selfSigned: true });

    const run = await sync({ connection: { baseUrl: tls.baseUrl } });

    await tls.close();
    expect(run).toMatchObject({ state: 'failed', errorCode: 'PROVIDER_TLS' });
    expect(run.errorMessage).toContain('127.0.0.1');
    expect(run.errorMessage).toContain('DEPTH_ZERO_SELF_SIGNED_CERT');
    expect(run.errorRemedy).toMatch(/NODE_EXTRA_CA_CERTS/);
    // It is not asked again and again.
    expect(tls.requests()).toHaveLength(0);
  });

  it('tells of a port where nobody listens', async () => {
    const closed = net.createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    // A server that listens on a TCP port has an address with a port.
    const { port } = closed.address() as net.AddressInfo;
    await new Promise((resolve) => closed.close(resolve));

    const run = await sync({ connection: { baseUrl: `http://127.0.0.1:${port}` } });

    expect(run).toMatchObject({ state: 'failed', errorCode: 'PROVIDER_UNREACHABLE' });
    expect(run.errorMessage).toContain(`127.0.0.1:${port}`);
    expect(run.errorMessage).toContain('ECONNREFUSED');
    expect(run.errorRemedy).toMatch(/address and its port/);
  });

  it('goes on after errors that pass: 5xx, resets, broken answers, limits with seconds, with a date, without either', async () => {
    const { wait, waits } = notedWaits(env);
    const soon = new Date(env.now() + 300_000).toUTCString();
    server.fault({ kind: 'status', status: 503, headers: { 'retry-after': '7' }, times: 1, path: /shop$/ });
    server.fault({ kind: 'reset', times: 1, path: /milestones/ });
    server.fault({ kind: 'truncated', times: 1, path: /issues\?/ });
    server.fault({ kind: 'throttled', retryAfter: '11', times: 1, path: /pulls\?/ });
    server.fault({ kind: 'throttled', retryAfter: soon, times: 1, path: /releases/ });
    server.fault({ kind: 'rate-limit', resetInSeconds: 600, times: 1, path: /tags/ });
    server.fault({ kind: 'secondary-limit', retryAfter: null, times: 1, path: /deployments\?/ });

    const run = await sync({ wait, batch: { pages: 1, everyMs: 0 } });

    expect(run).toMatchObject({ state: 'succeeded', errorCode: null });
    expect(factCounts(store.db)).toMatchObject({ 'pull-request': 3, 'work-item': 2, 'release-tag': 4, deployment: 3 });
    const waited = (least: number, most: number) => waits.some((ms) => ms >= least && ms <= most);
    expect(waits).toEqual(expect.arrayContaining([7_000, 11_000, 60_000]));
    // The reset is told in whole seconds, and the date is of a clock that has moved on with the waits before.
    expect([waited(600_000, 601_000), waited(200_000, 300_000)]).toEqual([true, true]);
  });

  it('keeps what was read, and goes on from there', async () => {
    server.fault({ kind: 'status', status: 401, path: /\/pulls\?/ });
    const failed = await sync({});
    server.clearFaults();
    server.forgetRequests();

    const run = await sync({});

    expect(failed).toMatchObject({ state: 'failed', errorCode: 'PROVIDER_UNAUTHORIZED' });
    expect(run.state).toBe('succeeded');
    const asked = server.requests().map(({ path }) => path);
    expect(asked[0]).toContain('/pulls?');
    expect(asked.some((path) => path.endsWith('/repos/acme/shop') || path.includes('/issues?'))).toBe(false);
    expect(factCounts(store.db)).toMatchObject({ project: 1, 'work-item': 2, 'pull-request': 3 });
  });

  it('lets the other repositories go on when one cannot be read', async () => {
    const run = await sync({ connection: { scopes: ['acme/gone', 'acme/shop', 'acme/gone-too'] } });

    expect(run).toMatchObject({ state: 'failed', errorCode: 'PROVIDER_NOT_FOUND' });
    expect(run.errorMessage).toContain('acme/gone');
    expect(run.errorMessage).toContain('1 more could not be read either');
    expect(factCounts(store.db)).toMatchObject({ project: 1, 'pull-request': 3, deployment: 3 });
  });

  it('does not ask a troubled server for everything', async () => {
    server.fault({ kind: 'status', status: 500 });

    const scopes = ['a/1', 'a/2', 'a/3', 'a/4', 'a/5', 'a/6', 'a/7', 'a/8'];
    const run = await sync({ connection: { scopes } });

    expect(run).toMatchObject({ state: 'failed', errorCode: 'PROVIDER_BROKEN' });
    expect(server.requests()).toHaveLength(4 * limits.attempts);
  });

  it('is cancelled after its current page, and goes on when started again', async () => {
    const stop = new AbortController();

    const cancelled = await sync({
      signal: stop.signal,
      batch: { pages: 1, everyMs: 0 },
      onProgress: ({ pages }) => {
        if (pages >= 3) stop.abort();
      },
    });
    const counted = factCounts(store.db);
    const run = await sync({});

    expect(cancelled).toMatchObject({ state: 'cancelled', errorCode: null });
    expect(cancelled.pages).toBeGreaterThanOrEqual(3);
    expect(counted['pull-request']).toBeUndefined();
    expect(run.state).toBe('succeeded');
    expect(factCounts(store.db)).toMatchObject({ 'pull-request': 3, job: 7 });
  });
});
