import * as z from 'zod';
import { MergeChoice } from '../../../../shared/contract/branches.ts';
import type { MergeMade } from '../../../../shared/domain/branches/merge-base.ts';
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

/** What changed after an entry, oldest first, with the entry of each change. */
export function* changesSince(db: ReadDb, seq: number): Generator<Change & { readonly seq: number }> {
  const rows = db.all<{ seq: number; changes: string }>(
    sql`SELECT seq, changes FROM journal WHERE seq > ${seq} ORDER BY seq`,
  );
  for (const row of rows) for (const change of changesOf(row) ?? []) yield { ...change, seq: row.seq };
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

function keysOf(rows: readonly Pick<Change, 'kind' | 'id'>[]): ReadonlySet<string> {
  return new Set(rows.map(({ kind, id }) => `${kind}:${id}`));
}

/** The merges of a branch after an entry, oldest first. */
export function mergesSince(db: ReadDb, seq: number, branch: BranchId): readonly MergeMade[] {
  const reverting = db.all<{ seq: number; reverts: number }>(
    sql`SELECT seq, reverts FROM journal WHERE seq > ${seq} AND reverts IS NOT NULL`,
  );
  const reverts = new Map(reverting.map((row) => [row.reverts, row.seq]));
  function takenBackAt(entry: number): number | null {
    const by = reverts.get(entry);
    return by === undefined || takenBackAt(by) !== null ? null : by;
  }
  const rows = db.all<{ seq: number; changes: string; choices: string; branchSeq: number }>(sql`
    SELECT seq, changes, json_extract(input, '$.choices') AS choices, json_extract(input, '$.base.branch') AS branchSeq
    FROM journal
    WHERE seq > ${seq} AND command = 'branches.merge' AND json_extract(input, '$.id') = ${branch} ORDER BY seq`);
  return rows.map((row) => ({
    seq: row.seq,
    branchSeq: row.branchSeq,
    takenBackAt: takenBackAt(row.seq),
    changed: keysOf(changesOf(row) ?? []),
    kept: keysOf(choicesIn(row.choices).filter(({ take }) => take === 'plan')),
  }));
}

function choicesIn(written: string): readonly MergeChoice[] {
  const read = z.array(MergeChoice).safeParse(JSON.parse(written));
  return read.success ? read.data : [];
}

/** The last entry that changed each thing after an entry, by kind and id, as `kind:id`. */
export function lastChangesSince(db: ReadDb, seq: number): ReadonlyMap<string, number> {
  const rows = db.all<{ key: string; seq: number }>(sql`
    SELECT kind || ':' || id AS key, max(seq) AS seq FROM journal_subject WHERE seq > ${seq} GROUP BY kind, id`);
  return new Map(rows.map((row) => [row.key, row.seq]));
}
