import type { PageRequest } from '../_kit/connector.ts';
import { issuesJql, OVERLAP_MS, windowStart } from './jql.ts';
import type { Setup } from './setup.ts';

/** Rows asked for at once; sites may give fewer. */
export const ISSUES_PER_PAGE = 100;
const CHANGES_PER_PAGE = 100;
const SPRINTS_PER_PAGE = 50;

/** Answers of the agile API where there are no boards to read: none on the site, not for us, or a board without sprints. */
const NO_BOARDS = [400, 403, 404];

const FIELDS =
  'summary,status,issuetype,priority,assignee,reporter,creator,labels,fixVersions,issuelinks,project,created,updated,resolution,resolutiondate,statuscategorychangedate';

/** The version of the REST API that a deployment speaks best. */
function api(cloud: boolean): string {
  return cloud ? '/rest/api/3' : '/rest/api/2';
}

function query(values: Readonly<Record<string, string | number>>): string {
  const texts = Object.entries(values).map(([name, value]): [string, string] => [name, String(value)]);
  return new URLSearchParams(texts).toString();
}

/** The first request of a scope: every site answers it, and it says which kind of Jira this is. */
export function serverInfoRequest(scope: string, since: number | null): PageRequest {
  const path = '/rest/api/2/serverInfo';
  return { stream: 'server-info', scope, key: `server-info:${scope}`, path, params: { since } };
}

/** One of the set-up requests, each asked once a scope. */
export function setupRequest(
  stream: 'myself' | 'fields' | 'project' | 'statuses',
  scope: string,
  params: PageRequest['params'],
): PageRequest {
  const resource = {
    myself: 'myself',
    fields: 'field',
    project: `project/${encodeURIComponent(scope)}`,
    statuses: 'status',
  };
  const path = `${api(params.cloud === true)}/${resource[stream]}`;
  return { stream, scope, key: `${stream}:${scope}`, path, params };
}

/** All versions of a project, in one answer; its key is what work items name it by. */
export function versionsRequest(scope: string, setup: Setup, projectKey: string): PageRequest {
  const path = `${api(setup.cloud)}/project/${encodeURIComponent(scope)}/versions`;
  return { stream: 'versions', scope, key: `versions:${scope}`, path, params: { projectKey } };
}

/** The boards that show a project. */
export function boardsRequest(scope: string, startAt: number): PageRequest {
  const path = `/rest/agile/1.0/board?${query({ projectKeyOrId: scope, startAt, maxResults: SPRINTS_PER_PAGE })}`;
  return { stream: 'boards', scope, key: `boards:${scope}:${startAt}`, path, accepts: NO_BOARDS, params: { startAt } };
}

/** The sprints of a board; asked once, however many projects the board shows. */
export function sprintsRequest(scope: string, boardId: string, startAt: number): PageRequest {
  const board = encodeURIComponent(boardId);
  const path = `/rest/agile/1.0/board/${board}/sprint?${query({ startAt, maxResults: SPRINTS_PER_PAGE })}`;
  const params = { boardId, startAt };
  return { stream: 'sprints', scope, key: `sprints:${boardId}:${startAt}`, path, accepts: NO_BOARDS, params };
}

/** Where a reading of issues stands. */
export type IssuesCursor = {
  /** Data Center: the row to begin with. */
  readonly startAt: number;
  /** Cloud: the page to ask for; null for the first. */
  readonly token: string | null;
  /** Cloud: a token met before and how many pages ago, to notice a ring of pages of any length. */
  readonly mark: string | null;
  readonly steps: number;
  /** Data Center: the last rows of the page before, as id and change, of which this page must show one. */
  readonly tail: string;
  /** How often the reading had to step back, because rows had moved meanwhile. */
  readonly back: number;
  /** The newest change seen so far, and when (by the server's clock) the reading began. */
  readonly high: number | null;
  readonly began: number | null;
};

/** A reading of issues that has not begun. */
export const FIRST_ISSUES: IssuesCursor = {
  startAt: 0,
  token: null,
  mark: null,
  steps: 0,
  tail: '',
  back: 0,
  high: null,
  began: null,
};

/** A page of the project's issues, changed since the last sync, oldest change first. */
export function issuesRequest(scope: string, setup: Setup, cursor: IssuesCursor): PageRequest {
  const since = setup.since === null ? null : windowStart(setup.since - OVERLAP_MS, setup.zone);
  const fields = [FIELDS, setup.points, setup.sprints].filter((part) => part !== '').join(',');
  const common = { jql: issuesJql(scope, since), fields, expand: 'changelog', maxResults: ISSUES_PER_PAGE };
  const place = cursor.token === null ? {} : { nextPageToken: cursor.token };
  const path = setup.cloud
    ? `/rest/api/3/search/jql?${query({ ...common, ...place })}`
    : `/rest/api/2/search?${query({ ...common, startAt: cursor.startAt })}`;
  const page = setup.cloud
    ? (cursor.token ?? 'first')
    : `${cursor.startAt}${cursor.back === 0 ? '' : `:back-${cursor.back}`}`;
  const key = `issues:${scope}:${since ?? 'all'}:${page}`;
  return { stream: 'issues', scope, key, path, params: { ...setup, ...cursor } };
}

/**
 * The changelog of one issue, where the page of issues held only its newest part. Cloud pages it, oldest entry first;
 * Data Center gives it whole with the issue.
 */
export function changelogRequest(
  scope: string,
  setup: Setup,
  issue: { readonly id: string; readonly key: string; readonly updated: number; readonly startAt: number },
): PageRequest {
  const base = `${api(setup.cloud)}/issue/${encodeURIComponent(issue.id)}`;
  const path = setup.cloud
    ? `${base}/changelog?${query({ startAt: issue.startAt, maxResults: CHANGES_PER_PAGE })}`
    : `${base}?${query({ fields: 'updated', expand: 'changelog' })}`;
  const key = `changelog:${issue.id}:${issue.updated}:${issue.startAt}`;
  const params = { cloud: setup.cloud, statuses: setup.statuses, issueId: issue.id, issueKey: issue.key };
  const at = { updated: issue.updated, startAt: issue.startAt };
  // An issue may be deleted between the search and this request.
  return { stream: 'changelog', scope, key, path, accepts: [404], params: { ...params, ...at } };
}
