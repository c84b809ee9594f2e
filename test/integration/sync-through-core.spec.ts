import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { github } from '../../electron/core/connectors/github/index.ts';
import { openDatabase } from '../../electron/core/db/open.ts';
import { sql } from '../../electron/core/db/sql.ts';
import { systemEnv } from '../../electron/core/env.ts';
import type { HostServices } from '../../electron/core/host-services.ts';
import { ConnectionPlan } from '../../shared/model/connection.ts';
import type { ConnectionId } from '../../shared/model/ids.ts';
import { type GithubServer, startGithubServer } from '../servers/github-server.ts';
import { type TestCore, testCore, testHost } from '../support/core.ts';
import { shopData } from '../support/github-fixture.ts';
import { githubConnection } from '../support/sync-run.ts';

describe('a connection, through the contract', () => {
  let host: HostServices;
  let test: TestCore;
  let server: GithubServer;
  beforeEach(async () => {
    host = testHost();
    test = await testCore({ env: systemEnv(), host });
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

  it('tells of a sync that cannot be written down, and shows the connection as failing', async () => {
    const id = await connect();
    await test.client.sync.run({ connectionId: id });
    const db = openDatabase({ file: test.file, readOnly: false, create: false });
    db.exec("CREATE TRIGGER full BEFORE INSERT ON sync_run BEGIN SELECT RAISE (ABORT, 'refused'); END");
    db.close();

    const run = await test.client.sync.run({ connectionId: id, trigger: 'cli' });
    const [health] = await test.client.connections.list({});
    const runs = await test.client.sync.runs({ connectionId: id });

    expect(run).toMatchObject({ state: 'failed', errorCode: 'INTERNAL', trigger: 'cli', connectionId: id });
    expect(run.errorMessage).not.toMatch(/more could not be read/);
    expect(health).toMatchObject({ state: 'failing', lastRun: run, lastSuccessAt: expect.any(Number) });
    expect(runs.map(({ state }) => state)).toEqual(['succeeded']);
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

  it('reads another server from its beginning and keeps nothing of the old one, though rules change with it', async () => {
    const id = await connect({ auth: 'none' });
    await server.close();
    server = await startGithubServer({ data: shopData(), token: null });
    const plan = async (changes: Partial<ConnectionPlan>) => {
      const [health] = await test.client.connections.list({});
      const { id: _id, ...now } = health?.connection ?? githubConnection('');
      await test.client.connections.update({ id, plan: { ...now, ...changes } });
    };
    await plan({ baseUrl: server.baseUrl });
    await test.client.sync.run({ connectionId: id });
    const issues = shopData().repos[0]?.issues ?? [];
    const moved = await startGithubServer({ data: shopData({ issues: issues.slice(1), milestones: [] }), token: null });
    const rules = { ...github.defaultRules, statuses: [{ pattern: 'open', category: 'waiting' as const }] };

    await plan({ baseUrl: moved.baseUrl, rules });
    await test.client.sync.remap({ connectionId: id });
    const run = await test.client.sync.run({ connectionId: id });

    const { rows } = await test.client.workItems.search({});
    const [health] = await test.client.connections.list({});
    expect(run.state).toBe('succeeded');
    expect(moved.requests().every(({ ifNoneMatch, status }) => ifNoneMatch === null && status === 200)).toBe(true);
    expect(rows.map(({ key, category }) => [key, category])).toEqual([[`acme/shop#${issues[1]?.number}`, 'waiting']]);
    expect(health?.rows).toMatchObject({ 'work-item': 1, 'pull-request': 3 });
    expect(health?.rows).not.toHaveProperty('source-version');
    await moved.close();
  });

  it('sends its token to no address that somebody wrote into the file', async () => {
    const id = await connect({ everyMinutes: 5 });
    await test.core.close();
    const elsewhere = await startGithubServer({ data: shopData(), token: 't0ken' });
    const db = openDatabase({ file: test.file, readOnly: false, create: false });
    db.run(sql`UPDATE connection SET base_url = ${elsewhere.baseUrl}`);
    db.close();

    const env = { ...systemEnv(), random: () => 0 };
    const again = await testCore({ file: test.file, create: undefined, env, host, schedule: true });
    const [run] = await expect
      .poll(() => again.client.sync.runs({ connectionId: id }))
      .toHaveLength(1)
      .then(() => again.client.sync.runs({ connectionId: id }));
    const [health] = await again.client.connections.list({});
    await again.end();
    await elsewhere.close();

    expect(run).toMatchObject({ state: 'failed', errorCode: 'SECRET_MISSING', trigger: 'schedule' });
    expect([health?.hasSecret, health?.state, elsewhere.requests()]).toEqual([false, 'failing', []]);
  });

  it('reads everything again where that is asked for', async () => {
    const id = await connect();
    await test.client.sync.run({ connectionId: id });
    server.forgetRequests();

    const run = await test.client.sync.run({ connectionId: id, fromScratch: true });

    expect(run).toMatchObject({ state: 'succeeded', pages: 22 });
    expect(server.requests().every(({ status }) => status === 200)).toBe(true);
  });

  it('is followed until the core closes, and no longer', async () => {
    const id = await connect();
    server.fault({ kind: 'hang' });
    const { port1, port2 } = new MessageChannel();
    test.core.serve(port1, { actor: 'Grace', can: 'write' });
    const client = createORPCClient<TestCore['client']>(new RPCLink({ port: port2 }));
    const states: string[] = [];
    const follow = async (events: AsyncIterable<{ readonly state: string }>) => {
      for await (const { state } of events) states.push(state);
    };
    await client.sync.start({ connectionId: id });
    const followed = [follow(await client.sync.progress({})), follow(await test.client.sync.progress({}))];
    await expect.poll(() => states.length).toBeGreaterThan(1);

    await test.core.close();

    await expect(Promise.all(followed)).resolves.toHaveLength(2);
    port1.close();
  });

  it('says what is wrong with a plan before it is added', async () => {
    const { id: _id, ...plan } = githubConnection(server.baseUrl);
    const test1 = test.client.connections.testPlan({ plan, secret: 'wr0ng' });

    await expect(test1).rejects.toMatchObject({ code: 'PROVIDER_UNAUTHORIZED', data: { remedy: expect.any(String) } });
    expect(await test.client.connections.testPlan({ plan, secret: 't0ken' })).toMatchObject({ account: 'ada' });
  });
});
