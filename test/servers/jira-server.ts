import { momentOf, readJql } from './jira-jql.ts';
import { byChange, type JiraIssueRow, type JiraSource } from './jira-source.ts';
import {
  type ReplayAnswer,
  type ReplayOptions,
  type ReplayRequest,
  type ReplayServer,
  startReplayServer,
} from './replay-server.ts';

export interface JiraServerOptions
  extends Pick<ReplayOptions, 'now' | 'requestsPerHour' | 'selfSigned' | 'onAnswered'> {
  readonly source: JiraSource;
  /** Who may ask: an e-mail address with a token in Cloud, a token alone (`user` null) in Data Center; null for anybody. */
  readonly credentials: { readonly user: string | null; readonly token: string } | null;
  /** Pages hold at most so many rows, so that small data has many pages; 100 when absent. */
  readonly largestPage?: number;
  /** Entries of the changelog that an issue shows; 40 in Cloud and all in Data Center when absent. */
  readonly changelogInIssue?: number;
  /** Which of two moments the server takes a clock time for that its user's clock shows twice. */
  readonly inFold?: 'earlier' | 'later';
}

export interface JiraServer extends ReplayServer {
  /** What to type as base URL; Data Center stands under a path, as it often does. */
  readonly baseUrl: string;
  /** Puts other data in place, as if the world had moved on. */
  readonly setSource: (source: JiraSource) => void;
}

const NO_AGILE = '<!DOCTYPE html><html><body><h1>Oops, you have found a dead link.</h1></body></html>';

function refusal(_status: number, message: string): unknown {
  return { errorMessages: [message], errors: {} };
}

function refuse(status: number, message: string): ReplayAnswer {
  return { status, body: refusal(status, message) };
}

function orNotFound(body: unknown, message: string): ReplayAnswer {
  return body === null || body === undefined ? refuse(404, message) : { body };
}

function encodeToken(row: JiraIssueRow | undefined): string | undefined {
  return row && Buffer.from(JSON.stringify({ updatedAt: row.updatedAt, key: row.key })).toString('base64url');
}

function decodeToken(token: string): { updatedAt: number; key: string } {
  return JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
}

/** The first row that is not before a place in the order, found by halving. */
function firstFrom(rows: readonly JiraIssueRow[], isBefore: (row: JiraIssueRow) => boolean): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const row = rows[middle];
    if (row && isBefore(row)) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Site {
  readonly source: JiraSource;
  readonly largestPage: number;
  readonly changelogInIssue: number;
  readonly inFold: 'earlier' | 'later';
}

function pageSize(request: ReplayRequest, site: Site): number {
  const asked = Number(request.query.get('maxResults') ?? 50);
  return Math.max(0, Math.min(Number.isInteger(asked) ? asked : 50, site.largestPage));
}

function startOf(request: ReplayRequest): number {
  const asked = Number(request.query.get('startAt') ?? 0);
  return Number.isInteger(asked) && asked > 0 ? asked : 0;
}

/** An issue with the asked fields alone, and its changelog as far as an issue shows it. */
function issueBody(row: JiraIssueRow, request: ReplayRequest, site: Site): object {
  const { fields, ...rest } = row.payload();
  const asked = request.query.get('fields')?.split(',') ?? ['*all'];
  const kept = asked.includes('*all')
    ? fields
    : Object.fromEntries(asked.filter((name) => name in fields).map((name) => [name, fields[name]]));
  if (!request.query.get('expand')?.split(',').includes('changelog')) return { ...rest, fields: kept };
  const all = row.histories();
  const histories = all.slice(0, site.changelogInIssue);
  const changelog = { startAt: 0, maxResults: histories.length, total: all.length, histories };
  return { ...rest, fields: kept, changelog };
}

function search(
  request: ReplayRequest,
  site: Site,
  body: (rows: readonly JiraIssueRow[], from: number) => object,
): ReplayAnswer {
  const text = request.query.get('jql') ?? '';
  const query = readJql(text);
  if (query === null) return refuse(400, `Error in the JQL Query: '${text}' is not understood here.`);
  if (site.source.project(query.projectKey) === null) {
    return refuse(400, `The value '${query.projectKey}' does not exist for the field 'project'.`);
  }
  const rows = site.source.issues(query.projectKey);
  const since = query.since === null ? null : momentOf(query.since, site.source.zone, site.inFold);
  const from = since === null ? 0 : firstFrom(rows, (row) => row.updatedAt < since);
  return { body: body(rows, from) };
}

/** Cloud: the page after the row that the token names. */
function searchByToken(request: ReplayRequest, site: Site): ReplayAnswer {
  const token = request.query.get('nextPageToken');
  return search(request, site, (rows, from) => {
    const after = token === null || request.looping ? null : decodeToken(token);
    const start =
      after === null
        ? from
        : Math.max(
            from,
            firstFrom(rows, (row) => byChange(row, after) <= 0),
          );
    const page = rows.slice(start, start + pageSize(request, site));
    const isLast = start + page.length >= rows.length && !request.looping;
    const issues = page.map((row) => issueBody(row, request, site));
    return { issues, isLast, ...(isLast ? {} : { nextPageToken: encodeToken(page.at(-1)) }) };
  });
}

