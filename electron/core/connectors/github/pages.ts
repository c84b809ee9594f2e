import type * as z from 'zod';
import type { Dropped, PageResponse } from '../_kit/connector.ts';
import { jsonOf, oncePerPage } from '../_kit/json.ts';
import { parseRow, parseRows } from '../_kit/rows.ts';
import {
  Commit,
  Deployment,
  DeploymentStatus,
  Issue,
  IssueEvent,
  Job,
  Milestone,
  Pull,
  Release,
  Repository,
  Review,
  Run,
  Tag,
} from './schema.ts';

export interface Page<T> {
  readonly rows: readonly T[];
  readonly dropped: readonly Dropped[];
}

function listOf<T>(schema: z.ZodType<T>): (response: PageResponse) => Page<T> {
  return oncePerPage((response) => parseRows(schema, jsonOf(response)));
}

/** Some lists come wrapped: `{total_count, workflow_runs: […]}`. */
function wrappedListOf<T>(schema: z.ZodType<T>, name: string): (response: PageResponse) => Page<T> {
  return oncePerPage((response) => {
    const body = jsonOf(response);
    return parseRows(schema, typeof body === 'object' && body !== null ? Reflect.get(body, name) : body);
  });
}

function oneOf<T>(schema: z.ZodType<T>): (response: PageResponse) => Page<T> {
  return oncePerPage((response) => {
    const { row, dropped } = parseRow(schema, jsonOf(response));
    return { rows: row === null ? [] : [row], dropped };
  });
}

export const readRepository = oneOf(Repository);
export const readPulls = listOf(Pull);
export const readCommits = listOf(Commit);
export const readReviews = listOf(Review);
export const readIssues = listOf(Issue);
export const readIssueEvents = listOf(IssueEvent);
export const readRuns = wrappedListOf(Run, 'workflow_runs');
export const readRun = oneOf(Run);
export const readJobs = wrappedListOf(Job, 'jobs');
export const readDeployments = listOf(Deployment);
export const readDeploymentStatuses = listOf(DeploymentStatus);
export const readReleases = listOf(Release);
export const readTags = listOf(Tag);
export const readMilestones = listOf(Milestone);

/** How many runs GitHub says that there are in all; null when it does not say. */
export function totalCount(response: PageResponse): number | null {
  const body = jsonOf(response);
  const total = typeof body === 'object' && body !== null && 'total_count' in body ? body.total_count : null;
  return typeof total === 'number' ? total : null;
}
