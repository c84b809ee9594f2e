import type { Continuation, PageRequest, PageResponse } from '../_kit/connector.ts';
import { nextPath } from '../_kit/link-header.ts';
import { outcomeOf } from './outcome.ts';
import { readDeployments, readIssueEvents, readIssues, readPulls, readRun, readRuns, totalCount } from './pages.ts';
import { firstPage, GONE, isoSeconds, pageAfter, runAgain, runsPage } from './requests.ts';
import type { Deployment, Pull, Run } from './schema.ts';

const DAY_MS = 86_400_000;
/** How far deployments are read back behind the newest: one may wait for an approval for days. */
const DEPLOYMENT_OVERLAP_MS = 7 * DAY_MS;
/** Runs that are still running are asked for one by one at the next sync; the newest of them. */
const MOST_RUNNING = 200;

type Watermark = Continuation['watermark'];

const NOTHING = { rows: [], dropped: [] } as const;

function numberOf(request: PageRequest, name: string): number | null {
  const value = request.params[name];
  return typeof value === 'number' ? value : null;
}

function listOf(request: PageRequest, name: string): readonly string[] {
  const value = request.params[name];
  return typeof value === 'string' && value !== '' ? value.split(',') : [];
}

function latest(known: number | null, times: readonly number[]): number | null {
  const all = known === null ? times : [known, ...times];
  return all.length === 0 ? null : all.reduce((a, b) => Math.max(a, b));
}

/** Where a newest-first list of times goes on, until it is older than `since`; null at its end. */
function olderPage(response: PageResponse, request: PageRequest, times: readonly number[], since: number | null) {
  if (response.status >= 300) return null;
  const reached = since !== null && times.some((time) => time < since);
  return reached ? null : nextPath(request.path, response.headers);
}

/** A newest-first list with one time a row; `field` names it in the watermark. */
function newestFirst(
  response: PageResponse,
  request: PageRequest,
  times: readonly number[],
  field: string,
): Continuation {
  const top = latest(numberOf(request, 'top'), times);
  const path = olderPage(response, request, times, numberOf(request, 'since'));
  if (path !== null) return { next: [pageAfter(request, path, { top })], watermark: null };
  return { next: [], watermark: { [field]: top } };
}

function pullDetails(request: PageRequest, pull: Pull): readonly PageRequest[] {
  const asked = {
    scope: request.scope,
    list: `#${pull.number}`,
    params: { number: pull.number },
    accepts: GONE,
  };
  return [
    firstPage({ ...asked, stream: 'pull-commits', path: `/pulls/${pull.number}/commits` }),
    firstPage({ ...asked, stream: 'pull-reviews', path: `/pulls/${pull.number}/reviews` }),
  ];
}

function afterPulls(response: PageResponse, request: PageRequest): Continuation {
  const { rows } = readPulls(response);
  const since = numberOf(request, 'since');
  const changed = rows.filter((pull) => since === null || pull.updated_at >= since);
  const rest = newestFirst(
    response,
    request,
    rows.map((pull) => pull.updated_at),
    'updated',
  );
  return { ...rest, next: [...changed.flatMap((pull) => pullDetails(request, pull)), ...rest.next] };
}

function jobsOf(request: PageRequest, run: Run): PageRequest {
  const path = `/actions/runs/${run.id}/jobs`;
  return firstPage({ stream: 'jobs', scope: request.scope, list: `#${run.id}`, path, params: {}, accepts: GONE });
}

function isRunning(run: Run): boolean {
  return outcomeOf(run.status, run.conclusion) === 'running';
}

/** What follows the last page of runs: those that had been running before, one by one; then the watermark. */
function runsAgain(
  request: PageRequest,
  learnt: { top: number | null; again: readonly string[]; running: readonly string[] },
) {
  const [id, ...left] = learnt.again;
  const running = learnt.running.slice(0, MOST_RUNNING).join(',');
  if (id === undefined) return { next: [], watermark: { created: learnt.top, running } satisfies Watermark };
  return { next: [runAgain(request.scope, id, { top: learnt.top, again: left.join(','), running })], watermark: null };
}

function afterRun(response: PageResponse, request: PageRequest): Continuation {
  const rows = response.status < 300 ? readRun(response).rows : [];
  const running = [...listOf(request, 'running'), ...rows.filter(isRunning).map((run) => run.id)];
  const rest = runsAgain(request, { top: numberOf(request, 'top'), again: listOf(request, 'again'), running });
  return { ...rest, next: [...rows.map((run) => jobsOf(request, run)), ...rest.next] };
}

