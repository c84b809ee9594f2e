import type { MappedFact, Outcome } from '../../../shared/model/facts.ts';
import { instant } from '../../../shared/model/time.ts';
import type { SimulatedConnections } from './connections.ts';
import type { SimulatedService } from './enterprise.ts';
import { maybeInstant, originOf, personFact } from './facts-tickets.ts';
import { deploymentId, jobId, pullId, releaseId, repoId, reviewId, runId } from './github-ids.ts';
import { pullUrl } from './github-payloads.ts';
import type { CodeDeployment, CodeRun, CodeTag, ServiceHistory } from './history.ts';
import { BOT, type CodePull } from './pull-view.ts';

interface Place {
  readonly to: SimulatedConnections;
  readonly service: SimulatedService;
  readonly page: string;
}

function* pullFacts(place: Place, pull: CodePull): Generator<MappedFact> {
  const { to, service } = place;
  const url = pullUrl(service, pull.number, { url: to.githubUrl });
  const own = originOf(to.github, 'pull-request', String(pullId(service, pull.number)), url);
  yield {
    kind: 'pull-request',
    ...own,
    projectKey: service.fullName,
    number: pull.number,
    title: pull.title,
    originalStatus: pull.state === 'open' ? 'open' : 'closed',
    state: pull.state,
    draft: pull.draft,
    author: pull.author.login,
    baseRef: 'main',
    headRef: pull.branch,
    mergeSha: pull.mergeSha,
    additions: pull.additions,
    deletions: pull.deletions,
    labels: [...pull.labels],
    createdAt: instant(pull.createdAt),
    updatedAt: instant(pull.updatedAt),
    mergedAt: maybeInstant(pull.mergedAt),
    closedAt: maybeInstant(pull.closedAt),
  };
  for (const commit of pull.commits) {
    yield {
      kind: 'commit',
      ...originOf(to.github, 'commit', `${service.fullName}@${commit.sha}`, `${place.page}/commit/${commit.sha}`),
      projectKey: service.fullName,
      sha: commit.sha,
      message: commit.message,
      author: commit.author.login,
      authoredAt: instant(commit.at),
      committedAt: instant(commit.at),
      pullRequestId: own.id,
    };
  }
  for (const review of pull.reviews) {
    const id = reviewId(service, pull.number, review.place);
    yield {
      kind: 'review',
      ...originOf(to.github, 'review', String(id), `${url}#pullrequestreview-${id}`),
      pullRequestId: own.id,
      author: review.by.login,
      originalStatus: review.verdict,
      commitSha: review.sha,
      at: instant(review.at),
    };
  }
}

function statusText(outcome: Outcome): string {
  return outcome === 'running' ? 'in_progress' : outcome;
}

function* runFacts(place: Place, run: CodeRun): Generator<MappedFact> {
  const { to, service } = place;
  const url = `${place.page}/actions/runs/${runId(service, run.number)}`;
  const own = originOf(to.github, 'pipeline-run', String(runId(service, run.number)), url);
  yield {
    kind: 'pipeline-run',
    ...own,
    projectKey: service.fullName,
    name: run.workflow,
    number: run.number,
    attempt: run.attempt,
    event: run.event,
    branch: run.branch,
    sha: run.sha,
    originalStatus: statusText(run.outcome),
    outcome: run.outcome,
    createdAt: instant(run.createdAt),
    startedAt: instant(run.startedAt),
    finishedAt: run.outcome === 'running' ? null : instant(run.finishedAt),
  };
  for (const [index, job] of run.jobs.entries()) {
    const id = jobId(service, run.number, index);
    yield {
      kind: 'job',
      ...originOf(to.github, 'job', String(id), `${url}/job/${id}`),
      runId: own.id,
      name: job.name,
      originalStatus: statusText(job.outcome),
      outcome: job.outcome,
      startedAt: instant(job.startedAt),
      finishedAt: job.outcome === 'running' ? null : instant(job.finishedAt),
    };
  }
}

function deploymentFact(place: Place, one: CodeDeployment): MappedFact<'deployment'> {
  const { to, service } = place;
  return {
    kind: 'deployment',
    ...originOf(to.github, 'deployment', String(deploymentId(service, one.place)), `${place.page}/deployments`),
    projectKey: service.fullName,
    environment: one.environment,
    production: one.environment === 'production',
    sha: one.sha,
    ref: one.ref,
    originalStatus: statusText(one.outcome),
    outcome: one.outcome,
    createdAt: instant(one.createdAt),
    finishedAt: one.outcome === 'running' ? null : instant(one.finishedAt),
  };
}

function tagFact(place: Place, one: CodeTag): MappedFact<'release-tag'> {
  const { to, service } = place;
  return {
    kind: 'release-tag',
    ...originOf(
      to.github,
      'release-tag',
      String(releaseId(service, one.place)),
      `${place.page}/releases/tag/${one.tag}`,
    ),
    projectKey: service.fullName,
    tag: one.tag,
    name: one.name,
    sha: one.sha,
    draft: false,
    prerelease: false,
    publishedAt: instant(one.publishedAt),
  };
}

/** A repository with everything in it, as a sync of its GitHub would give it. */
export function* codeFacts(history: ServiceHistory, to: SimulatedConnections): Generator<MappedFact> {
  const { service } = history;
  const place = { to, service, page: `${to.githubUrl}/${service.fullName}` };
  const own = originOf(to.github, 'project', String(repoId(service)), place.page);
  yield { kind: 'project', ...own, key: service.fullName, name: service.name };
  for (const pull of history.pulls) yield* pullFacts(place, pull);
  for (const run of history.runs) yield* runFacts(place, run);
  for (const one of history.deployments) yield deploymentFact(place, one);
  for (const one of history.tags) yield tagFact(place, one);
}

/** Who writes code in a team; the bot writes for all and comes with the first. */
export function* codePeople(history: ServiceHistory, to: SimulatedConnections): Generator<MappedFact> {
  const bots = history.team.index === 0 ? [BOT] : [];
  for (const person of [...history.team.people, ...bots]) {
    yield personFact(to.github, person, `${to.githubUrl}/${person.login}`);
  }
}
