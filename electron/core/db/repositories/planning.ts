import type { Assignment } from '../../../../shared/model/assignment.ts';
import type { Release } from '../../../../shared/model/release.ts';
import type { Span } from '../../../../shared/model/span.ts';
import type { Waiver } from '../../../../shared/model/waiver.ts';
import type { ReadDb } from '../database.ts';
import { readDecisions } from '../decisions.ts';
import { sql } from '../sql.ts';

/** Every release that neither departed nor was cancelled, by departure. */
export function openReleases(db: ReadDb): Release[] {
  return readDecisions(
    db,
    'release',
    sql`WHERE state IN ('planned', 'under-way')
          AND train_id IN (SELECT id FROM train WHERE NOT archived) ORDER BY departs_at, id`,
  );
}

/**
 * What departed or was cancelled and is still asked about, by departure: whatever has bookings, and what departs, or is
 * deployed, in any of the spans (both ends included).
 */
export function settledReleases(db: ReadDb, spans: readonly Span[]): Release[] {
  const times = JSON.stringify(spans.map(({ start, end }) => [start, end]));
  return readDecisions(
    db,
    'release',
    sql`WHERE state IN ('departed', 'cancelled') AND id IN (
            SELECT release_id FROM booking WHERE release_id IS NOT NULL
            UNION
            SELECT r.id FROM json_each(${times}) t CROSS JOIN release r
            WHERE r.departs_at BETWEEN t.value ->> 0 AND t.value ->> 1
            UNION
            SELECT m.release_id FROM json_each(${times}) t CROSS JOIN milestone m
            WHERE m.start_at BETWEEN t.value ->> 0 AND t.value ->> 1 AND m.kind = 'deployment')
        ORDER BY departs_at, id`,
  );
}

export function allAssignments(db: ReadDb): Assignment[] {
  return readDecisions(db, 'assignment', sql`ORDER BY release_id, role, id`);
}

export function assignmentsOfRelease(db: ReadDb, releaseId: string): Assignment[] {
  return readDecisions(db, 'assignment', sql`WHERE release_id = ${releaseId} ORDER BY role, id`);
}

/** Every waiver, the one that lasts longest first. */
export function allWaivers(db: ReadDb): Waiver[] {
  return readDecisions(db, 'waiver', sql`ORDER BY until DESC, id`);
}
