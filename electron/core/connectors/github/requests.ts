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
/** GitHub ends very long lists of events with a 422. */
const CUT_SHORT = [...SWITCHED_OFF, 422];
/** What a list named may be gone when it is asked for; a commit list of a damaged repository is a 409. */
export const GONE: readonly number[] = [404, 409, 410, 422];

interface Asked {
  readonly stream: Stream;
  readonly scope: string;
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
  const { stream, scope, list, path, params } = asked;
  return {
    stream,
    scope,
    key: `${stream}:${repositoryName(scope)}${list}:1`,
    path: withPerPage(`${repositoryPath(scope)}${path}`),
    params: { ...params, page: 1 },
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
function issues(scope: string, watermark: Watermark | undefined): PageRequest {
  const since = sinceOf(watermark, 'updated');
  const window = since === null ? '' : `&since=${isoSeconds(since - 1_000)}`;
  const path = `/issues?state=all&sort=updated&direction=desc${window}`;
  return firstPage({
    stream: 'issues',
    scope,
    list: `@${since ?? ''}`,
    path,
    params: { since, top: since },
    accepts: SWITCHED_OFF,
  });
}

function pulls(scope: string, watermark: Watermark | undefined): PageRequest {
  const since = sinceOf(watermark, 'updated');
  const path = '/pulls?state=all&sort=updated&direction=desc';
  return firstPage({ stream: 'pulls', scope, list: `@${since ?? ''}`, path, params: { since, top: since } });
}

function issueEvents(scope: string, watermark: Watermark | undefined): PageRequest {
  const since = sinceOf(watermark, 'created');
  const params = { since, top: since };
  return firstPage({
    stream: 'issue-events',
    scope,
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
export function runsPage(scope: string, window: RunsWindow, params: Params): PageRequest {
  const range = createdRange(window.since, window.before ?? window.until);
  const path = range === '' ? '/actions/runs' : `/actions/runs?created=${encodeURIComponent(range)}`;
  const list = `@${window.since ?? ''}${window.before === null ? '' : `-${window.before}`}`;
  return firstPage({
    stream: 'runs',
    scope,
    list,
    path,
    params: { ...params, ...window, seen: 0 },
    accepts: SWITCHED_OFF,
  });
}

/** One run anew, because it had not ended when it was last read; `left` are those to come after it. */
export function runAgain(scope: string, id: string, params: Params): PageRequest {
  const request = firstPage({
    stream: 'runs',
    scope,
    list: `#${id}`,
    path: '',
    params: { ...params, one: true },
    accepts: GONE,
  });
  return { ...request, path: `${repositoryPath(scope)}/actions/runs/${encodeURIComponent(id)}` };
}

/**
 * Runs, the latest week first, back to the oldest week in which one may have been started again. Everything on the
 * first sync.
 */
function runs(scope: string, watermark: Watermark | undefined): PageRequest {
  const created = sinceOf(watermark, 'created');
  const updatedSince = sinceOf(watermark, 'updated');
  const again = typeof watermark?.running === 'string' ? watermark.running : '';
  const learnt = { top: created, updatedTop: updatedSince, began: null, again, running: '' };
  const known = { created, updatedSince, oldest: created === null ? null : weekOf(created - RERUN_MS) };
  const since = created === null ? null : weekOf(created);
  return runsPage(scope, { since, until: null, before: null }, { ...known, ...learnt });
}

function deployments(scope: string, watermark: Watermark | undefined): PageRequest {
  const since = sinceOf(watermark, 'created');
  const updatedSince = sinceOf(watermark, 'updated');
  const params = { since, top: since, updatedSince, updatedTop: updatedSince, began: null };
  return firstPage({
    stream: 'deployments',
    scope,
    list: `@${since ?? ''}`,
    path: '/deployments',
    params,
    accepts: SWITCHED_OFF,
  });
}

/** A list that GitHub gives whole or not at all; conditional requests keep it cheap. */
function whole(scope: string, stream: Stream, path: string): PageRequest {
  return firstPage({ stream, scope, list: '', path, params: {} });
}

/** The first request of every stream of a repository, from the watermarks of the last sync. */
export function startRequests(scope: string, watermarks: Readonly<Record<string, Watermark>>): readonly PageRequest[] {
  const repository = { ...whole(scope, 'repository', ''), path: repositoryPath(scope) };
  return [
    repository,
    whole(scope, 'milestones', '/milestones?state=all'),
    issues(scope, watermarks.issues),
    issueEvents(scope, watermarks['issue-events']),
    pulls(scope, watermarks.pulls),
    runs(scope, watermarks.runs),
    deployments(scope, watermarks.deployments),
    whole(scope, 'releases', '/releases'),
    whole(scope, 'tags', '/tags'),
  ];
}
