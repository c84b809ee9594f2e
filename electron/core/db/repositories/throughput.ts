import { endingOf, type TicketState } from '../../../../shared/domain/work-items/ending.ts';
import type { FinishedRow } from '../../../../shared/model/forecast.ts';
import type { ConnectionId, TrainId } from '../../../../shared/model/ids.ts';
import type { Instant } from '../../../../shared/model/time.ts';
import type { LinkedProject } from '../../../../shared/model/train.ts';
import type { ReadDb } from '../database.ts';
import { inList, sql } from '../sql.ts';
import { ended, isUndone, type MaybeTicketState, TICKET_STATE } from './ended.ts';

interface EndedItem {
  readonly doneAt: Instant;
  readonly type: string;
  readonly undone: boolean;
}

/** When work items of a project were closed, from some moment on; what is closed was updated then or later. */
export function doneSince(db: ReadDb, { connectionId, key }: LinkedProject, since: Instant): EndedItem[] {
  return ended(
    db.all<Omit<EndedItem, 'undone'> & TicketState>(sql`
      SELECT w.done_at AS doneAt, w.type, ${TICKET_STATE} FROM fact_work_item w
      WHERE w.project_key = ${key} AND w.updated_at >= ${since} AND w.connection_id = ${connectionId}
        AND w.done_at >= ${since}`),
  );
}

/** A boarded item of a release: when it boarded, and the project of its ticket where it has one. */
export interface BoardedOfRelease {
  readonly releaseId: string;
  readonly trainId: TrainId;
  readonly departsAt: Instant;
  readonly boardedAt: Instant;
  readonly connectionId: ConnectionId | null;
  readonly projectKey: string | null;
  readonly undone: boolean;
}

/** The items of each release that departs, or was to depart, between two moments, of some trains, as they boarded. */
export function boardedOfReleases(
  db: ReadDb,
  trainIds: readonly string[],
  { from, to }: Readonly<Record<'from' | 'to', Instant>>,
): BoardedOfRelease[] {
  type Row = Omit<BoardedOfRelease, 'undone'> & MaybeTicketState;
  const rows = db.all<Row>(sql`
    SELECT r.id AS releaseId, r.train_id AS trainId, r.departs_at AS departsAt, s.boarded_at AS boardedAt,
           w.connection_id AS connectionId, w.project_key AS projectKey, ${TICKET_STATE}
    FROM release r JOIN scope_item s ON s.release_id = r.id LEFT JOIN fact_work_item w ON w.id = s.work_item_id
    WHERE r.train_id IN ${inList(trainIds)} AND r.departs_at >= ${from} AND r.departs_at < ${to} AND r.state <> 'cancelled'
    ORDER BY r.id, s.boarded_at`);
  return rows.map(({ category, originalStatus, resolution, ...row }) => ({
    ...row,
    undone: category !== null && endingOf({ category, originalStatus, resolution }) === 'undone',
  }));
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

/** The items aboard a release, and how many of them ended undone. */
export interface AboardOfRelease {
  readonly name: string;
  readonly aboard: number;
  readonly undone: number;
}

/** The coming releases of a train with the items aboard, by departure. */
export function scopeOfOpenReleases(db: ReadDb, trainId: string): AboardOfRelease[] {
  const rows = db.all<
    { readonly id: string; readonly name: string; readonly item: string | null } & MaybeTicketState
  >(sql`
    SELECT r.id, r.name, s.id AS item, ${TICKET_STATE} FROM release r
    LEFT JOIN scope_item s ON s.release_id = r.id AND s.state IN ('boarded', 'late')
    LEFT JOIN fact_work_item w ON w.id = s.work_item_id
    WHERE r.train_id = ${trainId} AND r.state IN ('planned', 'under-way')
    ORDER BY r.departs_at, r.id`);
  return [...Map.groupBy(rows, ({ id }) => id).values()].map((own) => ({
    name: own[0]?.name ?? '',
    aboard: own.filter(({ item }) => item !== null).length,
    undone: own.filter(isUndone).length,
  }));
}

/** The work items of a project that were closed between two moments, with when each first boarded a release. */
export function finishedBetween(
  db: ReadDb,
  { connectionId, key }: LinkedProject,
  { from, to }: Readonly<Record<'from' | 'to', Instant>>,
): (FinishedRow & { readonly undone: boolean })[] {
  return ended(
    db.all<FinishedRow & TicketState>(sql`
      SELECT w.id, w.key, w.title, w.type, ${TICKET_STATE}, w.created_at AS createdAt, w.done_at AS doneAt,
             (SELECT min(s.boarded_at) FROM scope_item s WHERE s.work_item_id = w.id) AS boardedAt
      FROM fact_work_item w
      WHERE w.project_key = ${key} AND w.updated_at >= ${from} AND w.connection_id = ${connectionId}
        AND w.done_at >= ${from} AND w.done_at < ${to}`),
  );
}

/** An item aboard a release; `doneAt` is when its ticket was closed, null for what is open and for what has no ticket. */
export interface AboardItem {
  readonly boardedAt: Instant;
  readonly doneAt: Instant | null;
  readonly hasTicket: boolean;
  readonly undone: boolean;
}

/** When each item aboard a release boarded and was closed. */
export function aboardWithDone(db: ReadDb, releaseId: string): AboardItem[] {
  type Row = Pick<AboardItem, 'boardedAt' | 'doneAt'> & MaybeTicketState;
  const rows = db.all<Row>(sql`
    SELECT s.boarded_at AS boardedAt, w.done_at AS doneAt, ${TICKET_STATE}
    FROM scope_item s LEFT JOIN fact_work_item w ON w.id = s.work_item_id
    WHERE s.release_id = ${releaseId} AND s.state IN ('boarded', 'late')`);
  return rows.map(({ boardedAt, doneAt, ...ticket }) => {
    if (ticket.category === null) return { boardedAt, doneAt: null, hasTicket: false, undone: false };
    const ending = endingOf(ticket);
    return { boardedAt, doneAt: ending === 'open' ? null : doneAt, hasTicket: true, undone: ending === 'undone' };
  });
}

/** When the work items were closed, from some moment on, that ever boarded a release of a train; each once. */
export function doneOfTrain(db: ReadDb, trainId: string, since: Instant): EndedItem[] {
  return ended(
    db.all<Omit<EndedItem, 'undone'> & TicketState>(sql`
      SELECT w.done_at AS doneAt, w.type, ${TICKET_STATE} FROM fact_work_item w
      WHERE w.done_at >= ${since} AND w.id IN (
        SELECT s.work_item_id FROM scope_item s JOIN release r ON r.id = s.release_id WHERE r.train_id = ${trainId})`),
  );
}
