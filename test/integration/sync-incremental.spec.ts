import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultLimits } from '../../electron/core/connectors/_kit/http.ts';
import { github } from '../../electron/core/connectors/github/index.ts';
import { readFactCounts } from '../../electron/core/db/fact-counts.ts';
import { remapConnection } from '../../electron/core/sync/remap.ts';
import type { SyncRun } from '../../shared/model/connection.ts';
import type { GithubRepoData } from '../servers/github-data.ts';
import { type GithubServer, startGithubServer } from '../servers/github-server.ts';
import { type TestEnv, testEnv } from '../support/env.ts';
import { shopData, shopRepository } from '../support/github-fixture.ts';
import { githubConnection, syncOnce } from '../support/sync-run.ts';
import { allFactRows, factCounts, factRows, openSyncStore, type SyncStore } from '../support/sync-store.ts';

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

  /** The weeks before the latest that are read again. */
  function weeksBefore(status: string): readonly string[] {
    const weeks = ['02-26 03-04', '02-19 02-25', '02-12 02-18', '02-05 02-11', '01-29 02-04'].map((week) =>
      week.split(' '),
    );
    const range = ([from, to]: readonly string[]) => `2026-${from}T00:00:00Z..2026-${to}T23:59:59Z`;
    return weeks.map((week) => `${status} /actions/runs?created=${range(week)}&per_page=100`);
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
      // The weeks in which a run may have been started again.
      '200 /actions/runs?created=>=2026-03-05T00:00:00Z&per_page=100',
      '304 /actions/runs/9004/jobs?per_page=100',
      ...weeksBefore('200'),
      '304 /deployments?per_page=100',
      '304 /releases?per_page=100',
      '304 /tags?per_page=100',
      // It has not ended yet.
      '304 /deployments/703/statuses?per_page=100',
    ]);
    expect(allFactRows(store.db)).toEqual(before);
    await sync();
    expect(asked().filter((one) => one.includes('/actions/runs?'))).toEqual([
      '304 /actions/runs?created=>=2026-03-05T00:00:00Z&per_page=100',
      ...weeksBefore('304'),
    ]);
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
      '200 /actions/runs?created=>=2026-03-05T00:00:00Z&per_page=100',
      '200 /actions/runs/9005/jobs?per_page=100',
      ...weeksBefore('200'),
      '200 /deployments?per_page=100',
      '200 /deployments/703/statuses?per_page=100',
    ]);
    expect(confirmed).toBe(16 + 5);
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
    const ended = { ...first, created_at: '2025-12-01T08:00:00Z' };
    const old = { ...ended, status: 'in_progress', conclusion: null };
    server.setData({ user: { login: 'ada' }, repos: [{ ...shop, runs: [old, second] }] });
    await sync();
    server.setData({ user: { login: 'ada' }, repos: [{ ...shop, runs: [ended, second] }] });

    await sync();
    const [askedThen, rowThen] = [asked(), factRows(store.db, 'pipeline-run')[0]];
    await sync();

    expect(askedThen).toContain('200 /actions/runs/9001');
    expect(askedThen.filter((one) => one.includes('/actions/runs/9001/jobs'))).toHaveLength(1);
    expect(rowThen).toMatchObject({ external_id: '9001', outcome: 'success' });
    // It has ended, so nobody asks for it any more.
    expect(asked().some((one) => one.includes('/actions/runs/9001'))).toBe(false);
  });

  it('asks again for the end of a deployment, however many were created since, until it has ended', async () => {
    const shop = shopRepository();
    const [last] = shop.deployments as [GithubRepoData['deployments'][0]];
    const old = { ...last, id: 700, created_at: '2025-12-01T08:00:00Z', updated_at: '2025-12-01T08:00:00Z' };
    const status = { id: 7001, state: 'waiting', created_at: '2025-12-01T08:00:10Z' };
    const world = (statuses: readonly (typeof status)[]) =>
      shopData({
        deployments: [...shop.deployments, old],
        deploymentStatuses: new Map([...shop.deploymentStatuses, [700, statuses]]),
      });
    const row = () => factRows(store.db, 'deployment').find(({ external_id }) => external_id === '700');
    const statusesAsked = () => asked().filter((one) => one.includes('/deployments/700/'));
    server.setData(world([status]));
    await sync();
    const first = row();
    await sync();
    const unchanged = statusesAsked();
    server.setData(world([status, { id: 7002, state: 'success', created_at: '2026-03-05T08:30:00Z' }]));

    await sync();
    const [ended, endedAsked] = [row(), statusesAsked()];
    await sync();

    expect(first).toMatchObject({ outcome: 'running', finished_at: null });
    expect(unchanged).toEqual(['304 /deployments/700/statuses?per_page=100']);
    expect(endedAsked).toEqual(['200 /deployments/700/statuses?per_page=100']);
    expect(ended).toMatchObject({
      outcome: 'success',
      finished_at: Date.parse('2026-03-05T08:30:00Z'),
      environment: last.environment,
      sha: last.sha,
    });
    // It has ended, so nobody asks for it any more.
    expect(statusesAsked()).toEqual([]);
  });

  it('notices that a run was started again after it had ended, and reads its jobs of now', async () => {
    const shop = shopRepository();
    await sync();
    const [first, ...others] = shop.runs;
    const again = { ...first, run_attempt: 2, conclusion: 'failure', updated_at: '2026-03-05T08:45:00Z' };
    const job = { ...shop.runJobs.get(9001)?.[0], id: 91_001, run_attempt: 2, conclusion: 'failure' };
    server.setData(
      shopData({
        runs: [again as GithubRepoData['runs'][0], ...others],
        runJobs: new Map([...shop.runJobs, [9001, [job as never]]]),
      }),
    );

    await sync();

    expect(factRows(store.db, 'pipeline-run').find((row) => row.external_id === '9001')).toMatchObject({
      attempt: 2,
      outcome: 'failure',
      finished_at: Date.parse('2026-03-05T08:45:00Z'),
    });
    expect(factRows(store.db, 'job').map((row) => row.external_id)).toContain('91001');
    expect(asked().filter((one) => one.includes('/jobs'))).toHaveLength(2);
  });

  it('forgets what is no longer there: tags, releases, milestones, commits and reviews, and no more', async () => {
    const small = await startGithubServer({ data: shopData(), token: 't0ken', now: env.now, largestPage: 1 });
    const shop = shopRepository();
    const syncSmall = () => syncOnce(store.db, githubConnection(small.baseUrl), { limits, env });
    await syncSmall();
    const before = allFactRows(store.db);
    const pull = shop.pulls.find(({ number }) => number === 1) as GithubRepoData['pulls'][0];
    const pulls = shop.pulls.map((one) => (one === pull ? { ...one, updated_at: '2026-03-05T08:40:00Z' } : one));
    small.setData(
      shopData({
        tags: shop.tags.slice(1),
        releases: shop.releases.slice(0, -1),
        milestones: shop.milestones.slice(1),
        pulls,
        pullCommits: new Map([...shop.pullCommits, [1, shop.pullCommits.get(1)?.slice(-1) ?? []]]),
        pullReviews: new Map([...shop.pullReviews, [1, []]]),
      }),
    );

    const run = await syncSmall();
    const after = allFactRows(store.db);
    const { rows } = (await syncOnce(store.db, githubConnection(small.baseUrl), { limits, env })) as SyncRun;
    await remapConnection(store.db, { connection: githubConnection(small.baseUrl), connector: github });
    await small.close();

    const gone = (kind: string) => (before[kind]?.length ?? 0) - (after[kind]?.length ?? 0);
    expect(run.state).toBe('succeeded');
    expect(Object.keys(before).filter((kind) => gone(kind) !== 0)).toEqual([
      'source-version',
      'commit',
      'review',
      'release-tag',
    ]);
    expect(['source-version', 'commit', 'review', 'release-tag'].map(gone)).toEqual([1, 1, 2, 2]);
    expect(after.commit?.map(({ sha }) => sha)).toContain('c2'.repeat(20));
    expect([allFactRows(store.db), rows['release-tag']]).toEqual([after, after['release-tag']?.length]);
    expect(readFactCounts(store.db).get('gh')).toEqual(factCounts(store.db));
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
    expect(asked().filter((one) => one.includes('/actions/runs?'))).toHaveLength(10 + 3 + 4);
  });

  it('starts anew when the connection leads to another server', async () => {
    await sync();
    const other = await startGithubServer({ data: shopData(), token: 't0ken', now: env.now });

    const run = await syncOnce(store.db, githubConnection(other.baseUrl), { limits, env });

    await other.close();
    expect(run.state).toBe('succeeded');
    expect(other.requests().every(({ ifNoneMatch }) => ifNoneMatch === null)).toBe(true);
    // And one request before it, to see whether the new address answers.
    expect(other.requests()).toHaveLength(23);
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
