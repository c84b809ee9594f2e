import type { Booking, Environment } from '../../../../shared/model/environment.ts';
import { type Instant, instant } from '../../../../shared/model/time.ts';
import type { ReadDb } from '../database.ts';
import { readDecisions } from '../decisions.ts';
import { sql } from '../sql.ts';

/** Every environment by name, archived ones last. */
export function allEnvironments(db: ReadDb): Environment[] {
  return readDecisions(db, 'environment', sql`ORDER BY archived, name COLLATE NOCASE, id`);
}

/**
 * The bookings that hold what they name: a cancelled release holds nothing any more, nor does what came along with its bookings
 * for no other release; as `isFreed` says it of a plan.
 */
const HELD = sql`id NOT IN (
  WITH RECURSIVE freed (id) AS (
    SELECT id FROM booking WHERE release_id IN (SELECT id FROM release WHERE state = 'cancelled')
    UNION
    SELECT along.id FROM freed JOIN booking along ON along.caused_by = freed.id WHERE along.release_id IS NULL
  )
  SELECT id FROM freed
)`;

function touching({ from, to, reach }: Readonly<Record<'from' | 'to' | 'reach', number>>) {
  return sql`WHERE start_at >= ${from - reach} AND start_at < ${to} AND end_at > ${from} AND ${HELD}`;
}

/** The bookings that hold something in some time, earliest first; milliseconds, `reach` is how long a booking can last. */
export function bookingsTouching(
  db: ReadDb,
  { limit, ...range }: Readonly<Record<'from' | 'to' | 'reach' | 'limit', number>>,
): Booking[] {
  return readDecisions(db, 'booking', sql`${touching(range)} ORDER BY start_at, id LIMIT ${limit}`);
}

/** How many bookings touch some time; see `bookingsTouching`. */
export function countBookingsTouching(db: ReadDb, range: Readonly<Record<'from' | 'to' | 'reach', number>>): number {
  const row = db.get<{ n: number }>(sql`SELECT count(*) AS n FROM booking ${touching(range)}`);
  return row?.n ?? 0;
}

/** When the first booking that starts at a moment or later does; null where none does. */
export function nextBookingStart(db: ReadDb, from: number): Instant | null {
  const row = db.get<{ at: number | null }>(
    sql`SELECT min(start_at) AS at FROM booking WHERE start_at >= ${from} AND ${HELD}`,
  );
  return row?.at == null ? null : instant(row.at);
}

/** The bookings that another one brought along. */
export function bookingsCausedBy(db: ReadDb, id: string): Booking[] {
  return readDecisions(db, 'booking', sql`WHERE caused_by = ${id} ORDER BY id`);
}

export function bookingsOfRelease(db: ReadDb, releaseId: string): Booking[] {
  return readDecisions(db, 'booking', sql`WHERE release_id = ${releaseId} ORDER BY start_at, id`);
}

/** Every booking that holds something, earliest first. */
export function heldBookings(db: ReadDb): Booking[] {
  return readDecisions(db, 'booking', sql`WHERE ${HELD} ORDER BY start_at, id`);
}

/** Every booking, also those of cancelled releases. */
export function allBookings(db: ReadDb): Booking[] {
  return readDecisions(db, 'booking', sql`ORDER BY start_at, id`);
}
