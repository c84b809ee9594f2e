import type { FactKind } from '../../../../shared/model/facts.ts';
import type { ConnectionId } from '../../../../shared/model/ids.ts';
import type { ReadDb, WriteDb } from '../database.ts';
import { countFacts } from '../fact-counts.ts';
import { factTableName } from '../fact-tables.ts';
import { inList, type Sql, sql } from '../sql.ts';

function tableOfKind(kind: FactKind): Sql {
  return { text: factTableName(kind), values: [] };
}

/** The ids of a connection's facts: they begin with its id. */
function idsOf(connectionId: string): Sql {
  return sql`id >= ${`${connectionId}:`} AND id < ${`${connectionId};`}`;
}

/** The ids of a connection's facts of one kind that were read from a page which is still kept. */
export function listFactsOfKeptPages(db: ReadDb, connectionId: ConnectionId, kind: FactKind): readonly string[] {
  return db
    .all<{ id: string }>(sql`
      SELECT id FROM ${tableOfKind(kind)}
      WHERE ${idsOf(connectionId)}
        AND raw_id IN (SELECT p.id FROM raw_page AS p WHERE p.connection_id = ${connectionId})`)
    .map(({ id }) => id);
}

/** Removes a connection's facts of one kind, with what is kept beside them, and says how many there were. */
export function removeFacts(
  db: WriteDb,
  connectionId: string,
  { kind, ids }: { readonly kind: FactKind; readonly ids: readonly string[] },
): number {
  if (ids.length === 0) return 0;
  const removed = db.run(sql`DELETE FROM ${tableOfKind(kind)} WHERE id IN ${inList(ids)}`);
  if (kind === 'work-item') db.run(sql`DELETE FROM work_item_tag WHERE work_item_id IN ${inList(ids)}`);
  countFacts(db, connectionId, kind, -removed);
  return removed;
}

/** Removes up to `limit` of a connection's facts of one kind, whatever they came from, and says how many. */
export function removeSomeFacts(
  db: WriteDb,
  connectionId: string,
  { kind, limit }: { readonly kind: FactKind; readonly limit: number },
): number {
  const ids = db
    .all<{ id: string }>(sql`SELECT id FROM ${tableOfKind(kind)} WHERE ${idsOf(connectionId)} LIMIT ${limit}`)
    .map(({ id }) => id);
  return removeFacts(db, connectionId, { kind, ids });
}
