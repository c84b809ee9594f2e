import type { MoveStep } from '../../model/conflict.ts';
import type { Milestone, Release } from '../../model/release.ts';
import type { Span } from '../../model/span.ts';
import { instant, type Zone } from '../../model/time.ts';
import { daysBetween, eachDay } from '../calendar/days.ts';
import { isAhead } from '../calendar/release-ahead.ts';
import { clockOfLocal, dayOf, dayOfLocal, local, startOfDay } from '../calendar/zoned-time.ts';
import { shiftBookings } from './booking-moves.ts';
import { bufferOf } from './buffer-eaten.ts';
import { type Candidate, minutesAround, type Reach, shiftsOf, slotShifts, wayOf } from './candidate.ts';
import { bookingsAlong } from './release-bookings.ts';
import { daysOf, type Shift, shifted } from './shift.ts';
import type { SpanIndex } from './span-index.ts';
import type { PlanView } from './view.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;

/**
 * When anything begins or ends that may keep a release from being deployed, or let it be: windows, freezes, overrides, maintenances, other
 * deployments, its own milestones, bookings and buffer, the days of its people; and now.
 */
function momentsFor(view: PlanView, release: Release, span: Span, { days }: Reach): ReadonlySet<number> {
  const range = { start: span.start - days * DAY, end: span.end + days * DAY } as Span;
  const moments = new Set<number>(minutesAround(view.tables.now));
  const note = <T>(list: SpanIndex<T>) =>
    list.visit(range, (_, each) => {
      moments.add(each.span.start).add(each.span.end);
      return false;
    });
  note(view.schedules.freeze.all);
  note(view.schedules.maintenance.all);
  note(view.schedules.window.all);
  note(view.deployments);
  for (const each of view.milestonesOf(release.id)) moments.add(each.startAt).add(each.endAt ?? each.startAt);
  for (const each of view.tables.override.values()) moments.add(each.startAt).add(each.endAt);
  for (const each of view.bookingsOf(release.id)) moments.add(each.startAt).add(each.endAt);
  const train = view.tables.train.get(release.trainId);
  const buffer = train ? bufferOf(release, train) : null;
  if (buffer) moments.add(buffer.start);
  for (const zone of zonesOf(view, release)) for (const midnight of midnightsIn(range, zone)) moments.add(midnight);
  return moments;
}

/** The zones in which the days off of a release's people begin and end, and its own. */
function zonesOf(view: PlanView, release: Release): ReadonlySet<Zone> {
  const { person, team, train, service } = view.tables;
  const own = train.get(release.trainId);
  const people = [own?.ownerId, ...view.assignmentsOf(release.id).map(({ personId }) => personId)];
  const teams = [...(own?.train.teams ?? []), ...(own?.train.services ?? []).map((id) => service.get(id)?.teamId)];
  const zones = [
    ...people.map((id) => person.get(id ?? '')?.zone),
    ...teams.map((id) => team.get(id ?? '')?.team.zone),
  ];
  return new Set([release.zone, ...zones.filter((zone) => zone !== undefined)]);
}

function midnightsIn({ start, end }: Span, zone: Zone): readonly number[] {
  return [...eachDay(dayOf(start, zone), dayOf(end, zone))].map((day) => startOfDay(day, zone));
}

function releaseSteps(view: PlanView, release: Release, shift: Shift): readonly MoveStep[] | null {
  const departure = { startLocal: local(release.day, release.departureTime), endLocal: null, zone: release.zone };
  const place = shifted(departure, shift);
  if (place === null || place.startAt < view.tables.now) return null;
  const day = dayOfLocal(place.startLocal);
  const departureTime = clockOfLocal(place.startLocal);
  const base = { departsAt: release.departsAt };
  const step: MoveStep = { kind: 'release', releaseId: release.id, day, departureTime, base };
  const days = daysBetween(release.day, day);
  const bookings = days === 0 ? [] : shiftBookings(view, bookingsAlong(view, release.id), { days });
  return bookings === null ? null : [step, ...bookings];
}

/**
 * When a release that is still to come could depart instead: on other days, its bookings with it; and where no milestone says when it is
 * deployed, at the nearest time that would be legal and free.
 */
export function releaseMoves(view: PlanView, releaseId: string, reach: Reach): readonly Candidate[] {
  const release = view.tables.release.get(releaseId);
  if (release === undefined || !isAhead(release)) return [];
  const [deployment] = view.deploymentsOf(releaseId);
  const isDeparture = deployment !== undefined && deployment.milestoneId === null;
  const slots = isDeparture
    ? slotShifts(deployment.span, momentsFor(view, release, deployment.span, reach), reach)
    : [];
  return shiftsOf(reach, slots).map(([how, shift]) => ({
    family: `release ${release.id} by ${how} ${wayOf(daysOf(shift))}`,
    days: daysOf(shift),
    steps: () => releaseSteps(view, release, shift),
  }));
}

/** The span that a milestone is judged by: that of its deployment, where it is one; people are needed at a point for a minute. */
function spanOf(view: PlanView, { id, releaseId, startAt, endAt }: Milestone): Span {
  const deployment = view.deploymentsOf(releaseId).find((each) => each.milestoneId === id);
  return deployment?.span ?? { start: startAt, end: instant(Math.max(endAt ?? startAt, startAt + MINUTE)) };
}

/** Whether a milestone may go there: not from the future into the past. */
function isAllowed(view: PlanView, from: Milestone, startAt: number): boolean {
  return startAt >= view.tables.now || startAt >= from.startAt;
}

function milestoneSteps(view: PlanView, milestone: Milestone, shift: Shift): readonly MoveStep[] | null {
  const place = shifted(milestone, shift);
  if (place === null || !isAllowed(view, milestone, place.startAt)) return null;
  const { startLocal, endLocal } = place;
  const base = { startAt: milestone.startAt, endAt: milestone.endAt };
  return [{ kind: 'milestone', milestoneId: milestone.id, startLocal, endLocal, base }];
}

/** Where a milestone could go by itself: other days at the same time of day, and the nearest time that would do. */
export function milestoneMoves(view: PlanView, milestoneId: string, reach: Reach): readonly Candidate[] {
  const milestone = view.tables.milestone.get(milestoneId);
  const release = view.tables.release.get(milestone?.releaseId ?? '');
  if (milestone === undefined || release === undefined) return [];
  const span = spanOf(view, milestone);
  return shiftsOf(reach, slotShifts(span, momentsFor(view, release, span, reach), reach)).map(([how, shift]) => ({
    family: `milestone ${milestoneId} by ${how} ${wayOf(daysOf(shift))}`,
    days: daysOf(shift),
    steps: () => milestoneSteps(view, milestone, shift),
  }));
}
