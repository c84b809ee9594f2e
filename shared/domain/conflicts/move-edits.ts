import type { MoveStep } from '../../model/conflict.ts';
import { Failure } from '../../model/failure.ts';
import type { Milestone, Release } from '../../model/release.ts';
import { placeMilestones } from '../calendar/place-milestones.ts';
import { endInstant, local, toInstant } from '../calendar/zoned-time.ts';
import { changedWithAlong } from '../environments/booked-along.ts';
import type { Edit, PlanChange } from './plan.ts';
import type { PlanView } from './view.ts';

type StepOf<K extends MoveStep['kind']> = Extract<MoveStep, { kind: K }>;

/** The milestones that follow their release's stages to another day; those moved by hand stay. */
function following(view: PlanView, release: Release): readonly Milestone[] {
  const train = view.tables.train.get(release.trainId);
  const own = view.milestonesOf(release.id).filter(({ pinned, stageKey }) => !pinned && stageKey !== null);
  if (train === undefined || own.length === 0) return [];
  const placement = { releaseDay: release.day, zone: release.zone, days: train.days };
  const placed = new Map(placeMilestones(train.train.stages, placement).map((each) => [each.stageKey, each]));
  return own.flatMap((milestone) => {
    const place = placed.get(milestone.stageKey ?? '');
    if (!place || (place.startAt === milestone.startAt && place.endAt === milestone.endAt)) return [];
    return [{ ...milestone, ...place, zone: release.zone }];
  });
}

function releaseEdits(view: PlanView, { releaseId, day, departureTime }: StepOf<'release'>): PlanChange | null {
  const release = view.tables.release.get(releaseId);
  if (release === undefined) return null;
  const departsAt = toInstant(local(day, departureTime), release.zone);
  const to = { ...release, day, departureTime, departsAt };
  try {
    const milestones = following(view, to).map((each): Edit => ({ kind: 'milestone', id: each.id, to: each }));
    return [{ kind: 'release', id: releaseId, to }, ...milestones];
  } catch (error) {
    // Its stages cannot be placed around that day: no way out leads there.
    if (error instanceof Failure) return null;
    throw error;
  }
}

function milestoneEdits(view: PlanView, { milestoneId, startLocal, endLocal }: StepOf<'milestone'>): PlanChange | null {
  const milestone = view.tables.milestone.get(milestoneId);
  if (milestone === undefined) return null;
  const { zone } = milestone;
  const startAt = toInstant(startLocal, zone);
  const endAt = endLocal === null ? null : endInstant(endLocal, startLocal, zone);
  const to = { ...milestone, startLocal, endLocal, startAt, endAt, pinned: true };
  return [{ kind: 'milestone', id: milestoneId, to }];
}

/** A booking with what it brought along; of that, what has a step of its own goes where that one says. */
function bookingEdits(view: PlanView, step: StepOf<'booking'>, moved: ReadonlySet<string>): PlanChange | null {
  const booking = view.tables.booking.get(step.bookingId);
  if (booking === undefined) return null;
  const { environmentId, startLocal, endLocal } = step;
  const startAt = toInstant(startLocal, booking.zone);
  const endAt = endInstant(endLocal, startLocal, booking.zone);
  const after = { ...booking, environmentId, startLocal, endLocal, startAt, endAt };
  const environments = view.tables.environment.values();
  const along = view.causedBy(booking.id).filter(({ id }) => !moved.has(id));
  return changedWithAlong({ before: booking, after }, { along, environments, now: view.tables.now });
}

function assignmentEdits(view: PlanView, step: StepOf<'hand-over' | 'unassign'>): PlanChange | null {
  const assignment = view.tables.assignment.get(step.assignmentId);
  if (assignment === undefined) return null;
  const to = step.kind === 'unassign' ? null : { ...assignment, personId: step.personId };
  return [{ kind: 'assignment', id: assignment.id, to }];
}

function stepEdits(view: PlanView, step: MoveStep, moved: ReadonlySet<string>): PlanChange | null {
  if (step.kind === 'release') return releaseEdits(view, step);
  if (step.kind === 'milestone') return milestoneEdits(view, step);
  return step.kind === 'booking' ? bookingEdits(view, step, moved) : assignmentEdits(view, step);
}

/** The bookings that have steps of their own. */
export function bookingsIn(steps: readonly MoveStep[]): ReadonlySet<string> {
  return new Set(steps.flatMap((step) => (step.kind === 'booking' ? [step.bookingId] : [])));
}

/**
 * What a move changes in a plan, the milestones that follow their release and the bookings that a booking brought along
 * included; null where it names something that is not there, or a day around which a train's stages cannot be placed.
 */
export function editsOf(view: PlanView, steps: readonly MoveStep[]): PlanChange | null {
  const all: Edit[] = [];
  const moved = bookingsIn(steps);
  for (const step of steps) {
    const edits = stepEdits(view, step, moved);
    if (edits === null) return null;
    all.push(...edits);
  }
  return all;
}
