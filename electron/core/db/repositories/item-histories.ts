import type { ItemHistory } from '../../../../shared/domain/capacity/item-history.ts';
import type { TicketState } from '../../../../shared/domain/work-items/ending.ts';
import type { ConnectionId } from '../../../../shared/model/ids.ts';
import type { Instant } from '../../../../shared/model/time.ts';
import type { LinkedProject } from '../../../../shared/model/train.ts';
import type { ReadDb } from '../database.ts';
import { inList, sql } from '../sql.ts';
import { ended, isUndone, type MaybeTicketState, TICKET_STATE } from './ended.ts';

type DoneItem = Omit<ItemHistory, 'changes' | 'undone'> & { readonly id: string };

/** The work items of a project that were closed from some moment on, with what happened to them. */
export function itemHistories(db: ReadDb, { connectionId, key }: LinkedProject, since: Instant): ItemHistory[] {
  const items = ended(
    db.all<DoneItem & TicketState>(sql`
      SELECT w.id, w.type AS itemClass, ${TICKET_STATE}, w.created_at AS createdAt, w.done_at AS doneAt,
             (SELECT min(s.boarded_at) FROM scope_item s WHERE s.work_item_id = w.id) AS boardedAt
      FROM fact_work_item w
      WHERE w.project_key = ${key} AND w.updated_at >= ${since} AND w.connection_id = ${connectionId}
        AND w.done_at >= ${since}`),
  );
  const changes = db.all<ItemHistory['changes'][number] & { readonly workItemId: string }>(sql`
    SELECT work_item_id AS workItemId, at, from_category AS fromCategory, to_category AS toCategory
    FROM fact_transition WHERE work_item_id IN ${inList(items.map(({ id }) => id))}`);
  const ofItem = Map.groupBy(changes, ({ workItemId }) => workItemId);
  return items.map(({ id, ...item }) => ({ ...item, changes: ofItem.get(id) ?? [] }));
}

/** How many items aboard some releases are open, by the project of their ticket where they have one. */
export function openAboard(
  db: ReadDb,
  releaseIds: readonly string[],
): {
  readonly releaseId: string;
  readonly connectionId: ConnectionId | null;
  readonly projectKey: string | null;
  readonly count: number;
}[] {
  return db.all(sql`
    SELECT s.release_id AS releaseId, w.connection_id AS connectionId, w.project_key AS projectKey, count(*) AS count
    FROM scope_item s LEFT JOIN fact_work_item w ON w.id = s.work_item_id
    WHERE s.release_id IN ${inList(releaseIds)} AND s.state IN ('boarded', 'late') AND w.category IS NOT 'done'
    GROUP BY s.release_id, w.connection_id, w.project_key ORDER BY s.release_id, w.connection_id, w.project_key`);
}

/** A scope item aboard a release, with the project of its ticket where it has one. */
interface AboardInProject {
  readonly id: string;
  readonly connectionId: string | null;
  readonly projectKey: string | null;
}

/** The scope items aboard a release whose tickets can be done or were, and how many more ended undone. */
export function aboardWithProject(
  db: ReadDb,
  releaseId: string,
): { readonly items: readonly AboardInProject[]; readonly undone: number } {
  const rows = db.all<AboardInProject & MaybeTicketState>(sql`
    SELECT s.id, w.connection_id AS connectionId, w.project_key AS projectKey, ${TICKET_STATE}
    FROM scope_item s LEFT JOIN fact_work_item w ON w.id = s.work_item_id
    WHERE s.release_id = ${releaseId} AND s.state IN ('boarded', 'late') ORDER BY s.id`);
  const items = rows.filter((row) => !isUndone(row));
  return { items, undone: rows.length - items.length };
}
