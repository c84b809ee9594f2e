import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { apiBaseOf, assertSecret, checkConnection } from '../../../../../electron/core/connectors/_kit/check.ts';
import { github } from '../../../../../electron/core/connectors/github/index.ts';
import { jira } from '../../../../../electron/core/connectors/jira/index.ts';
import { type GithubServer, startGithubServer } from '../../../../servers/github-server.ts';
import { testEnv } from '../../../../support/env.ts';
import { shopData } from '../../../../support/github-fixture.ts';
import { githubConnection, silentLog } from '../../../../support/sync-run.ts';

describe('electron/core/connectors/_kit/check', () => {
  const env = testEnv();
  let server: GithubServer;
  beforeEach(async () => {
    server = await startGithubServer({ data: shopData(), token: 't0ken', now: () => env.now() + 2_000 });
  });
  afterEach(() => server.close());

  function check(secret: string | null, scopes = ['acme/shop'], auth: 'token' | 'none' = 'token') {
    const { id: _id, ...plan } = githubConnection(server.baseUrl, { scopes, auth });
    return checkConnection({ connector: github, plan, secret, env, log: silentLog });
  }

  it('says who we are, which scopes can be read and how far the clocks are apart', async () => {
    const result = await check('t0ken', ['acme/shop', 'acme/nowhere']);

    expect(result).toMatchObject({ account: 'ada', clockSkewMs: -2_000 });
    expect(result.scopes).toEqual([
      { scope: 'acme/shop', ok: true, message: '' },
      { scope: 'acme/nowhere', ok: false, message: expect.stringMatching(/404.*Check how the repository/s) },
    ]);
  });

  it('fails as the first question fails, without trying again', async () => {
    await expect(check('wr0ng')).rejects.toMatchObject({ code: 'PROVIDER_UNAUTHORIZED' });
    server.fault({ kind: 'status', status: 500 });
    server.forgetRequests();

    await expect(check('t0ken')).rejects.toMatchObject({ code: 'PROVIDER_BROKEN' });
    expect(server.requests()).toHaveLength(1);
  });

  it('does not wait for a rate limit', async () => {
    server.fault({ kind: 'throttled', retryAfter: '1' });

    await expect(check('t0ken')).rejects.toMatchObject({ code: 'PROVIDER_RATE_LIMITED' });
  });

  it('asks for scopes only where no token is wanted', async () => {
    const open = await startGithubServer({ data: shopData(), token: null, now: env.now });
    const { id: _id, ...plan } = githubConnection(open.baseUrl, { auth: 'none' });

    const result = await checkConnection({ connector: github, plan, secret: null, env, log: silentLog });

    await open.close();
    expect(result).toMatchObject({ account: 'anonymous', scopes: [{ ok: true }] });
  });

  it('needs the secret that the plan needs', () => {
    expect(() => assertSecret({ auth: 'token', name: 'GitHub' }, null)).toThrow(/no token for the connection “GitHub”/);
    expect(() => assertSecret({ auth: 'basic', name: 'Jira' }, '')).toThrow(
      expect.objectContaining({ code: 'SECRET_MISSING' }),
    );
    expect(() => assertSecret({ auth: 'none', name: 'Open' }, null)).not.toThrow();
  });

  it('asks where the connector says that the API lives', () => {
    expect(apiBaseOf(github, { baseUrl: 'https://github.com' })).toBe('https://api.github.com');
    expect(apiBaseOf({ ...jira, apiBase: (base) => `${base}/x` }, { baseUrl: 'https://j' })).toBe('https://j/x');
  });
});
