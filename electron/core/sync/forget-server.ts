import { Failure } from '../../../shared/model/failure.ts';
import type { ConnectionId } from '../../../shared/model/ids.ts';
import type { WriteDb } from '../db/database.ts';
import { factKindNames } from '../db/fact-tables.ts';
import { removeSomeFacts } from '../db/repositories/mapped-facts.ts';
import { removeSomeRawPages } from '../db/repositories/raw-pages.ts';
import { forgetProgress } from '../db/repositories/sync-watermarks.ts';
import { forgetPlan } from './plan-mark.ts';
import { stepAside } from './step-aside.ts';

/** Rows removed in one transaction: nobody else waits long to write. */
const FACTS_AT_ONCE = 500;
const PAGES_AT_ONCE = 100;

/** Repeats a step, each in a transaction of its own, until it found fewer than it could have removed. */
async function inSteps(
  db: WriteDb,
  signal: AbortSignal,
  step: { readonly most: number; readonly remove: () => number },
) {
  for (let gone = step.most; gone === step.most; ) {
    if (signal.aborted)
      throw new Failure('CANCELLED', 'The sync was stopped while facts of another server were removed.');
    gone = db.transaction(step.remove);
    await stepAside();
  }
}

/**
 * Removes what a connection read from the server that it led to before: its facts, its kept pages, and where the
 * next sync would have gone on. In short transactions; one that is killed or stopped goes on at the next run, and
 * nothing of the old server is ever taken for the new one's, not even when the old address comes back meanwhile.
 */
export async function forgetServer(db: WriteDb, connectionId: ConnectionId, signal: AbortSignal): Promise<void> {
  db.transaction(() => {
    forgetProgress(db, connectionId);
    forgetPlan(db, connectionId);
  });
  for (const kind of factKindNames) {
    const remove = () => removeSomeFacts(db, connectionId, { kind, limit: FACTS_AT_ONCE });
    await inSteps(db, signal, { most: FACTS_AT_ONCE, remove });
  }
  const remove = () => removeSomeRawPages(db, connectionId, PAGES_AT_ONCE);
  await inSteps(db, signal, { most: PAGES_AT_ONCE, remove });
}
