import type { ConnectionId } from '../../../shared/model/ids.ts';
import type { ReadDb, WriteDb } from './database.ts';
import { factKindNames, factTableName } from './fact-tables.ts';
import { sql } from './sql.ts';

/**
 * Counts the facts of a connection anew. Fact ids begin with their connection's id, so each count is a
 * range of the primary key's index. Run it where facts were written, inside the same transaction.
 */
export function refreshFactCounts(db: WriteDb, connectionId: ConnectionId): void {
  for (const kind of factKindNames) {
    const table = { text: factTableName(kind), values: [] };
    db.run(sql`
      INSERT INTO fact_count (connection_id, kind, facts)
      SELECT ${connectionId}, ${kind}, count(*) FROM ${table}
      WHERE id >= ${`${connectionId}:`} AND id < ${`${connectionId};`}
      ON CONFLICT (connection_id, kind) DO UPDATE SET facts = excluded.facts`);
  }
}

/** Facts held per kind, by connection. */
export function readFactCounts(db: ReadDb): ReadonlyMap<string, Readonly<Record<string, number>>> {
  const counts = new Map<string, Record<string, number>>();
  const rows = db.all<{ connection_id: string; kind: string; facts: number }>(
    sql`SELECT connection_id, kind, facts FROM fact_count WHERE facts > 0 ORDER BY connection_id, kind`,
  );
  for (const row of rows) {
    const known = counts.get(row.connection_id) ?? {};
    known[row.kind] = row.facts;
    counts.set(row.connection_id, known);
  }
  return counts;
}
