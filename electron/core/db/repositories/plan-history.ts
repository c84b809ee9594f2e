import type { Baseline, PlanObservation } from '../../../../shared/model/baseline.ts';
import type { DecisionKind, JournalEntry } from '../../../../shared/model/journal.ts';
import { instant } from '../../../../shared/model/time.ts';
import type { ReadDb } from '../database.ts';
import { readDecisions } from '../decisions.ts';
import { changesOf } from '../journal.ts';
import { inList, sql } from '../sql.ts';

/** Every baseline, newest first. */
export function allBaselines(db: ReadDb): Baseline[] {
  return readDecisions(db, 'baseline', sql`ORDER BY at DESC, id`);
}

export function baselinesOfTrain(db: ReadDb, trainId: string): Baseline[] {
  return readDecisions(db, 'baseline', sql`WHERE train_id = ${trainId} ORDER BY at DESC, id`);
}

/** What dated snapshots said, of one train or of all, those of one day in the order of their ids. */
export function planObservations(db: ReadDb, trainId: string | null): PlanObservation[] {
  const of = trainId === null ? sql`` : sql`WHERE train_id = ${trainId}`;
  return readDecisions(db, 'plan-observation', sql`${of} ORDER BY observed_on, rowid`);
}

type HistoryEntry = Pick<JournalEntry, 'seq' | 'at' | 'reverts' | 'changes'>;

/** The entries that touched decisions of some kinds, oldest first; only their changes of those kinds. */
export function entriesTouching(db: ReadDb, kinds: readonly DecisionKind[]): HistoryEntry[] {
  const rows = db.all<{ seq: number; at: number; reverts: number | null; changes: string }>(sql`
    SELECT seq, at, reverts, changes FROM journal
    WHERE seq IN (SELECT seq FROM journal_kind WHERE kind IN ${inList(kinds)}) ORDER BY seq`);
  return rows.map(({ seq, at, reverts, changes }) => ({
    seq,
    at: instant(at),
    reverts,
    changes: (changesOf({ changes }) ?? []).filter(({ kind }) => kinds.includes(kind)),
  }));
}
