import path from 'node:path';
import { Failure } from '../../../../shared/model/failure.ts';
import type { ReadDb } from '../database.ts';
import { decisionTables, type Workspace } from '../decision-tables.ts';
import { readDecisions } from '../decisions.ts';
import { readFactCounts } from '../fact-counts.ts';
import { journalHead } from '../journal.ts';
import { sql } from '../sql.ts';

/** The workspace's own row. Every workspace has exactly one from its creation on. */
export function readWorkspace(db: ReadDb): Workspace {
  const row = readDecisions(db, 'workspace', sql`LIMIT 1`)[0];
  if (row) return row;
  throw new Failure('WORKSPACE_DAMAGED', `${path.basename(db.file)} holds no workspace.`, {
    where: path.basename(db.file),
    remedy: 'Open the newest backup beside it.',
  });
}

/** Rows per kind of decision and fact, and entries of the journal. */
export function countRows(db: ReadDb): Record<string, number> {
  const counts: Record<string, number> = { journal: journalHead(db).seq };
  for (const [kind, { name }] of Object.entries(decisionTables)) {
    const table = { text: name, values: [] };
    counts[kind] = db.get<{ n: number }>(sql`SELECT count(*) AS n FROM ${table}`)?.n ?? 0;
  }
  for (const facts of readFactCounts(db).values()) {
    for (const [kind, n] of Object.entries(facts)) counts[kind] = (counts[kind] ?? 0) + n;
  }
  return counts;
}

/** What SQLite finds wrong with the file; `ok` for nothing. */
export function quickCheck(db: ReadDb): string {
  return db.get<{ quick_check: string }>(sql`PRAGMA quick_check(1)`)?.quick_check ?? 'no answer';
}

export function sqliteVersion(db: ReadDb): string {
  return db.get<{ v: string }>(sql`SELECT sqlite_version() AS v`)?.v ?? 'unknown';
}
