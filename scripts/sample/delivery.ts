import type {
  SampleDelivery,
  SampleDeployment,
  SampleProject,
  SamplePullRequest,
  SampleTrain,
  SampleWorkItem,
} from '../../shared/model/sample.ts';
import { instant } from '../../shared/model/time.ts';
import { changeOf } from '../../test/support/simulator/change.ts';
import type { Enterprise, SimulatedTeam } from '../../test/support/simulator/enterprise.ts';
import { historyOf } from '../../test/support/simulator/history.ts';
import { ledgerOf, type TeamLedger } from '../../test/support/simulator/ledger.ts';
import { DAY, HOUR } from '../../test/support/simulator/rhythm.ts';
import { type Ticket, ticketOf } from '../../test/support/simulator/ticket.ts';
import { SEED, sampleEnterprise } from './enterprise.ts';

/** Late enough for everything that was begun to have ended. */
const END_OF_TIME = Date.UTC(2028, 0, 1);

function minute(at: number): ReturnType<typeof instant> {
  return instant(Math.floor(at / 60_000) * 60_000);
}

/** The departure that was planned for a ticket, or the next one ten days after it was written; named from the start. */
function versionsOf(enterprise: Enterprise, team: SimulatedTeam, ticket: Ticket): SampleWorkItem['versions'] {
  const departures = team.train?.departures ?? [];
  const named = minute(ticket.createdAt + HOUR);
  const boardings = ticket.ref.change === null ? [] : changeOf(enterprise, team, ticket.ref.change).boardings;
  if (boardings.length === 0) {
    const next = departures.find(({ departsAt }) => departsAt > ticket.createdAt + 10 * DAY);
    return next === undefined ? [] : [{ at: named, name: next.name }];
  }
  return boardings.flatMap(({ departure, at }, place) => {
    const name = departures[departure]?.name;
    return name === undefined ? [] : [{ at: place === 0 ? named : minute(at), name }];
  });
}

function theNext({ train }: SimulatedTeam): string {
  return `the next ${train?.departures.at(-1)?.name.replace(/ [\d.]+$/, '') ?? 'release'}`;
}

/** What the ticket was called when somebody began to change code for it. */
function titleAt({ title, versions }: SampleWorkItem, at: number): string {
  const version = versions.findLast((one) => one.at <= at) ?? versions[0];
  return title.replace('{release}', version?.name ?? '');
}

function workItem(enterprise: Enterprise, ledger: TeamLedger, ticket: Ticket): SampleWorkItem {
  const { team } = ledger;
  const versions = versionsOf(enterprise, team, ticket);
  const backlog = team.workflow.statuses[0]?.name ?? '';
  return {
    number: ticket.ref.number,
    // Work that waits for another release is then about that one: its name is filled in when the sample is read.
    title: versions.length > 0 ? ticket.title : ticket.title.replace('{release}', theNext(team)),
    type: 'Task',
    priority: ticket.priority,
    assignee: ticket.assignee?.name ?? null,
    labels: ticket.labels.filter((label) => label !== ticket.service.name),
    points: ticket.points,
    steps: [
      { at: minute(ticket.createdAt), status: backlog, by: ticket.reporter.name },
      ...ticket.moves.map((move) => ({ at: minute(move.at), status: move.to.name, by: move.by.name })),
    ],
    versions,
  };
}

function pullRequests(history: ReturnType<typeof historyOf>, items: readonly SampleWorkItem[]): SamplePullRequest[] {
  return history.pulls.map((pull) => {
    const number = Number(/-(\d+): /.exec(pull.title)?.[1]);
    const item = items.find((one) => one.number === number);
    return {
      number: pull.number,
      title: item === undefined ? pull.title : `${history.team.key}-${number}: ${titleAt(item, pull.createdAt)}`,
      author: pull.author.login,
      branch: item === undefined ? pull.branch : `${history.team.key.toLowerCase()}-${number}`,
      mergeSha: pull.mergeSha ?? '',
      additions: pull.additions,
      deletions: pull.deletions,
      createdAt: minute(pull.createdAt),
      mergedAt: pull.mergedAt === null ? null : minute(pull.mergedAt),
      closedAt: pull.closedAt === null ? null : minute(pull.closedAt),
    };
  });
}

function deployments(history: ReturnType<typeof historyOf>): SampleDeployment[] {
  return history.deployments.map((one) => ({
    environment: one.environment,
    production: one.environment === 'production',
    sha: one.sha,
    outcome: one.outcome,
    createdAt: minute(one.createdAt),
    finishedAt: minute(one.finishedAt),
  }));
}

function projectOf(enterprise: Enterprise, team: SimulatedTeam, train: string): SampleProject {
  const ledger = ledgerOf(enterprise, team);
  const history = historyOf(enterprise, ledger, 0, END_OF_TIME);
  const tickets = ledger.tickets.map((ref) => ticketOf(enterprise, ledger, ref, END_OF_TIME));
  const workItems = tickets.map((ticket) => workItem(enterprise, ledger, ticket));
  return {
    train,
    key: team.key,
    name: team.name,
    repository: history.service.fullName,
    workItems,
    pullRequests: pullRequests(history, workItems),
    deployments: deployments(history),
  };
}

/**
 * Simulates what a made-up product team does to keep up with the public trains, around their departures of late 2026
 * and early 2027. Whole histories, so that the reader's own now decides how far they have come.
 */
export function sampleDelivery(trains: readonly SampleTrain[]): SampleDelivery {
  const enterprise = sampleEnterprise(trains);
  const statuses = enterprise.teams[0]?.workflow.statuses ?? [];
  return {
    seed: SEED,
    connection: 'Simulated delivery',
    statuses: statuses.map(({ name, category }) => ({ name, category })),
    people: enterprise.teams.flatMap((team) => team.people.map(({ login, name }) => ({ login, name }))),
    projects: enterprise.teams.map((team) => projectOf(enterprise, team, enterprise.trains[team.index]?.name ?? '')),
  };
}
