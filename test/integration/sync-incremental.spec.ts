import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultLimits } from '../../electron/core/connectors/_kit/http.ts';
import type { SyncRun } from '../../shared/model/connection.ts';
import type { GithubRepoData } from '../servers/github-data.ts';
import { type GithubServer, startGithubServer } from '../servers/github-server.ts';
import { type TestEnv, testEnv } from '../support/env.ts';
import { shopData, shopRepository } from '../support/github-fixture.ts';
import { githubConnection, syncOnce } from '../support/sync-run.ts';
import { allFactRows, factRows, openSyncStore, type SyncStore } from '../support/sync-store.ts';

const limits = { ...defaultLimits, concurrency: 1 };

describe('an incremental sync', () => {
  let env: TestEnv;
  let server: GithubServer;
  let store: SyncStore;
  beforeEach(async () => {
    env = testEnv('2026-03-05T09:00:00Z');
    server = await startGithubServer({ data: shopData(), token: 't0ken', now: env.now });
    store = openSyncStore();
  });
  afterEach(async () => {
    store.end();
    await server.close();
  });

  async function sync(): Promise<SyncRun> {
    server.forgetRequests();
    const run = await syncOnce(store.db, githubConnection(server.baseUrl), { limits, env });
    expect(run).toMatchObject({ state: 'succeeded' });
    return run;
  }

  /** Each request in the order that it was made, as `status path`, the repository's path left out. */
  function asked(): readonly string[] {
    return server
      .requests()
      .map(({ status, path }) => `${status} ${decodeURIComponent(path).replace('/api/v3/repos/acme/shop', '')}`);
  }

  it('asks for everything the first time', async () => {
    await sync();

    expect(asked()).toEqual([
      '200 ',
      '200 /milestones?state=all&per_page=100',
      '200 /issues?state=all&sort=updated&direction=desc&per_page=100',
      '200 /issues/events?per_page=100',
      '200 /pulls?state=all&sort=updated&direction=desc&per_page=100',
      '200 /pulls/2/commits?per_page=100',
      '200 /pulls/2/reviews?per_page=100',
      '200 /pulls/5/commits?per_page=100',
      '200 /pulls/5/reviews?per_page=100',
      '200 /pulls/1/commits?per_page=100',
      '200 /pulls/1/reviews?per_page=100',
      '200 /actions/runs?per_page=100',
      '200 /actions/runs/9004/jobs?per_page=100',
      '200 /actions/runs/9003/jobs?per_page=100',
      '200 /actions/runs/9002/jobs?per_page=100',
      '200 /actions/runs/9001/jobs?per_page=100',
      '200 /deployments?per_page=100',
      '200 /deployments/703/statuses?per_page=100',
      '200 /deployments/701/statuses?per_page=100',
      '200 /deployments/702/statuses?per_page=100',
      '200 /releases?per_page=100',
      '200 /tags?per_page=100',
    ]);
  });

  it('fetches nothing anew when nothing has changed, but what lies at the edge of its windows', async () => {
    await sync();
    const before = allFactRows(store.db);

    await sync();

    expect(asked()).toEqual([
      '304 ',
      '304 /milestones?state=all&per_page=100',
      // One second before the newest change that was seen: others of that second are not missed.
      '200 /issues?state=all&sort=updated&direction=desc&since=2026-03-05T07:59:59Z&per_page=100',
      '304 /issues/events?per_page=100',
      '304 /pulls?state=all&sort=updated&direction=desc&per_page=100',
      '304 /pulls/2/commits?per_page=100',
      '304 /pulls/2/reviews?per_page=100',
      '200 /actions/runs?created=>=2026-03-05T08:00:00Z&per_page=100',
      '304 /actions/runs/9004/jobs?per_page=100',
      '304 /deployments?per_page=100',
      '304 /deployments/703/statuses?per_page=100',
      '304 /releases?per_page=100',
      '304 /tags?per_page=100',
    ]);
    expect(allFactRows(store.db)).toEqual(before);
  });

  it('says that facts are as fresh as the answer that confirmed them', async () => {
    const youngest = () =>
      store.db.get<{ at: number }>({ text: 'SELECT min(fetched_at) AS at FROM fact_release_tag', values: [] })?.at;
    await sync();
    const first = env.now();
    expect(youngest()).toBeLessThanOrEqual(first);
    env.pass(600_000);

    await sync();

    expect(youngest()).toBeGreaterThanOrEqual(first + 600_000);
  });

  it('fetches what has changed and what was still running', async () => {
    await sync();
    const shop = shopRepository();
    const change = <T extends { readonly id: number }>(rows: readonly T[], id: number, changes: Partial<T>) =>
      rows.map((row) => (row.id === id ? { ...row, ...changes } : row));
    const changed: GithubRepoData = {
      ...shop,
      pulls: change(shop.pulls, 105, { title: 'Bump left-pad', updated_at: '2026-03-05T08:30:00Z' }),
      issues: [
        ...shop.issues,
        {
          id: 107,
          number: 7,
          title: 'Pay twice',
          state: 'open',
          created_at: '2026-03-05T08:40:00Z',
          updated_at: '2026-03-05T08:40:00Z',
          closed_at: null,
        },
      ],
      runs: [
        ...change(shop.runs, 9004, { status: 'completed', conclusion: 'success', updated_at: '2026-03-05T08:20:00Z' }),
        { ...(shop.runs[0] as GithubRepoData['runs'][0]), id: 9005, created_at: '2026-03-05T08:31:00Z' },
      ],
      deployments: change(shop.deployments, 703, { updated_at: '2026-03-05T08:50:00Z' }),
      deploymentStatuses: new Map([
        ...shop.deploymentStatuses,
        [703, [{ id: 7031, state: 'failure', created_at: '2026-03-05T08:50:00Z' }]],
      ]),
    };
    server.setData({ user: { login: 'ada' }, repos: [changed] });

    await sync();

    const [fetched, confirmed] = [asked().filter((one) => one.startsWith('200')), asked().length];
    expect(fetched).toEqual([
      '200 /issues?state=all&sort=updated&direction=desc&since=2026-03-05T07:59:59Z&per_page=100',
      '200 /pulls?state=all&sort=updated&direction=desc&per_page=100',
      '200 /actions/runs?created=>=2026-03-05T08:00:00Z&per_page=100',
      '200 /actions/runs/9005/jobs?per_page=100',
      '200 /deployments?per_page=100',
      '200 /deployments/703/statuses?per_page=100',
    ]);
    expect(confirmed).toBe(16);
    const rows = (kind: Parameters<typeof factRows>[1]) => factRows(store.db, kind);
    expect(rows('pull-request').find(({ number }) => number === 5)).toMatchObject({ title: 'Bump left-pad' });
    expect(rows('work-item').map(({ key }) => key)).toContain('acme/shop#7');
    expect(rows('pipeline-run').find((row) => row.external_id === '9004')).toMatchObject({ outcome: 'success' });
    expect(rows('deployment').find((row) => row.external_id === '703')).toMatchObject({
      outcome: 'failure',
      finished_at: Date.parse('2026-03-05T08:50:00Z'),
    });
  });

  it('asks again for a run that was running, however long ago it was created', async () => {
    const shop = shopRepository();
    const [first, second] = shop.runs as [GithubRepoData['runs'][0], GithubRepoData['runs'][0]];
    const old = { ...first, status: 'in_progress', conclusion: null };
    server.setData({ user: { login: 'ada' }, repos: [{ ...shop, runs: [old, second] }] });
    await sync();
    server.setData({ user: { login: 'ada' }, repos: [{ ...shop, runs: [first, second] }] });

    await sync();
    const [askedThen, rowThen] = [asked(), factRows(store.db, 'pipeline-run')[0]];
    await sync();

    expect(askedThen).toContain('200 /actions/runs/9001');
    expect(askedThen.filter((one) => one.includes('/actions/runs/9001/jobs'))).toHaveLength(1);
    expect(rowThen).toMatchObject({ external_id: '9001', outcome: 'success' });
    // It has ended, so nobody asks for it any more.
    expect(asked().some((one) => one.includes('/actions/runs/9001'))).toBe(false);
  });

  it('reads more runs of one window than GitHub lists', async () => {
    const run = shopRepository().runs[0] as GithubRepoData['runs'][0];
    const made = (from: number, count: number) =>
      Array.from({ length: count }, (_, index) => ({
        ...run,
        id: from + index,
        created_at: new Date(Date.parse('2026-03-01T00:00:00Z') + (from + index) * 1_000)
          .toISOString()
          .replace('.000', ''),
      }));
    server.setData({ user: { login: 'ada' }, repos: [{ ...shopRepository(), runs: made(1, 2) }] });
    await sync();
    server.setData({ user: { login: 'ada' }, repos: [{ ...shopRepository(), runs: made(1, 1_202) }] });

    await sync();

    expect(factRows(store.db, 'pipeline-run')).toHaveLength(1_202);
    expect(asked().filter((one) => one.includes('/actions/runs?'))).toHaveLength(10 + 3);
  });

  it('starts anew when the connection leads to another server', async () => {
    await sync();
    const other = await startGithubServer({ data: shopData(), token: 't0ken', now: env.now });

    const run = await syncOnce(store.db, githubConnection(other.baseUrl), { limits, env });

    await other.close();
    expect(run.state).toBe('succeeded');
    expect(other.requests().every(({ ifNoneMatch }) => ifNoneMatch === null)).toBe(true);
    expect(other.requests()).toHaveLength(22);
  });

  it('reads kept pages anew when the rules have changed', async () => {
    await sync();
    const connection = githubConnection(server.baseUrl);
    const rules = {
      statuses: [{ pattern: 'open', category: 'active' as const }],
      productionEnvironments: ['stag*'],
      deploymentJobs: ['ship*'],
    };

    await syncOnce(store.db, { ...connection, rules }, { limits, env });

    expect(factRows(store.db, 'work-item').map(({ category }) => category)).toEqual(['done', 'active']);
    expect(factRows(store.db, 'deployment').map((row) => [row.external_id, row.production])).toEqual([
      ['701', 0],
      ['702', 1],
      ['703', 0],
      ['9105', 1],
    ]);
  });
});
