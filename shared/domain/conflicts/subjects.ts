import type { Booking } from '../../model/environment.ts';
import { isAhead } from '../calendar/release-ahead.ts';
import { familyOf, isFreed } from './booking-families.ts';
import type { Edit } from './plan.ts';
import type { PlanView } from './view.ts';

/** The releases of a plan that are still to come. */
export function* releasesAhead(view: PlanView): Iterable<string> {
  for (const release of view.tables.release.values()) if (isAhead(release)) yield release.id;
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

/** The bookings that an edit moves, adds, removes, or makes hold nothing: with a cancelled release, all of its own. */
export function bookingsOf(view: PlanView, edit: Edit): readonly string[] {
  if (edit.kind === 'booking') return familyOf(view, edit.id);
  if (edit.kind === 'release') return view.bookingsOf(edit.id).flatMap(({ id }) => familyOf(view, id));
  return [];
}

/** A booking that is known and holds something. */
export function heldBooking(view: PlanView, id: string): Booking | undefined {
  const booking = view.tables.booking.get(id);
  return booking === undefined || booking.startAt >= booking.endAt || isFreed(view, booking) ? undefined : booking;
}
