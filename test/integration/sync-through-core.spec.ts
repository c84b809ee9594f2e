import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemEnv } from '../../electron/core/env.ts';
import { ConnectionPlan } from '../../shared/model/connection.ts';
import type { ConnectionId } from '../../shared/model/ids.ts';
import { type GithubServer, startGithubServer } from '../servers/github-server.ts';
import { type TestCore, testCore } from '../support/core.ts';
import { shopData } from '../support/github-fixture.ts';
import { githubConnection } from '../support/sync-run.ts';

describe('a connection, through the contract', () => {
  let test: TestCore;
  let server: GithubServer;
  beforeEach(async () => {
    test = await testCore({ env: systemEnv() });
    server = await startGithubServer({ data: shopData(), token: 't0ken' });
  });
  afterEach(async () => {
    await test.end();
    await server.close();
  });

  async function connect(changes: Partial<ConnectionPlan> = {}): Promise<ConnectionId> {
    const { id: _id, ...plan } = githubConnection(server.baseUrl, changes);
    const { id } = await test.client.connections.add(ConnectionPlan.parse(plan));
    await test.client.connections.saveSecret({ id, secret: 't0ken' });
    return id;
  }

  it('is tested, synced and shown with its health', async () => {
    const id = await connect({ scopes: ['acme/shop', 'acme/gone'] });

    const tested = await test.client.connections.test({ id });
    const run = await test.client.sync.run({ connectionId: id, trigger: 'cli' });
    const [health] = await test.client.connections.list({});

    expect(tested).toMatchObject({ account: 'ada', scopes: [{ ok: true }, { ok: false }] });
    expect(run).toMatchObject({ state: 'failed', errorCode: 'PROVIDER_NOT_FOUND', trigger: 'cli', rows: { job: 7 } });
    expect(health).toMatchObject({
      state: 'failing',
      hasSecret: true,
      lastSuccessAt: null,
      nextRunAt: null,
      rows: { 'pull-request': 3, commit: 4, deployment: 3, transition: 5 },
      lastRun: { errorRemedy: expect.stringContaining('Check how the repository') },
    });
    expect(await test.client.sync.runs({ connectionId: id })).toEqual([run]);
  });

  it('is followed while it syncs, and cancelled', async () => {
    const id = await connect();
    server.fault({ kind: 'hang', path: /releases/ });
    const stop = new AbortController();
    const told: string[] = [];
    const following = (async () => {
      for await (const { state } of await test.client.sync.progress({}, { signal: stop.signal })) told.push(state);
    })().catch(() => {});

    const { runId } = await test.client.sync.start({ connectionId: id });
    const joined = test.client.sync.run({ connectionId: id });
    while (!server.requests().some(({ path }) => path.includes('releases')))
      await new Promise((go) => setTimeout(go, 5));
    const [busy] = await test.client.connections.list({});
    await test.client.sync.cancel({ connectionId: id });
    const run = await joined;
    stop.abort();
    await following;

    expect(busy?.state).toBe('running');
    expect(run).toMatchObject({ id: runId, state: 'cancelled' });
    expect(told[0]).toBe('running');
  });

  it('applies new rules to kept pages at once, without a network', async () => {
    const id = await connect();
    await test.client.sync.run({ connectionId: id });
    await server.close();
    const [before] = await test.client.connections.list({});
    const { id: _id, ...plan } = before?.connection ?? githubConnection('');
    const rules = { ...plan.rules, statuses: [{ pattern: 'open', category: 'waiting' as const }] };
    await test.client.connections.update({ id, plan: { ...plan, rules } });

    const remapped = await test.client.sync.remap({ connectionId: id });

    expect(remapped).toMatchObject({ pages: 22, dropped: 0 });
    const { rows } = await test.client.workItems.search({});
    expect(rows.map(({ key, category }) => [key, category])).toEqual(
      expect.arrayContaining([
        ['acme/shop#3', 'done'],
        ['acme/shop#4', 'waiting'],
      ]),
    );
    server = await startGithubServer({ data: shopData(), token: 't0ken' });
  });

  it('says what is wrong with a plan before it is added', async () => {
    const { id: _id, ...plan } = githubConnection(server.baseUrl);
    const test1 = test.client.connections.testPlan({ plan, secret: 'wr0ng' });

    await expect(test1).rejects.toMatchObject({ code: 'PROVIDER_UNAUTHORIZED', data: { remedy: expect.any(String) } });
    expect(await test.client.connections.testPlan({ plan, secret: 't0ken' })).toMatchObject({ account: 'ada' });
  });
});
