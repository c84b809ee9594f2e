import type { GithubDataSet, GithubRepoData } from '../../servers/github-data.ts';
import type { Enterprise, SimulatedService, SimulatedTeam } from './enterprise.ts';
import { deploymentId, runId } from './github-ids.ts';
import * as payload from './github-payloads.ts';
import { historyOf, type ServiceHistory } from './history.ts';
import { ledgerOf, type TeamLedger } from './ledger.ts';
import { ticketOf } from './ticket.ts';

/** Keeps the few results asked for last. */
function keepLast<K, V>(most: number, make: (key: K) => V): (key: K) => V {
  const kept = new Map<K, V>();
  return (key) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = make(key);
    kept.set(key, made);
    const oldest = kept.keys().next();
    if (kept.size > most && !oldest.done) kept.delete(oldest.value);
    return made;
  };
}

type Issues = Pick<GithubRepoData, 'issues' | 'issueEvents'>;

function issuesOf(enterprise: Enterprise, ledger: TeamLedger, place: number, asOf: number, site: payload.Site): Issues {
  if (ledger.team.tracker === 'jira') return { issues: [], issueEvents: new Map() };
  const refs = ledger.tickets.filter((ref) => ref.service === place && ref.createdAt <= asOf);
  const tickets = refs.map((ref) => ticketOf(enterprise, ledger, ref, asOf));
  return {
    issues: tickets.map((ticket) => payload.issue(ticket, site)),
    issueEvents: new Map(tickets.map((ticket) => [ticket.ref.number, payload.issueEvents(ticket, site)])),
  };
}

function repoData(history: ServiceHistory, issues: Issues, site: payload.Site): GithubRepoData {
  const { service } = history;
  return {
    repo: payload.repo(service, site),
    pulls: history.pulls.map((one) => payload.pull(service, one, site)),
    pullCommits: new Map(
      history.pulls.map((one) => [one.number, one.commits.map((made) => payload.commit(service, made, site))]),
    ),
    pullReviews: new Map(
      history.pulls.map((one) => [
        one.number,
        one.reviews.map((given) => payload.review(service, one.number, given, site)),
      ]),
    ),
    ...issues,
    runs: history.runs.map((one) => payload.run(service, one, site)),
    runJobs: new Map(history.runs.map((one) => [runId(service, one.number), payload.jobs(service, one, site)])),
    deployments: history.deployments.map((one) => payload.deployment(service, one)),
    deploymentStatuses: new Map(
      history.deployments.map((one) => [
        deploymentId(service, one.place),
        payload.deploymentStatuses(service, one, site),
      ]),
    ),
    releases: history.tags.map((one) => payload.release(service, one, site)),
    tags: history.tags.map(payload.tag),
    milestones: [],
  };
}

/** A repository that is made when the server first looks into it. */
class LazyRepo implements GithubRepoData {
  readonly repo: GithubRepoData['repo'];
  private readonly make: () => GithubRepoData;

  constructor(repo: GithubRepoData['repo'], make: () => GithubRepoData) {
    this.repo = repo;
    this.make = make;
  }

  get pulls() {
    return this.make().pulls;
  }
  get pullCommits() {
    return this.make().pullCommits;
  }
  get pullReviews() {
    return this.make().pullReviews;
  }
  get issues() {
    return this.make().issues;
  }
  get issueEvents() {
    return this.make().issueEvents;
  }
  get runs() {
    return this.make().runs;
  }
  get runJobs() {
    return this.make().runJobs;
  }
  get deployments() {
    return this.make().deployments;
  }
  get deploymentStatuses() {
    return this.make().deploymentStatuses;
  }
  get releases() {
    return this.make().releases;
  }
  get tags() {
    return this.make().tags;
  }
  get milestones() {
    return this.make().milestones;
  }
}

export interface GithubOptions {
  readonly asOf?: number;
  /** Of the web pages that payloads point to. */
  readonly url?: string;
  /** How many repositories are held at once; a sync reads them one after the other. */
  readonly held?: number;
}

/**
 * The enterprise's code as a GitHub at a moment. A repository is made when the server first looks into it and let go
 * when others follow, so that any size can be served.
 */
export function githubOf(enterprise: Enterprise, options: GithubOptions = {}): GithubDataSet {
  const asOf = options.asOf ?? enterprise.to;
  const site = { url: options.url ?? 'https://github.example' };
  const ledgers = keepLast(options.held ?? 4, (team: SimulatedTeam) => ledgerOf(enterprise, team));
  const repos = keepLast(options.held ?? 4, (service: SimulatedService) => {
    const team = enterprise.teams[service.teamIndex];
    if (team === undefined) throw new Error(`nobody owns ${service.fullName}`);
    const ledger = ledgers(team);
    const place = team.services.indexOf(service);
    const history = historyOf(enterprise, ledger, place, asOf);
    return repoData(history, issuesOf(enterprise, ledger, place, asOf, site), site);
  });
  return {
    user: { login: 'signalbox', id: 1, html_url: `${site.url}/signalbox` },
    repos: enterprise.services.map((service) => new LazyRepo(payload.repo(service, site), () => repos(service))),
  };
}
