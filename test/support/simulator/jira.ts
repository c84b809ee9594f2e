import type {
  JiraBoardData,
  JiraChangeData,
  JiraData,
  JiraIssueData,
  JiraLinkData,
  JiraProjectData,
  JiraSprintData,
  JiraStatusData,
  JiraUserData,
} from '../../servers/jira-data.ts';
import type { Enterprise, SimulatedTeam, Status } from './enterprise.ts';
import { ledgerOf, type TeamLedger, type TicketRef } from './ledger.ts';
import { DAY } from './rhythm.ts';
import { type Ticket, type TicketMove, ticketKey, ticketOf } from './ticket.ts';
import { workflows } from './workflows.ts';

const SPRINT = 14 * DAY;

/** Digits only, unique in the enterprise. */
export function issueId(team: SimulatedTeam, number: number): number {
  return (team.index + 1) * 10_000_000 + number;
}

export function changeId(team: SimulatedTeam, number: number, place: number): number {
  return issueId(team, number) * 100 + place;
}

export function versionId(team: SimulatedTeam, departure: number): number {
  return (team.index + 1) * 10_000 + departure;
}

export function statusId(status: Status): string {
  const workflow = workflows.findIndex((one) => one.statuses.includes(status));
  return String(10_000 + workflow * 100 + (workflows[workflow]?.statuses.indexOf(status) ?? 0));
}

const JIRA_CATEGORY = { new: 'new', active: 'indeterminate', waiting: 'indeterminate', done: 'done' } as const;

function statuses(): readonly JiraStatusData[] {
  return workflows.flatMap((workflow) =>
    workflow.statuses.map((status) => ({
      id: statusId(status),
      name: status.name,
      category: JIRA_CATEGORY[status.category],
    })),
  );
}

/** Sprints of two weeks from the enterprise's start, those that have begun and the next. */
export function sprintsOf(enterprise: Enterprise, team: SimulatedTeam, asOf: number): readonly JiraSprintData[] {
  const count = Math.floor((asOf - enterprise.from) / SPRINT) + 2;
  return Array.from({ length: Math.max(0, count) }, (_, place) => {
    const startAt = enterprise.from + place * SPRINT;
    const endAt = startAt + SPRINT;
    const begun = startAt <= asOf ? 'active' : 'future';
    const state = endAt <= asOf ? 'closed' : begun;
    const id = sprintId(team, place);
    const completedAt = state === 'closed' ? endAt : null;
    return { id, boardId: team.index + 1, name: `${team.name} ${place + 1}`, state, startAt, endAt, completedAt };
  });
}

export function sprintId(team: SimulatedTeam, place: number): number {
  return (team.index + 1) * 1_000 + place;
}

/** The sprint in which work on a ticket began. */
export function sprintPlace(enterprise: Enterprise, startedAt: number): number {
  return Math.max(0, Math.floor((startedAt - enterprise.from) / SPRINT));
}

function project(team: SimulatedTeam, asOf: number): JiraProjectData {
  const versions = (team.train?.departures ?? []).map((departure, place) => ({
    id: String(versionId(team, place)),
    name: departure.name,
    description: null,
    released: departure.departsAt <= asOf,
    archived: false,
    releaseDate: new Date(departure.departsAt).toISOString().slice(0, 10),
  }));
  return { id: String(team.index + 1), key: team.key, name: team.name, versions };
}

function changeData(ticket: Ticket, move: TicketMove): JiraChangeData {
  const item = {
    field: 'status',
    from: statusId(move.from),
    fromText: move.from.name,
    to: statusId(move.to),
    toText: move.to.name,
  };
  const id = String(changeId(ticket.team, ticket.ref.number, move.place));
  return { id, at: move.at, authorId: move.by.login, items: [item] };
}

function linkData(ticket: Ticket): readonly JiraLinkData[] {
  return ticket.links.map((link) => ({
    id: String(issueId(ticket.team, link.maker.number)),
    type: 'Relates',
    direction: link.direction,
    otherKey: ticketKey(ticket.team, link.other),
  }));
}

