import type { Booking, Environment } from '../../../../shared/model/environment.ts';
import type { ReadDb } from '../database.ts';
import { readDecisions } from '../decisions.ts';
import { sql } from '../sql.ts';

/** Every environment by name, archived ones last. */
export function allEnvironments(db: ReadDb): Environment[] {
  return readDecisions(db, 'environment', sql`ORDER BY archived, name COLLATE NOCASE, id`);
}

/** The bookings of some time that touch it, earliest first; milliseconds, `reach` is how long a booking can last. */
export function bookingsTouching(
  db: ReadDb,
  { from, to, reach, limit }: Readonly<Record<'from' | 'to' | 'reach' | 'limit', number>>,
): Booking[] {
  return readDecisions(
    db,
    'booking',
    sql`WHERE start_at >= ${from - reach} AND start_at < ${to} AND end_at > ${from} ORDER BY start_at, id LIMIT ${limit}`,
  );
}

/** How many bookings touch some time; see `bookingsTouching`. */
export function countBookingsTouching(
  db: ReadDb,
  { from, to, reach }: Readonly<Record<'from' | 'to' | 'reach', number>>,
): number {
  const row = db.get<{ n: number }>(
    sql`SELECT count(*) AS n FROM booking WHERE start_at >= ${from - reach} AND start_at < ${to} AND end_at > ${from}`,
  );
  return row?.n ?? 0;
}

/** The bookings that another one brought along. */
export function bookingsCausedBy(db: ReadDb, id: string): Booking[] {
  return readDecisions(db, 'booking', sql`WHERE caused_by = ${id} ORDER BY id`);
}

export function bookingsOfRelease(db: ReadDb, releaseId: string): Booking[] {
  return readDecisions(db, 'booking', sql`WHERE release_id = ${releaseId} ORDER BY start_at, id`);
}

export function allBookings(db: ReadDb): Booking[] {
  return readDecisions(db, 'booking', sql`ORDER BY start_at, id`);
}
