import type { Conflict } from '../../model/conflict.ts';
import { isAhead } from '../calendar/release-ahead.ts';
import type { Deployment } from './deployments.ts';
import { conflictKey, inOrder } from './key.ts';
import { COUNT_LIMIT, disturbedBy, type PairSpace, reportedUnder } from './pair-space.ts';
import type { Clash } from './rule.ts';
import type { PlanView } from './view.ts';

/** What is common to all deployments that clash two by two: what is found under a release is found under its deployments. */
export interface DeploymentPairs {
  readonly kind: Conflict['kind'];
  /** Told apart within its kind: a person's id; empty where there is one space. */
  readonly space: string;
  readonly partners: (deployment: Deployment, limit: number) => readonly Deployment[];
  readonly describe: (a: Deployment, b: Deployment, key: string) => Conflict;
  readonly describeCrowd: (deployment: Deployment, crowd: Crowd, key: string) => Conflict;
}

/** A deployment's partners, the first of them listed. */
export interface Crowd {
  readonly partners: readonly Deployment[];
  readonly count: number;
  readonly atLeast: boolean;
}

function spaceOf({ partners }: DeploymentPairs): PairSpace<Deployment> {
  return { idOf: ({ id }) => id, partners };
}

function keyOf({ kind, space }: DeploymentPairs, ids: readonly string[]): string {
  return conflictKey(kind, space === '' ? ids : [space, ...ids]);
}

/** A release's deployments, where it is still to come. */
export function aheadOf(view: PlanView, releaseId: string): readonly Deployment[] {
  const release = view.tables.release.get(releaseId);
  return release && isAhead(release) ? view.deploymentsOf(releaseId) : [];
}

/** The pairs and crowds that are reported under a release. */
export function findPairs(view: PlanView, releaseId: string, pairs: DeploymentPairs): readonly Conflict[] {
  return aheadOf(view, releaseId).flatMap((deployment) => {
    const reported = reportedUnder(deployment, spaceOf(pairs));
    if (reported.as === 'crowd') return [pairs.describeCrowd(deployment, reported, keyOf(pairs, [deployment.id, '*']))];
    return reported.partners.map((other) =>
      pairs.describe(deployment, other, keyOf(pairs, inOrder(deployment.id, other.id))),
    );
  });
}

/** The releases under which something else may be reported when one changes. */
export function disturbedReleases(
  view: PlanView,
  releaseId: string,
  moved: number,
  pairs: DeploymentPairs,
): readonly string[] {
  const near = aheadOf(view, releaseId).flatMap((each) => disturbedBy(each, moved, spaceOf(pairs)));
  return [releaseId, ...near.map((each) => each.releaseId)];
}

/** Every pair that a release has part in. */
export function pairsWith(view: PlanView, releaseId: string, pairs: DeploymentPairs): readonly Clash[] {
  return aheadOf(view, releaseId).flatMap((deployment) =>
    pairs.partners(deployment, Number.POSITIVE_INFINITY).map((other) => ({
      key: keyOf(pairs, inOrder(deployment.id, other.id)),
      crowds: [keyOf(pairs, [deployment.id, '*']), keyOf(pairs, [other.id, '*'])],
    })),
  );
}

/** `12`, or `more than 1,000` where counting stopped. */
export function manyText({ count, atLeast }: Pick<Crowd, 'count' | 'atLeast'>): string {
  return `${atLeast && count >= COUNT_LIMIT ? 'more than ' : ''}${count.toLocaleString('en-US')}`;
}
