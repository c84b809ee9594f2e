import type { FactKind } from '../../../../shared/model/facts.ts';
import type { ConnectionId } from '../../../../shared/model/ids.ts';
import type { ReadDb, WriteDb } from '../database.ts';
import { factTableName } from '../fact-tables.ts';
import { inList, type Sql, sql } from '../sql.ts';

function tableOfKind(kind: FactKind): Sql {
  return { text: factTableName(kind), values: [] };
}

/** The ids of a connection's facts of one kind that were read from a page which is still kept. */
export function listFactsOfKeptPages(db: ReadDb, connectionId: ConnectionId, kind: FactKind): readonly string[] {
  return db
    .all<{ id: string }>(sql`
      SELECT id FROM ${tableOfKind(kind)}
      WHERE id >= ${`${connectionId}:`} AND id < ${`${connectionId};`}
        AND raw_id IN (SELECT p.id FROM raw_page AS p WHERE p.connection_id = ${connectionId})`)
    .map(({ id }) => id);
}

/** Removes facts of one kind, with what is kept beside them. */
export function removeFacts(db: WriteDb, kind: FactKind, ids: readonly string[]): void {
  db.run(sql`DELETE FROM ${tableOfKind(kind)} WHERE id IN ${inList(ids)}`);
  if (kind === 'work-item') db.run(sql`DELETE FROM work_item_tag WHERE work_item_id IN ${inList(ids)}`);
}
