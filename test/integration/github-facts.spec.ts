import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SyncRun } from '../../shared/model/connection.ts';
import { type GithubServer, startGithubServer } from '../servers/github-server.ts';
import { testEnv } from '../support/env.ts';
import { shopData } from '../support/github-fixture.ts';
import { githubConnection, syncOnce } from '../support/sync-run.ts';
import { factCounts, factRows, openSyncStore, type SyncStore } from '../support/sync-store.ts';

const WEB = 'https://github.example/acme/shop';
const C1 = 'c1'.repeat(20);
const C2 = 'c2'.repeat(20);
const D1 = 'd1'.repeat(20);
const MERGE = 'a1'.repeat(20);
const at = (iso: string) => Date.parse(iso);

// Every expected value below was worked out by hand from test/fixtures/github/shop.
describe('a sync of GitHub', () => {
  const env = testEnv('2026-03-05T09:00:00Z');
  let server: GithubServer;
  let store: SyncStore;
  let run: SyncRun;
  beforeAll(async () => {
    server = await startGithubServer({ data: shopData(), token: 't0ken', now: env.now, largestPage: 2 });
    store = openSyncStore();
    const connection = githubConnection(server.baseUrl);
    const rules = { ...connection.rules, deploymentJobs: ['deploy to prod*'] };
    run = await syncOnce(store.db, { ...connection, rules }, { env });
  });
  afterAll(async () => {
    store.end();
    await server.close();
  });

  const byId = (kind: Parameters<typeof factRows>[1], key: string) =>
    factRows(store.db, kind).find((row) => row.id === `gh:${kind}:${key}`);

  it('ends well and counts what it wrote', () => {
    expect(run).toMatchObject({ state: 'succeeded', droppedCount: 0, dropped: [], errorCode: null });
    expect(factCounts(store.db)).toEqual({
      project: 1,
      person: 3,
      'work-item': 2,
      transition: 5,
      'source-version': 2,
      'pull-request': 3,
      commit: 4,
      review: 2,
      'pipeline-run': 4,
      job: 7,
      deployment: 4,
      'release-tag': 4,
    });
  });

  it('reads the repository, its people and its milestones', () => {
    expect(byId('project', 'acme/shop')).toEqual({
      id: 'gh:project:acme/shop',
      connection_id: 'gh',
      external_id: '4201',
      url: WEB,
      key: 'acme/shop',
      name: 'shop',
    });
    expect(factRows(store.db, 'person').map((row) => [row.login, row.external_id, row.url])).toEqual([
      ['ada', '11', 'https://github.example/ada'],
      ['dependabot[bot]', '49', 'https://github.example/dependabot'],
      ['grace', '12', 'https://github.example/grace'],
    ]);
    expect(factRows(store.db, 'source-version')).toMatchObject([
      { name: '1.0', description: 'The first one', released: 1, release_at: at('2026-03-15T00:00:00Z') },
      { name: '1.1', description: null, released: 0, release_at: null },
    ]);
  });

  it('reads issues without the pull requests that GitHub lists among them', () => {
    expect(byId('work-item', 'acme/shop#3')).toEqual({
      id: 'gh:work-item:acme/shop#3',
      connection_id: 'gh',
      external_id: '103',
      url: `${WEB}/issues/3`,
      project_key: 'acme/shop',
      key: 'acme/shop#3',
      title: 'The basket forgets what is in it',
      type: 'issue',
      original_status: 'closed',
      category: 'done',
      priority: null,
      resolution: null,
      assignee: 'ada',
      labels: '["bug"]',
      versions: '["1.0"]',
      story_points: null,
      created_at: at('2026-02-20T10:00:00Z'),
      updated_at: at('2026-03-04T12:00:00Z'),
      done_at: at('2026-03-04T12:00:00Z'),
    });
    expect(byId('work-item', 'acme/shop#4')).toMatchObject({
      type: 'Feature',
      original_status: 'open',
      category: 'new',
      assignee: null,
      labels: '["feature"]',
      versions: '["1.1"]',
      done_at: null,
    });
  });

  it('reads when issues were opened, closed and reopened, and by whom', () => {
    const transitions = factRows(store.db, 'transition')
      .map((row) => [row.work_item_id, row.from_status, row.to_status, row.to_category, row.author, row.at])
      .sort((a, b) => Number(a[5]) - Number(b[5]));

    expect(transitions).toEqual([
      ['gh:work-item:acme/shop#3', null, 'open', 'new', 'grace', at('2026-02-20T10:00:00Z')],
      ['gh:work-item:acme/shop#4', null, 'open', 'new', 'ada', at('2026-02-21T11:00:00Z')],
      ['gh:work-item:acme/shop#4', 'open', 'closed (not_planned)', 'done', 'ada', at('2026-03-02T09:00:00Z')],
      ['gh:work-item:acme/shop#4', 'closed', 'open', 'new', 'grace', at('2026-03-03T09:00:00Z')],
      ['gh:work-item:acme/shop#3', 'open', 'closed', 'done', 'ada', at('2026-03-04T12:00:00Z')],
    ]);
  });

  it('reads pull requests: merged, open as a draft, closed without a merge', () => {
    expect(byId('pull-request', 'acme/shop#1')).toEqual({
      id: 'gh:pull-request:acme/shop#1',
      connection_id: 'gh',
      external_id: '101',
      url: `${WEB}/pull/1`,
      project_key: 'acme/shop',
      number: 1,
      title: 'Add the basket',
      original_status: 'closed',
      state: 'merged',
      draft: 0,
      author: 'ada',
      base_ref: 'main',
      head_ref: 'feature/basket',
      merge_sha: MERGE,
      additions: null,
      deletions: null,
      labels: '["feature"]',
      created_at: at('2026-03-02T09:00:00Z'),
      updated_at: at('2026-03-03T15:30:05Z'),
      merged_at: at('2026-03-03T15:30:00Z'),
      closed_at: at('2026-03-03T15:30:00Z'),
    });
    // GitHub gives an open one the commit of a trial merge, which is none.
    expect(byId('pull-request', 'acme/shop#2')).toMatchObject({ state: 'open', draft: 1, merge_sha: null });
    expect(byId('pull-request', 'acme/shop#5')).toMatchObject({ state: 'closed', merged_at: null });
  });

  it('reads commits and reviews of each pull request', () => {
    expect(byId('commit', `acme/shop#1@${C1}`)).toMatchObject({
      sha: C1,
      message: 'Add a basket',
      author: 'ada',
      authored_at: at('2026-03-01T17:00:00Z'),
      pull_request_id: 'gh:pull-request:acme/shop#1',
    });
    expect(byId('commit', `acme/shop#1@${C2}`)).toMatchObject({
      message: 'Count what is in it\n\nRefs #3',
      author: 'Ada Lovelace',
      authored_at: at('2026-03-02T08:30:00Z'),
      committed_at: at('2026-03-02T08:45:00Z'),
    });
    expect(
      factRows(store.db, 'review').map((row) => [row.author, row.original_status, row.commit_sha, row.at]),
    ).toEqual([
      ['grace', 'CHANGES_REQUESTED', C1, at('2026-03-02T14:00:00Z')],
      ['grace', 'APPROVED', C2, at('2026-03-03T15:00:00Z')],
    ]);
  });

  it('reads runs and jobs with how they ended', () => {
    const runs = factRows(store.db, 'pipeline-run');
    expect(runs.map((row) => [row.external_id, row.name, row.attempt, row.original_status, row.outcome])).toEqual([
      ['9001', 'CI', 1, 'success', 'success'],
      ['9002', 'CI', 2, 'failure', 'failure'],
      ['9003', 'Deploy to production', 1, 'success', 'success'],
      ['9004', 'CI', 1, 'in_progress', 'running'],
    ]);
    expect(runs[1]).toMatchObject({
      number: 42,
      event: 'push',
      branch: 'main',
      sha: MERGE,
      created_at: at('2026-03-03T15:31:00Z'),
      started_at: at('2026-03-03T15:45:00Z'),
      finished_at: at('2026-03-03T15:50:00Z'),
    });
    expect(runs[3]).toMatchObject({ finished_at: null });
    expect(factRows(store.db, 'job').map((row) => [row.external_id, row.run_id, row.outcome, row.finished_at])).toEqual(
      [
        ['9101', 'gh:pipeline-run:acme/shop:9001', 'success', at('2026-03-02T08:48:00Z')],
        ['9102', 'gh:pipeline-run:acme/shop:9001', 'success', at('2026-03-02T08:52:00Z')],
        ['9103', 'gh:pipeline-run:acme/shop:9002', 'failure', at('2026-03-03T15:49:00Z')],
        ['9104', 'gh:pipeline-run:acme/shop:9002', 'skipped', at('2026-03-03T15:49:01Z')],
        ['9105', 'gh:pipeline-run:acme/shop:9003', 'success', at('2026-03-03T16:04:50Z')],
        ['9106', 'gh:pipeline-run:acme/shop:9004', 'running', null],
        ['9107', 'gh:pipeline-run:acme/shop:9004', 'running', null],
      ],
    );
  });

  it('reads deployments from statuses, and from the workflow that the rules call a deployment', () => {
    const deployments = factRows(store.db, 'deployment');
    expect(
      deployments.map((row) => [row.id, row.environment, row.production, row.original_status, row.outcome]),
    ).toEqual([
      ['gh:deployment:acme/shop:701', 'production', 1, 'success', 'success'],
      ['gh:deployment:acme/shop:702', 'staging', 0, 'inactive', 'success'],
      ['gh:deployment:acme/shop:703', 'production', 1, 'pending', 'running'],
      ['gh:deployment:acme/shop:run-9003.1', 'production', 1, 'success of Deploy to production', 'success'],
    ]);
    expect(deployments[0]).toMatchObject({
      sha: MERGE,
      ref: 'main',
      url: `${WEB}/actions/runs/9003/job/9105`,
      created_at: at('2026-03-03T16:00:30Z'),
      finished_at: at('2026-03-03T16:04:45Z'),
    });
    expect(deployments[1]).toMatchObject({ finished_at: at('2026-03-02T09:03:00Z'), sha: C2 });
    expect(deployments[2]).toMatchObject({ finished_at: null, sha: D1 });
    expect(deployments[3]).toMatchObject({ sha: MERGE, finished_at: at('2026-03-03T16:05:00Z') });
  });

  it('reads releases, drafts and bare tags', () => {
    expect(
      factRows(store.db, 'release-tag').map((row) => [
        row.tag,
        row.name,
        row.sha,
        row.draft,
        row.prerelease,
        row.published_at,
      ]),
    ).toEqual([
      ['v1.0.0', 'Shop 1.0', null, 0, 0, at('2026-03-03T17:00:00Z')],
      ['v1.1.0-rc.1', 'v1.1.0-rc.1', null, 1, 1, null],
      ['v0.9.0', 'v0.9.0', '0'.repeat(40), 0, 0, null],
      ['v1.0.0', 'v1.0.0', MERGE, 0, 0, null],
    ]);
  });
});
