import type { Connector, PageRequest, PageResponse } from '../../electron/core/connectors/_kit/connector.ts';
import { github } from '../../electron/core/connectors/github/index.ts';
import { firstPage, pageAfter, type Stream } from '../../electron/core/connectors/github/requests.ts';
import { jira } from '../../electron/core/connectors/jira/index.ts';
import { FIRST_ISSUES, issuesRequest } from '../../electron/core/connectors/jira/requests.ts';
import type { Connection } from '../../shared/model/connection.ts';
import type { ConnectionId } from '../../shared/model/ids.ts';
import type { GithubRepoData } from '../servers/github-data.ts';
import { createJiraDataSource } from '../servers/jira-data-source.ts';
import { CLOUD_FIELDS } from '../servers/jira-wire.ts';
import { githubPlan, jiraPlan } from '../support/simulator/connections.ts';
import type { Enterprise } from '../support/simulator/enterprise.ts';
import { githubOf } from '../support/simulator/github.ts';
import { jiraOf } from '../support/simulator/jira.ts';

/** One answer of a provider, as it would come over the network. */
export interface BenchPage {
  readonly request: PageRequest;
  readonly response: PageResponse;
}

/** A provider's pages, made one after the other, without a network. */
export interface PageSource {
  readonly name: string;
  readonly connector: Connector;
  readonly connection: Connection;
  readonly pages: () => Generator<BenchPage>;
}

const ROWS_A_PAGE = 100;

function* chunks<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < rows.length; start += ROWS_A_PAGE) yield rows.slice(start, start + ROWS_A_PAGE);
}

function answer(body: unknown): PageResponse {
  return { status: 200, headers: { 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify(body) };
}

interface Detail {
  readonly stream: Stream;
  readonly list: string;
  readonly body: unknown;
  readonly params: PageRequest['params'];
}

function page(scope: string, { stream, list, body, params }: Detail): BenchPage {
  return {
    request: firstPage({ stream, of: { scope, repository: scope }, list, path: `/${stream}`, params }),
    response: answer(body),
  };
}

function* pullPages(scope: string, data: GithubRepoData): Generator<BenchPage> {
  for (const [index, pulls] of [...chunks(data.pulls)].entries()) {
    yield page(scope, { stream: 'pulls', list: `@p${index}`, body: pulls, params: { since: null, top: null } });
    for (const { number } of pulls) {
      const params = { number };
      yield page(scope, {
        stream: 'pull-commits',
        list: `#${number}`,
        body: data.pullCommits.get(number) ?? [],
        params,
      });
      yield page(scope, {
        stream: 'pull-reviews',
        list: `#${number}`,
        body: data.pullReviews.get(number) ?? [],
        params,
      });
    }
  }
}

function* runPages(scope: string, data: GithubRepoData): Generator<BenchPage> {
  for (const [index, runs] of [...chunks(data.runs)].entries()) {
    const body = { total_count: data.runs.length, workflow_runs: runs };
    yield page(scope, {
      stream: 'runs',
      list: `@r${index}`,
      body,
      params: { since: null, before: null, top: null, again: '', running: '', seen: 0 },
    });
    for (const { id } of runs) {
      const jobs = data.runJobs.get(id) ?? [];
      yield page(scope, { stream: 'jobs', list: `#${id}`, body: { total_count: jobs.length, jobs }, params: {} });
    }
  }
}

function* deploymentPages(scope: string, data: GithubRepoData): Generator<BenchPage> {
  for (const [index, deployments] of [...chunks(data.deployments)].entries()) {
    const times = { since: null, top: null, updatedSince: null, updatedTop: null };
    yield page(scope, { stream: 'deployments', list: `@d${index}`, body: deployments, params: times });
    for (const { id, sha, environment, created_at } of deployments) {
      const params = { id, sha, environment, ref: 'main', createdAt: Date.parse(created_at) };
      yield page(scope, {
        stream: 'deployment-statuses',
        list: `#${id}`,
        body: data.deploymentStatuses.get(id) ?? [],
        params,
      });
    }
  }
}

function* repositoryPages(data: GithubRepoData): Generator<BenchPage> {
  const scope = data.repo.full_name;
  yield page(scope, { stream: 'repository', list: '', body: data.repo, params: {} });
  yield* pullPages(scope, data);
  yield* runPages(scope, data);
  yield* deploymentPages(scope, data);
  yield* wholeList(scope, 'releases', data.releases);
  yield* wholeList(scope, 'tags', data.tags);
}

/** A list that is read whole: its pages lead to one another, so that the last one knows that it is. */
function* wholeList(scope: string, stream: Stream, rows: readonly unknown[]): Generator<BenchPage> {
  const pages = [...chunks(rows)];
  let request = firstPage({ stream, of: { scope, repository: scope }, list: '', path: `/${stream}`, params: {} });
  for (const [index, body] of pages.entries()) {
    const path = `${request.path.split('?')[0]}?page=${index + 2}`;
    const { headers, ...response } = answer(body);
    const link: Record<string, string> = index + 1 < pages.length ? { link: `<https://x${path}>; rel="next"` } : {};
    yield { request, response: { ...response, headers: { ...headers, ...link } } };
    request = pageAfter(request, path, {});
  }
}

/** An enterprise's code as GitHub's pages: lists of a hundred, and a page for each pull request, run and deployment. */
export function githubPages(enterprise: Enterprise, id: ConnectionId): PageSource {
  const plan = githubPlan(enterprise, 'https://github.example');
  return {
    name: 'GitHub',
    connector: github,
    connection: { ...plan, id },
    pages: function* () {
      for (const repo of githubOf(enterprise).repos) yield* repositoryPages(repo);
    },
  };
}

/** An enterprise's tickets as Jira Cloud's pages: a hundred issues each, with their changelog. */
export function jiraPages(enterprise: Enterprise, id: ConnectionId): PageSource {
  const plan = jiraPlan(enterprise, 'https://jira.example');
  const { points, sprints } = CLOUD_FIELDS;
  const setup = { cloud: true, zone: 'UTC', since: null, points, sprints, statuses: '' };
  return {
    name: 'Jira',
    connector: jira,
    connection: { ...plan, id },
    pages: function* () {
      const source = createJiraDataSource(jiraOf(enterprise), { cloud: true });
      for (const scope of plan.scopes) {
        for (const [index, rows] of [...chunks(source.issues(scope))].entries()) {
          const issues = rows.map((row) => {
            const histories = row.histories();
            return { ...row.payload(), changelog: { startAt: 0, maxResults: 100, total: histories.length, histories } };
          });
          const request = issuesRequest(scope, setup, { ...FIRST_ISSUES, token: `${index}` });
          yield { request, response: answer({ issues, isLast: true }) };
        }
      }
    },
  };
}
