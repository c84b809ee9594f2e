import * as z from 'zod';
import { MidnightOf, Moment } from '../_kit/moment.ts';
import { WebUrl } from '../_kit/web-url.ts';

/** What GitHub's REST API sends, as far as it is read here: loose, for more fields come with every version. */

const Id = z.union([z.int(), z.string().min(1)]).transform(String);

export const User = z.object({
  login: z.string().min(1),
  id: Id.nullish(),
  name: z.string().nullish(),
  html_url: WebUrl,
});
export type User = z.infer<typeof User>;

const Label = z.union([z.string(), z.object({ name: z.string().nullish() })]);

export const Repository = z.object({ id: Id, name: z.string(), full_name: z.string().min(1), html_url: WebUrl });
export type Repository = z.infer<typeof Repository>;

export const Pull = z.object({
  id: Id,
  number: z.int(),
  html_url: WebUrl,
  title: z.string(),
  state: z.string(),
  draft: z.boolean().nullish(),
  user: User.nullish(),
  labels: z.array(Label).nullish(),
  head: z.object({ ref: z.string() }),
  base: z.object({ ref: z.string() }),
  merge_commit_sha: z.string().nullish(),
  additions: z.int().nullish(),
  deletions: z.int().nullish(),
  created_at: Moment,
  updated_at: Moment,
  merged_at: Moment.nullish(),
  closed_at: Moment.nullish(),
});
export type Pull = z.infer<typeof Pull>;

const Signature = z.object({ name: z.string().nullish(), date: Moment });

export const Commit = z.object({
  sha: z.string().min(1),
  html_url: WebUrl,
  author: z.object({ login: z.string().nullish() }).nullish(),
  commit: z.object({ message: z.string(), author: Signature.nullish(), committer: Signature.nullish() }),
});
export type Commit = z.infer<typeof Commit>;

export const Review = z.object({
  id: Id,
  html_url: WebUrl,
  user: User.nullish(),
  state: z.string(),
  commit_id: z.string().nullish(),
  /** Absent while a review is being written. */
  submitted_at: Moment.nullish(),
});
export type Review = z.infer<typeof Review>;

export const Issue = z.object({
  id: Id,
  number: z.int(),
  html_url: WebUrl,
  title: z.string(),
  state: z.string(),
  state_reason: z.string().nullish(),
  user: User.nullish(),
  assignee: User.nullish(),
  labels: z.array(Label).nullish(),
  milestone: z.object({ title: z.string() }).nullish(),
  type: z.object({ name: z.string() }).nullish(),
  created_at: Moment,
  updated_at: Moment,
  closed_at: Moment.nullish(),
  /** Present on pull requests, which GitHub lists among the issues. */
  pull_request: z.unknown().optional(),
});
export type Issue = z.infer<typeof Issue>;

export const IssueEvent = z.object({
  id: Id,
  event: z.string(),
  actor: User.nullish(),
  state_reason: z.string().nullish(),
  created_at: Moment,
  issue: z.object({ number: z.int(), html_url: WebUrl, pull_request: z.unknown().optional() }).nullish(),
});
export type IssueEvent = z.infer<typeof IssueEvent>;

export const Run = z.object({
  id: Id,
  name: z.string().nullish(),
  path: z.string().nullish(),
  run_number: z.int(),
  run_attempt: z.int().nullish(),
  event: z.string(),
  head_branch: z.string().nullish(),
  head_sha: z.string(),
  status: z.string().nullish(),
  conclusion: z.string().nullish(),
  html_url: WebUrl,
  created_at: Moment,
  updated_at: Moment,
  run_started_at: Moment.nullish(),
});
export type Run = z.infer<typeof Run>;

export const Job = z.object({
  id: Id,
  run_id: Id,
  run_attempt: z.int().nullish(),
  name: z.string(),
  workflow_name: z.string().nullish(),
  head_branch: z.string().nullish(),
  head_sha: z.string().nullish(),
  status: z.string(),
  conclusion: z.string().nullish(),
  html_url: WebUrl,
  created_at: Moment.nullish(),
  started_at: Moment.nullish(),
  completed_at: Moment.nullish(),
});
export type Job = z.infer<typeof Job>;

export const Deployment = z.object({
  id: Id,
  sha: z.string(),
  ref: z.string().nullish(),
  environment: z.string(),
  created_at: Moment,
  updated_at: Moment,
});
export type Deployment = z.infer<typeof Deployment>;

export const DeploymentStatus = z.object({
  id: Id,
  state: z.string(),
  created_at: Moment,
  log_url: WebUrl,
  target_url: WebUrl,
});
export type DeploymentStatus = z.infer<typeof DeploymentStatus>;

export const Release = z.object({
  id: Id,
  tag_name: z.string().min(1),
  name: z.string().nullish(),
  draft: z.boolean(),
  prerelease: z.boolean(),
  published_at: Moment.nullish(),
  html_url: WebUrl,
});
export type Release = z.infer<typeof Release>;

export const Tag = z.object({ name: z.string().min(1), commit: z.object({ sha: z.string() }) });
export type Tag = z.infer<typeof Tag>;

export const Milestone = z.object({
  id: Id,
  number: z.int(),
  title: z.string(),
  description: z.string().nullish(),
  state: z.string(),
  due_on: MidnightOf.nullish(),
  html_url: WebUrl,
});
export type Milestone = z.infer<typeof Milestone>;
