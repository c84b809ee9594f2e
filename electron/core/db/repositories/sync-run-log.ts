import type { SyncRun } from '../../../../shared/model/connection.ts';
import type { ConnectionId } from '../../../../shared/model/ids.ts';
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
 * Forgets up to `limit` old runs of a connection and says how many: those begun before a moment, but never the latest
 * `kept` ones nor the last that ended well.
 */
export function pruneSyncRuns(
  db: WriteDb,
  connectionId: ConnectionId,
  { before, kept, limit }: { readonly before: Instant; readonly kept: number; readonly limit: number },
): number {
  return db.run(sql`
    DELETE FROM sync_run WHERE id IN (
      SELECT id FROM sync_run WHERE connection_id = ${connectionId} AND started_at < ${before}
        AND id NOT IN (
          SELECT id FROM sync_run WHERE connection_id = ${connectionId} ORDER BY started_at DESC, id DESC LIMIT ${kept})
        AND id NOT IN (
          SELECT id FROM sync_run WHERE connection_id = ${connectionId} AND state = 'succeeded'
          ORDER BY started_at DESC LIMIT 1)
      LIMIT ${limit})`);
}

/**
 * Marks the runs that a dead process left running, and says how many. Only who holds the workspace's lock
 * may ask: then nobody else can be running them.
 */
export function markInterruptedRuns(db: WriteDb, at: Instant): number {
  return db.run(sql`UPDATE sync_run SET state = 'interrupted', finished_at = ${at} WHERE state = 'running'`);
}
