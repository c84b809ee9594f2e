import * as z from 'zod';
import { StatusCategory } from './connection.ts';
import { Outcome } from './facts.ts';
import { Day, Instant } from './time.ts';

/** A date or a span of dates of a public release, as its source gives it; no times of day. */
export const SampleMilestone = z.strictObject({
  name: z.string().min(1).max(80),
  start: Day,
  /** The last day; null for a point. */
  end: Day.nullable(),
});
export type SampleMilestone = z.infer<typeof SampleMilestone>;

export const SampleRelease = z.strictObject({
  name: z.string().min(1).max(160),
  day: Day,
  /** `departed` only where the source says that it was released. */
  state: z.enum(['departed', 'planned']),
  notes: z.string().max(2_000),
  milestones: z.array(SampleMilestone).max(10),
});
export type SampleRelease = z.infer<typeof SampleRelease>;

/** A public release train, from data that its makers publish. */
export const SampleTrain = z.strictObject({
  key: z.string().regex(/^[a-z]+$/),
  name: z.string().min(1).max(80),
  owner: z.string().max(120),
  releaseName: z.string().min(1).max(120),
  /** Attribution: the package, its version, its licence and holder. */
  source: z.string().min(1).max(400),
  notes: z.string().max(2_000),
  releases: z.array(SampleRelease).min(1),
});
export type SampleTrain = z.infer<typeof SampleTrain>;

export const SampleTrains = z.strictObject({ trains: z.array(SampleTrain).min(1) });
export type SampleTrains = z.infer<typeof SampleTrains>;

/** One status that a simulated ticket takes, and when; the first is its creation. */
const step = z.strictObject({ at: Instant, status: z.string(), by: z.string() });

/** A simulated ticket with its whole course, also what lies ahead of the reader. */
export const SampleWorkItem = z.strictObject({
  number: z.int().positive(),
  /** `{release}` stands for the release that it is meant for by the reader's now. */
  title: z.string(),
  type: z.string(),
  priority: z.string(),
  assignee: z.string().nullable(),
  labels: z.array(z.string()),
  points: z.number().nullable(),
  steps: z.array(step).min(1),
  /** From when on it is meant for which release, by name. */
  versions: z.array(z.strictObject({ at: Instant, name: z.string() })),
});
export type SampleWorkItem = z.infer<typeof SampleWorkItem>;

export const SamplePullRequest = z.strictObject({
  number: z.int().positive(),
  title: z.string(),
  author: z.string(),
  branch: z.string(),
  mergeSha: z.string(),
  additions: z.int(),
  deletions: z.int(),
  createdAt: Instant,
  mergedAt: Instant.nullable(),
  closedAt: Instant.nullable(),
});
export type SamplePullRequest = z.infer<typeof SamplePullRequest>;

export const SampleDeployment = z.strictObject({
  environment: z.string(),
  production: z.boolean(),
  sha: z.string(),
  outcome: Outcome,
  createdAt: Instant,
  finishedAt: Instant,
});
export type SampleDeployment = z.infer<typeof SampleDeployment>;

/** What a simulated team does for one train: its tickets, and the repository that it works in. */
export const SampleProject = z.strictObject({
  /** The train's key. */
  train: z.string(),
  key: z.string(),
  name: z.string(),
  repository: z.string(),
  workItems: z.array(SampleWorkItem),
  pullRequests: z.array(SamplePullRequest),
  deployments: z.array(SampleDeployment),
});
export type SampleProject = z.infer<typeof SampleProject>;

/** Simulated delivery around the public trains; never presented as anybody's real work. */
export const SampleDelivery = z.strictObject({
  seed: z.int(),
  connection: z.string(),
  statuses: z.array(z.strictObject({ name: z.string(), category: StatusCategory })),
  people: z.array(z.strictObject({ login: z.string(), name: z.string() })),
  projects: z.array(SampleProject),
});
export type SampleDelivery = z.infer<typeof SampleDelivery>;
