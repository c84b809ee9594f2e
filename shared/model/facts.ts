import * as z from 'zod';
import { StatusCategory } from './connection.ts';
import { ConnectionId, FactId } from './ids.ts';
import { Instant } from './time.ts';

/** What every synced fact carries of its origin. */
const origin = {
  id: FactId,
  connectionId: ConnectionId,
  externalId: z.string(),
  url: z.string().nullable(),
  fetchedAt: Instant,
};

/** A repository or a ticketing project. */
export const Project = z.strictObject({ ...origin, key: z.string(), name: z.string() });
export type Project = z.infer<typeof Project>;

export const Person = z.strictObject({ ...origin, login: z.string(), name: z.string() });
export type Person = z.infer<typeof Person>;

/** A ticket or issue. */
export const WorkItem = z.strictObject({
  ...origin,
  projectKey: z.string(),
  /** As people call it: `PAY-12`, `owner/name#12`. */
  key: z.string(),
  title: z.string(),
  type: z.string(),
  originalStatus: z.string(),
  category: StatusCategory,
  priority: z.string().nullable(),
  assignee: z.string().nullable(),
  labels: z.array(z.string()),
  versions: z.array(z.string()),
  storyPoints: z.number().nullable(),
  createdAt: Instant,
  updatedAt: Instant,
  doneAt: Instant.nullable(),
  /** How it was resolved, in the provider's own word: `Done`, `Won't Do`; null where it has none. */
  resolution: z.string().nullable(),
});
export type WorkItem = z.infer<typeof WorkItem>;

/** One change of a work item's status. */
export const Transition = z.strictObject({
  ...origin,
  workItemId: FactId,
  fromStatus: z.string().nullable(),
  toStatus: z.string(),
  fromCategory: StatusCategory.nullable(),
  toCategory: StatusCategory,
  author: z.string().nullable(),
  at: Instant,
});
export type Transition = z.infer<typeof Transition>;

/** A typed link between two work items, as seen from `fromId`. */
export const WorkItemLink = z.strictObject({
  ...origin,
  fromId: FactId,
  /** The other item's key: it may not have been synced. */
  toKey: z.string(),
  type: z.string(),
  direction: z.enum(['outward', 'inward']),
});
export type WorkItemLink = z.infer<typeof WorkItemLink>;

/** A provider's version (Jira) or milestone (GitHub) that work items name. */
export const SourceVersion = z.strictObject({
  ...origin,
  projectKey: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  released: z.boolean(),
  /** Midnight UTC of the day given by the provider. */
  releaseAt: Instant.nullable(),
});
export type SourceVersion = z.infer<typeof SourceVersion>;

export const Sprint = z.strictObject({
  ...origin,
  name: z.string(),
  originalStatus: z.string(),
  startAt: Instant.nullable(),
  endAt: Instant.nullable(),
  completedAt: Instant.nullable(),
});
export type Sprint = z.infer<typeof Sprint>;

export const PullRequest = z.strictObject({
  ...origin,
  projectKey: z.string(),
  number: z.int(),
  title: z.string(),
  originalStatus: z.string(),
  state: z.enum(['open', 'merged', 'closed']),
  draft: z.boolean(),
  author: z.string().nullable(),
  baseRef: z.string(),
  headRef: z.string(),
  mergeSha: z.string().nullable(),
  additions: z.int().nullable(),
  deletions: z.int().nullable(),
  labels: z.array(z.string()),
  createdAt: Instant,
  updatedAt: Instant,
  mergedAt: Instant.nullable(),
  closedAt: Instant.nullable(),
});
export type PullRequest = z.infer<typeof PullRequest>;

export const Commit = z.strictObject({
  ...origin,
  projectKey: z.string(),
  sha: z.string(),
  message: z.string(),
  author: z.string().nullable(),
  authoredAt: Instant,
  committedAt: Instant,
  /** The pull request through which it was seen. */
  pullRequestId: FactId.nullable(),
});
export type Commit = z.infer<typeof Commit>;

export const Review = z.strictObject({
  ...origin,
  pullRequestId: FactId,
  author: z.string().nullable(),
  originalStatus: z.string(),
  commitSha: z.string().nullable(),
  at: Instant,
});
export type Review = z.infer<typeof Review>;

/** How a run, job or deployment ended; `running` while it has not. */
export const Outcome = z.enum(['running', 'success', 'failure', 'cancelled', 'skipped', 'unknown']);
export type Outcome = z.infer<typeof Outcome>;

export const PipelineRun = z.strictObject({
  ...origin,
  projectKey: z.string(),
  name: z.string(),
  number: z.int(),
  attempt: z.int(),
  event: z.string(),
  branch: z.string().nullable(),
  sha: z.string(),
  originalStatus: z.string(),
  outcome: Outcome,
  createdAt: Instant,
  startedAt: Instant.nullable(),
  finishedAt: Instant.nullable(),
});
export type PipelineRun = z.infer<typeof PipelineRun>;

export const Job = z.strictObject({
  ...origin,
  runId: FactId,
  name: z.string(),
  originalStatus: z.string(),
  outcome: Outcome,
  startedAt: Instant.nullable(),
  finishedAt: Instant.nullable(),
});
export type Job = z.infer<typeof Job>;

export const Deployment = z.strictObject({
  ...origin,
  projectKey: z.string(),
  environment: z.string(),
  production: z.boolean(),
  sha: z.string(),
  ref: z.string().nullable(),
  originalStatus: z.string(),
  outcome: Outcome,
  createdAt: Instant,
  finishedAt: Instant.nullable(),
});
export type Deployment = z.infer<typeof Deployment>;

/** A published release or a bare tag of a repository. */
export const ReleaseTag = z.strictObject({
  ...origin,
  projectKey: z.string(),
  tag: z.string(),
  name: z.string(),
  sha: z.string().nullable(),
  draft: z.boolean(),
  prerelease: z.boolean(),
  publishedAt: Instant.nullable(),
});
export type ReleaseTag = z.infer<typeof ReleaseTag>;

/** Every kind of fact, by the name that tables, counts and change events use. */
export const factKinds = {
  project: Project,
  person: Person,
  'work-item': WorkItem,
  transition: Transition,
  'work-item-link': WorkItemLink,
  'source-version': SourceVersion,
  sprint: Sprint,
  'pull-request': PullRequest,
  commit: Commit,
  review: Review,
  'pipeline-run': PipelineRun,
  job: Job,
  deployment: Deployment,
  'release-tag': ReleaseTag,
} as const;

export type FactKind = keyof typeof factKinds;
export type FactOf<K extends FactKind> = z.infer<(typeof factKinds)[K]>;

/** A fact as a connector's `map` returns it: the runner adds when it was fetched. */
export type MappedFact<K extends FactKind = FactKind> = {
  [P in K]: { readonly kind: P } & Omit<FactOf<P>, 'fetchedAt'>;
}[K];
