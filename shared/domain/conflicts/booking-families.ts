import type { Booking } from '../../model/environment.ts';
import type { Release } from '../../model/release.ts';

/** What came along with what, as a plan's view and the tables know it. */
export interface Families {
  readonly causedBy: (bookingId: string) => readonly Booking[];
  readonly tables: { readonly booking: { readonly get: (id: string) => Booking | undefined } };
}

/** A booking with all that came along with it, directly or through others, itself first; rings are walked once. */
export function familyOf(view: Pick<Families, 'causedBy'>, bookingId: string): readonly string[] {
  const family = new Set([bookingId]);
  // A set hands out what is added to it while it is walked.
  for (const id of family) for (const each of view.causedBy(id)) family.add(each.id);
  return [...family];
}

/** The booking that brought one along, directly or through others; of a ring, any of it. */
function rootOf(view: Families, booking: Booking): Booking {
  const seen = new Set<string>();
  let at = booking;
  while (at.causedBy !== null && !seen.has(at.id)) {
    seen.add(at.id);
    at = view.tables.booking.get(at.causedBy) ?? at;
    if (seen.has(at.id)) return at;
  }
  return at;
}

/** A booking with all that came along with it: they move together, the one they go back to first. */
export function wholeFamily(view: Families, booking: Booking): readonly Booking[] {
  return familyOf(view, rootOf(view, booking).id).flatMap((id) => view.tables.booking.get(id) ?? []);
}

/**
 * Whom a booking is for: its release, else the booking that all of its family goes back to (of a ring, the least id).
 * Bookings for the same never clash with each other.
 */
export function ownerOf(view: Pick<Families, 'tables'>, booking: Booking): string {
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

/** Whether a booking holds nothing any more: the release that it is for was cancelled. */
export function isFreed(
  view: {
    readonly tables: Families['tables'] & { readonly release: { readonly get: (id: string) => Release | undefined } };
  },
  booking: Booking,
): boolean {
  return view.tables.release.get(ownerOf(view, booking))?.state === 'cancelled';
}
