import type { MappedFact } from '../../../../shared/model/facts.ts';
import { type Instant, instant } from '../../../../shared/model/time.ts';
import { deploymentEnd, outcomeOf } from './outcome.ts';
import type { Reader } from './reader.ts';
import type { DeploymentStatus, Job, Run } from './schema.ts';

/** A run's workflow, which GitHub names only by its file when it has no name. */
function workflowName(run: Run): string {
  return run.name || run.path || 'workflow';
}

interface Delivered {
  readonly key: string;
  readonly name: string;
  readonly sha: string;
  readonly ref: string | null;
  readonly url: string | null;
  readonly externalId: string;
  readonly createdAt: Instant;
  readonly finishedAt: Instant | null;
}

/** The deployment that the success of a job or workflow means, by the user's rules. */
function deliveredFact(delivered: Delivered, reader: Reader): MappedFact {
  return {
    kind: 'deployment',
    id: reader.id('deployment', `${reader.repository}:${delivered.key}`),
    connectionId: reader.connectionId,
    externalId: delivered.externalId,
    url: delivered.url,
    projectKey: reader.repository,
    environment: 'production',
    production: true,
    sha: delivered.sha,
    ref: delivered.ref,
    originalStatus: `success of ${delivered.name}`,
    outcome: 'success',
    createdAt: delivered.createdAt,
    finishedAt: delivered.finishedAt,
  };
}

function runFacts(run: Run, reader: Reader): readonly MappedFact[] {
  const name = workflowName(run);
  const outcome = outcomeOf(run.status, run.conclusion);
  const finishedAt = outcome === 'running' ? null : run.updated_at;
  const attempt = run.run_attempt ?? 1;
  const fact: MappedFact = {
    kind: 'pipeline-run',
    id: reader.id('pipeline-run', `${reader.repository}:${run.id}`),
    connectionId: reader.connectionId,
    externalId: run.id,
    url: run.html_url,
    projectKey: reader.repository,
    name,
    number: run.run_number,
    attempt,
    event: run.event,
    branch: run.head_branch ?? null,
    sha: run.head_sha,
    originalStatus: run.conclusion || run.status || 'unknown',
    outcome,
    createdAt: run.created_at,
    startedAt: run.run_started_at ?? null,
    finishedAt,
  };
  if (outcome !== 'success' || !reader.production.isDeploymentJob(name)) return [fact];
  const deployed = deliveredFact(
    {
      key: `run-${run.id}.${attempt}`,
      name,
      sha: run.head_sha,
      ref: run.head_branch ?? null,
      url: run.html_url,
      externalId: run.id,
      createdAt: run.run_started_at ?? run.created_at,
      finishedAt,
    },
    reader,
  );
  return [fact, deployed];
}

export function mapRuns(runs: readonly Run[], reader: Reader): readonly MappedFact[] {
  return runs.flatMap((run) => runFacts(run, reader));
}

function jobFacts(job: Job, reader: Reader): readonly MappedFact[] {
  const outcome = outcomeOf(job.status, job.conclusion);
  const startedAt = job.started_at ?? null;
  const fact: MappedFact = {
    kind: 'job',
    id: reader.id('job', `${reader.repository}:${job.id}`),
    connectionId: reader.connectionId,
    externalId: job.id,
    url: job.html_url,
    runId: reader.id('pipeline-run', `${reader.repository}:${job.run_id}`),
    name: job.name,
    originalStatus: job.conclusion || job.status,
    outcome,
    startedAt,
    finishedAt: job.completed_at ?? null,
  };
  const createdAt = startedAt ?? job.created_at ?? job.completed_at ?? null;
  // A workflow that counts as a deployment counts once, not again for each of its jobs.
  const counts =
    reader.production.isDeploymentJob(job.name) && !reader.production.isDeploymentJob(job.workflow_name ?? '');
  if (outcome !== 'success' || !counts || createdAt === null) return [fact];
  const deployed = deliveredFact(
    {
      key: `job-${job.id}`,
      name: job.name,
      sha: job.head_sha ?? '',
      ref: job.head_branch ?? null,
      url: job.html_url,
      externalId: job.id,
      createdAt,
      finishedAt: job.completed_at ?? null,
    },
    reader,
  );
  return [fact, deployed];
}

export function mapJobs(jobs: readonly Job[], reader: Reader): readonly MappedFact[] {
  return jobs.flatMap((job) => jobFacts(job, reader));
}

/** One deployment from its statuses, of which the newest page is enough; the rest came with the request. */
export function mapDeployment(statuses: readonly DeploymentStatus[], reader: Reader): readonly MappedFact[] {
  const { id, sha, environment, ref, createdAt } = reader.request.params;
  if (typeof createdAt !== 'number') return [];
  const end = deploymentEnd(statuses);
  return [
    {
      kind: 'deployment',
      id: reader.id('deployment', `${reader.repository}:${id}`),
      connectionId: reader.connectionId,
      externalId: String(id),
      url: end.url,
      projectKey: reader.repository,
      environment: String(environment),
      production: reader.production.isProduction(String(environment)),
      sha: String(sha),
      ref: ref === null ? null : String(ref),
      originalStatus: end.originalStatus,
      outcome: end.outcome,
      createdAt: instant(createdAt),
      finishedAt: end.finishedAt,
    },
  ];
}
