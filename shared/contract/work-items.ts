import * as z from 'zod';
import { StatusCategory } from '../model/connection.ts';
import { Deployment, PullRequest, ReleaseTag, SourceVersion, Transition, WorkItem } from '../model/facts.ts';
import { ConnectionId, FactId } from '../model/ids.ts';
import { PageInput, pageOf } from './page.ts';
import { query } from './procedure.ts';

const simulated = { simulated: z.boolean() };

export const FoundWorkItem = WorkItem.extend(simulated);
export type FoundWorkItem = z.infer<typeof FoundWorkItem>;

export const workItemsContract = {
  search: query(
    'Finds work items by words of their title or key, and by project, status, label or version.',
    ['work-item'],
    PageInput.extend({
      text: z.string().max(200).default(''),
      connectionId: ConnectionId.nullable().default(null),
      projectKey: z.string().max(200).nullable().default(null),
      category: StatusCategory.nullable().default(null),
      label: z.string().max(200).nullable().default(null),
      version: z.string().max(200).nullable().default(null),
    }),
    pageOf(FoundWorkItem),
  ),
  get: query(
    'Reads a work item with its transitions.',
    ['work-item', 'transition'],
    z.strictObject({ id: FactId }),
    z.strictObject({ item: FoundWorkItem, transitions: z.array(Transition) }),
  ),
  versions: query(
    "Lists the providers' versions, for boarding rules.",
    ['source-version'],
    PageInput,
    pageOf(SourceVersion),
  ),
  deliveries: query(
    'Lists the latest pull requests, deployments and release tags of some projects.',
    ['pull-request', 'deployment', 'release-tag'],
    z.strictObject({
      projects: z.array(z.strictObject({ connectionId: ConnectionId, key: z.string() })).max(200),
      limit: z.int().min(1).max(200).default(50),
    }),
    z.strictObject({
      pullRequests: z.array(PullRequest.extend(simulated)),
      deployments: z.array(Deployment.extend(simulated)),
      releaseTags: z.array(ReleaseTag.extend(simulated)),
    }),
  ),
};
