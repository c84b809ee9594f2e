import type { ReleaseId, TrainId } from '../../../../shared/model/ids.ts';
import type { Release } from '../../../../shared/model/release.ts';
import type { Day, Instant } from '../../../../shared/model/time.ts';
import type { ReadDb } from '../database.ts';
import { readDecisions } from '../decisions.ts';
import { inList, sql } from '../sql.ts';

export function releasesOfTrain(db: ReadDb, trainId: TrainId): Release[] {
  return readDecisions(db, 'release', sql`WHERE train_id = ${trainId} ORDER BY day, id`);
}

/** The releases of a train that neither departed nor were cancelled, by day. */
export function openReleasesOfTrain(db: ReadDb, trainId: TrainId): Release[] {
  return readDecisions(
    db,
    'release',
    sql`WHERE train_id = ${trainId} AND state IN ('planned', 'under-way') ORDER BY day, id`,
  );
}

/** What departed and brought versions of services, by departure. */
export function departedWithVersions(db: ReadDb): Release[] {
  return readDecisions(db, 'release', sql`WHERE state = 'departed' AND versions <> '[]' ORDER BY departs_at, id`);
}

export function countReleases(db: ReadDb, trainId: TrainId): number {
  return db.get<{ n: number }>(sql`SELECT count(*) AS n FROM release WHERE train_id = ${trainId}`)?.n ?? 0;
}

/** The next open release of a train that departs at `now` or later; `yesterday` bounds the search by day in any zone. */
export function nextRelease(
  db: ReadDb,
  trainId: TrainId,
  { now, yesterday }: { readonly now: Instant; readonly yesterday: Day },
): { readonly id: ReleaseId; readonly name: string; readonly day: Day } | undefined {
  return db.get(sql`
    SELECT id, name, day FROM release
    WHERE train_id = ${trainId} AND day >= ${yesterday} AND departs_at >= ${now} AND state IN ('planned', 'under-way')
    ORDER BY day LIMIT 1`);
}

/** The cadence's occurrences for which a train has a release. */
export function occurrencesOf(db: ReadDb, trainId: TrainId): ReadonlySet<Day> {
  const rows = db.all<{ occurrence: Day }>(
    sql`SELECT occurrence FROM release WHERE train_id = ${trainId} AND occurrence IS NOT NULL`,
  );
  return new Set(rows.map((row) => row.occurrence));
}

/** Milliseconds; `reach` is how long a milestone can last, so that one begun before the range is found. */
export interface TouchedRange {
  readonly from: number;
  readonly to: number;
  readonly reach: number;
}

/** The releases of some trains that depart in a range of time or have a milestone in it, by departure. */
export function releaseIdsTouching(
  db: ReadDb,
  trainIds: readonly string[],
  { from, to, reach }: TouchedRange,
): string[] {
  return db
    .all<{ id: string }>(sql`
      SELECT r.id FROM release r
      WHERE r.id IN (
          SELECT id FROM release WHERE departs_at >= ${from} AND departs_at < ${to}
          UNION
          SELECT release_id FROM milestone
          WHERE start_at >= ${from - reach} AND start_at < ${to} AND coalesce(end_at, start_at) >= ${from})
        AND r.train_id IN ${inList(trainIds)}
      ORDER BY r.departs_at, r.id`)
    .map(({ id }) => id);
}

export function releasesById(db: ReadDb, ids: readonly string[]): Release[] {
  return readDecisions(db, 'release', sql`WHERE id IN ${inList(ids)} ORDER BY departs_at, id`);
}
