import type { MoveStep } from '../../model/conflict.ts';
import type { Milestone, Release } from '../../model/release.ts';
import type { Day, Instant } from '../../model/time.ts';
import { addDays } from '../calendar/days.ts';
import { isWorkingDay } from '../calendar/working-days.ts';
import { isLegal } from '../freezes/judge.ts';
import type { Schedule } from '../freezes/schedule.ts';
import { deploymentActivity } from './activity.ts';
import { type Deployment, deploymentsOf } from './deployments.ts';
import { editsOf } from './move-edits.ts';
import type { PlanView } from './view.ts';

/** When a release is deployed if it departs on another day, its milestones with it; null where its stages cannot be placed around it. */
function deploymentsOn(view: PlanView, release: Release, day: Day): readonly Deployment[] | null {
  const { id: releaseId, departureTime, departsAt } = release;
  const step: MoveStep = { kind: 'release', releaseId, day, departureTime, base: { departsAt } };
  const change = editsOf(view, [step]);
  if (change === null) return null;
  const moved = new Map(
    change.flatMap((edit) => (edit.kind === 'milestone' && edit.to ? [[edit.id, edit.to] as const] : [])),
  );
  const to = change.flatMap((edit) => (edit.kind === 'release' && edit.to ? [edit.to] : []))[0] ?? release;
  const milestones = view.milestonesOf(releaseId).map((each): Milestone => moved.get(each.id) ?? each);
  return deploymentsOf(to, milestones, view.tables.fixed.assumptions);
}

/**
 * The first day, from its own on and within so many days, on which a release could depart with every one of its deployments
 * allowed and none before a moment, its milestones moved along; null where there is none. Its own day stays where all that has
 * not begun by that moment is allowed. A release that departs on a working day of its train goes to working days only.
 */
export function firstLegalDay(
  view: PlanView,
  schedule: Schedule,
  { release, after, days }: { readonly release: Release; readonly after: Instant; readonly days: number },
): Day | null {
  const work = view.tables.train.get(release.trainId)?.days;
  const onlyWorking = work !== undefined && isWorkingDay(release.day, work);
  const targets = new Map(
    view.deploymentsOf(release.id).map((each) => [each.id, deploymentActivity(view, each).targets]),
  );
  for (let shift = 0; shift <= days; shift += 1) {
    const day = addDays(release.day, shift);
    if (onlyWorking && !isWorkingDay(day, work)) continue;
    const deployments = deploymentsOn(view, release, day);
    // On its own day nothing moves: what has begun is asked no more, unless all of it has.
    const asked = deployments?.filter(({ span }) => shift > 0 || span.start >= after) ?? [];
    const fits = asked.every(({ id, span }) => span.start >= after && isLegal(schedule, targets.get(id) ?? [], span));
    if (asked.length > 0 && fits) return day;
  }
  return null;
}
