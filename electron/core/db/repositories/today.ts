import type { Departure, Today } from '../../../../shared/contract/today.ts';
import { endingOf } from '../../../../shared/domain/work-items/ending.ts';
import type { Instant } from '../../../../shared/model/time.ts';
import type { ReadDb } from '../database.ts';
import { allOf, inList, type Sql, sql } from '../sql.ts';
import { type MaybeTicketState, TICKET_STATE } from './ended.ts';

/** More than this is not shown on one page; what changed is shown shorter. */
const MOST = 200;
const MOST_CHANGES = 50;

/** Half-open: from `from` to before `to`. */
export interface TimeRange {
  readonly from: number;
  readonly to: number;
}

/** What is shown of a list, and how much more there is. */
export interface Shortened<T> {
  readonly rows: T[];
  readonly leftOut: number;
}

interface Listing {
  readonly columns: Sql;
  /** The tables and the condition, the same for the rows and for their number. */
  readonly found: Sql;
  readonly order: Sql;
  readonly most: number;
}

/** Reads the first rows; counts all only where there may be more. */
function shortened<Row>(db: ReadDb, { columns, found, order, most }: Listing): Shortened<Row> {
  const rows = db.all<Row>(sql`SELECT ${columns} ${found} ORDER BY ${order} LIMIT ${most}`);
  if (rows.length < most) return { rows, leftOut: 0 };
  const all = db.get<{ n: number }>(sql`SELECT count(*) AS n ${found}`)?.n ?? rows.length;
  return { rows, leftOut: all - rows.length };
}

type ScopeCount = Pick<Departure, 'boarded' | 'done' | 'undone' | 'withoutTicket'>;
type DepartureRow = Omit<Departure, keyof ScopeCount>;

const NOTHING_ABOARD: ScopeCount = { boarded: 0, done: 0, undone: 0, withoutTicket: 0 };

const DEPARTURE: Sql = sql`
  r.id AS releaseId, r.train_id AS trainId, t.name AS trainName, r.name, r.day, r.departs_at AS departsAt, r.zone`;

function openReleases({ from, to }: TimeRange, others: readonly Sql[] = []): Sql {
  const isOpen = sql`r.state IN ('planned', 'under-way') AND NOT t.archived`;
  return sql`
    FROM release r CROSS JOIN train t ON t.id = r.train_id
    WHERE r.departs_at >= ${from} AND r.departs_at < ${to} AND ${allOf([isOpen, ...others])}`;
}

function scopeCounts(db: ReadDb, releaseIds: readonly string[]): ReadonlyMap<string, ScopeCount> {
  type Row = { readonly id: string; readonly items: number } & MaybeTicketState;
  const rows = db.all<Row>(sql`
    SELECT s.release_id AS id, ${TICKET_STATE}, count(*) AS items
    FROM scope_item s LEFT JOIN fact_work_item w ON w.id = s.work_item_id
    WHERE s.release_id IN ${inList(releaseIds)} AND s.state IN ('boarded', 'late')
    GROUP BY s.release_id, w.category, w.original_status, w.resolution`);
  const counts = new Map<string, ScopeCount>();
  for (const { id, items, ...ticket } of rows) {
    const { boarded, done, undone, withoutTicket } = counts.get(id) ?? NOTHING_ABOARD;
    const ending = ticket.category === null ? null : endingOf(ticket);
    counts.set(id, {
      boarded: boarded + items,
      done: done + (ending === 'done' ? items : 0),
      undone: undone + (ending === 'undone' ? items : 0),
      withoutTicket: withoutTicket + (ending === null ? items : 0),
    });
  }
  return counts;
}

function withCounts(db: ReadDb, rows: readonly DepartureRow[]): Departure[] {
  const counts = scopeCounts(
    db,
    rows.map(({ releaseId }) => releaseId),
  );
  return rows.map((row) => ({ ...row, ...(counts.get(row.releaseId) ?? NOTHING_ABOARD) }));
}

