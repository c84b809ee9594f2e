import type { ConnectionId } from '../../../shared/model/ids.ts';
import { type Instant, instant } from '../../../shared/model/time.ts';
import type { WriteDb } from '../db/database.ts';
import { pruneRawPages, pruneValidators } from '../db/repositories/raw-pages.ts';
import { pruneSyncRuns } from '../db/repositories/sync-run-log.ts';
import { stepAside } from './step-aside.ts';

const DAY_MS = 86_400_000;
/** How long raw pages are kept: for so long facts can be rebuilt from them. */
const RAW_DAYS = 400;
/** Runs are remembered for so long, and the latest of each connection for ever. */
const RUN_DAYS = 90;
const RUNS_KEPT = 200;

/** Rows removed in one transaction: nobody else waits long to write. */
const PAGES_AT_ONCE = 100;
const ROWS_AT_ONCE = 500;

async function inSteps(signal: AbortSignal, most: number, remove: () => number): Promise<void> {
  for (let gone = most; gone === most && !signal.aborted; ) {
    gone = remove();
    if (gone > 0) await stepAside();
  }
}

/** Removes what is too old to be of use: raw pages of any connection, and runs and validators of this one. */
export async function pruneOld(
  db: WriteDb,
  {
    connectionId,
    now,
    signal,
  }: { readonly connectionId: ConnectionId; readonly now: Instant; readonly signal: AbortSignal },
): Promise<void> {
  const before = (days: number) => instant(now - days * DAY_MS);
  await inSteps(signal, PAGES_AT_ONCE, () => pruneRawPages(db, before(RAW_DAYS), PAGES_AT_ONCE));
  await inSteps(signal, ROWS_AT_ONCE, () => pruneValidators(db, connectionId, ROWS_AT_ONCE));
  const runs = { before: before(RUN_DAYS), kept: RUNS_KEPT, limit: ROWS_AT_ONCE };
  await inSteps(signal, ROWS_AT_ONCE, () => pruneSyncRuns(db, connectionId, runs));
}
