import { type SyncRun, SyncRun as SyncRunSchema } from '../../../../shared/model/connection.ts';
import type { ConnectionId } from '../../../../shared/model/ids.ts';
import { type Instant, instant } from '../../../../shared/model/time.ts';
import type { ReadDb } from '../database.ts';
import { sql } from '../sql.ts';
import { fromRow, tableOf } from '../table.ts';

/** The table of sync runs. */
export const syncRunTable = tableOf('sync_run', SyncRunSchema, { json: ['rows', 'dropped'] });

type Row = Readonly<Record<string, unknown>>;

function asRun(row: Row): SyncRun {
  // Only whole runs are written, by the runner.
  return fromRow(syncRunTable, row) as unknown as SyncRun;
}

/** The latest runs of a connection, newest first. */
export function readSyncRuns(db: ReadDb, connectionId: ConnectionId, limit: number): SyncRun[] {
  return db
    .all<Row>(sql`
      SELECT * FROM sync_run WHERE connection_id = ${connectionId} ORDER BY started_at DESC, id DESC LIMIT ${limit}`)
    .map(asRun);
}

export function readSyncRun(db: ReadDb, id: string): SyncRun | undefined {
  const row = db.get<Row>(sql`SELECT * FROM sync_run WHERE id = ${id}`);
  return row && asRun(row);
}

/** How the last run of a connection ended that was not stopped; null when there was none. */
export function lastEndState(db: ReadDb, connectionId: ConnectionId): 'succeeded' | 'failed' | null {
  const row = db.get<{ state: 'succeeded' | 'failed' }>(sql`
    SELECT state FROM sync_run WHERE connection_id = ${connectionId} AND state IN ('succeeded', 'failed')
    ORDER BY started_at DESC, id DESC LIMIT 1`);
  return row?.state ?? null;
}

/** When a connection last ended a run well. */
export function lastSuccessAt(db: ReadDb, connectionId: ConnectionId): Instant | null {
  const row = db.get<{ at: number | null }>(sql`
    SELECT finished_at AS at FROM sync_run WHERE connection_id = ${connectionId} AND state = 'succeeded'
    ORDER BY started_at DESC LIMIT 1`);
  return row?.at == null ? null : instant(row.at);
}
