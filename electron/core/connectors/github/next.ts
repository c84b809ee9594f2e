import type { ConnectionPlan } from '../../../../shared/model/connection.ts';
import type { Continuation, PageRequest, PageResponse } from '../_kit/connector.ts';
import { isRefusal, providerFailure } from '../_kit/failures.ts';
import { nextPath } from '../_kit/link-header.ts';
import { placeOf } from '../_kit/place.ts';
import { beganAt, changesReadTo, latest, numberOf } from './learnt.ts';
import { afterRun, afterRuns } from './next-runs.ts';
import { deploymentEnd } from './outcome.ts';
import {
  readDeploymentStatuses,
  readDeployments,
  readIssueEvents,
  readIssues,
  readPulls,
  readRepository,
} from './pages.ts';
import { nameOf } from './reader.ts';
import { apiBase } from './repository-name.ts';
import { carriedWatermarks, firstPage, GONE, listRequests, pageAfter, repoOf } from './requests.ts';
import type { Deployment, Pull } from './schema.ts';

const DAY_MS = 86_400_000;
/** How far deployments are read back behind the newest: one may wait for an approval for days. */
const DEPLOYMENT_OVERLAP_MS = 7 * DAY_MS;
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

/** The lists of a repository, once GitHub has said how it is written. */
function afterRepository(
  response: PageResponse,
  request: PageRequest,
  plan: Pick<ConnectionPlan, 'baseUrl'>,
): Continuation {
  const { scope } = request;
  const [row] = readRepository(response).rows;
  if (row === undefined) {
    const place = placeOf(`${apiBase(plan.baseUrl)}${request.path}`, `${scope} repository`);
    throw providerFailure('PROVIDER_BROKEN', place, {
      message: `${place.host} answered with something else than a repository for ${scope}.`,
      remedy: 'Check that the address is that of GitHub itself; a proxy in between may answer in its place.',
    });
  }
  const repository = nameOf(row, request);
  const next = listRequests({ scope, repository }, carriedWatermarks(request));
  return { next, watermark: { name: repository } };
}

function pullDetails(request: PageRequest, pull: Pull): readonly PageRequest[] {
  const asked = {
    of: repoOf(request),
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

/** A status says nothing of its deployment but the state, so the request carries what the fact needs. */
function statusesOf(request: PageRequest, deployment: Deployment): PageRequest {
  const { id, sha, environment, created_at } = deployment;
  return firstPage({
    stream: 'deployment-statuses',
    of: repoOf(request),
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
  const began = beganAt(request, response);
  if (path === null) return { next: details, watermark: { created: top, updated: changesReadTo(updatedTop, began) } };
  return { next: [...details, pageAfter(request, path, { top, updatedTop, began })], watermark: null };
}

/** A deployment may end at any time, without any list showing it: until then its statuses are asked for again. */
function afterStatuses(response: PageResponse, request: PageRequest): Continuation {
  const { rows } = response.status < 300 ? readDeploymentStatuses(response) : { rows: null };
  const goesOn = rows !== null && deploymentEnd(rows).outcome === 'running';
  return { next: [], watermark: null, again: goesOn ? numberOf(request, 'createdAt') : null };
}

function afterPage(response: PageResponse, request: PageRequest): Continuation {
  const path = response.status < 300 ? nextPath(request.path, response.headers) : null;
  return { next: path === null ? [] : [pageAfter(request, path, {})], watermark: null };
}

/**
 * What to ask after a page, details before the rest of the list, so that little waits at any time. A list that this token
 * may not read ends there, and the next sync asks for the same of it.
 */
export function nextRequests(
  response: PageResponse,
  request: PageRequest,
  plan: Pick<ConnectionPlan, 'baseUrl'>,
): Continuation {
  if (isRefusal(response)) return { next: [], watermark: null };
  const found = response.status < 300;
  switch (request.stream) {
    case 'repository':
      return afterRepository(response, request, plan);
    case 'deployment-statuses':
      return afterStatuses(response, request);
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
      return request.params.one === true ? afterRun(response, request) : afterRuns(response, request);
    case 'deployments':
      return afterDeployments(response, request);
    default:
      return afterPage(response, request);
  }
}
