import type { Outcome } from '../../../shared/model/facts.ts';
import type { DeploymentPlan } from './delivery.ts';
import { chance, logNormal } from './distributions.ts';
import type { Enterprise, SimulatedService } from './enterprise.ts';
import type { PullPlan } from './pull.ts';
import { hash32, type Random, randomOf } from './random.ts';

const MINUTE = 60_000;
const KEY = { pull: 51, deployment: 52 } as const;

export interface JobPlan {
  readonly name: string;
  readonly startedAt: number;
  readonly finishedAt: number;
  readonly outcome: Outcome;
}

export interface RunPlan {
  readonly workflow: 'ci' | 'deploy';
  readonly event: 'pull_request' | 'push' | 'workflow_dispatch';
  /** Place among the service's pull requests whose commit it runs. */
  readonly pull: number;
  /** Which push of that pull request; null for its merge commit. */
  readonly push: number | null;
  readonly createdAt: number;
  readonly startedAt: number;
  readonly finishedAt: number;
  /** 2 where a flaky failure was repeated. */
  readonly attempt: number;
  readonly outcome: Outcome;
  readonly jobs: readonly JobPlan[];
}

/** A typical time of each service and job, so that one is always slower than another. */
function typicalMinutes(service: SimulatedService, job: string, place: number): number {
  const draw = hash32(service.index, KEY.pull, place, job.length) / 4_294_967_296;
  return (job === 'lint' ? 1 : 2.5) + 9 * draw * draw;
}

function jobsOf(service: SimulatedService, random: Random, startedAt: number, failed: boolean): readonly JobPlan[] {
  const broken = failed ? Math.floor(random.next() * service.jobs.length) : -1;
  return service.jobs.map((name, place) => {
    const minutes = logNormal(random, typicalMinutes(service, name, place), 0.25);
    const queued = Math.floor(random.next() * 20_000);
    const share = place === broken ? 0.2 + 0.8 * random.next() : 1;
    return {
      name,
      startedAt: startedAt + queued,
      finishedAt: Math.floor(startedAt + queued + minutes * share * MINUTE),
      outcome: place === broken ? 'failure' : 'success',
    };
  });
}

interface Cause {
  readonly pull: number;
  readonly push: number | null;
  readonly at: number;
  readonly failed: boolean;
}

function checkRun(service: SimulatedService, random: Random, cause: Cause): RunPlan {
  const createdAt = cause.at + 4_000;
  const queue = Math.floor(logNormal(random, 9_000, 1));
  const flaky = !cause.failed && chance(random, service.flakiness);
  const repeatedAfter = flaky ? Math.floor(logNormal(random, 22, 0.8) * MINUTE) : 0;
  const startedAt = createdAt + queue + repeatedAfter;
  const jobs = jobsOf(service, random, startedAt, cause.failed);
  return {
    workflow: 'ci',
    event: cause.push === null ? 'push' : 'pull_request',
    pull: cause.pull,
    push: cause.push,
    createdAt,
    startedAt,
    finishedAt: Math.max(...jobs.map((job) => job.finishedAt)) + 3_000,
    attempt: flaky ? 2 : 1,
    outcome: cause.failed ? 'failure' : 'success',
    jobs,
  };
}

/** The checks of a pull request: one run a push and one on its merge; only what is followed by a push fails. */
export function runsOfPull(
  enterprise: Enterprise,
  service: SimulatedService,
  plan: PullPlan,
  pull: number,
): readonly RunPlan[] {
  const random = randomOf(enterprise.seed, KEY.pull, service.index, pull);
  const runs = plan.pushes.map(({ at }, push) => {
    const failed = push < plan.pushes.length - 1 ? chance(random, 0.35) : plan.closedAt !== null && chance(random, 0.3);
    return checkRun(service, random, { pull, push, at, failed });
  });
  if (plan.mergedAt === null) return runs;
  return [...runs, checkRun(service, random, { pull, push: null, at: plan.mergedAt, failed: chance(random, 0.02) })];
}

/** The run that did a deployment. */
export function runOfDeployment(plan: DeploymentPlan): RunPlan {
  const outcome: Outcome = plan.outcome;
  const startedAt = plan.createdAt;
  const { finishedAt, pull } = plan;
  return {
    workflow: 'deploy',
    event: plan.rollback ? 'workflow_dispatch' : 'push',
    pull,
    push: null,
    createdAt: plan.createdAt - 15_000,
    startedAt,
    finishedAt,
    attempt: 1,
    outcome,
    jobs: [{ name: `roll-out-${plan.environment}`, startedAt, finishedAt, outcome }],
  };
}
