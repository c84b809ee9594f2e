import { changeOf, type Step } from './change.ts';
import { pick } from './distributions.ts';
import type { Enterprise, SimulatedPerson, SimulatedService, SimulatedTeam, Status } from './enterprise.ts';
import type { TeamLedger, TicketRef } from './ledger.ts';
import { hash32, randomOf } from './random.ts';
import { incidentTitle, ticketTitle } from './words.ts';
import { statusOf } from './workflows.ts';

const KEY = { words: 61, labels: 62, people: 63 } as const;
const MINUTE = 60_000;
const LABELS = ['customer', 'tech-debt', 'security', 'performance', 'accessibility', 'flaky', 'regulatory'];
const SEVERITIES = ['Medium', 'Highest', 'High', 'Medium'];

/** One change of status as it is known at some moment. */
export interface TicketMove {
  readonly at: number;
  readonly by: SimulatedPerson;
  readonly from: Status;
  readonly to: Status;
  /** Place among the ticket's moves. */
  readonly place: number;
}

export interface TicketLink {
  /** Place of the change that made the link. */
  readonly maker: TicketRef;
  readonly other: TicketRef;
  readonly direction: 'outward' | 'inward';
}

/** A ticket as the tracker would show it at the moment asked for. */
export interface Ticket {
  readonly ref: TicketRef;
  readonly team: SimulatedTeam;
  readonly service: SimulatedService;
  /** `PAYME-12`, or `acme/payments-api#12` where tickets live on GitHub. */
  readonly key: string;
  readonly title: string;
  readonly type: string;
  readonly priority: string;
  readonly labels: readonly string[];
  readonly points: number | null;
  readonly reporter: SimulatedPerson;
  /** Null until work has begun. */
  readonly assignee: SimulatedPerson | null;
  readonly status: Status;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly doneAt: number | null;
  readonly moves: readonly TicketMove[];
  /** Place of the departure that it is meant for. */
  readonly departure: number | null;
  /** When work on it began, for its sprint. */
  readonly startedAt: number | null;
  readonly links: readonly TicketLink[];
}

/** The team's member at a place. */
export function memberOf(team: SimulatedTeam, place: number): SimulatedPerson {
  const person = team.people[place % team.people.length];
  if (person === undefined) throw new Error(`the team ${team.name} has nobody`);
  return person;
}

export function serviceOf(team: SimulatedTeam, place: number): SimulatedService {
  const service = team.services[place];
  if (service === undefined) throw new Error(`the team ${team.name} has no service ${place}`);
  return service;
}

/** What people call the ticket of a number. */
export function ticketKey(team: SimulatedTeam, ref: TicketRef): string {
  return team.tracker === 'jira'
    ? `${team.key}-${ref.number}`
    : `${serviceOf(team, ref.service).fullName}#${ref.number}`;
}

/** What a change is called; its ticket and its pull requests share it. */
export function titleOf(enterprise: Enterprise, team: SimulatedTeam, change: number): string {
  const random = randomOf(enterprise.seed, KEY.words, team.index, change);
  return team.titles === null ? ticketTitle(random) : (team.titles[change % team.titles.length] ?? ticketTitle(random));
}

function labelsOf(
  enterprise: Enterprise,
  team: SimulatedTeam,
  service: SimulatedService,
  change: number,
): readonly string[] {
  const random = randomOf(enterprise.seed, KEY.labels, team.index, change);
  const labels = random.next() < 0.4 ? [service.name] : [];
  if (random.next() < 0.35) labels.push(pick(random, LABELS));
  return labels;
}

function movesOf(team: SimulatedTeam, steps: readonly Step[], asOf: number): readonly TicketMove[] {
  const moves: TicketMove[] = [];
  for (const [index, step] of steps.entries()) {
    const before = steps[index - 1];
    if (before === undefined) continue;
    if (step.at > asOf) break;
    const [from, to] = [statusOf(team.workflow, before.role), statusOf(team.workflow, step.role)];
    moves.push({ at: step.at, by: memberOf(team, step.by), from, to, place: index - 1 });
  }
  return moves;
}