/** GitHub ends a filtered list after 1,000 rows: then a window before the oldest seen goes on. */
function earlierWindow(response: PageResponse, request: PageRequest, run: { seen: number; oldest: number | null }) {
  const total = totalCount(response) ?? 0;
  if (run.oldest === null || run.seen >= total || isoSeconds(run.oldest) === beforeOf(request)) return null;
  return { since: numberOf(request, 'since'), before: run.oldest };
}

function beforeOf(request: PageRequest): string | null {
  const before = numberOf(request, 'before');
  return before === null ? null : isoSeconds(before);
}

function afterRuns(response: PageResponse, request: PageRequest): Continuation {
  if (request.params.one === true) return afterRun(response, request);
  const { rows, dropped } = response.status < 300 ? readRuns(response) : NOTHING;
  const times = rows.map((run) => run.created_at);
  const top = latest(numberOf(request, 'top'), times);
  const running = [...new Set([...listOf(request, 'running'), ...rows.filter(isRunning).map((run) => run.id)])];
  const seenIds = new Set(rows.map((run) => run.id));
  const again = listOf(request, 'again').filter((id) => !seenIds.has(id));
  const seen = (numberOf(request, 'seen') ?? 0) + rows.length + dropped.length;
  const jobs = rows.map((run) => jobsOf(request, run));
  const learnt = { top, again: again.join(','), running: running.slice(0, MOST_RUNNING).join(',') };
  const path = olderPage(response, request, times, null);
  if (path !== null) return { next: [...jobs, pageAfter(request, path, { ...learnt, seen })], watermark: null };
  const oldest = times.length > 0 ? Math.min(...times) : null;
  const window = response.status < 300 ? earlierWindow(response, request, { seen, oldest }) : null;
  if (window !== null) return { next: [...jobs, runsPage(request.scope, window, learnt)], watermark: null };
  const rest = runsAgain(request, { top, again, running });
  return { ...rest, next: [...jobs, ...rest.next] };
}

/** A status says nothing of its deployment but the state, so the request carries what the fact needs. */
function statusesOf(request: PageRequest, deployment: Deployment): PageRequest {
  const { id, sha, environment, created_at } = deployment;
  return firstPage({
    stream: 'deployment-statuses',
    scope: request.scope,
    list: `#${id}`,
    path: `/deployments/${id}/statuses`,
    params: { id, sha, environment, ref: deployment.ref ?? null, createdAt: created_at },
    accepts: GONE,
  });
}

function afterDeployments(response: PageResponse, request: PageRequest): Continuation {
  const rows = response.status < 300 ? readDeployments(response).rows : [];
  const created = rows.map((deployment) => deployment.created_at);
  const updatedSince = numberOf(request, 'updatedSince');
  const changed = rows.filter((deployment) => updatedSince === null || deployment.updated_at >= updatedSince);
  const details = changed.map((deployment) => statusesOf(request, deployment));
  const top = latest(numberOf(request, 'top'), created);
  const updatedTop = latest(
    numberOf(request, 'updatedTop'),
    rows.map((deployment) => deployment.updated_at),
  );
  const since = numberOf(request, 'since');
  const path = olderPage(response, request, created, since === null ? null : since - DEPLOYMENT_OVERLAP_MS);
  if (path === null) return { next: details, watermark: { created: top, updated: updatedTop } };
  return { next: [...details, pageAfter(request, path, { top, updatedTop })], watermark: null };
}

function afterPage(response: PageResponse, request: PageRequest): Continuation {
  const path = response.status < 300 ? nextPath(request.path, response.headers) : null;
  return { next: path === null ? [] : [pageAfter(request, path, {})], watermark: null };
}

/** What to ask after a page, details before the rest of the list, so that little waits at any time. */
export function nextRequests(response: PageResponse, request: PageRequest): Continuation {
  const found = response.status < 300;
  switch (request.stream) {
    case 'repository':
    case 'deployment-statuses':
      return { next: [], watermark: null };
    case 'issues': {
      const times = found ? readIssues(response).rows.map((issue) => issue.updated_at) : [];
      return newestFirst(response, request, times, 'updated');
    }
    case 'issue-events': {
      const times = found ? readIssueEvents(response).rows.map((event) => event.created_at) : [];
      return newestFirst(response, request, times, 'created');
    }
    case 'pulls':
      return afterPulls(response, request);
    case 'runs':
      return afterRuns(response, request);
    case 'deployments':
      return afterDeployments(response, request);
    default:
      return afterPage(response, request);
  }
}
