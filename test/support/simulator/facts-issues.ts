import type { FactKind, MappedFact } from '../../../shared/model/facts.ts';
import { instant } from '../../../shared/model/time.ts';
import type { SimulatedConnections } from './connections.ts';
import type { Status } from './enterprise.ts';
import { maybeInstant, originAt } from './facts-tickets.ts';
import { issueEventId, issueId } from './github-ids.ts';
import { closeReason } from './github-payloads.ts';
import { seconds } from './pull-view.ts';
import type { Ticket } from './ticket.ts';

function wholeSeconds(at: number | null): number | null {
  return at === null ? null : seconds(at);
}

function statusText(status: Status): string {
  if (status.category !== 'done') return 'open';
  return closeReason(status) === 'completed' ? 'closed' : 'closed (not_planned)';
}

/** A ticket where tickets live on GitHub: what an issue says of it, which is little. */
export function* issueFacts(ticket: Ticket, to: SimulatedConnections): Generator<MappedFact> {
  const { service, ref } = ticket;
  const done = ticket.doneAt !== null;
  const url = `${to.githubUrl}/${service.fullName}/issues/${ref.number}`;
  const externalId = String(issueId(service, ref.number));
  const place = (kind: FactKind, key: string) => ({ connectionId: to.github, kind, key });
  const own = originAt(place('work-item', ticket.key), externalId, url);
  const createdAt = instant(seconds(ticket.createdAt));
  yield {
    kind: 'work-item',
    ...own,
    projectKey: service.fullName,
    key: ticket.key,
    title: ticket.title,
    type: 'issue',
    originalStatus: statusText(ticket.status),
    category: done ? 'done' : 'new',
    priority: null,
    assignee: ticket.assignee?.login ?? null,
    labels: [ticket.type.toLowerCase(), ...ticket.labels],
    versions: [],
    storyPoints: null,
    createdAt,
    updatedAt: instant(seconds(ticket.updatedAt)),
    doneAt: maybeInstant(wholeSeconds(ticket.doneAt)),
    resolution: null,
  };
  yield {
    kind: 'transition',
    ...originAt(place('transition', `${ticket.key}:opened`), externalId, url),
    workItemId: own.id,
    fromStatus: null,
    toStatus: 'open',
    fromCategory: null,
    toCategory: 'new',
    author: ticket.reporter.login,
    at: createdAt,
  };
  for (const move of ticket.moves) {
    const closes = move.to.category === 'done';
    if (!closes && move.from.category !== 'done') continue;
    const event = String(issueEventId(service, ref.number, move.place));
    yield {
      kind: 'transition',
      ...originAt(place('transition', `${service.fullName}:${event}`), event, url),
      workItemId: own.id,
      fromStatus: closes ? 'open' : 'closed',
      toStatus: closes ? statusText(move.to) : 'open',
      fromCategory: closes ? 'new' : 'done',
      toCategory: closes ? 'done' : 'new',
      author: move.by.login,
      at: instant(seconds(move.at)),
    };
  }
}
