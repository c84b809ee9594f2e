import * as z from 'zod';
import { MergeChoice } from '../../../../shared/contract/branches.ts';
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

/** A merge of a branch that was not taken back. */
export interface StandingMerge {
  readonly seq: number;
  readonly changes: readonly Change[];
  /** What people chose of what it asked, and the branch's newest entry then; null where whoever merged did not say. */
  readonly choices: readonly MergeChoice[];
  readonly branchSeq: number | null;
}

/** The merges of a branch after an entry that stand, oldest first. */
export function mergesSince(db: ReadDb, seq: number, branch: BranchId): readonly StandingMerge[] {
  const reverting = db.all<{ seq: number; reverts: number }>(
    sql`SELECT seq, reverts FROM journal WHERE seq > ${seq} AND reverts IS NOT NULL`,
  );
  const takenBackBy = new Map(reverting.map((row) => [row.reverts, row.seq]));
  function stands(entry: number): boolean {
    const by = takenBackBy.get(entry);
    return by === undefined || !stands(by);
  }
  const rows = db.all<{ seq: number; changes: string; choices: string; branchSeq: number | null }>(sql`
    SELECT seq, changes, json_extract(input, '$.choices') AS choices, json_extract(input, '$.base.branch') AS branchSeq
    FROM journal
    WHERE seq > ${seq} AND command = 'branches.merge' AND json_extract(input, '$.id') = ${branch} ORDER BY seq`);
  return rows
    .filter((row) => stands(row.seq))
    .map((row) => ({ ...row, changes: changesOf(row) ?? [], choices: choicesIn(row.choices) }));
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
