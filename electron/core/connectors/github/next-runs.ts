import type { Continuation, PageRequest, PageResponse } from '../_kit/connector.ts';
import { nextPath } from '../_kit/link-header.ts';
import { beganAt, changesReadTo, latest, listOf, numberOf } from './learnt.ts';
import { outcomeOf } from './outcome.ts';
import { readRun, readRuns, totalCount } from './pages.ts';
import {
  firstPage,
  GONE,
  isoSeconds,
  pageAfter,
  type Repo,
  type RunsWindow,
  repoOf,
  runAgain,
  runsPage,
  WEEK_MS,
} from './requests.ts';
import type { Run } from './schema.ts';

/** Runs that are still running are asked for one by one at the next sync; the newest of them. */
const MOST_RUNNING = 200;

const NOTHING = { rows: [], dropped: [] } as const;

/** What a reading of runs knows and has learnt, carried from request to request. */
type Learnt = {
  /** The newest run of the last sync, and up to when its changes had been read; null on the first. */
  readonly created: number | null;
  readonly updatedSince: number | null;
  /** Where the oldest week begins that is read again. */
  readonly oldest: number | null;
  readonly top: number | null;
  readonly updatedTop: number | null;
  readonly began: number | null;
  /** Runs of the last sync that had not ended, as far as they were not met again; and those of this one. */
  readonly again: string;
  readonly running: string;
};

function learntOf(request: PageRequest): Learnt {
  return {
    created: numberOf(request, 'created'),
    updatedSince: numberOf(request, 'updatedSince'),
    oldest: numberOf(request, 'oldest'),
    top: numberOf(request, 'top'),
    updatedTop: numberOf(request, 'updatedTop'),
    began: numberOf(request, 'began'),
    again: listOf(request, 'again').join(','),
    running: listOf(request, 'running').join(','),
  };
}

function isRunning(run: Run): boolean {
  return outcomeOf(run.status, run.conclusion) === 'running';
}

function jobsOf(request: PageRequest, run: Run): PageRequest {
  const path = `/actions/runs/${run.id}/jobs`;
  return firstPage({ stream: 'jobs', of: repoOf(request), list: `#${run.id}`, path, params: {}, accepts: GONE });
}

/** A run that is new, or has changed since the last sync: it went on, it ended, or it was started again. */
function hasNews(run: Run, { created, updatedSince }: Learnt): boolean {
  if (created === null || updatedSince === null) return true;
  return run.created_at >= created || run.updated_at >= updatedSince;
}

/** What a page of runs adds to what is known. */
function learn(request: PageRequest, response: PageResponse, rows: readonly Run[]): Learnt {
  const before = learntOf(request);
  const seen = new Set(rows.map(({ id }) => id));
  const running = [...new Set([...listOf(request, 'running'), ...rows.filter(isRunning).map(({ id }) => id)])];
  return {
    ...before,
    top: latest(
      before.top,
      rows.map((run) => run.created_at),
    ),
    updatedTop: latest(
      before.updatedTop,
      rows.map((run) => run.updated_at),
    ),
    began: beganAt(request, response),
    again: listOf(request, 'again')
      .filter((id) => !seen.has(id))
      .join(','),
    running: running.slice(0, MOST_RUNNING).join(','),
  };
}

/** What follows the last page of runs: those that had been running before, one by one; then the watermark. */
function runsAgain(of: Repo, learnt: Learnt): Continuation {
  const [id, ...left] = learnt.again.split(',');
  if (id) return { next: [runAgain(of, id, { ...learnt, again: left.join(',') })], watermark: null };
  const { top: created, updatedTop, began, running } = learnt;
  return { next: [], watermark: { created, updated: changesReadTo(updatedTop, began), running } };
}

function windowOf(request: PageRequest): RunsWindow {
  return { since: numberOf(request, 'since'), until: numberOf(request, 'until'), before: numberOf(request, 'before') };
}

/** GitHub ends a filtered list after 1,000 rows: then a window before the oldest seen goes on. */
function restOfWindow(response: PageResponse, window: RunsWindow, read: { seen: number; oldest: number | null }) {
  const { oldest, seen } = read;
  if (oldest === null || seen >= (totalCount(response) ?? 0)) return null;
  const isSameSecond = window.before !== null && isoSeconds(oldest) === isoSeconds(window.before);
  return isSameSecond ? null : { ...window, before: oldest };
}

/**
 * The week before, as long as runs of it may have been started again. An old server that does not know the filter gives
 * all runs every time: then nothing is left to ask for.
 */
function weekBefore({ since, until }: RunsWindow, { oldest }: Learnt, rows: readonly Run[]): RunsWindow | null {
  if (since === null || oldest === null || since <= oldest) return null;
  if (rows.some((run) => run.created_at < since || run.created_at >= (until ?? run.created_at) + 1_000)) return null;
  return { since: since - WEEK_MS, until: since - 1_000, before: null };
}

/** One run that was asked for by itself. */
export function afterRun(response: PageResponse, request: PageRequest): Continuation {
  const rows = response.status < 300 ? readRun(response).rows : [];
  const learnt = learntOf(request);
  const running = [...listOf(request, 'running'), ...rows.filter(isRunning).map((run) => run.id)].join(',');
  const rest = runsAgain(repoOf(request), { ...learnt, running });
  return { ...rest, next: [...rows.map((run) => jobsOf(request, run)), ...rest.next] };
}

/** A page of runs: the jobs of those with news, the rest of the window, the week before, then runs one by one. */
export function afterRuns(response: PageResponse, request: PageRequest): Continuation {
  const found = response.status < 300;
  const { rows, dropped } = found ? readRuns(response) : NOTHING;
  const learnt = learn(request, response, rows);
  const jobs = rows.filter((run) => hasNews(run, learnt)).map((run) => jobsOf(request, run));
  const seen = (numberOf(request, 'seen') ?? 0) + rows.length + dropped.length;
  const path = found ? nextPath(request.path, response.headers) : null;
  if (path !== null) return { next: [...jobs, pageAfter(request, path, { ...learnt, seen })], watermark: null };
  const oldest = rows.length > 0 ? Math.min(...rows.map((run) => run.created_at)) : null;
  const window = windowOf(request);
  const rest = found ? restOfWindow(response, window, { seen, oldest }) : null;
  if (rest !== null) return { next: [...jobs, runsPage(repoOf(request), rest, learnt)], watermark: null };
  const week = found ? weekBefore(window, learnt, rows) : null;
  if (week !== null) {
    return { next: [...jobs, { ...runsPage(repoOf(request), week, learnt), begins: true }], watermark: null };
  }
  const end = runsAgain(repoOf(request), learnt);
  return { ...end, next: [...jobs, ...end.next] };
}