function linksOf(ledger: TeamLedger, ref: TicketRef, relatesTo: number | null, asOf: number): readonly TicketLink[] {
  const links: TicketLink[] = [];
  const target = relatesTo === null ? undefined : ledger.ticketOfChange.get(relatesTo);
  if (target !== undefined) links.push({ maker: ref, other: target, direction: 'outward' });
  for (const change of ledger.relatedFrom.get(ref.change ?? -1) ?? []) {
    const maker = ledger.ticketOfChange.get(change);
    if (maker !== undefined && maker.createdAt <= asOf) links.push({ maker, other: maker, direction: 'inward' });
  }
  return links;
}

function doneAtOf(moves: readonly TicketMove[]): number | null {
  const last = moves.at(-1);
  return last?.to.category === 'done' ? last.at : null;
}

function fromChange(enterprise: Enterprise, ledger: TeamLedger, ref: TicketRef, asOf: number): Ticket {
  const { team } = ledger;
  const change = changeOf(enterprise, team, ref.change ?? 0);
  const moves = movesOf(team, change.steps, asOf);
  const links = linksOf(ledger, ref, change.relatesTo, asOf);
  const started = moves.find((move) => move.to.role === 'build');
  const boarding = change.boardings.findLast((one) => one.at <= asOf);
  const service = serviceOf(team, change.service);
  return {
    ref,
    team,
    service,
    key: ticketKey(team, ref),
    title: titleOf(enterprise, team, change.index),
    type: change.type,
    priority: change.priority,
    labels: labelsOf(enterprise, team, service, change.index),
    points: change.points,
    reporter: memberOf(team, change.reporter),
    assignee: started === undefined ? null : memberOf(team, change.assignee),
    status: moves.at(-1)?.to ?? statusOf(team.workflow, 'backlog'),
    createdAt: change.createdAt,
    updatedAt: Math.max(
      change.createdAt,
      moves.at(-1)?.at ?? 0,
      boarding?.at ?? 0,
      ...links.map((link) => link.maker.createdAt),
    ),
    doneAt: doneAtOf(moves),
    moves,
    departure: boarding?.departure ?? null,
    startedAt: started?.at ?? null,
    links,
  };
}

function fromIncident(enterprise: Enterprise, ledger: TeamLedger, ref: TicketRef, asOf: number): Ticket {
  const { team } = ledger;
  const incident = ledger.services[ref.service]?.incidents[ref.incident ?? 0];
  if (incident === undefined) throw new Error(`${team.key} has no incident ${ref.incident}`);
  const random = randomOf(enterprise.seed, KEY.words, 10_000 + incident.service.index, ref.incident ?? 0);
  const by = hash32(enterprise.seed, KEY.people, team.index, ref.number) % team.people.length;
  const { createdAt, resolvedAt } = incident;
  const steps: readonly Step[] = [
    { role: 'backlog', at: createdAt, by },
    { role: 'build', at: Math.min(createdAt + 6 * MINUTE, resolvedAt - 1), by },
    { role: 'done', at: resolvedAt, by },
  ];
  const moves = movesOf(team, steps, asOf);
  return {
    ref,
    team,
    service: incident.service,
    key: ticketKey(team, ref),
    title: incidentTitle(random, incident.service.name),
    type: 'Incident',
    priority: SEVERITIES[incident.severity] ?? 'Medium',
    labels: ['incident', incident.service.name],
    points: null,
    reporter: memberOf(team, by),
    assignee: moves.length === 0 ? null : memberOf(team, by),
    status: moves.at(-1)?.to ?? statusOf(team.workflow, 'backlog'),
    createdAt,
    updatedAt: moves.at(-1)?.at ?? createdAt,
    doneAt: doneAtOf(moves),
    moves,
    departure: null,
    startedAt: moves[0]?.at ?? null,
    links: [],
  };
}

/** A ticket as it was at `asOf`; ask only for one created by then. */
export function ticketOf(enterprise: Enterprise, ledger: TeamLedger, ref: TicketRef, asOf: number): Ticket {
  return ref.change === null ? fromIncident(enterprise, ledger, ref, asOf) : fromChange(enterprise, ledger, ref, asOf);
}
