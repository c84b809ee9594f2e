import type { MappedFact } from '../../../shared/model/facts.ts';
import type { ConnectionId } from '../../../shared/model/ids.ts';
import type { SimulatedConnections } from './connections.ts';
import type { Enterprise, SimulatedTeam } from './enterprise.ts';
import { codeFacts, codePeople } from './facts-code.ts';
import { issueFacts } from './facts-issues.ts';
import { projectFacts, ticketFacts } from './facts-tickets.ts';
import { historyOf } from './history.ts';
import { ledgerOf } from './ledger.ts';
import { ticketOf } from './ticket.ts';

export const defaultConnections: SimulatedConnections = {
  jira: 'connection-simulated-jira' as ConnectionId,
  github: 'connection-simulated-github' as ConnectionId,
  jiraUrl: 'https://jira.example',
  githubUrl: 'https://github.example',
};

/** One team's facts as they were at `asOf`: the project and its tickets, then repository by repository. */
export function* teamFacts(
  enterprise: Enterprise,
  team: SimulatedTeam,
  to: SimulatedConnections,
  asOf: number,
): Generator<MappedFact> {
  const ledger = ledgerOf(enterprise, team);
  if (team.tracker === 'jira') yield* projectFacts(enterprise, team, to, asOf);
  for (const ref of ledger.tickets) {
    if (ref.createdAt > asOf) break;
    const ticket = ticketOf(enterprise, ledger, ref, asOf);
    yield* team.tracker === 'jira' ? ticketFacts(ticket, to) : issueFacts(ticket, to);
  }
  for (const place of team.services.keys()) {
    const history = historyOf(enterprise, ledger, place, asOf);
    if (place === 0) yield* codePeople(history, to);
    yield* codeFacts(history, to);
  }
}

export interface FactsOptions {
  readonly to?: SimulatedConnections;
  readonly asOf?: number;
}

/**
 * Every fact of an enterprise as it was at a moment, as syncing its Jira and its GitHub would give them. A stream:
 * one team's table of contents and one repository are held at a time.
 */
export function* factsOf(enterprise: Enterprise, options: FactsOptions = {}): Generator<MappedFact> {
  const { to = defaultConnections, asOf = enterprise.to } = options;
  for (const team of enterprise.teams) yield* teamFacts(enterprise, team, to, asOf);
}
