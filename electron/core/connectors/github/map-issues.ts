import type { MappedFact } from '../../../../shared/model/facts.ts';
import { labelsOf, peopleOf, type Reader } from './reader.ts';
import type { Issue, IssueEvent, Milestone } from './schema.ts';

/** GitHub's own words: `open`, `closed`, and `closed (not_planned)` where it was closed without being done. */
function statusOf(state: string, reason: string | null | undefined): string {
  return state === 'closed' && reason && reason !== 'completed' ? `closed (${reason})` : state;
}

function issueFacts(issue: Issue, reader: Reader): readonly MappedFact[] {
  const key = `${reader.repository}#${issue.number}`;
  const status = statusOf(issue.state, issue.state_reason);
  const workItemId = reader.id('work-item', key);
  return [
    {
      kind: 'work-item',
      id: workItemId,
      connectionId: reader.connectionId,
      externalId: issue.id,
      url: issue.html_url,
      projectKey: reader.repository,
      key,
      title: issue.title,
      type: issue.type?.name ?? 'issue',
      originalStatus: status,
      category: reader.category(status),
      priority: null,
      assignee: issue.assignee?.login ?? null,
      labels: labelsOf(issue.labels),
      versions: issue.milestone ? [issue.milestone.title] : [],
      storyPoints: null,
      createdAt: issue.created_at,
      updatedAt: issue.updated_at,
      doneAt: issue.closed_at ?? null,
      resolution: null,
    },
    {
      kind: 'transition',
      id: reader.id('transition', `${key}:opened`),
      connectionId: reader.connectionId,
      externalId: issue.id,
      url: issue.html_url,
      workItemId,
      fromStatus: null,
      toStatus: 'open',
      fromCategory: null,
      toCategory: reader.category('open'),
      author: issue.user?.login ?? null,
      at: issue.created_at,
    },
  ];
}

/** Issues with the transition that opened them; pull requests, which GitHub lists among them, are left out. */
export function mapIssues(issues: readonly Issue[], reader: Reader): readonly MappedFact[] {
  const real = issues.filter((issue) => !issue.pull_request);
  const people = peopleOf(
    real.flatMap((issue) => [issue.user, issue.assignee]),
    reader,
  );
  return [...people, ...real.flatMap((issue) => issueFacts(issue, reader))];
}

function transitionOf(event: IssueEvent, reader: Reader): readonly MappedFact[] {
  const { issue } = event;
  if (!issue || issue.pull_request || (event.event !== 'closed' && event.event !== 'reopened')) return [];
  const closing = event.event === 'closed';
  const from = closing ? 'open' : 'closed';
  const to = closing ? statusOf('closed', event.state_reason) : 'open';
  return [
    {
      kind: 'transition',
      id: reader.id('transition', `${reader.repository}:${event.id}`),
      connectionId: reader.connectionId,
      externalId: event.id,
      url: issue.html_url,
      workItemId: reader.id('work-item', `${reader.repository}#${issue.number}`),
      fromStatus: from,
      toStatus: to,
      fromCategory: reader.category(from),
      toCategory: reader.category(to),
      author: event.actor?.login ?? null,
      at: event.created_at,
    },
  ];
}

/** Closing and reopening; an issue's other events change no status. */
export function mapIssueEvents(events: readonly IssueEvent[], reader: Reader): readonly MappedFact[] {
  return events.flatMap((event) => transitionOf(event, reader));
}

/** Milestones are what issues name as their version. */
export function mapMilestones(milestones: readonly Milestone[], reader: Reader): readonly MappedFact[] {
  return milestones.map((milestone) => ({
    kind: 'source-version',
    id: reader.id('source-version', `${reader.repository}:${milestone.number}`),
    connectionId: reader.connectionId,
    externalId: milestone.id,
    url: milestone.html_url,
    projectKey: reader.repository,
    name: milestone.title,
    description: milestone.description ?? null,
    released: milestone.state === 'closed',
    releaseAt: milestone.due_on ?? null,
  }));
}
