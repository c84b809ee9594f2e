import type { MappedFact } from '../../../shared/model/facts.ts';
import type { ConnectionId, FactId } from '../../../shared/model/ids.ts';
import { type Instant, instant } from '../../../shared/model/time.ts';
import type { SimulatedConnections } from './connections.ts';
import type { Enterprise, SimulatedPerson, SimulatedTeam } from './enterprise.ts';
import { changeId, issueId, sprintsOf, versionId } from './jira.ts';
import { DAY } from './rhythm.ts';
import { type Ticket, ticketKey } from './ticket.ts';

/** The fields that every fact has, as the connectors write them: the id ends in a key, often the external id itself. */
export function originOf(connectionId: ConnectionId, kind: string, externalId: string, url: string | null) {
  return originAt({ connectionId, kind, key: externalId }, externalId, url);
}

export interface FactPlace {
  readonly connectionId: ConnectionId;
  readonly kind: string;
  readonly key: string;
}

export function originAt({ connectionId, kind, key }: FactPlace, externalId: string, url: string | null) {
  // The simulator's keys hold nothing that would have to be encoded.
  return { id: `${connectionId}:${kind}:${key}` as FactId, connectionId, externalId, url };
}

export function maybeInstant(at: number | null): Instant | null {
  return at === null ? null : instant(at);
}

/** A team's project, its versions, sprints and people, as a sync of its Jira would give them. */
export function* projectFacts(
  enterprise: Enterprise,
  team: SimulatedTeam,
  to: SimulatedConnections,
  asOf: number,
): Generator<MappedFact> {
  const page = `${to.jiraUrl}/browse/${team.key}`;
  yield {
    kind: 'project',
    ...originOf(to.jira, 'project', String(team.index + 1), page),
    key: team.key,
    name: team.name,
  };
  for (const [place, departure] of (team.train?.departures ?? []).entries()) {
    const id = String(versionId(team, place));
    yield {
      kind: 'source-version',
      ...originOf(to.jira, 'source-version', id, `${to.jiraUrl}/projects/${team.key}/versions/${id}`),
      projectKey: team.key,
      name: departure.name,
      description: null,
      released: departure.departsAt <= asOf,
      releaseAt: instant(Math.floor(departure.departsAt / DAY) * DAY),
    };
  }
  for (const sprint of sprintsOf(enterprise, team, asOf)) {
    yield {
      kind: 'sprint',
      ...originOf(to.jira, 'sprint', String(sprint.id), null),
      name: sprint.name,
      originalStatus: sprint.state,
      startAt: maybeInstant(sprint.startAt),
      endAt: maybeInstant(sprint.endAt),
      completedAt: maybeInstant(sprint.completedAt),
    };
  }
  for (const person of team.people) yield jiraPerson(to.jira, person);
}

function jiraPerson(connectionId: ConnectionId, { login, name }: SimulatedPerson): MappedFact<'person'> {
  return { kind: 'person', ...originOf(connectionId, 'person', login, null), login, name };
}

function workItemFact(ticket: Ticket, to: SimulatedConnections): MappedFact<'work-item'> {
  const { team, ref, status } = ticket;
  const departure = ticket.departure === null ? undefined : team.train?.departures[ticket.departure];
  return {
    kind: 'work-item',
    ...originOf(to.jira, 'work-item', String(issueId(team, ref.number)), `${to.jiraUrl}/browse/${ticket.key}`),
    projectKey: team.key,
    key: ticket.key,
    title: ticket.title,
    type: ticket.type,
    originalStatus: status.name,
    category: status.category,
    priority: ticket.priority,
    assignee: ticket.assignee?.name ?? null,
    labels: [...ticket.labels],
    versions: departure === undefined ? [] : [departure.name],
    storyPoints: ticket.points,
    createdAt: instant(ticket.createdAt),
    updatedAt: instant(ticket.updatedAt),
    doneAt: maybeInstant(ticket.doneAt),
    resolution: null,
  };
}

/** A ticket with its transitions and links, as a sync of its Jira would give them. */
export function* ticketFacts(ticket: Ticket, to: SimulatedConnections): Generator<MappedFact> {
  const { team, ref } = ticket;
  const item = workItemFact(ticket, to);
  yield item;
  for (const move of ticket.moves) {
    yield {
      kind: 'transition',
      ...originOf(to.jira, 'transition', String(changeId(team, ref.number, move.place)), item.url),
      workItemId: item.id,
      fromStatus: move.from.name,
      toStatus: move.to.name,
      fromCategory: move.from.category,
      toCategory: move.to.category,
      author: move.by.name,
      at: instant(move.at),
    };
  }
  for (const link of ticket.links) {
    yield {
      kind: 'work-item-link',
      ...originOf(to.jira, 'work-item-link', `${item.externalId}.${issueId(team, link.maker.number)}`, item.url),
      fromId: item.id,
      toKey: ticketKey(team, link.other),
      type: 'Relates',
      direction: link.direction,
    };
  }
}
