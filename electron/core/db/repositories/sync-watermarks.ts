import type { ConnectionId } from '../../../../shared/model/ids.ts';
import type { ReadDb, WriteDb } from '../database.ts';
import { inList, sql } from '../sql.ts';

export type WatermarkValue = Readonly<Record<string, string | number | null>>;

function parseValue(text: string): WatermarkValue {
  // Written by this module only.
  return JSON.parse(text) as WatermarkValue;
}

/** Where the streams of a scope start, by stream. */
export function readWatermarks(
  db: ReadDb,
  connectionId: ConnectionId,
  scope: string,
): Readonly<Record<string, WatermarkValue>> {
  const rows = db.all<{ stream: string; value: string }>(sql`
    SELECT stream, value FROM sync_watermark WHERE connection_id = ${connectionId} AND scope = ${scope}`);
  return Object.fromEntries(rows.map(({ stream, value }) => [stream, parseValue(value)]));
}

export function writeWatermark(
  db: WriteDb,
  connectionId: ConnectionId,
  mark: { readonly scope: string; readonly stream: string; readonly value: WatermarkValue },
): void {
  db.run(sql`
    INSERT OR REPLACE INTO sync_watermark (connection_id, scope, stream, value)
    VALUES (${connectionId}, ${mark.scope}, ${mark.stream}, ${JSON.stringify(mark.value)})`);
}

/** Forgets where a stream starts, at once. */
export function removeWatermark(
  db: WriteDb,
  connectionId: ConnectionId,
  mark: { readonly scope: string; readonly stream: string },
): void {
  db.run(sql`
    DELETE FROM sync_watermark
    WHERE connection_id = ${connectionId} AND scope = ${mark.scope} AND stream = ${mark.stream}`);
}

/** Remembers where a stream got to; it counts once the whole scope has been read. */
export function writePendingWatermark(
  db: WriteDb,
  connectionId: ConnectionId,
  mark: { readonly scope: string; readonly stream: string; readonly runId: string; readonly value: WatermarkValue },
): void {
  db.run(sql`
    INSERT OR REPLACE INTO sync_pending_watermark (connection_id, scope, stream, run_id, value)
    VALUES (${connectionId}, ${mark.scope}, ${mark.stream}, ${mark.runId}, ${JSON.stringify(mark.value)})`);
}

/** Makes the pending watermarks count, of every scope that has nothing left to ask. */
export function promoteWatermarks(db: WriteDb, connectionId: ConnectionId): void {
  const done = sql`
    connection_id = ${connectionId} AND scope NOT IN (
      SELECT json_extract(request, '$.scope') FROM sync_request WHERE connection_id = ${connectionId})`;
  db.run(sql`
    INSERT OR REPLACE INTO sync_watermark (connection_id, scope, stream, value)
    SELECT connection_id, scope, stream, value FROM sync_pending_watermark WHERE ${done}`);
  db.run(sql`DELETE FROM sync_pending_watermark WHERE ${done}`);
}

/** Forgets where the streams of some scopes start. */
export function removeWatermarksOf(db: WriteDb, connectionId: ConnectionId, scopes: readonly string[]): void {
  db.run(sql`DELETE FROM sync_watermark WHERE connection_id = ${connectionId} AND scope IN ${inList(scopes)}`);
}

/**
 * Forgets everything that a connection's next sync would go on from, so that it starts anew, but for the watermarks of
 * some streams.
 */
export function forgetProgress(db: WriteDb, connectionId: ConnectionId, lasting: readonly string[] = []): void {
  db.run(sql`DELETE FROM sync_request WHERE connection_id = ${connectionId}`);
  db.run(sql`
    DELETE FROM sync_pending_watermark WHERE connection_id = ${connectionId} AND stream NOT IN ${inList(lasting)}`);
  db.run(sql`DELETE FROM sync_watermark WHERE connection_id = ${connectionId} AND stream NOT IN ${inList(lasting)}`);
  db.run(sql`DELETE FROM sync_etag WHERE connection_id = ${connectionId}`);
}