/** Data Center: rows from `startAt` on, whatever has moved since the last page. */
function searchByRow(request: ReplayRequest, site: Site): ReplayAnswer {
  const startAt = startOf(request);
  return search(request, site, (rows, from) => {
    const maxResults = pageSize(request, site);
    const start = from + (request.looping ? 0 : startAt);
    const issues = rows.slice(start, start + maxResults).map((row) => issueBody(row, request, site));
    return { startAt, maxResults, total: rows.length - from, issues };
  });
}

function valuesPage(rows: readonly object[], request: ReplayRequest, site: Site): ReplayAnswer {
  const startAt = request.looping ? 0 : startOf(request);
  const maxResults = pageSize(request, site);
  const values = rows.slice(startAt, startAt + maxResults);
  const isLast = startAt + values.length >= rows.length && !request.looping;
  return { body: { startAt, maxResults, total: rows.length, isLast, values } };
}

function agile(path: string, request: ReplayRequest, site: Site): ReplayAnswer {
  const { boards, sprints } = site.source;
  if (boards === null) return { status: 404, headers: { 'content-type': 'text/html' }, body: NO_AGILE };
  if (path === '/board') return valuesPage(boards(request.query.get('projectKeyOrId') ?? ''), request, site);
  const boardId = /^\/board\/([^/]+)\/sprint$/.exec(path)?.[1];
  const rows = boardId === undefined ? null : sprints(boardId);
  if (rows === null) return refuse(404, 'Board does not exist or you do not have permission to see it.');
  return rows === 'unsupported' ? refuse(400, 'The board does not support sprints') : valuesPage(rows, request, site);
}

function one(path: string, request: ReplayRequest, site: Site): ReplayAnswer {
  const { source } = site;
  const project = /^\/project\/([^/]+)(\/versions)?$/.exec(path);
  if (project?.[1] !== undefined) {
    const key = decodeURIComponent(project[1]);
    const found = source.project(key);
    const body = found !== null && project[2] !== undefined ? source.versions(key) : found;
    return orNotFound(body, `No project could be found with key '${key}'.`);
  }
  const issue = /^\/issue\/([^/]+)(\/changelog)?$/.exec(path);
  const row = issue?.[1] === undefined ? null : source.issue(decodeURIComponent(issue[1]));
  if (row === null) return refuse(404, 'Issue does not exist or you do not have permission to see it.');
  if (issue?.[2] === undefined) return { body: issueBody(row, request, site) };
  return source.cloud ? valuesPage(row.histories().toReversed(), request, site) : refuse(404, 'Not Found');
}

function rest(path: string, request: ReplayRequest, site: Site): ReplayAnswer {
  const { source } = site;
  if (path === '/serverInfo') return { body: source.serverInfo };
  if (path === '/myself') return { body: source.myself };
  if (path === '/field') return { body: source.fields };
  if (path === '/status') return { body: source.statuses };
  if (path === '/search' && source.cloud)
    return refuse(410, 'The requested API has been removed. Use /rest/api/3/search/jql.');
  if (path === '/search') return searchByRow(request, site);
  if (path === '/search/jql' && source.cloud) return searchByToken(request, site);
  return one(path, request, site);
}

function authorizationOf(credentials: JiraServerOptions['credentials']): string | undefined {
  if (credentials === null) return undefined;
  if (credentials.user === null) return `Bearer ${credentials.token}`;
  return `Basic ${Buffer.from(`${credentials.user}:${credentials.token}`, 'utf8').toString('base64')}`;
}

/** Starts a server that answers like Jira Cloud or Jira Data Center, as its source is of the one or the other. */
export async function startJiraServer(options: JiraServerOptions): Promise<JiraServer> {
  let { source } = options;
  const mount = source.cloud ? '' : '/jira';
  const expected = authorizationOf(options.credentials);

  function answer(request: ReplayRequest): ReplayAnswer {
    if (!request.path.startsWith(`${mount}/rest/`)) return refuse(404, 'Not Found');
    if (request.headers.authorization !== expected)
      return refuse(401, 'Client must be authenticated to access this resource.');
    const site: Site = {
      source,
      largestPage: options.largestPage ?? 100,
      changelogInIssue: options.changelogInIssue ?? (source.cloud ? 40 : Number.POSITIVE_INFINITY),
      inFold: options.inFold ?? 'later',
    };
    const path = request.path.slice(mount.length);
    if (path.startsWith('/rest/agile/1.0/')) return agile(path.slice('/rest/agile/1.0'.length), request, site);
    const version = /^\/rest\/api\/(2|3)(\/.*)$/.exec(path);
    if (version?.[2] === undefined || (version[1] === '3' && !source.cloud)) return refuse(404, 'Not Found');
    return rest(version[2], request, site);
  }

  const { now, requestsPerHour, selfSigned, onAnswered } = options;
  const server = await startReplayServer({
    answer,
    refusal,
    ...(now ? { now } : {}),
    ...(requestsPerHour === undefined ? {} : { requestsPerHour }),
    ...(selfSigned === undefined ? {} : { selfSigned }),
    ...(onAnswered ? { onAnswered } : {}),
  });
  return {
    ...server,
    baseUrl: `${server.origin}${mount}`,
    setSource: (next) => {
      source = next;
    },
  };
}
