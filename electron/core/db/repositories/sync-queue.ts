import type { ConnectionId } from '../../../../shared/model/ids.ts';
import type { ReadDb, WriteDb } from '../database.ts';
import { sql } from '../sql.ts';

/** A request that waits to be asked; the smallest position comes first. */
export interface QueuedRow {
  readonly key: string;
  readonly scope: string;
  readonly position: number;
  /** JSON. */
  readonly request: string;
}

/** What is left to ask, in order. */
export function readSyncQueue(db: ReadDb, connectionId: ConnectionId): readonly QueuedRow[] {
  return db.all<QueuedRow>(sql`
    SELECT key, json_extract(request, '$.scope') AS scope, position, request FROM sync_request
    WHERE connection_id = ${connectionId} ORDER BY position`);
}

/** Queues a request; one that waits already stays where it is. */
export function enqueueRequest(
  db: WriteDb,
  connectionId: ConnectionId,
  row: Pick<QueuedRow, 'key' | 'position' | 'request'> & { readonly runId: string },
): void {
  db.run(sql`
    INSERT OR IGNORE INTO sync_request (connection_id, key, run_id, position, request)
    VALUES (${connectionId}, ${row.key}, ${row.runId}, ${row.position}, ${row.request})`);
}

export function dequeueRequest(db: WriteDb, connectionId: ConnectionId, key: string): void {
  db.run(sql`DELETE FROM sync_request WHERE connection_id = ${connectionId} AND key = ${key}`);
}

/** Forgets what is left of a scope, and where its streams would have got to. */
export function forgetScope(db: WriteDb, connectionId: ConnectionId, scope: string): void {
  db.run(sql`
    DELETE FROM sync_request WHERE connection_id = ${connectionId} AND json_extract(request, '$.scope') = ${scope}`);
  db.run(sql`DELETE FROM sync_pending_watermark WHERE connection_id = ${connectionId} AND scope = ${scope}`);
}
