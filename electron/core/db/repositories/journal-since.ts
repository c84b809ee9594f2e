import type { Change } from '../../../../shared/model/journal.ts';
import type { ReadDb } from '../database.ts';
import { changesOf } from '../journal.ts';
import { sql } from '../sql.ts';

/** The hash of an entry; undefined where the journal does not have it. */
export function hashOfEntry(db: ReadDb, seq: number): string | undefined {
  return db.get<{ hash: string }>(sql`SELECT hash FROM journal WHERE seq = ${seq}`)?.hash;
}

/** How many entries came after one. */
export function countEntriesSince(db: ReadDb, seq: number): number {
  return db.get<{ n: number }>(sql`SELECT count(*) AS n FROM journal WHERE seq > ${seq}`)?.n ?? 0;
}

/** What changed after an entry, oldest first. */
export function* changesSince(db: ReadDb, seq: number): Generator<Change> {
  const rows = db.all<{ changes: string }>(sql`SELECT changes FROM journal WHERE seq > ${seq} ORDER BY seq`);
  for (const row of rows) yield* changesOf(row) ?? [];
}
