import type { MappedFact } from '../../../shared/model/facts.ts';
import { instant } from '../../../shared/model/time.ts';
import type { SimulatedConnections } from './connections.ts';
import { maybeInstant, originOf } from './facts-tickets.ts';
import { issueEventId, issueId } from './github-ids.ts';
import { seconds } from './pull-view.ts';
import type { Ticket } from './ticket.ts';

function wholeSeconds(at: number | null): number | null {
  return at === null ? null : seconds(at);
}

/** A ticket where tickets live on GitHub: what an issue says of it, which is little. */
export function* issueFacts(ticket: Ticket, to: SimulatedConnections): Generator<MappedFact> {
  const { service, ref } = ticket;
  const done = ticket.doneAt !== null;
  const url = `${to.githubUrl}/${service.fullName}/issues/${ref.number}`;
  const own = originOf(to.github, 'work-item', String(issueId(service, ref.number)), url);
  yield {
    kind: 'work-item',
    ...own,
    projectKey: service.fullName,
    key: ticket.key,
    title: ticket.title,
    type: 'issue',
    originalStatus: done ? 'closed' : 'open',
    category: done ? 'done' : 'new',
    priority: null,
    assignee: ticket.assignee?.login ?? null,
    labels: [ticket.type.toLowerCase(), ...ticket.labels],
    versions: [],
    storyPoints: null,
    createdAt: instant(seconds(ticket.createdAt)),
    updatedAt: instant(Math.max(seconds(ticket.createdAt), seconds(ticket.doneAt ?? 0))),
    doneAt: maybeInstant(wholeSeconds(ticket.doneAt)),
  };
  for (const move of ticket.moves) {
    const closes = move.to.category === 'done';
    if (!closes && move.from.category !== 'done') continue;
    yield {
      kind: 'transition',
      ...originOf(to.github, 'transition', String(issueEventId(service, ref.number, move.place)), url),
      workItemId: own.id,
      fromStatus: closes ? 'open' : 'closed',
      toStatus: closes ? 'closed' : 'open',
      fromCategory: closes ? 'new' : 'done',
      toCategory: closes ? 'done' : 'new',
      author: move.by.login,
      at: instant(seconds(move.at)),
    };
  }
}
