import type { Outcome } from '../../../shared/model/facts.ts';
import { changeOf } from './change.ts';
import type { DeploymentPlan } from './delivery.ts';
import type { Enterprise, SimulatedService, SimulatedTeam } from './enterprise.ts';
import type { TeamLedger } from './ledger.ts';
import { type RunPlan, runOfDeployment, runsOfPull } from './pipeline.ts';
import type { PullPlan } from './pull.ts';
import { type CodePlace, type CodePull, commitSha, mergeSha, pullView, seconds } from './pull-view.ts';
import { isoWeek } from './trains.ts';

export interface CodeRun extends RunPlan {
  /** 1 for the service's first run. */
  readonly number: number;
  readonly sha: string;
  readonly branch: string;
}

export interface CodeDeployment extends Omit<DeploymentPlan, 'outcome'> {
  /** Place among the service's deployments. */
  readonly place: number;
  readonly sha: string;
  readonly ref: string;
  readonly outcome: Outcome;
}

export interface CodeTag {
  /** Place of the deployment that it marks. */
  readonly place: number;
  readonly tag: string;
  readonly name: string;
  readonly sha: string;
  readonly publishedAt: number;
}

/** Everything of one repository at one moment. */
export interface ServiceHistory {
  readonly service: SimulatedService;
  readonly team: SimulatedTeam;
  /** By number. */
  readonly pulls: readonly CodePull[];
  /** By number. */
  readonly runs: readonly CodeRun[];
  readonly deployments: readonly CodeDeployment[];
  readonly tags: readonly CodeTag[];
}

interface Read {
  readonly place: CodePlace;
  readonly plans: readonly PullPlan[];
  readonly pulls: readonly CodePull[];
}

function pullsOf(place: CodePlace): Read {
  const { enterprise, ledger, own, asOf } = place;
  const known = own.pulls.filter((ref) => ref.createdAt <= asOf);
  const plans: PullPlan[] = [];
  const pulls: CodePull[] = [];
  for (const [at, ref] of known.entries()) {
    const plan = changeOf(enterprise, ledger.team, ref.change).pulls[ref.slot];
    if (plan === undefined) throw new Error(`${own.service.fullName} has no pull request ${ref.number}`);
    plans.push(plan);
    pulls.push(pullView(place, ref, at, plan));
  }
  return { place, plans, pulls };
}

function runView(read: Read, plan: RunPlan, number: number): CodeRun {
  const { asOf } = read.place;
  const merged = plan.push === null;
  const commits = read.plans[plan.pull]?.pushes[plan.push ?? 0]?.commits ?? 1;
  const started = plan.jobs.filter((job) => job.startedAt <= asOf);
  return {
    ...plan,
    number,
    createdAt: seconds(plan.createdAt),
    startedAt: seconds(plan.startedAt),
    finishedAt: seconds(plan.finishedAt),
    outcome: plan.finishedAt <= asOf ? plan.outcome : 'running',
    jobs: started.map((job) => ({
      name: job.name,
      startedAt: seconds(job.startedAt),
      finishedAt: seconds(job.finishedAt),
      outcome: job.finishedAt <= asOf ? job.outcome : 'running',
    })),
    sha: merged ? mergeSha(read.place, plan.pull) : commitSha(read.place, plan.pull, commits - 1),
    branch: merged ? 'main' : (read.pulls[plan.pull]?.branch ?? 'main'),
  };
}

function runsOf(read: Read): readonly CodeRun[] {
  const { enterprise, own, asOf } = read.place;
  const plans: RunPlan[] = [];
  for (const [at, plan] of read.plans.entries()) plans.push(...runsOfPull(enterprise, own.service, plan, at));
  for (const deployment of own.deployments)
    if (deployment.pull < read.plans.length) plans.push(runOfDeployment(deployment));
  const known = plans.filter((plan) => plan.createdAt <= asOf);
  known.sort((left, right) => left.createdAt - right.createdAt);
  return known.map((plan, index) => runView(read, plan, index + 1));
}

function deploymentsOf(place: CodePlace): readonly CodeDeployment[] {
  const known = place.own.deployments.filter((plan) => plan.createdAt <= place.asOf);
  return known.map((plan, index) => ({
    ...plan,
    place: index,
    createdAt: seconds(plan.createdAt),
    finishedAt: seconds(plan.finishedAt),
    outcome: plan.finishedAt <= place.asOf ? plan.outcome : 'running',
    sha: mergeSha(place, plan.pull),
    ref: 'main',
  }));
}

/** Every first success of a batch or a train in production is tagged. */
function tagsOf(place: CodePlace, deployments: readonly CodeDeployment[]): readonly CodeTag[] {
  if (place.own.service.delivery === 'on-demand') return [];
  const live = deployments.filter(
    (one) => one.environment === 'production' && one.outcome === 'success' && !one.rollback,
  );
  return live.map((one, index) => {
    const departure = one.departure === null ? undefined : place.ledger.team.train?.departures[one.departure];
    const { year, week } = isoWeek(one.createdAt);
    const tag = departure === undefined ? `v1.${index}.0` : `v${year}.${week}.${index}`;
    return { place: one.place, tag, name: departure?.name ?? tag, sha: one.sha, publishedAt: one.finishedAt };
  });
}

/** Makes everything of one repository as it was at `asOf`. */
export function historyOf(enterprise: Enterprise, ledger: TeamLedger, place: number, asOf: number): ServiceHistory {
  const own = ledger.services[place];
  if (own === undefined) throw new Error(`the team ${ledger.team.name} has no service ${place}`);
  const at: CodePlace = { enterprise, ledger, own, asOf };
  const read = pullsOf(at);
  const deployments = deploymentsOf(at);
  return {
    service: own.service,
    team: ledger.team,
    pulls: read.pulls,
    runs: runsOf(read),
    deployments,
    tags: tagsOf(at, deployments),
  };
}
