import type { BranchId } from '../../../../shared/model/ids.ts';
import type { Change } from '../../../../shared/model/journal.ts';
import type { ScheduleRule } from '../../../../shared/model/schedule-rule.ts';
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

/** What each rule that changed after an entry was at that entry; null for one that was not there then. */
export function rulesBefore(db: ReadDb, seq: number): ReadonlyMap<string, ScheduleRule | null> {
  const rows = db.all<{ changes: string }>(sql`
    SELECT j.changes FROM journal_kind k JOIN journal j ON j.seq = k.seq
    WHERE k.kind = 'schedule-rule' AND k.seq > ${seq} ORDER BY k.seq`);
  const images = new Map<string, ScheduleRule | null>();
  for (const { kind, id, before } of rows.flatMap((row) => changesOf(row) ?? [])) {
    // The journal's images are the decisions as they were written.
    if (kind === 'schedule-rule' && !images.has(id)) images.set(id, before as ScheduleRule | null);
  }
  return images;
}

/** What merges of a branch changed after an entry, oldest first; those that were taken back did not. */
export function* mergedSince(db: ReadDb, seq: number, branch: BranchId): Generator<Change> {
  const reverting = db.all<{ seq: number; reverts: number }>(
    sql`SELECT seq, reverts FROM journal WHERE seq > ${seq} AND reverts IS NOT NULL`,
  );
  const takenBackBy = new Map(reverting.map((row) => [row.reverts, row.seq]));
  function stands(entry: number): boolean {
    const by = takenBackBy.get(entry);
    return by === undefined || !stands(by);
  }
  const rows = db.all<{ seq: number; changes: string }>(sql`
    SELECT seq, changes FROM journal
    WHERE seq > ${seq} AND command = 'branches.merge' AND json_extract(input, '$.id') = ${branch} ORDER BY seq`);
  for (const row of rows) if (stands(row.seq)) yield* changesOf(row) ?? [];
}
