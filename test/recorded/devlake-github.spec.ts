import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { github } from '../../electron/core/connectors/github/index.ts';
import type { SyncRun } from '../../shared/model/connection.ts';
import { type GithubServer, startGithubServer } from '../servers/github-server.ts';
import { testEnv } from '../support/env.ts';
import { factsOf } from '../support/stored-facts.ts';
import { githubConnection, syncOnce } from '../support/sync-run.ts';
import { openSyncStore, type SyncStore } from '../support/sync-store.ts';
import { DEVLAKE_IS_HERE, devlakePayloads, devlakeTable, momentOf, type Row } from './devlake.ts';
import { RECORDED_REPOSITORY, recordedGithub } from './github-recorded.ts';

const table = (name: string) => devlakeTable('github', `snapshot_tables/${name}`);

/** DevLake's `CodeQL.*` for runs and `deploywindows.*` for jobs, as our globs. */
const RULES = { ...github.defaultRules, deploymentJobs: ['CodeQL*', 'deploywindows*'] };

/** DevLake's results and statuses, in our words: README.md, difference 5. */
function outcomeOf(row: Row): string {
  const result = row.original_result?.toLowerCase();
  if (result === 'cancelled' || result === 'skipped') return result;
  if (result === 'neutral') return 'success';
  if (result === 'stale' || result === 'action_required') return 'unknown';
  if (row.result === '') return 'running';
  return row.result?.toLowerCase() ?? '';
}

/** The texts of commits are kept as JSON strings. */
function plain(text: string | undefined): string {
  return text?.startsWith('"') ? JSON.parse(text) : (text ?? '');
}

function byExternalId<T extends { readonly externalId: string }>(facts: readonly T[]): ReadonlyMap<string, T> {
  return new Map(facts.map((fact) => [fact.externalId, fact]));
}

function labelsBy(name: string, id: string): ReadonlyMap<string, readonly string[]> {
  const groups = Map.groupBy(table(name), (row) => row[id] ?? '');
  return new Map([...groups].map(([key, rows]) => [key, rows.map((row) => row.label_name ?? '').sort()]));
}

/** Numbers of pull requests by GitHub's id for them. */
const pullNumbers = new Map(table('_tool_github_pull_requests').map((row) => [row.github_id ?? '', row.number ?? '']));

