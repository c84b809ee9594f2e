import type { FinishedRow } from '../../../../shared/model/forecast.ts';
import type { Instant } from '../../../../shared/model/time.ts';
import type { LinkedProject } from '../../../../shared/model/train.ts';
import type { ReadDb } from '../database.ts';
import { inList, sql } from '../sql.ts';

/** When work items of a project were done, from some moment on; what is done was updated then or later. */
export function doneSince(
  db: ReadDb,
  { connectionId, key }: LinkedProject,
  since: Instant,
): { readonly doneAt: Instant; readonly type: string }[] {
  return db.all(sql`
    SELECT done_at AS doneAt, type FROM fact_work_item
    WHERE project_key = ${key} AND updated_at >= ${since} AND connection_id = ${connectionId} AND done_at >= ${since}`);
}

/** When the items of each release boarded that departs, or was to depart, between two moments, of some trains. */
export function boardedOfReleases(
  db: ReadDb,
  trainIds: readonly string[],
  { from, to }: Readonly<Record<'from' | 'to', Instant>>,
): { readonly releaseId: string; readonly departsAt: Instant; readonly state: string; readonly boardedAt: Instant }[] {
  return db.all(sql`
    SELECT r.id AS releaseId, r.departs_at AS departsAt, r.state, s.boarded_at AS boardedAt
    FROM release r JOIN scope_item s ON s.release_id = r.id
    WHERE r.train_id IN ${inList(trainIds)} AND r.departs_at >= ${from} AND r.departs_at < ${to} AND r.state <> 'cancelled'
    ORDER BY r.id, s.boarded_at`);
}

/** How many releases of some trains departed between two moments. */
export function countDeparted(
  db: ReadDb,
  trainIds: readonly string[],
  { from, to }: Readonly<Record<'from' | 'to', Instant>>,
): number {
  const row = db.get<{ n: number }>(sql`
    SELECT count(*) AS n FROM release
    WHERE train_id IN ${inList(trainIds)} AND state = 'departed' AND departs_at >= ${from} AND departs_at < ${to}`);
  return row?.n ?? 0;
}

/** The coming releases of a train with how many items are aboard, by departure. */
export function scopeOfOpenReleases(db: ReadDb, trainId: string): { readonly name: string; readonly items: number }[] {
  return db.all(sql`
    SELECT r.name, count(s.id) AS items FROM release r
    LEFT JOIN scope_item s ON s.release_id = r.id AND s.state IN ('boarded', 'late')
    WHERE r.train_id = ${trainId} AND r.state IN ('planned', 'under-way')
    GROUP BY r.id ORDER BY r.departs_at, r.id`);
}

/** The work items of a project that were done between two moments, with when each first boarded a release. */
export function finishedBetween(
  db: ReadDb,
  { connectionId, key }: LinkedProject,
  { from, to }: Readonly<Record<'from' | 'to', Instant>>,
): FinishedRow[] {
  return db.all(sql`
    SELECT w.id, w.key, w.title, w.type, w.created_at AS createdAt, w.done_at AS doneAt,
           (SELECT min(s.boarded_at) FROM scope_item s WHERE s.work_item_id = w.id) AS boardedAt
    FROM fact_work_item w
    WHERE w.project_key = ${key} AND w.updated_at >= ${from} AND w.connection_id = ${connectionId}
      AND w.done_at >= ${from} AND w.done_at < ${to}`);
}

/** When each item aboard a release boarded and was done; `doneAt` is null for what is open, and for what has no ticket. */
export function aboardWithDone(
  db: ReadDb,
  releaseId: string,
): { readonly boardedAt: Instant; readonly doneAt: Instant | null; readonly hasTicket: 0 | 1 }[] {
  return db.all(sql`
    SELECT s.boarded_at AS boardedAt, w.done_at AS doneAt, w.id IS NOT NULL AS hasTicket
    FROM scope_item s LEFT JOIN fact_work_item w ON w.id = s.work_item_id
    WHERE s.release_id = ${releaseId} AND s.state IN ('boarded', 'late')`);
}

/** When the work items were done, from some moment on, that ever boarded a release of a train; each once. */
export function doneOfTrain(
  db: ReadDb,
  trainId: string,
  since: Instant,
): { readonly doneAt: Instant; readonly type: string }[] {
  return db.all(sql`
    SELECT w.done_at AS doneAt, w.type FROM fact_work_item w
    WHERE w.done_at >= ${since} AND w.id IN (
      SELECT s.work_item_id FROM scope_item s JOIN release r ON r.id = s.release_id WHERE r.train_id = ${trainId})`);
}
