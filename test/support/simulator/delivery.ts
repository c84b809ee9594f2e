import { chance, logNormal } from './distributions.ts';
import type { Enterprise, SimulatedService, SimulatedTeam } from './enterprise.ts';
import { type Random, randomOf } from './random.ts';
import { DAY, HOUR } from './rhythm.ts';

const MINUTE = 60_000;

/** A merged pull request as deployments see it. */
export interface Merge {
  /** Place in the service's list of pull requests, by creation. */
  readonly pull: number;
  readonly mergedAt: number;
}

export interface DeploymentPlan {
  readonly environment: 'staging' | 'production';
  readonly createdAt: number;
  readonly finishedAt: number;
  readonly outcome: 'success' | 'failure';
  /** The newest pull request that it brings. */
  readonly pull: number;
  /** Takes the one before it back. */
  readonly rollback: boolean;
  /** The departure that it belongs to, for trains. */
  readonly departure: number | null;
}

export interface IncidentPlan {
  readonly service: SimulatedService;
  readonly createdAt: number;
  readonly resolvedAt: number;
  /** Highest for what hurts most. */
  readonly severity: 1 | 2 | 3;
}

export interface Delivered {
  /** By creation. */
  readonly deployments: readonly DeploymentPlan[];
  readonly incidents: readonly IncidentPlan[];
}

interface Draft {
  readonly service: SimulatedService;
  readonly random: Random;
  readonly deployments: DeploymentPlan[];
  readonly incidents: IncidentPlan[];
}

interface Target {
  readonly pull: number;
  readonly departure: number | null;
}

function deploy(draft: Draft, environment: 'staging' | 'production', at: number, target: Target): number {
  const { random, deployments } = draft;
  const finishedAt = at + logNormal(random, 6, 0.6) * MINUTE;
  const failed = chance(random, environment === 'staging' ? 0.05 : 0.025);
  const common = { environment, ...target, rollback: false } as const;
  deployments.push({ ...common, createdAt: at, finishedAt, outcome: failed ? 'failure' : 'success' });
  if (!failed) return finishedAt;
  const again = finishedAt + logNormal(random, 25, 1) * MINUTE;
  const done = again + logNormal(random, 6, 0.6) * MINUTE;
  deployments.push({ ...common, createdAt: again, finishedAt: done, outcome: 'success' });
  return done;
}

/** What may go wrong after a production deployment: an incident, mended by a roll-back in six cases of ten. */
function aftermath(draft: Draft, finishedAt: number, target: Target, before: number | null): void {
  const { random, service } = draft;
  if (!chance(random, service.changeFailureRate)) return;
  const createdAt = finishedAt + logNormal(random, 40, 1.3) * MINUTE;
  const mendedAt = createdAt + logNormal(random, 75, 1.4) * MINUTE;
  const draw = random.next();
  const mild = draw < 0.45 ? 2 : 3;
  const severity = draw < 0.12 ? 1 : mild;
  draft.incidents.push({ service, createdAt, resolvedAt: mendedAt + 20 * MINUTE, severity });
  if (before === null || !chance(random, 0.6)) return;
  const end = mendedAt + logNormal(random, 5, 0.4) * MINUTE;
  const taken = { ...target, pull: before, rollback: true, environment: 'production', outcome: 'success' } as const;
  draft.deployments.push({ ...taken, createdAt: mendedAt, finishedAt: end });
}

function bothEnvironments(draft: Draft, stagedAt: number, liveAt: number, target: Target, before: number | null): void {
  const staged = deploy(draft, 'staging', stagedAt, target);
  const live = deploy(draft, 'production', Math.max(liveAt, staged + 5 * MINUTE), target);
  aftermath(draft, live, target, before);
}

function onDemand(draft: Draft, team: SimulatedTeam, merges: readonly Merge[]): void {
  let before: number | null = null;
  for (const merge of merges) {
    const stagedAt = merge.mergedAt + logNormal(draft.random, 9, 0.5) * MINUTE;
    const target = { pull: merge.pull, departure: null };
    if (chance(draft.random, 0.25)) {
      deploy(draft, 'staging', stagedAt, target);
      continue;
    }
    const liveAt = team.rhythm.after(stagedAt, logNormal(draft.random, 0.9, 1.2));
    bothEnvironments(draft, stagedAt, liveAt, target, before);
    before = merge.pull;
  }
}

/** The newest merge of each day goes out at nine the next morning, after a weekend on Monday. */
function daily(draft: Draft, merges: readonly Merge[]): void {
  let before: number | null = null;
  for (const [index, merge] of merges.entries()) {
    const day = Math.floor(merge.mergedAt / DAY);
    const next = merges[index + 1];
    if (next !== undefined && Math.floor(next.mergedAt / DAY) === day) continue;
    const weekday = (new Date(day * DAY).getUTCDay() + 6) % 7;
    const goesOn = day + (weekday >= 4 ? 7 - weekday : 1);
    const liveAt = goesOn * DAY + 9 * HOUR + logNormal(draft.random, 20, 0.8) * MINUTE;
    bothEnvironments(draft, merge.mergedAt + 15 * MINUTE, liveAt, { pull: merge.pull, departure: null }, before);
    before = merge.pull;
  }
}

function byTrain(draft: Draft, team: SimulatedTeam, merges: readonly Merge[]): void {
  let next = 0;
  let before: number | null = null;
  for (const [departure, one] of (team.train?.departures ?? []).entries()) {
    const first = next;
    while (next < merges.length && (merges[next]?.mergedAt ?? 0) <= one.freezeAt) next += 1;
    const newest = merges[next - 1];
    if (newest === undefined || next === first) continue;
    const liveAt = one.departsAt + logNormal(draft.random, 35, 0.9) * MINUTE;
    bothEnvironments(draft, one.freezeAt + 3 * HOUR, liveAt, { pull: newest.pull, departure }, before);
    before = newest.pull;
  }
}

const KEY = 41;

/** How a service's merges (by time of merging) reach production, and the incidents that follow. */
export function deliveryOf(
  enterprise: Enterprise,
  team: SimulatedTeam,
  service: SimulatedService,
  merges: readonly Merge[],
): Delivered {
  const draft: Draft = {
    service,
    random: randomOf(enterprise.seed, KEY, service.index),
    deployments: [],
    incidents: [],
  };
  if (service.delivery === 'on-demand') onDemand(draft, team, merges);
  else if (service.delivery === 'daily') daily(draft, merges);
  else byTrain(draft, team, merges);
  const whole = draft.deployments.map((one) => ({
    ...one,
    createdAt: Math.floor(one.createdAt),
    finishedAt: Math.floor(one.finishedAt),
  }));
  const incidents = draft.incidents.map((one) => ({
    ...one,
    createdAt: Math.floor(one.createdAt),
    resolvedAt: Math.floor(one.resolvedAt),
  }));
  return {
    deployments: whole.sort((left, right) => left.createdAt - right.createdAt),
    incidents: incidents.sort((left, right) => left.createdAt - right.createdAt),
  };
}
