import type { Logger } from 'pino';
import type { Connection, SyncRun } from '../../../shared/model/connection.ts';
import type { Env } from '../../../shared/model/env.ts';
import type { Failure } from '../../../shared/model/failure.ts';
import { createCommandQueue } from '../command-queue.ts';
import type { WriteDb } from '../db/database.ts';
import { markInterruptedRuns, writeSyncRun } from '../db/repositories/sync-run-log.ts';
import { readSyncRun } from '../db/repositories/sync-runs.ts';
import { asFailure } from './as-failure.ts';
import { createRunTally } from './run-tally.ts';

type RunStart = Pick<SyncRun, 'id' | 'trigger' | 'startedAt'> & { readonly connection: Connection };

/** What is written of runs from outside the sync thread; a store that cannot be written never stops anything. */
export interface RunNotes {
  /** Marks the runs that a dead process left running. */
  readonly interrupted: () => void;
  /** Notes that a run failed which the sync thread cannot note (it was not started, or it is lost); says how it ended. */
  readonly failed: (start: RunStart, failure: Failure) => Promise<SyncRun>;
  readonly asFailure: (error: unknown) => Failure;
  /** Resolves when nothing is left to write. */
  readonly idle: () => Promise<void>;
}

export function createRunNotes({
  db,
  env,
  log,
}: {
  readonly db: WriteDb;
  readonly env: Env;
  readonly log: Logger;
}): RunNotes {
  const queue = createCommandQueue();

  /** What it did until then stays. */
  function withWhatWasDone(told: SyncRun): SyncRun {
    const begun = readSyncRun(db, told.id);
    if (begun === undefined) return told;
    const { pages, rows, droppedCount, dropped } = begun;
    return { ...told, pages, rows, droppedCount, dropped };
  }

  return {
    interrupted: () => {
      try {
        db.transaction(() => markInterruptedRuns(db, env.now()));
      } catch (error) {
        log.error({ err: error }, 'runs that were interrupted could not be marked');
      }
    },
    failed: async (start, failure) => {
      let run = createRunTally(start).ended(env.now(), [failure]);
      try {
        await queue(() => {
          run = withWhatWasDone(run);
          db.transaction(() => writeSyncRun(db, run));
        });
      } catch (error) {
        log.error({ err: error, run: start.id }, 'a failed run could not be written');
      }
      return run;
    },
    asFailure: (error) => asFailure(error, { db, log }),
    idle: () => queue(() => {}),
  };
}
