import type { FactKind, MappedFact, Outcome } from '../../../shared/model/facts.ts';
import { instant } from '../../../shared/model/time.ts';
import type { SimulatedConnections } from './connections.ts';
import type { SimulatedService } from './enterprise.ts';
import { maybeInstant, originAt } from './facts-tickets.ts';
import { deploymentId, jobId, pullId, releaseId, repoId, reviewId, runId, userId } from './github-ids.ts';
import { pullUrl } from './github-payloads.ts';
import type { CodeDeployment, CodeRun, CodeTag, ServiceHistory } from './history.ts';
import { BOT, type CodePull } from './pull-view.ts';

interface Place {
  readonly to: SimulatedConnections;
  readonly service: SimulatedService;
  readonly page: string;
}

/** A fact of a repository: its id holds the repository's name, its external id is GitHub's own number. */
function origin(
  place: Place,
  kind: FactKind,
  key: string,
  from: { readonly id: number | string; readonly url: string | null },
) {
  const { to, service } = place;
  return originAt({ connectionId: to.github, kind, key: `${service.fullName}${key}` }, String(from.id), from.url);
}

function* pullFacts(place: Place, pull: CodePull): Generator<MappedFact> {
  const { to, service } = place;
  const url = pullUrl(service, pull.number, { url: to.githubUrl });
  const own = origin(place, 'pull-request', `#${pull.number}`, { id: pullId(service, pull.number), url });
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
      ...origin(place, 'commit', `#${pull.number}@${commit.sha}`, {
        id: commit.sha,
        url: `${place.page}/commit/${commit.sha}`,
      }),
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
      ...origin(place, 'review', `#${pull.number}:${id}`, { id, url: `${url}#pullrequestreview-${id}` }),
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
  const { service } = place;
  const id = runId(service, run.number);
  const url = `${place.page}/actions/runs/${id}`;
  const own = origin(place, 'pipeline-run', `:${id}`, { id, url });
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
    const ownId = jobId(service, run.number, index);
    yield {
      kind: 'job',
      ...origin(place, 'job', `:${ownId}`, { id: ownId, url: `${url}/job/${ownId}` }),
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
  const { service } = place;
  const id = deploymentId(service, one.place);
  return {
    kind: 'deployment',
    ...origin(place, 'deployment', `:${id}`, { id, url: `${place.page}/deployments` }),
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

/** GitHub tells of a tag twice: as a release without its commit, and as a tag with nothing else. */
function* tagFacts(place: Place, one: CodeTag): Generator<MappedFact> {
  const { service } = place;
  const id = releaseId(service, one.place);
  const common = { projectKey: service.fullName, tag: one.tag, draft: false, prerelease: false } as const;
  yield {
    kind: 'release-tag',
    ...origin(place, 'release-tag', `:release-${id}`, { id, url: `${place.page}/releases/tag/${one.tag}` }),
    ...common,
    name: one.name,
    sha: null,
    publishedAt: instant(one.publishedAt),
  };
  yield {
    kind: 'release-tag',
    ...origin(place, 'release-tag', `@${one.tag}`, { id: one.tag, url: null }),
    ...common,
    name: one.tag,
    sha: one.sha,
    publishedAt: null,
  };
}

/** A repository with everything in it, as a sync of its GitHub would give it. */
export function* codeFacts(history: ServiceHistory, to: SimulatedConnections): Generator<MappedFact> {
  const { service } = history;
  const place = { to, service, page: `${to.githubUrl}/${service.fullName}` };
  const own = origin(place, 'project', '', { id: repoId(service), url: place.page });
  yield { kind: 'project', ...own, key: service.fullName, name: service.name };
  for (const pull of history.pulls) yield* pullFacts(place, pull);
  for (const run of history.runs) yield* runFacts(place, run);
  for (const one of history.deployments) yield deploymentFact(place, one);
  for (const one of history.tags) yield* tagFacts(place, one);
}

/** Who writes code in a team; the bot writes for all and comes with the first. */
export function* codePeople(history: ServiceHistory, to: SimulatedConnections): Generator<MappedFact> {
  const bots = history.team.index === 0 ? [BOT] : [];
  for (const { index, login } of [...history.team.people, ...bots]) {
    const at = { connectionId: to.github, kind: 'person', key: login };
    // Lists give no more of a person than the login.
    yield { kind: 'person', ...originAt(at, String(userId(index)), `${to.githubUrl}/${login}`), login, name: login };
  }
}
