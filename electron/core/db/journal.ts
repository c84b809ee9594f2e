import { chainHash } from '../../../shared/domain/journal/chain.ts';
import type { Change, JournalEntry } from '../../../shared/model/journal.ts';
import { type Instant, instant } from '../../../shared/model/time.ts';
import { canonicalJson, sha256 } from './canonical.ts';
import type { ReadDb, WriteDb } from './database.ts';
import { indexEntry } from './journal-index.ts';
import { type Sql, sql } from './sql.ts';

/** A journal row as it is stored. */
export interface JournalRow {
  readonly seq: number;
  readonly at: number;
  readonly actor: string;
  readonly command: string;
  readonly input: string;
  readonly changes: string;
  readonly summary: string;
  readonly reverts: number | null;
  readonly prev_hash: string;
  readonly hash: string;
}

/** What a command says of itself; the journal adds its place in the chain. */
export interface Decided {
  readonly at: Instant;
  readonly actor: string;
  readonly command: string;
  readonly input: unknown;
  readonly changes: readonly Change[];
  readonly summary: string;
  readonly reverts: number | null;
}

/** The changes of a stored row; null where somebody made them unreadable. */
export function changesOf(row: Pick<JournalRow, 'changes'>): readonly Change[] | null {
  try {
    const changes: unknown = JSON.parse(row.changes);
    // Written by appendEntry from validated changes; the chain shows whether they were touched since.
    return Array.isArray(changes) ? (changes as Change[]) : null;
  } catch {
    return null;
  }
}

function inputOf(row: JournalRow): unknown {
  try {
    return JSON.parse(row.input);
  } catch {
    return row.input;
  }
}

/** An entry as clients read it; what somebody made unreadable is shown as it stands, without changes. */
export function entryOf(row: JournalRow): JournalEntry {
  return {
    seq: row.seq,
    at: instant(row.at),
    actor: row.actor,
    command: row.command,
    input: inputOf(row),
    changes: [...(changesOf(row) ?? [])],
    summary: row.summary,
    reverts: row.reverts,
    prevHash: row.prev_hash,
    hash: row.hash,
  };
}

export function journalHead(db: ReadDb): { readonly seq: number; readonly hash: string } {
  return db.get<{ seq: number; hash: string }>(sql`SELECT seq, hash FROM journal_head`) ?? { seq: 0, hash: '' };
}

/** Appends one entry to the chain and says its number; run it inside the transaction of its changes. */
export function appendEntry(db: WriteDb, decided: Decided): number {
  const head = journalHead(db);
  const row = {
    seq: head.seq + 1,
    at: decided.at,
    actor: decided.actor,
    command: decided.command,
    input: canonicalJson(decided.input),
    changes: canonicalJson(decided.changes),
    // Half a character would be stored as another one, and the hash would not fit.
    summary: decided.summary.toWellFormed(),
    reverts: decided.reverts,
    prevHash: head.hash,
  };
  const hash = chainHash(row, sha256);
  db.run(sql`
    INSERT INTO journal (seq, at, actor, command, input, changes, summary, reverts, prev_hash, hash)
    VALUES (${row.seq}, ${row.at}, ${row.actor}, ${row.command}, ${row.input}, ${row.changes}, ${row.summary},
            ${row.reverts}, ${row.prevHash}, ${hash})`);
  db.run(sql`UPDATE journal_head SET seq = ${row.seq}, hash = ${hash}`);
  indexEntry(db, row.seq, decided.changes);
  return row.seq;
}

/** The next rows in order of their numbers, as they are stored. */
export function rowsAfter(db: ReadDb, seq: number, limit: number): JournalRow[] {
  return db.all(sql`SELECT * FROM journal WHERE seq > ${seq} ORDER BY seq LIMIT ${limit}`);
}

export function readEntry(db: ReadDb, seq: number): JournalEntry | undefined {
  const row = db.get<JournalRow>(sql`SELECT * FROM journal WHERE seq = ${seq}`);
  return row && entryOf(row);
}

/** The latest entry that took an entry back; null while it stands. */
export function revertedBy(db: ReadDb, seq: number): number | null {
  return db.get<{ seq: number | null }>(sql`SELECT max(seq) AS seq FROM journal WHERE reverts = ${seq}`)?.seq ?? null;
}

const NOT_REVERTED: Sql = sql`NOT EXISTS (SELECT 1 FROM journal later WHERE later.reverts = j.seq)`;

/** The entry that undo would take back now: the newest that stands, or that was brought back. */
export function nextUndo(db: ReadDb): JournalRow | undefined {
  return db.get<JournalRow>(sql`
    SELECT * FROM journal j WHERE j.seq <= ${journalHead(db).seq} AND j.command <> 'journal.undo' AND ${NOT_REVERTED}
    ORDER BY j.seq DESC LIMIT 1`);
}

/** The undo that redo would take back now; none once something new was decided after it. */
export function nextRedo(db: ReadDb): JournalRow | undefined {
  return db.get<JournalRow>(sql`
    SELECT * FROM journal j WHERE j.command = 'journal.undo' AND ${NOT_REVERTED}
      AND j.seq > coalesce((SELECT max(seq) FROM journal WHERE reverts IS NULL), 0)
    ORDER BY j.seq DESC LIMIT 1`);
}
