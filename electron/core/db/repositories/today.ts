import type { Departure, Today } from '../../../../shared/contract/today.ts';
import type { Instant } from '../../../../shared/model/time.ts';
import type { ReadDb } from '../database.ts';
import { inList, type Sql, sql } from '../sql.ts';

/** More than this is not shown on one page. */
const MOST = 200;

/** Half-open: from `from` to before `to`. */
export interface TimeRange {
  readonly from: number;
  readonly to: number;
}

type DepartureRow = Omit<Departure, 'boarded' | 'done'>;
type ScopeCount = Pick<Departure, 'boarded' | 'done'>;

const DEPARTURE: Sql = sql`
  SELECT r.id AS releaseId, r.train_id AS trainId, t.name AS trainName, r.name, r.day, r.departs_at AS departsAt, r.zone
  FROM release r CROSS JOIN train t ON t.id = r.train_id`;

function scopeCounts(db: ReadDb, releaseIds: readonly string[]): ReadonlyMap<string, ScopeCount> {
  const rows = db.all<ScopeCount & { id: string }>(sql`
    SELECT s.release_id AS id, count(*) AS boarded, coalesce(sum(f.category = 'done'), 0) AS done
    FROM scope_item s LEFT JOIN fact_work_item f ON f.id = s.work_item_id
    WHERE s.release_id IN ${inList(releaseIds)} AND s.state IN ('boarded', 'late') GROUP BY s.release_id`);
  return new Map(rows.map(({ id, boarded, done }) => [id, { boarded, done }] as const));
}

/** The open releases that depart in a range, earliest first, with how much of their scope is done. */
export function departuresIn(db: ReadDb, { from, to }: TimeRange): Departure[] {
  const rows = db.all<DepartureRow>(sql`
    ${DEPARTURE} WHERE r.departs_at >= ${from} AND r.departs_at < ${to} AND r.state IN ('planned', 'under-way')
      AND NOT t.archived ORDER BY r.departs_at, r.id LIMIT ${MOST}`);
  const counts = scopeCounts(
    db,
    rows.map(({ releaseId }) => releaseId),
  );
  return rows.map((row) => ({ ...row, ...(counts.get(row.releaseId) ?? { boarded: 0, done: 0 }) }));
}

/** The milestones of open releases that begin in a range, earliest first. */
export function milestonesIn(db: ReadDb, { from, to }: TimeRange): Today['milestones'] {
  return db.all(sql`
    SELECT m.id, m.release_id AS releaseId, r.name AS releaseName, t.name AS trainName, m.kind, m.name,
           m.start_at AS startAt, m.end_at AS endAt
    FROM milestone m CROSS JOIN release r ON r.id = m.release_id CROSS JOIN train t ON t.id = r.train_id
    WHERE m.start_at >= ${from} AND m.start_at < ${to} AND r.state IN ('planned', 'under-way') AND NOT t.archived
    ORDER BY m.start_at, m.id LIMIT ${MOST}`);
}

/** The latest decisions after a moment, newest first, at most 50. */
export function decisionsSince(db: ReadDb, since: Instant): Today['decisions'] {
  return db.all(sql`
    SELECT seq, at, actor, command, summary FROM journal INDEXED BY journal_by_time
    WHERE at > ${since} ORDER BY at DESC, seq DESC LIMIT 50`);
}

/** The latest status changes after a moment of tickets aboard some releases, newest first, at most 50. */
export function ticketsMovedSince(db: ReadDb, releaseIds: readonly string[], since: Instant): Today['ticketsMoved'] {
  const rows = db.all<Omit<Today['ticketsMoved'][number], 'simulated'> & { simulated: number }>(sql`
    SELECT s.release_id AS releaseId, r.name AS releaseName, f.key, f.title, x.from_status AS fromStatus,
           x.to_status AS toStatus, x.at, c.kind = 'simulated' AS simulated
    FROM scope_item s CROSS JOIN release r ON r.id = s.release_id
      CROSS JOIN fact_transition x ON x.work_item_id = s.work_item_id
      CROSS JOIN fact_work_item f ON f.id = s.work_item_id CROSS JOIN connection c ON c.id = f.connection_id
    WHERE s.release_id IN ${inList(releaseIds)} AND s.state IN ('boarded', 'late') AND x.at > ${since}
    ORDER BY x.at DESC LIMIT 50`);
  return rows.map((row) => ({ ...row, simulated: row.simulated === 1 }));
}
