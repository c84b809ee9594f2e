import type { PageRequest } from '../_kit/connector.ts';
import { repositoryName, repositoryPath } from './repository-name.ts';

/** Rows on a page: the most that GitHub gives. */
const PER_PAGE = 100;

export type Watermark = Readonly<Record<string, string | number | null>>;
type Params = PageRequest['params'];

export const streams = [
  'repository',
  'milestones',
  'issues',
  'issue-events',
  'pulls',
  'pull-commits',
  'pull-reviews',
  'runs',
  'jobs',
  'deployments',
  'deployment-statuses',
  'releases',
  'tags',
] as const;
export type Stream = (typeof streams)[number];

/** Issues, Actions or deployments may be switched off in a repository. */
export const SWITCHED_OFF: readonly number[] = [404, 410];
/** A token may lack the right to one list and have that to all others. */
const REFUSED: readonly number[] = [403, 451];
const MAY_LACK = [...SWITCHED_OFF, ...REFUSED];
/** GitHub ends very long lists of events with a 422. */
const CUT_SHORT = [...MAY_LACK, 422];
/** What a list named may be gone when it is asked for; a commit list of a damaged repository is a 409. */
export const GONE: readonly number[] = [404, 409, 410, 422, ...REFUSED];

/** A repository as it is asked for, and as its facts name it: `owner/name` as GitHub wrote it when it was first read. */
export interface Repo {
  readonly scope: string;
  readonly repository: string;
}

/** The repository that a request is about. */
export function repoOf({ scope, params }: Pick<PageRequest, 'scope' | 'params'>): Repo {
  const { repository } = params;
  // A page that an older version kept says nothing of it.
  return { scope, repository: typeof repository === 'string' ? repository : repositoryName(scope) };
}

interface Asked {
  readonly stream: Stream;
  readonly of: Repo;
  /** What tells this list from others of its stream: an item, or where a window begins. */
  readonly list: string;
  readonly path: string;
  readonly params: Params;
  readonly accepts?: readonly number[];
}

function withPerPage(path: string): string {
  return `${path}${path.includes('?') ? '&' : '?'}per_page=${PER_PAGE}`;
}

/** The first page of a list. Its key holds the list and the page, so that a newer answer takes an older one's place. */
export function firstPage(asked: Asked): PageRequest {
  const { stream, list, path, params } = asked;
  const { scope, repository } = asked.of;
  return {
    stream,
    scope,
    key: `${stream}:${repositoryName(scope)}${list}:1`,
    path: withPerPage(`${repositoryPath(scope)}${path}`),
    params: { ...params, repository, page: 1 },
    ...(asked.accepts ? { accepts: asked.accepts } : {}),
  };
}

/** The page after one, with what has been learnt on the way. */
export function pageAfter(request: PageRequest, path: string, learnt: Params): PageRequest {
  const { begins: _begins, ...rest } = request;
  const page = Number(request.params.page) + 1;
  const key = request.key.replace(/:\d+$/, `:${page}`);
  return { ...rest, key, path, params: { ...request.params, ...learnt, page } };
}

/** The keys of a list's pages up to this one, with how the keys of all of its pages begin. */
export function pagesUpTo({ key, params }: PageRequest): {
  readonly keys: readonly string[];
  readonly keyStart: string;
} {
  const keyStart = key.slice(0, key.lastIndexOf(':') + 1);
  if (params.page === 1) return { keyStart, keys: [key] };
  return { keyStart, keys: Array.from({ length: Number(params.page) }, (_, index) => `${keyStart}${index + 1}`) };
}

function sinceOf(watermark: Watermark | undefined, field: string): number | null {
  const value = watermark?.[field];
  return typeof value === 'number' ? value : null;
}

/** `2024-05-01T10:00:00Z`: GitHub counts whole seconds. */
export function isoSeconds(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}

/** Issues changed since; one second earlier, so that others of the same second are not missed. */
function issues(of: Repo, watermark: Watermark | undefined): PageRequest {
  const since = sinceOf(watermark, 'updated');
  const window = since === null ? '' : `&since=${isoSeconds(since - 1_000)}`;
  const path = `/issues?state=all&sort=updated&direction=desc${window}`;
  return firstPage({
    stream: 'issues',
    of,
    list: `@${since ?? ''}`,
    path,
    params: { since, top: since },
    accepts: MAY_LACK,
  });
}

function pulls(of: Repo, watermark: Watermark | undefined): PageRequest {
  const since = sinceOf(watermark, 'updated');
  const path = '/pulls?state=all&sort=updated&direction=desc';
  const params = { since, top: since };
  return firstPage({ stream: 'pulls', of, list: `@${since ?? ''}`, path, params, accepts: REFUSED });
}

function issueEvents(of: Repo, watermark: Watermark | undefined): PageRequest {
  const since = sinceOf(watermark, 'created');
  const params = { since, top: since };
  return firstPage({
    stream: 'issue-events',
    of,
    list: `@${since ?? ''}`,
    path: '/issues/events',
    params,
    accepts: CUT_SHORT,
  });
}

