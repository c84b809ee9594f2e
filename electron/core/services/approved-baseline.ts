import type { BaselineId } from '../../../shared/model/ids.ts';
import type { Release } from '../../../shared/model/release.ts';
import { journalHead } from '../db/journal.ts';
import type { CommandTools } from '../decide.ts';

/** The longest name of a baseline. */
const LONGEST = 120;

/**
 * Keeps the plan of a train as a baseline when one of its releases goes under way: that is when its plan is approved.
 * The baseline is part of the same decision, so undo takes both back.
 */
export function keepApprovedPlan(before: Release, after: Release, { tx, newId, now }: CommandTools): void {
  if (before.state === after.state || after.state !== 'under-way') return;
  const words = ' under way';
  const name = `${after.name.slice(0, LONGEST - words.length)}${words}`;
  const { seq } = journalHead(tx.db);
  // Ids made by newId are ids.
  tx.put('baseline', {
    id: newId('baseline') as BaselineId,
    name,
    how: 'approval',
    trainId: after.trainId,
    seq,
    at: now,
  });
}