describe.skipIf(!DEVLAKE_IS_HERE)('recorded/devlake-github', () => {
  let server: GithubServer;
  let store: SyncStore;
  let run: SyncRun;
  const env = testEnv();

  beforeAll(async () => {
    server = await startGithubServer({ data: recordedGithub(), token: 't0ken', largestPage: 20, now: env.now });
    store = openSyncStore();
    const connection = githubConnection(server.baseUrl, { scopes: [RECORDED_REPOSITORY], rules: RULES });
    run = await syncOnce(store.db, connection, { env });
  }, 60_000);

  afterAll(async () => {
    store?.end();
    await server?.close();
  });

  it('reads every payload, and drops none', () => {
    expect(run).toMatchObject({ state: 'succeeded', errorCode: null, dropped: [], droppedCount: 0 });
    expect(factsOf(store.db, 'pull-request')).toHaveLength(49);
    expect(factsOf(store.db, 'commit')).toHaveLength(90);
    expect(factsOf(store.db, 'review')).toHaveLength(30);
    expect(factsOf(store.db, 'pipeline-run')).toHaveLength(35 + 10);
    expect(factsOf(store.db, 'job')).toHaveLength(35);
    expect(factsOf(store.db, 'source-version')).toHaveLength(1);
  });

  it('has the expected pull requests', () => {
    const labels = labelsBy('_tool_github_pull_request_labels', 'pull_id');
    const actual = byExternalId(factsOf(store.db, 'pull-request'));
    const rows = table('_tool_github_pull_requests');

    expect(rows).toHaveLength(49);
    // The list of pull requests counts no lines: README.md, difference 6.
    for (const row of rows) {
      const pull = actual.get(row.github_id ?? '');
      expect(pull?.labels.toSorted()).toEqual(labels.get(row.github_id ?? '') ?? []);
      expect(pull).toMatchObject({
        projectKey: RECORDED_REPOSITORY,
        number: Number(row.number),
        title: row.title,
        originalStatus: row.state,
        state: row.merged_at ? 'merged' : row.state,
        draft: row.is_draft === '1',
        author: row.author_name || null,
        baseRef: row.base_ref,
        headRef: row.head_ref,
        mergeSha: row.merged_at ? row.merge_commit_sha : null,
        url: row.url,
        createdAt: momentOf(row.github_created_at),
        updatedAt: momentOf(row.github_updated_at),
        mergedAt: momentOf(row.merged_at),
        closedAt: momentOf(row.closed_at),
        additions: null,
        deletions: null,
      });
    }
  });

  it('has the expected commits, each under its pull request', () => {
    const rows = new Map(table('_tool_github_commits').map((row) => [row.sha ?? '', row]));
    const pulls = table('_tool_github_pull_request_commits').map((row) => [
      row.commit_sha,
      pullNumbers.get(row.pull_request_id ?? ''),
    ]);
    const logins = new Map(
      devlakePayloads('github', 'pull_request_commits').map(({ data }) => [String(data.sha), loginOf(data.author)]),
    );
    const actual = factsOf(store.db, 'commit');

    expect(rows.size).toBe(90);
    expect(actual.map((commit) => [commit.sha, commit.pullRequestId?.split('#').at(-1)]).sort()).toEqual(pulls.sort());
    for (const commit of actual) {
      const row = rows.get(commit.sha);
      expect(commit).toMatchObject({
        message: plain(row?.message),
        authoredAt: momentOf(row?.authored_date),
        committedAt: momentOf(row?.committed_date),
        // README.md, difference 7: the account where GitHub knows it, else the name in the commit.
        author: logins.get(commit.sha) ?? row?.author_name,
      });
    }
  });

  it('has the expected reviews', () => {
    const actual = byExternalId(factsOf(store.db, 'review'));
    const rows = table('_tool_github_pull_request_reviews');

    expect(rows).toHaveLength(30);
    for (const row of rows) {
      const review = actual.get(row.github_id ?? '');
      expect(review).toMatchObject({
        originalStatus: row.state,
        author: row.author_username,
        commitSha: row.commit_sha,
        at: momentOf(row.github_submit_at),
      });
      expect(review?.pullRequestId.split('#').at(-1)).toBe(pullNumbers.get(row.pull_request_id ?? ''));
    }
  });

  it('has the expected issues', () => {
    const labels = labelsBy('_tool_github_issue_labels', 'issue_id');
    const actual = byExternalId(factsOf(store.db, 'work-item'));
    const rows = table('_tool_github_issues');

    expect(rows).toHaveLength(26);
    for (const row of rows) {
      const item = actual.get(row.github_id ?? '');
      expect(item?.labels.toSorted()).toEqual(labels.get(row.github_id ?? '') ?? []);
      expect(item).toMatchObject({
        key: `${RECORDED_REPOSITORY}#${row.number}`,
        title: row.title,
        originalStatus: row.state,
        category: row.state === 'closed' ? 'done' : 'new',
        assignee: row.assignee_name || null,
        url: row.url,
        createdAt: momentOf(row.github_created_at),
        updatedAt: momentOf(row.github_updated_at),
        doneAt: momentOf(row.closed_at),
      });
    }
  });

  it('has a transition for each expected closing of an issue, and none of a pull request', () => {
    const pulls = new Set(
      devlakePayloads('github', 'events')
        .filter(({ data }) => isPullEvent(data))
        .map(({ data }) => String(data.id)),
    );
    const rows = table('_tool_github_issue_events').filter((row) => row.type === 'closed');
    const expected = rows.filter((row) => !pulls.has(row.github_id ?? ''));
    const closings = byExternalId(factsOf(store.db, 'transition').filter((fact) => fact.fromStatus === 'open'));

    expect(rows).toHaveLength(11);
    expect(expected).toHaveLength(10);
    expect([...closings.keys()].sort()).toEqual(expected.map((row) => row.github_id).sort());
    for (const row of expected) {
      const transition = closings.get(row.github_id ?? '');
      expect(transition).toMatchObject({
        fromCategory: 'new',
        toCategory: 'done',
        author: row.author_username,
        at: momentOf(row.github_created_at),
      });
    }
  });

  it('has the expected runs', () => {
    const actual = byExternalId(factsOf(store.db, 'pipeline-run'));
    const results = new Map(table('cicd_pipelines').map((row) => [row.id?.split(':').at(-1) ?? '', row]));
    const rows = table('_tool_github_runs');

    expect(rows).toHaveLength(35);
    for (const row of rows) {
      const outcome = outcomeOf(results.get(row.id ?? '') ?? {});
      expect(actual.get(row.id ?? '')).toMatchObject({
        name: row.name,
        number: Number(row.run_number),
        attempt: Number(row.run_attempt),
        event: row.event,
        branch: row.head_branch,
        sha: row.head_sha,
        originalStatus: row.conclusion || row.status,
        outcome,
        createdAt: momentOf(row.github_created_at),
        startedAt: momentOf(row.run_started_at),
        // README.md, difference 5: what runs has not finished.
        finishedAt: outcome === 'running' ? null : momentOf(row.github_updated_at),
      });
    }
  });

  it('has the expected jobs', () => {
    const actual = byExternalId(factsOf(store.db, 'job'));
    const results = new Map(table('cicd_tasks').map((row) => [row.id?.split(':').at(-1) ?? '', row]));
    const rows = table('_tool_github_jobs');

    expect(rows).toHaveLength(35);
    for (const row of rows) {
      const job = actual.get(row.id ?? '');
      expect(job).toMatchObject({
        name: row.name,
        outcome: outcomeOf(results.get(row.id ?? '') ?? {}),
        url: row.html_url,
        startedAt: momentOf(row.started_at),
        finishedAt: momentOf(row.completed_at),
      });
      // DevLake writes these in capitals.
      expect(job?.originalStatus.toUpperCase()).toBe(row.conclusion || row.status);
      expect(job?.runId.endsWith(`:${row.run_id}`)).toBe(true);
    }
  });

  it('takes the runs and jobs that DevLake takes for deployments, where they succeeded', () => {
    const isDeployment = (row: Row) => row.type === 'DEPLOYMENT' && row.result === 'SUCCESS';
    const runs = table('cicd_pipelines').filter(isDeployment);
    const jobs = table('cicd_tasks').filter(isDeployment);
    const neutral = table('cicd_pipelines').filter(
      (row) => row.type === 'DEPLOYMENT' && row.original_result === 'neutral',
    );
    const ids = [...runs, ...jobs, ...neutral].map((row) => row.id?.split(':').at(-1));

    const deployments = factsOf(store.db, 'deployment');

    expect([runs.length, jobs.length, neutral.length]).toEqual([14, 1, 1]);
    expect(deployments.map((deployment) => deployment.externalId).sort()).toEqual(ids.sort());
    for (const deployment of deployments) expect(deployment).toMatchObject({ production: true, outcome: 'success' });
  });

  it('knows the expected people', () => {
    const logins = new Map(factsOf(store.db, 'person').map((person) => [person.externalId, person.login]));
    const named = ['_tool_github_accounts_in_pr', '_tool_github_accounts_in_issue', '_tool_github_accounts_in_review'];
    const known = named.flatMap(table).filter((row) => logins.has(row.account_id ?? ''));

    expect(known.length).toBeGreaterThan(60);
    for (const row of known) expect(logins.get(row.account_id ?? '')).toBe(row.login);
  });
});

function loginOf(author: unknown): string | undefined {
  return typeof author === 'object' && author !== null && 'login' in author ? String(author.login) : undefined;
}

function isPullEvent(data: Readonly<Record<string, unknown>>): boolean {
  const { issue } = data;
  return typeof issue === 'object' && issue !== null && 'pull_request' in issue && issue.pull_request !== null;
}