/** The open releases that depart in a range, earliest or latest first, with how much of their scope is done. */
export function departuresIn(db: ReadDb, range: TimeRange, first: 'earliest' | 'latest'): Shortened<Departure> {
  const order = first === 'earliest' ? sql`r.departs_at, r.id` : sql`r.departs_at DESC, r.id DESC`;
  const listing = { columns: DEPARTURE, found: openReleases(range), order, most: MOST };
  const { rows, leftOut } = shortened<DepartureRow>(db, listing);
  return { rows: withCounts(db, rows), leftOut };
}

/** The first open release that departs at a moment or after it; null where none does. */
export function departureFrom(db: ReadDb, from: number): Departure | null {
  const found = openReleases({ from, to: Number.MAX_SAFE_INTEGER });
  const rows = db.all<DepartureRow>(sql`SELECT ${DEPARTURE} ${found} ORDER BY r.departs_at, r.id LIMIT 1`);
  return withCounts(db, rows)[0] ?? null;
}

/** How many trains are not put aside. */
export function trainCount(db: ReadDb): number {
  return db.get<{ n: number }>(sql`SELECT count(*) AS n FROM train t WHERE NOT t.archived`)?.n ?? 0;
}

/** All open releases that depart in a range and whose scope cut-off has begun, earliest first. */
export function departuresPastCutOff(db: ReadDb, range: TimeRange, now: Instant): Departure[] {
  const hasBegun = sql`
    EXISTS (SELECT 1 FROM milestone m WHERE m.release_id = r.id AND m.kind = 'scope-cut-off' AND m.start_at < ${now})`;
  const found = openReleases(range, [hasBegun]);
  return withCounts(db, db.all<DepartureRow>(sql`SELECT ${DEPARTURE} ${found} ORDER BY r.departs_at, r.id`));
}

/** The milestones of open releases that begin in a range, earliest first. */
export function milestonesIn(db: ReadDb, { from, to }: TimeRange): Shortened<Today['milestones'][number]> {
  return shortened(db, {
    columns: sql`
      m.id, m.release_id AS releaseId, r.name AS releaseName, t.name AS trainName, m.kind, m.name,
      m.start_at AS startAt, m.end_at AS endAt`,
    found: sql`
      FROM milestone m CROSS JOIN release r ON r.id = m.release_id CROSS JOIN train t ON t.id = r.train_id
      WHERE m.start_at >= ${from} AND m.start_at < ${to} AND r.state IN ('planned', 'under-way') AND NOT t.archived`,
    order: sql`m.start_at, m.id`,
    most: MOST,
  });
}

/** The latest decisions after a moment, newest first. */
export function decisionsSince(db: ReadDb, since: Instant): Shortened<Today['decisions'][number]> {
  return shortened(db, {
    columns: sql`seq, at, actor, command, summary`,
    found: sql`FROM journal INDEXED BY journal_by_time WHERE at > ${since}`,
    order: sql`at DESC, seq DESC`,
    most: MOST_CHANGES,
  });
}

type MovedTicket = Today['ticketsMoved'][number];

/** The latest status changes after a moment of tickets aboard some releases, newest first. */
export function ticketsMovedSince(db: ReadDb, releaseIds: readonly string[], since: Instant): Shortened<MovedTicket> {
  const { rows, leftOut } = shortened<Omit<MovedTicket, 'simulated'> & { simulated: number }>(db, {
    columns: sql`
      s.release_id AS releaseId, r.name AS releaseName, f.key, f.title, x.from_status AS fromStatus,
      x.to_status AS toStatus, x.at, c.kind = 'simulated' AS simulated`,
    found: sql`
      FROM scope_item s CROSS JOIN release r ON r.id = s.release_id
        CROSS JOIN fact_transition x ON x.work_item_id = s.work_item_id
        CROSS JOIN fact_work_item f ON f.id = s.work_item_id CROSS JOIN connection c ON c.id = f.connection_id
      WHERE s.release_id IN ${inList(releaseIds)} AND s.state IN ('boarded', 'late') AND x.at > ${since}`,
    order: sql`x.at DESC`,
    most: MOST_CHANGES,
  });
  return { rows: rows.map((row) => ({ ...row, simulated: row.simulated === 1 })), leftOut };
}
