import type { FactKind } from '../../../shared/model/facts.ts';
import type { ReadDb, WriteDb } from './database.ts';
import { sql } from './sql.ts';

/**
 * Counts facts that were added or (negative) removed. Whoever writes facts says so in the same transaction, so that
 * nothing is ever counted again, whatever is killed when.
 */
export function countFacts(db: WriteDb, connectionId: string, kind: FactKind, change: number): void {
  if (change === 0) return;
  db.run(sql`
    INSERT INTO fact_count (connection_id, kind, facts) VALUES (${connectionId}, ${kind}, ${change})
    ON CONFLICT (connection_id, kind) DO UPDATE SET facts = facts + excluded.facts`);
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