/** A ticket in the shape that the replay server renders. */
export function jiraIssue(enterprise: Enterprise, ticket: Ticket): JiraIssueData {
  const { team, ref } = ticket;
  const sprintIds = ticket.startedAt === null ? [] : [sprintId(team, sprintPlace(enterprise, ticket.startedAt))];
  return {
    id: String(issueId(team, ref.number)),
    key: ticket.key,
    projectKey: team.key,
    summary: ticket.title,
    type: ticket.type,
    statusId: statusId(ticket.status),
    priority: ticket.priority,
    assigneeId: ticket.assignee?.login ?? null,
    reporterId: ticket.reporter.login,
    labels: ticket.labels,
    fixVersionIds: ticket.departure === null ? [] : [String(versionId(team, ticket.departure))],
    storyPoints: ticket.points,
    sprintIds,
    links: linkData(ticket),
    createdAt: ticket.createdAt,
    updatedAt: ticket.updatedAt,
    resolvedAt: ticket.doneAt,
    changes: ticket.moves.map((move) => changeData(ticket, move)),
  };
}

/**
 * An issue that holds what the server sorts and filters by, and makes the rest when it is read; the last one made is
 * kept for the fields read after it.
 */
class LazyIssue implements JiraIssueData {
  readonly id: string;
  readonly key: string;
  readonly projectKey: string;
  readonly statusId: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly resolvedAt: number | null;
  private readonly made: (issue: LazyIssue) => JiraIssueData;
  readonly ref: TicketRef;

  constructor(first: JiraIssueData, ref: TicketRef, made: (issue: LazyIssue) => JiraIssueData) {
    this.id = first.id;
    this.key = first.key;
    this.projectKey = first.projectKey;
    this.statusId = first.statusId;
    this.createdAt = first.createdAt;
    this.updatedAt = first.updatedAt;
    this.resolvedAt = first.resolvedAt;
    this.ref = ref;
    this.made = made;
  }

  get summary(): string {
    return this.made(this).summary;
  }
  get type(): string {
    return this.made(this).type;
  }
  get priority(): string | null {
    return this.made(this).priority;
  }
  get assigneeId(): string | null {
    return this.made(this).assigneeId;
  }
  get reporterId(): string | null {
    return this.made(this).reporterId;
  }
  get labels(): readonly string[] {
    return this.made(this).labels;
  }
  get fixVersionIds(): readonly string[] {
    return this.made(this).fixVersionIds;
  }
  get storyPoints(): number | null {
    return this.made(this).storyPoints;
  }
  get sprintIds(): readonly number[] {
    return this.made(this).sprintIds;
  }
  get links(): readonly JiraLinkData[] {
    return this.made(this).links;
  }
  get changes(): readonly JiraChangeData[] {
    return this.made(this).changes;
  }
}

function lazyIssues(enterprise: Enterprise, ledger: TeamLedger, asOf: number): readonly JiraIssueData[] {
  let last: { readonly ref: TicketRef; readonly issue: JiraIssueData } | null = null;
  const make = (ref: TicketRef): JiraIssueData => {
    if (last?.ref !== ref) last = { ref, issue: jiraIssue(enterprise, ticketOf(enterprise, ledger, ref, asOf)) };
    return last.issue;
  };
  const known = ledger.tickets.filter((ref) => ref.createdAt <= asOf);
  return known.map((ref) => new LazyIssue(make(ref), ref, (issue) => make(issue.ref)));
}

function users(teams: readonly SimulatedTeam[]): readonly JiraUserData[] {
  const asking = { id: 'signalbox', name: 'Signalbox', active: true, timeZone: 'UTC' };
  return [
    asking,
    ...teams.flatMap((team) =>
      team.people.map((person) => ({ id: person.login, name: person.name, active: true, timeZone: 'UTC' })),
    ),
  ];
}

/**
 * The enterprise's tickets as a Jira at the moment `asOf`. Issues are made when the server reads them: a million
 * facts behind it take some tens of megabytes.
 */
export function jiraOf(enterprise: Enterprise, asOf: number = enterprise.to): JiraData {
  const teams = enterprise.teams.filter((team) => team.tracker === 'jira');
  const boards: readonly JiraBoardData[] = teams.map((team) => ({
    id: team.index + 1,
    name: `${team.name} board`,
    type: 'scrum',
    projectKey: team.key,
  }));
  const issues = teams.flatMap((team) => lazyIssues(enterprise, ledgerOf(enterprise, team), asOf));
  return {
    users: users(teams),
    statuses: statuses(),
    projects: teams.map((team) => project(team, asOf)),
    boards,
    sprints: teams.flatMap((team) => sprintsOf(enterprise, team, asOf)),
    issues,
  };
}
