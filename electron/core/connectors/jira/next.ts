import type { ConnectionPlan } from '../../../../shared/model/connection.ts';
import type { Continuation, PageRequest, PageResponse } from '../_kit/connector.ts';
import { loopFailure } from '../_kit/failures.ts';
import { placeOf } from '../_kit/place.ts';
import { parseRows } from '../_kit/rows.ts';
import { bodyOf } from './body.ts';
import { nextIssues } from './next-issues.ts';
import {
  boardsRequest,
  changelogRequest,
  FIRST_ISSUES,
  issuesRequest,
  setupRequest,
  sprintsRequest,
  versionsRequest,
} from './requests.ts';
import { Board, ValuesPage } from './schema.ts';
import { fieldsOf, isCloud, projectOf, setupOf, statusesText, zoneOf } from './setup.ts';

type Next = (response: PageResponse, request: PageRequest, plan: ConnectionPlan) => Continuation;

function goOn(...next: readonly PageRequest[]): Continuation {
  return { next, watermark: null };
}

function textOf(request: PageRequest, name: string): string {
  const value = request.params[name];
  return typeof value === 'string' ? value : '';
}

/** The row after this page in a list paged by `startAt`, or null at its end. */
function nextStart(response: PageResponse, request: PageRequest, plan: ConnectionPlan): number | null {
  const place = placeOf(plan.baseUrl + request.path, `${request.stream} of ${request.scope}`);
  const page = bodyOf(ValuesPage, response, place);
  const asked = Number(request.params.startAt ?? 0);
  if ((page.startAt ?? asked) !== asked) throw loopFailure(place);
  const end = asked + page.values.length;
  const isLast = page.isLast ?? (typeof page.total === 'number' ? end >= page.total : page.values.length === 0);
  if (isLast) return null;
  if (page.values.length === 0) throw loopFailure(place);
  return end;
}

/** What may not be there (boards, which are a part of Jira that sites may lack; a deleted issue) leads nowhere. */
function ifThere(next: Next): Next {
  return (response, request, plan) => (response.status < 300 ? next(response, request, plan) : goOn());
}

const afterServerInfo: Next = (response, { scope, params }, plan) => {
  const found = { since: setupOf(params).since, cloud: isCloud(response, plan.baseUrl) };
  // Nobody in particular has no profile, and so no zone that could be read.
  return goOn(plan.auth === 'none' ? setupRequest('project', scope, found) : setupRequest('myself', scope, found));
};

const afterMyself: Next = (response, { scope, params }) =>
  goOn(setupRequest('project', scope, { ...params, zone: zoneOf(response) }));

const afterProject: Next = (response, { scope, params }) =>
  goOn(setupRequest('fields', scope, { ...params, ...projectOf(response) }));

const afterFields: Next = (response, { scope, params }) =>
  goOn(setupRequest('statuses', scope, { ...params, ...fieldsOf(response) }));

const afterStatuses: Next = (response, request) => {
  const { scope } = request;
  const statuses = statusesText(response, textOf(request, 'projectId') || null);
  const setup = { ...setupOf(request.params), statuses };
  return goOn(
    versionsRequest(scope, setup, textOf(request, 'projectKey') || scope),
    boardsRequest(scope, 0),
    issuesRequest(scope, setup, FIRST_ISSUES),
  );
};

const afterBoards: Next = (response, request, plan) => {
  const { rows } = parseRows(
    Board,
    bodyOf(ValuesPage, response, placeOf(plan.baseUrl + request.path, 'boards')).values,
  );
  const start = nextStart(response, request, plan);
  const more = start === null ? [] : [boardsRequest(request.scope, start)];
  return goOn(...rows.map((board) => sprintsRequest(request.scope, board.id, 0)), ...more);
};

const afterSprints: Next = (response, request, plan) => {
  const start = nextStart(response, request, plan);
  return start === null ? goOn() : goOn(sprintsRequest(request.scope, textOf(request, 'boardId'), start));
};

const afterChangelog: Next = (response, request, plan) => {
  const setup = setupOf(request.params);
  const start = setup.cloud ? nextStart(response, request, plan) : null;
  if (start === null) return goOn();
  const issue = {
    id: textOf(request, 'issueId'),
    key: textOf(request, 'issueKey'),
    updated: Number(request.params.updated),
  };
  return goOn(changelogRequest(request.scope, setup, { ...issue, startAt: start }));
};

const byStream: Readonly<Record<string, Next>> = {
  'server-info': afterServerInfo,
  myself: afterMyself,
  project: afterProject,
  fields: afterFields,
  statuses: afterStatuses,
  versions: () => goOn(),
  boards: ifThere(afterBoards),
  sprints: ifThere(afterSprints),
  issues: nextIssues,
  changelog: ifThere(afterChangelog),
};

/** What to ask after a page; see the folder's README for the order of things. */
export const next: Next = (response, request, plan) => byStream[request.stream]?.(response, request, plan) ?? goOn();
