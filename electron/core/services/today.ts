import type { Departure, Today } from '../../../shared/contract/today.ts';
import { scopeCutOff } from '../../../shared/domain/boarding/scope-state.ts';
import type { Instant } from '../../../shared/model/time.ts';
import type { CoreContext } from '../core-context.ts';
import type { ReadDb } from '../db/database.ts';
import { readDecisions } from '../db/decisions.ts';
import { inList, sql } from '../db/sql.ts';
import type { Os } from '../middleware.ts';
import { healthOfAll } from './connections.ts';

const DAY = 86_400_000;
const MOST = 200;

interface Horizon {
  readonly now: Instant;
  readonly since: Instant;
  readonly until: number;
}

interface ScopeCount {
  readonly boarded: number;
  readonly done: number;
}

type DepartureRow = Omit<Departure, 'boarded' | 'done'> & { readonly state: string };

const DEPARTURE = {
  text: `SELECT r.id AS releaseId, r.train_id AS trainId, t.name AS trainName, r.name, r.day, r.departs_at AS departsAt,
                r.zone, r.state
         FROM release r CROSS JOIN train t ON t.id = r.train_id`,
  values: [],
};

function countScope(db: ReadDb, releaseIds: readonly string[]): ReadonlyMap<string, ScopeCount> {
  const rows = db.all<ScopeCount & { id: string }>(sql`
    SELECT s.release_id AS id, count(*) AS boarded, coalesce(sum(f.category = 'done'), 0) AS done
    FROM scope_item s LEFT JOIN fact_work_item f ON f.id = s.work_item_id
    WHERE s.release_id IN ${inList(releaseIds)} AND s.state IN ('boarded', 'late') GROUP BY s.release_id`);
  return new Map(rows.map(({ id, boarded, done }) => [id, { boarded, done }] as const));
}

function withScope(db: ReadDb, rows: readonly DepartureRow[]): Departure[] {
  const counts = countScope(
    db,
    rows.map(({ releaseId }) => releaseId),
  );
  return rows.map(({ state: _, ...row }) => ({ ...row, ...(counts.get(row.releaseId) ?? { boarded: 0, done: 0 }) }));
}

function departures(db: ReadDb, { now, until }: Horizon): Departure[] {
  const rows = db.all<DepartureRow>(sql`
    ${DEPARTURE} WHERE r.departs_at >= ${now} AND r.departs_at < ${until} AND r.state IN ('planned', 'under-way')
      AND NOT t.archived ORDER BY r.departs_at, r.id LIMIT ${MOST}`);
  return withScope(db, rows);
}

/** Releases whose departure passed a month ago at most and that nobody said had departed. */
function overdue(db: ReadDb, { now }: Horizon): Departure[] {
  const rows = db.all<DepartureRow>(sql`
    ${DEPARTURE} WHERE r.departs_at >= ${now - 30 * DAY} AND r.departs_at < ${now} AND r.state IN ('planned', 'under-way')
      AND NOT t.archived ORDER BY r.departs_at DESC, r.id LIMIT ${MOST}`);
  return withScope(db, rows);
}

function milestones(db: ReadDb, { now, until }: Horizon): Today['milestones'] {
  return db.all<Today['milestones'][number]>(sql`
    SELECT m.id, m.release_id AS releaseId, r.name AS releaseName, t.name AS trainName, m.kind, m.name,
           m.start_at AS startAt, m.end_at AS endAt
    FROM milestone m CROSS JOIN release r ON r.id = m.release_id CROSS JOIN train t ON t.id = r.train_id
    WHERE m.start_at >= ${now} AND m.start_at < ${until} AND r.state IN ('planned', 'under-way') AND NOT t.archived
    ORDER BY m.start_at, m.id LIMIT ${MOST}`);
}

function lateScope(db: ReadDb, coming: readonly Departure[], now: Instant): Today['late'] {
  const ids = coming.map(({ releaseId }) => releaseId);
  const all = readDecisions(db, 'milestone', sql`WHERE release_id IN ${inList(ids)} AND kind = 'scope-cut-off'`);
  return coming.flatMap(({ releaseId, name, trainName, boarded, done }) => {
    const cutOff = scopeCutOff(all.filter((milestone) => milestone.releaseId === releaseId));
    const open = boarded - done;
    if (cutOff === null || cutOff >= now || open === 0) return [];
    const text =
      open === 1 ? '1 item is not done after the scope cut-off' : `${open} items are not done after the scope cut-off`;
    const reason = 'unfinished-after-cut-off' as const;
    return [{ reason, releaseId, releaseName: name, trainName, text, since: cutOff, count: open }];
  });
}

function late(db: ReadDb, coming: readonly Departure[], horizon: Horizon): Today['late'] {
  const passed = overdue(db, horizon).map(({ releaseId, name, trainName, departsAt, boarded }) => ({
    reason: 'departure-passed' as const,
    releaseId,
    releaseName: name,
    trainName,
    text: 'Its departure has passed and it is not marked as departed',
    since: departsAt,
    count: boarded,
  }));
  return [...passed, ...lateScope(db, coming, horizon.now)];
}

function decisions(db: ReadDb, { since }: Horizon): Today['decisions'] {
  return db.all<Today['decisions'][number]>(sql`
    SELECT seq, at, actor, command, summary FROM journal INDEXED BY journal_by_time
    WHERE at > ${since} ORDER BY at DESC, seq DESC LIMIT 50`);
}

function ticketsMoved(db: ReadDb, coming: readonly Departure[], { since }: Horizon): Today['ticketsMoved'] {
  const ids = coming.map(({ releaseId }) => releaseId);
  const rows = db.all<Omit<Today['ticketsMoved'][number], 'simulated'> & { simulated: number }>(sql`
    SELECT s.release_id AS releaseId, r.name AS releaseName, f.key, f.title, x.from_status AS fromStatus,
           x.to_status AS toStatus, x.at, c.kind = 'simulated' AS simulated
    FROM scope_item s CROSS JOIN release r ON r.id = s.release_id
      CROSS JOIN fact_transition x ON x.work_item_id = s.work_item_id
      CROSS JOIN fact_work_item f ON f.id = s.work_item_id CROSS JOIN connection c ON c.id = f.connection_id
    WHERE s.release_id IN ${inList(ids)} AND s.state IN ('boarded', 'late') AND x.at > ${since}
    ORDER BY x.at DESC LIMIT 50`);
  return rows.map((row) => ({ ...row, simulated: row.simulated === 1 }));
}

/** What a coordinator asks first. */
export function todayService(os: Os, core: CoreContext) {
  return {
    get: os.today.get.handler(async ({ input }) => {
      const now = core.env.now();
      const horizon: Horizon = { now, since: input.since, until: now + input.horizonDays * DAY };
      const coming = departures(core.db, horizon);
      return {
        now,
        since: input.since,
        departures: coming,
        milestones: milestones(core.db, horizon),
        late: late(core.db, coming, horizon),
        decisions: decisions(core.db, horizon),
        ticketsMoved: ticketsMoved(core.db, coming, horizon),
        sync: await healthOfAll(core),
      };
    }),
  };
}
