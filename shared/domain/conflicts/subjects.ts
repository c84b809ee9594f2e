import type { Booking } from '../../model/environment.ts';
import type { Edit } from './plan.ts';
import type { PlanView } from './view.ts';

/** The releases of a plan that are still to come. */
export function* releasesAhead(view: PlanView): Iterable<string> {
  for (const { id, state } of view.tables.release.values()) if (state === 'planned' || state === 'under-way') yield id;
}

/** The releases whose own dates, milestones or people an edit changes. */
export function releasesOf(view: PlanView, edit: Edit): readonly string[] {
  const { tables } = view;
  switch (edit.kind) {
    case 'release':
    case 'unboarded':
      return [edit.id];
    case 'milestone':
      return owners([tables.milestone.get(edit.id), edit.to]);
    case 'assignment':
      return owners([tables.assignment.get(edit.id), edit.to]);
    case 'booking':
      return owners([tables.booking.get(edit.id), edit.to]);
    default:
      return [];
  }
}

/** The releases whose dates or milestones an edit changes. */
export function datedReleasesOf(view: PlanView, edit: Edit): readonly string[] {
  return edit.kind === 'release' || edit.kind === 'milestone' ? releasesOf(view, edit) : [];
}

function owners(items: readonly ({ readonly releaseId: string | null } | null | undefined)[]): readonly string[] {
  return items.flatMap((item) => (item?.releaseId ? [item.releaseId] : []));
}

/** A booking with all that came along with it, directly or through others, itself first; rings are walked once. */
export function familyOf(view: PlanView, bookingId: string): readonly string[] {
  const family = new Set([bookingId]);
  // A set hands out what is added to it while it is walked.
  for (const id of family) for (const each of view.causedBy(id)) family.add(each.id);
  return [...family];
}

/** The bookings that an edit moves, adds, removes, or makes hold nothing: with a cancelled release, all of its own. */
export function bookingsOf(view: PlanView, edit: Edit): readonly string[] {
  if (edit.kind === 'booking') return familyOf(view, edit.id);
  if (edit.kind === 'release') return view.bookingsOf(edit.id).flatMap(({ id }) => familyOf(view, id));
  return [];
}

/**
 * Whom a booking is for: its release, else the booking that all of its family goes back to (of a ring, the least id).
 * Bookings for the same never clash with each other.
 */
export function ownerOf(view: PlanView, booking: Booking): string {
  const walked: string[] = [];
  for (let at: Booking = booking; ; ) {
    if (at.releaseId !== null) return at.releaseId;
    const ring = walked.indexOf(at.id);
    if (ring >= 0) return walked.slice(ring).sort()[0] ?? at.id;
    if (at.causedBy === null) return at.id;
    walked.push(at.id);
    const cause = view.tables.booking.get(at.causedBy);
    if (cause === undefined) return at.causedBy;
    at = cause;
  }
}

/** A booking that is known and holds something. */
export function heldBooking(view: PlanView, id: string): Booking | undefined {
  const booking = view.tables.booking.get(id);
  if (booking === undefined || booking.startAt >= booking.endAt) return undefined;
  const release = booking.releaseId === null ? undefined : view.tables.release.get(booking.releaseId);
  return release?.state === 'cancelled' ? undefined : booking;
}
