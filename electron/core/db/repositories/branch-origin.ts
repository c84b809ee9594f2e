import { type Instant, instant } from '../../../../shared/model/time.ts';
import type { ReadDb, WriteDb } from '../database.ts';
import { journalHead } from '../journal.ts';
import { sql } from '../sql.ts';

/** Where a what-if branch left the plan. */
export interface BranchOrigin {
  readonly name: string;
  readonly forkedAt: Instant;
  readonly seq: number;
  /** The hash of that entry: a plan that does not have it is not the one that was forked. */
  readonly hash: string;
}

/** Says of a store that it is a branch, and where it begins; undefined for the plan itself. */
export function readBranchOrigin(db: ReadDb): BranchOrigin | undefined {
  const row = db.get<{ name: string; forked_at: number; seq: number; hash: string }>(
    sql`SELECT name, forked_at, seq, hash FROM branch_origin`,
  );
  return row && { name: row.name, forkedAt: instant(row.forked_at), seq: row.seq, hash: row.hash };
}

/** Makes a fresh copy of the plan a branch that begins at its newest entry. */
export function writeBranchOrigin(db: WriteDb, { name, forkedAt }: Pick<BranchOrigin, 'name' | 'forkedAt'>): void {
  const { seq, hash } = journalHead(db);
  db.run(sql`
    INSERT INTO branch_origin (one, name, forked_at, seq, hash) VALUES (1, ${name}, ${forkedAt}, ${seq}, ${hash})`);
}

/** Gives a branch another name. */
export function renameBranch(db: WriteDb, name: string): void {
  db.run(sql`UPDATE branch_origin SET name = ${name}`);
}
