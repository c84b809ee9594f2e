import { changeOf } from './change.ts';
import { type Delivered, deliveryOf, type Merge } from './delivery.ts';
import type { Enterprise, SimulatedService, SimulatedTeam } from './enterprise.ts';

/** Where a ticket comes from: a change, or an incident of a service. */
export interface TicketRef {
  readonly number: number;
  readonly createdAt: number;
  /** Place among the team's services. */
  readonly service: number;
  /** The change's index; null for an incident. */
  readonly change: number | null;
  /** Place among the service's incidents; null for a change. */
  readonly incident: number | null;
}

export interface PullRef {
  readonly number: number;
  readonly createdAt: number;
  readonly mergedAt: number | null;
  readonly change: number;
  readonly slot: number;
}

export interface ServiceLedger extends Delivered {
  readonly service: SimulatedService;
  /** By creation. */
  readonly pulls: readonly PullRef[];
}

/**
 * The table of contents of a team's history: what there is, when, and under which number. Everything else is
 * generated again from it when asked, so that only about thirty bytes a fact are held.
 */
export interface TeamLedger {
  readonly team: SimulatedTeam;
  /** By creation. Number 1 is the first in Jira; where tickets live on GitHub, numbers are shared with pulls. */
  readonly tickets: readonly TicketRef[];
  readonly ticketOfChange: ReadonlyMap<number, TicketRef>;
  /** By change: the later changes that have to do with it. */
  readonly relatedFrom: ReadonlyMap<number, readonly number[]>;
  /** By the team's order of services. */
  readonly services: readonly ServiceLedger[];
}

type Numbered<T> = { -readonly [K in keyof T]: T[K] };

interface Found {
  readonly tickets: Numbered<TicketRef>[];
  readonly pulls: Numbered<PullRef>[][];
  readonly relatedFrom: Map<number, number[]>;
}

function scan(enterprise: Enterprise, team: SimulatedTeam): Found {
  const tickets: Numbered<TicketRef>[] = [];
  const pulls: Numbered<PullRef>[][] = team.services.map(() => []);
  const relatedFrom = new Map<number, number[]>();
  for (let index = 0; index < team.changes; index += 1) {
    const change = changeOf(enterprise, team, index);
    const { createdAt, service } = change;
    if (change.hasTicket) tickets.push({ number: 0, createdAt, service, change: index, incident: null });
    const { relatesTo } = change;
    if (relatesTo !== null) relatedFrom.set(relatesTo, [...(relatedFrom.get(relatesTo) ?? []), index]);
    for (const pull of change.pulls) {
      const { mergedAt, slot } = pull;
      pulls[pull.service]?.push({ number: 0, createdAt: pull.createdAt, mergedAt, change: index, slot });
    }
  }
  for (const list of pulls) list.sort((left, right) => left.createdAt - right.createdAt);
  return { tickets, pulls, relatedFrom };
}

function mergesOf(pulls: readonly PullRef[]): readonly Merge[] {
  const merges: Merge[] = [];
  for (const [pull, { mergedAt }] of pulls.entries()) if (mergedAt !== null) merges.push({ pull, mergedAt });
  return merges.sort((left, right) => left.mergedAt - right.mergedAt);
}

function numberTogether(
  lists: readonly (readonly Numbered<{ readonly number: number; readonly createdAt: number }>[])[],
): void {
  const all = lists.flat().sort((left, right) => left.createdAt - right.createdAt);
  for (const [index, one] of all.entries()) one.number = index + 1;
}

function numberAll(team: SimulatedTeam, found: Found): void {
  if (team.tracker === 'jira') {
    numberTogether([found.tickets]);
    for (const pulls of found.pulls) numberTogether([pulls]);
    return;
  }
  for (const [service, pulls] of found.pulls.entries()) {
    numberTogether([pulls, found.tickets.filter((ticket) => ticket.service === service)]);
  }
}

/** Goes once through a team's changes and writes down what there is. */
export function ledgerOf(enterprise: Enterprise, team: SimulatedTeam): TeamLedger {
  const found = scan(enterprise, team);
  const services = team.services.map((service, place) => {
    const pulls = found.pulls[place] ?? [];
    const delivered = deliveryOf(enterprise, team, service, mergesOf(pulls));
    for (const [incident, { createdAt }] of delivered.incidents.entries()) {
      found.tickets.push({ number: 0, createdAt, service: place, change: null, incident });
    }
    return { service, pulls, ...delivered };
  });
  found.tickets.sort((left, right) => left.createdAt - right.createdAt);
  numberAll(team, found);
  const ticketOfChange = new Map<number, TicketRef>();
  for (const ticket of found.tickets) if (ticket.change !== null) ticketOfChange.set(ticket.change, ticket);
  return { team, tickets: found.tickets, ticketOfChange, relatedFrom: found.relatedFrom, services };
}
