import type { ConnectionPlan } from '../../../../shared/model/connection.ts';
import type { Continuation, PageRequest, PageResponse } from '../_kit/connector.ts';
import { loopFailure, truncatedFailure } from '../_kit/failures.ts';
import { type Place, placeOf } from '../_kit/place.ts';
import { parseRows } from '../_kit/rows.ts';
import { bodyOf } from './body.ts';
import { isCut } from './map-changelog.ts';
import { changelogRequest, ISSUES_PER_PAGE, type IssuesCursor, issuesRequest } from './requests.ts';
import { IssueHead, SearchPage } from './schema.ts';
import { type Setup, setupOf } from './setup.ts';

/** Rows of a page that the next one repeats, so that rows that moved meanwhile are noticed. */
const REPEATED = 5;
/** Steps back in a row after which the reading begins anew, and steps in all after which it is called a loop. */
const STEPS_BEFORE_RESTART = 3;
const MOST_STEPS_BACK = 60;

interface Page {
  readonly setup: Setup;
  readonly cursor: IssuesCursor;
  readonly place: Place;
  readonly body: SearchPage;
  readonly issues: readonly IssueHead[];
  /** What stands in each row, those that could not be read included. */
  readonly versions: readonly string[];
}

function cursorOf(params: PageRequest['params']): IssuesCursor {
  const number = (name: string) => (typeof params[name] === 'number' ? params[name] : null);
  const text = (name: string) => (typeof params[name] === 'string' ? params[name] : null);
  return {
    startAt: number('startAt') ?? 0,
    token: text('token'),
    mark: text('mark'),
    steps: number('steps') ?? 0,
    tail: text('tail') ?? '',
    back: number('back') ?? 0,
    high: number('high'),
    began: number('began'),
  };
}

function part(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

/** What tells one version of an issue from another: an issue that changed has left its place for the end of the list. */
function versionOf(row: unknown): string {
  return `${part(row, 'id')}@${part(part(row, 'fields'), 'updated')}`.replaceAll(',', '');
}

/** The first page's `Date` header is the server's own clock; the newest change that a page shows moves the mark on. */
function advance(page: Page, response: PageResponse): Pick<IssuesCursor, 'high' | 'began'> {
  const date = Date.parse(response.headers.date ?? '');
  const updated = page.issues.map((issue) => issue.fields.updated);
  return {
    began: page.cursor.began ?? (Number.isNaN(date) ? null : date),
    high: updated.reduce<number | null>((high, at) => Math.max(high ?? at, at), page.cursor.high),
  };
}

/**
 * Cloud: the page that the token names. Brent's method notices a ring of pages: a token is remembered and compared with
 * all that follow, and the remembered one is replaced after 1, 2, 4, 8… pages.
 */
function nextInCloud({ body, cursor, place }: Page): Partial<IssuesCursor> | null {
  if (body.isLast === true || (!body.nextPageToken && body.isLast !== false)) return null;
  if (!body.nextPageToken) throw truncatedFailure(place, new Error('more pages are announced and no token is given'));
  const token = body.nextPageToken;
  if (token === cursor.token || token === cursor.mark) throw loopFailure(place);
  const steps = cursor.steps + 1;
  const isPowerOfTwo = (steps & (steps - 1)) === 0;
  return { token, steps, mark: isPowerOfTwo ? token : cursor.mark };
}

/** How many rows a page can hold: what the site says, for it may give fewer than asked. */
function pageSize(body: SearchPage): number {
  return Math.max(1, Math.min(ISSUES_PER_PAGE, body.maxResults || ISSUES_PER_PAGE));
}

function isEnd({ body, cursor, versions }: Page): boolean {
  if (versions.length === 0) return true;
  if (body.total === null || body.total === undefined) return versions.length < pageSize(body);
  return cursor.startAt + versions.length >= body.total;
}

function stepBack({ body, cursor, place }: Page): Partial<IssuesCursor> {
  const back = cursor.back + 1;
  if (back > MOST_STEPS_BACK) throw loopFailure(place);
  const before = Math.max(0, cursor.startAt - Math.max(1, pageSize(body) - REPEATED));
  const startAt = back % STEPS_BEFORE_RESTART === 0 ? 0 : before;
  return { startAt, tail: startAt === 0 ? '' : cursor.tail, back };
}

/**
 * Data Center: the rows from `startAt` on. An issue that changes while we read leaves its place for the end of the
 * list, and every row behind it moves up; a row would be passed over. So each page repeats the last rows of the page
 * before: when none of them is there, rows have moved by more, and the reading steps back a page.
 */
function nextInDataCenter(page: Page): Partial<IssuesCursor> | null {
  const { body, cursor, versions, place } = page;
  if ((body.startAt ?? cursor.startAt) !== cursor.startAt) throw loopFailure(place);
  const tail = cursor.tail === '' ? [] : cursor.tail.split(',');
  const lastSeen = versions.findLastIndex((version) => tail.includes(version));
  if (tail.length > 0 && lastSeen < 0) return stepBack(page);
  if (isEnd(page)) return null;
  if (lastSeen === versions.length - 1) throw loopFailure(place);
  const repeated = Math.min(REPEATED, versions.length - 1);
  return {
    startAt: cursor.startAt + versions.length - repeated,
    tail: versions.slice(versions.length - repeated).join(','),
  };
}

function changelogs(page: Page, scope: string): readonly PageRequest[] {
  return page.issues
    .filter(isCut)
    .map(({ id, key, fields }) =>
      changelogRequest(scope, page.setup, { id, key, updated: fields.updated, startAt: 0 }),
    );
}

/**
 * After a page of issues: the next page, and the changelogs that did not fit. At the end the watermark is the newest
 * change seen, but not later than the server's clock when the reading began: what changed during the reading is read
 * again.
 */
export function nextIssues(response: PageResponse, request: PageRequest, plan: ConnectionPlan): Continuation {
  const place = placeOf(plan.baseUrl + request.path, `issues of ${request.scope}`);
  const body = bodyOf(SearchPage, response, place);
  const { rows: issues } = parseRows(IssueHead, body.issues);
  const versions = body.issues.map(versionOf);
  const page = { setup: setupOf(request.params), cursor: cursorOf(request.params), place, body, issues, versions };
  const progress = advance(page, response);
  const details = changelogs(page, request.scope);
  const step = page.setup.cloud ? nextInCloud(page) : nextInDataCenter(page);
  if (step !== null) {
    const cursor = { ...page.cursor, ...progress, ...step };
    return { next: [...details, issuesRequest(request.scope, page.setup, cursor)], watermark: null };
  }
  const newest = progress.high ?? page.setup.since;
  const watermark = newest === null ? null : { updated: Math.min(newest, progress.began ?? newest) };
  return { next: details, watermark };
}
