import type { SyncRun } from '../../../../shared/model/connection.ts';
import type { Instant } from '../../../../shared/model/time.ts';
import type { WriteDb } from '../database.ts';
import { sql } from '../sql.ts';

/** Writes a run as it stands. */
export function writeSyncRun(db: WriteDb, run: SyncRun): void {
  db.run(sql`
    INSERT OR REPLACE INTO sync_run (id, connection_id, trigger, state, started_at, finished_at, pages, rows,
      dropped_count, dropped, error_code, error_message, error_remedy)
    VALUES (${run.id}, ${run.connectionId}, ${run.trigger}, ${run.state}, ${run.startedAt}, ${run.finishedAt},
      ${run.pages}, ${JSON.stringify(run.rows)}, ${run.droppedCount}, ${JSON.stringify(run.dropped)},
      ${run.errorCode}, ${run.errorMessage}, ${run.errorRemedy})`);
}

/**
 * Marks the runs that a dead process left running, and says how many. Only who holds the workspace's lock
 * may ask: then nobody else can be running them.
 */
export function markInterruptedRuns(db: WriteDb, at: Instant): number {
  return db.run(sql`UPDATE sync_run SET state = 'interrupted', finished_at = ${at} WHERE state = 'running'`);
}
