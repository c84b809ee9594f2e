import { addDays } from '../../../../shared/domain/calendar/days.ts';
import { startOfDay } from '../../../../shared/domain/calendar/zoned-time.ts';
import type { DecisionKind, JournalEntry } from '../../../../shared/model/journal.ts';
import type { Day, Zone } from '../../../../shared/model/time.ts';
import type { ReadDb } from '../database.ts';
import { entryOf, type JournalRow } from '../journal.ts';
import { allOf, type Sql, sql } from '../sql.ts';

export interface JournalFilter {
  readonly limit: number;
  readonly after: string | null;
  readonly actor: string | null;
  readonly command: string | null;
  readonly kind: DecisionKind | null;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly text: string;
}

export interface JournalPage {
  readonly rows: (JournalEntry & { readonly revertedBy: number | null })[];
  readonly next: string | null;
}

function workspaceZone(db: ReadDb): Zone {
  const row = db.get<{ zone: Zone }>(sql`SELECT zone FROM workspace`);
  if (row === undefined) throw new Error('the workspace has no row of its own');
  return row.zone;
}

/** `%` and `_` in what people type mean themselves. */
function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}

function conditionsOf(db: ReadDb, filter: JournalFilter): readonly Sql[] {
  const conditions: Sql[] = [];
  if (filter.after !== null) conditions.push(sql`j.seq < ${Number(filter.after) || 0}`);
  if (filter.actor !== null) conditions.push(sql`j.actor = ${filter.actor}`);
  if (filter.command !== null) conditions.push(sql`j.command = ${filter.command}`);
  if (filter.from !== null) conditions.push(sql`j.at >= ${startOfDay(filter.from, workspaceZone(db))}`);
  if (filter.to !== null) conditions.push(sql`j.at < ${startOfDay(addDays(filter.to, 1), workspaceZone(db))}`);
  if (filter.text !== '') conditions.push(sql`j.summary LIKE ${containing(filter.text)} ESCAPE '\\'`);
  if (filter.kind !== null) {
    conditions.push(sql`EXISTS (SELECT 1 FROM json_each(j.changes) c WHERE c.value ->> 'kind' = ${filter.kind})`);
  }
  return conditions;
}

/** A page of the journal, newest first; dates are days of the workspace's zone. */
export function listJournal(db: ReadDb, filter: JournalFilter): JournalPage {
  const found = db.all<JournalRow & { readonly reverted_by: number | null }>(sql`
    SELECT j.*, (SELECT max(later.seq) FROM journal later WHERE later.reverts = j.seq) AS reverted_by
    FROM journal j WHERE ${allOf(conditionsOf(db, filter))} ORDER BY j.seq DESC LIMIT ${filter.limit + 1}`);
  const rows = found.slice(0, filter.limit);
  const last = rows.at(-1);
  return {
    rows: rows.map((row) => ({ ...entryOf(row), revertedBy: row.reverted_by })),
    next: found.length > filter.limit && last ? String(last.seq) : null,
  };
}
