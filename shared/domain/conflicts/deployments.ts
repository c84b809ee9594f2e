import type { MilestoneId, ReleaseId } from '../../model/ids.ts';
import type { Milestone, Release } from '../../model/release.ts';
import type { Span } from '../../model/span.ts';
import { instant } from '../../model/time.ts';
import type { PlanAssumptions } from './plan.ts';

/** One time that a release is deployed. */
export interface Deployment {
  /** The milestone's id, or the release's where no milestone says when. */
  readonly id: string;
  readonly releaseId: ReleaseId;
  readonly milestoneId: MilestoneId | null;
  readonly name: string;
  readonly span: Span;
}

/** What is taken for granted unless somebody says otherwise. */
export const DEFAULT_ASSUMPTIONS: PlanAssumptions = {
  deploymentMinutes: 60,
  dependencyDays: 14,
  soleRoles: ['Release lead'],
};

const MINUTE = 60_000;

function lasting(start: number, end: number | null, { deploymentMinutes }: PlanAssumptions): Span {
  const known = end !== null && end > start;
  return { start: instant(start), end: instant(known ? end : start + deploymentMinutes * MINUTE) };
}

/**
 * When a release is deployed: its deployment milestones, in order of their ids, else its departure. A deployment whose end
 * nobody planned lasts as long as is assumed: a point in time would clash with nothing. Each is named after the release as given.
 */
export function deploymentsOf(
  release: Release,
  milestones: readonly Milestone[],
  assumptions: PlanAssumptions,
): readonly Deployment[] {
  const planned = milestones.filter(({ kind }) => kind === 'deployment');
  if (planned.length === 0) {
    const { id, name, departsAt } = release;
    return [{ id, releaseId: id, milestoneId: null, name, span: lasting(departsAt, null, assumptions) }];
  }
  return planned
    .map(({ id, name, startAt, endAt }) => ({
      id,
      releaseId: release.id,
      milestoneId: id,
      name: `${name} of ${release.name}`,
      span: lasting(startAt, endAt, assumptions),
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** From the first deployment's start to the last one's end. */
export function hullOf(deployments: readonly Deployment[]): Span {
  return {
    start: instant(Math.min(...deployments.map(({ span }) => span.start))),
    end: instant(Math.max(...deployments.map(({ span }) => span.end))),
  };
}
