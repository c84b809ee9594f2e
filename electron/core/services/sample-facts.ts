import type { StatusCategory } from '../../../shared/model/connection.ts';
import type { FactKind, MappedFact } from '../../../shared/model/facts.ts';
import type { ConnectionId } from '../../../shared/model/ids.ts';
import type {
  SampleDelivery,
  SampleDeployment,
  SampleProject,
  SamplePullRequest,
  SampleWorkItem,
} from '../../../shared/model/sample.ts';
import type { Instant } from '../../../shared/model/time.ts';
import { factId } from '../connectors/_kit/fact-id.ts';

export interface SampleMoment {
  readonly connectionId: ConnectionId;
  /** The reader's now: what lies after it has not happened yet. */
  readonly now: Instant;
}

interface Reading extends SampleMoment {
  readonly categories: ReadonlyMap<string, StatusCategory>;
}

function origin(kind: FactKind, key: string, { connectionId }: SampleMoment) {
  return { id: factId(connectionId, kind, key), connectionId, externalId: key, url: null };
}

function categoryOf(status: string, { categories }: Reading): StatusCategory {
  const category = categories.get(status);
  if (category === undefined) throw new Error(`the sample does not say what the status ${status} means`);
  return category;
}

function past(at: Instant | null, now: Instant): Instant | null {
  return at === null || at > now ? null : at;
}

function workItemFacts(item: SampleWorkItem, project: SampleProject, reading: Reading): readonly MappedFact[] {
  const steps = item.steps.filter(({ at }) => at <= reading.now);
  const [first] = steps;
  const last = steps.at(-1);
  if (first === undefined || last === undefined) return [];
  const key = `${project.key}-${item.number}`;
  const own = origin('work-item', key, reading);
  const version = item.versions.findLast(({ at }) => at <= reading.now);
  const category = categoryOf(last.status, reading);
  const begun = steps.some(({ status }) => categoryOf(status, reading) !== 'new');
  const moves = steps.slice(1).map((step, place): MappedFact => {
    const from = steps[place]?.status ?? first.status;
    return {
      kind: 'transition',
      ...origin('transition', `${key}.${place + 1}`, reading),
      workItemId: own.id,
      fromStatus: from,
      toStatus: step.status,
      fromCategory: categoryOf(from, reading),
      toCategory: categoryOf(step.status, reading),
      author: step.by,
      at: step.at,
    };
  });
  const ticket: MappedFact = {
    kind: 'work-item',
    ...own,
    projectKey: project.key,
    key,
    title: item.title.replace('{release}', (version ?? item.versions[0])?.name ?? 'the next release'),
    type: item.type,
    originalStatus: last.status,
    category,
    priority: item.priority,
    assignee: begun ? item.assignee : null,
    labels: item.labels,
    versions: version === undefined ? [] : [version.name],
    storyPoints: item.points,
    createdAt: first.at,
    updatedAt: version !== undefined && version.at > last.at ? version.at : last.at,
    doneAt: category === 'done' ? last.at : null,
    resolution: null,
  };
  return [ticket, ...moves];
}

function pullRequestFacts(pull: SamplePullRequest, project: SampleProject, reading: Reading): readonly MappedFact[] {
  if (pull.createdAt > reading.now) return [];
  const mergedAt = past(pull.mergedAt, reading.now);
  const closedAt = mergedAt ?? past(pull.closedAt, reading.now);
  const unmerged = closedAt === null ? 'open' : 'closed';
  const state = mergedAt === null ? unmerged : 'merged';
  return [
    {
      kind: 'pull-request',
      ...origin('pull-request', `${project.repository}#${pull.number}`, reading),
      projectKey: project.repository,
      number: pull.number,
      title: pull.title,
      originalStatus: state === 'open' ? 'open' : 'closed',
      state,
      draft: false,
      author: pull.author,
      baseRef: 'main',
      headRef: pull.branch,
      mergeSha: mergedAt === null ? null : pull.mergeSha,
      additions: pull.additions,
      deletions: pull.deletions,
      labels: [],
      createdAt: pull.createdAt,
      updatedAt: closedAt ?? pull.createdAt,
      mergedAt,
      closedAt,
    },
  ];
}

function deploymentFacts(one: SampleDeployment, project: SampleProject, reading: Reading): readonly MappedFact[] {
  if (one.createdAt > reading.now) return [];
  const finishedAt = past(one.finishedAt, reading.now);
  const outcome = finishedAt === null ? 'running' : one.outcome;
  return [
    {
      kind: 'deployment',
      ...origin('deployment', `${project.repository}@${one.environment}.${one.createdAt}`, reading),
      projectKey: project.repository,
      environment: one.environment,
      production: one.production,
      sha: one.sha,
      ref: 'main',
      originalStatus: outcome === 'running' ? 'in_progress' : outcome,
      outcome,
      createdAt: one.createdAt,
      finishedAt,
    },
  ];
}

function projectFacts(project: SampleProject, reading: Reading): readonly MappedFact[] {
  const { key, name, repository } = project;
  return [
    { kind: 'project', ...origin('project', key, reading), key, name },
    { kind: 'project', ...origin('project', repository, reading), key: repository, name: repository },
    ...project.workItems.flatMap((item) => workItemFacts(item, project, reading)),
    ...project.pullRequests.flatMap((pull) => pullRequestFacts(pull, project, reading)),
    ...project.deployments.flatMap((one) => deploymentFacts(one, project, reading)),
  ];
}

/** The simulated delivery as far as it has come by a moment; what lies after it is not there yet. */
export function sampleFactsAt(delivery: SampleDelivery, moment: SampleMoment): readonly MappedFact[] {
  const categories = new Map(delivery.statuses.map(({ name, category }) => [name, category] as const));
  const reading = { ...moment, categories };
  const people = delivery.people.map(
    ({ login, name }): MappedFact => ({ kind: 'person', ...origin('person', login, moment), login, name }),
  );
  return [...people, ...delivery.projects.flatMap((project) => projectFacts(project, reading))];
}