/** GitHub's way to write a range of times whose ends may be open. */
function createdRange(since: number | null, before: number | null): string {
  if (since !== null && before !== null) return `${isoSeconds(since)}..${isoSeconds(before)}`;
  if (since !== null) return `>=${isoSeconds(since)}`;
  return before === null ? '' : `<=${isoSeconds(before)}`;
}

const DAY_MS = 86_400_000;
/** GitHub lets a run be started again for 30 days after it was created. */
const RERUN_MS = 30 * DAY_MS;
/** The weeks by which runs are read again, so that a week in which nothing changed is the very request of last time. */
export const WEEK_MS = 7 * DAY_MS;

function weekOf(time: number): number {
  return Math.floor(time / WEEK_MS) * WEEK_MS;
}

/** Runs by when they were created, both ends included; null where there is no end. */
export interface RunsWindow {
  readonly since: number | null;
  readonly until: number | null;
  /** The oldest run of the pages that GitHub gave, where it counted more than it gave: the rest lies before it. */
  readonly before: number | null;
}

/** Runs created in a window. Its key holds the window's beginning, for its end moves on while it is the latest. */
export function runsPage(of: Repo, window: RunsWindow, params: Params): PageRequest {
  const range = createdRange(window.since, window.before ?? window.until);
  const path = range === '' ? '/actions/runs' : `/actions/runs?created=${encodeURIComponent(range)}`;
  const list = `@${window.since ?? ''}${window.before === null ? '' : `-${window.before}`}`;
  return firstPage({
    stream: 'runs',
    of,
    list,
    path,
    params: { ...params, ...window, seen: 0 },
    accepts: MAY_LACK,
  });
}

/** One run anew, because it had not ended when it was last read; `left` are those to come after it. */
export function runAgain(of: Repo, id: string, params: Params): PageRequest {
  const request = firstPage({
    stream: 'runs',
    of,
    list: `#${id}`,
    path: '',
    params: { ...params, one: true },
    accepts: GONE,
  });
  return { ...request, path: `${repositoryPath(of.scope)}/actions/runs/${encodeURIComponent(id)}` };
}

/**
 * Runs, the latest week first, back to the oldest week in which one may have been started again. Everything on the
 * first sync.
 */
function runs(of: Repo, watermark: Watermark | undefined): PageRequest {
  const created = sinceOf(watermark, 'created');
  const updatedSince = sinceOf(watermark, 'updated');
  const again = typeof watermark?.running === 'string' ? watermark.running : '';
  const learnt = { top: created, updatedTop: updatedSince, began: null, again, running: '' };
  const known = { created, updatedSince, oldest: created === null ? null : weekOf(created - RERUN_MS) };
  const since = created === null ? null : weekOf(created);
  return runsPage(of, { since, until: null, before: null }, { ...known, ...learnt });
}

function deployments(of: Repo, watermark: Watermark | undefined): PageRequest {
  const since = sinceOf(watermark, 'created');
  const updatedSince = sinceOf(watermark, 'updated');
  const params = { since, top: since, updatedSince, updatedTop: updatedSince, began: null };
  return firstPage({
    stream: 'deployments',
    of,
    list: `@${since ?? ''}`,
    path: '/deployments',
    params,
    accepts: MAY_LACK,
  });
}

/** A list that GitHub gives whole or not at all; conditional requests keep it cheap. */
function whole(of: Repo, stream: Stream, path: string): PageRequest {
  return firstPage({ stream, of, list: '', path, params: {}, accepts: REFUSED });
}

type Watermarks = Readonly<Record<string, Watermark>>;

/**
 * The first request of a repository, whose answer says its name in GitHub's own spelling. It carries the watermarks of the
 * last sync along. A name that facts go by already stays: the repository may have been renamed since.
 */
export function repositoryRequest(scope: string, watermarks: Watermarks): PageRequest {
  const known = watermarks.repository?.name;
  const params = {
    watermarks: JSON.stringify(watermarks),
    ...(typeof known === 'string' ? { repository: known } : {}),
  };
  const key = `repository:${repositoryName(scope)}:1`;
  return { stream: 'repository', scope, key, path: repositoryPath(scope), params };
}

/** The watermarks that the first request of a repository carries. */
export function carriedWatermarks({ params }: Pick<PageRequest, 'params'>): Watermarks {
  // Written by `repositoryRequest` only.
  return typeof params.watermarks === 'string' ? (JSON.parse(params.watermarks) as Watermarks) : {};
}

/** The first request of every list of a repository, from the watermarks of the last sync. */
export function listRequests(of: Repo, watermarks: Watermarks): readonly PageRequest[] {
  return [
    whole(of, 'milestones', '/milestones?state=all'),
    issues(of, watermarks.issues),
    issueEvents(of, watermarks['issue-events']),
    pulls(of, watermarks.pulls),
    runs(of, watermarks.runs),
    deployments(of, watermarks.deployments),
    whole(of, 'releases', '/releases'),
    whole(of, 'tags', '/tags'),
  ];
}
