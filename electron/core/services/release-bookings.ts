import { daysBetween } from '../../../shared/domain/calendar/days.ts';
import { DEFAULT_ASSUMPTIONS, deploymentsOf } from '../../../shared/domain/conflicts/deployments.ts';
import { type Along, movedBookings } from '../../../shared/domain/conflicts/release-bookings.ts';
import type { BookingId, ReleaseId } from '../../../shared/model/ids.ts';
import type { Release } from '../../../shared/model/release.ts';
import type { Day, Instant } from '../../../shared/model/time.ts';
import type { ReadDb } from '../db/database.ts';
import { readDecision } from '../db/decisions.ts';
import { bookingsCausedBy, bookingsOfRelease } from '../db/repositories/environments.ts';
import { milestonesOf } from '../db/repositories/milestones.ts';

/** The bookings that a release takes along to another day, by the tables as they are before it moves. */
export function bookingsMovedWith(
  release: Release,
  { day, withBookings }: { readonly day: Day; readonly withBookings?: boolean | undefined },
  { db, now }: { readonly db: ReadDb; readonly now: Instant },
): Along {
  const booked = {
    // The ids that are asked for come from the tables.
    bookingsOf: (id: string) => bookingsOfRelease(db, id as ReleaseId),
    causedBy: (id: string) => bookingsCausedBy(db, id as BookingId),
    deploymentsOf: () => deploymentsOf(release, milestonesOf(db, release.id), DEFAULT_ASSUMPTIONS),
    tables: {
      now,
      booking: { get: (id: string) => readDecision(db, 'booking', id) },
      environment: { get: (id: string) => readDecision(db, 'environment', id) },
    },
  };
  return movedBookings(booked, { releaseId: release.id, days: daysBetween(release.day, day), withBookings });
}
