import { setImmediate as nextTurn } from 'node:timers/promises';
import type { WriteDb } from './database.ts';
import { factKindNames } from './fact-tables.ts';
import { removeSomeFacts } from './repositories/mapped-facts.ts';
import { type Sql, sql } from './sql.ts';

/** Rows removed in one transaction: short enough that no command waits for it noticeably. */
const BATCH = 500;

/** Tables that hold rows of a connection besides its facts, in the order in which they may be emptied. */
const SYNC_TABLES = ['sync_request', 'sync_watermark', 'sync_pending_watermark', 'sync_etag', 'raw_page', 'sync_run'];

/** Simulated facts cannot be synced again, so they wait for a redo of their connection's adding. */
export const SIMULATED = 'simulated';

function named(table: string): Sql {
  return { text: table, values: [] };
}

/** Connections that left rows behind and are configured no more. */
function removedConnections(db: WriteDb): readonly string[] {
  const left = [...SYNC_TABLES, 'fact_count'].flatMap((table) =>
    db.all<{ id: string }>(sql`
      SELECT DISTINCT connection_id AS id FROM ${named(table)} WHERE connection_id NOT IN (SELECT id FROM connection)
        AND connection_id NOT LIKE ${`${SIMULATED}-%`}`),
  );
  return [...new Set(left.map(({ id }) => id))];
}

/** Undo may have brought it back meanwhile. */
function isConfigured(db: WriteDb, connectionId: string): boolean {
  return db.get(sql`SELECT 1 FROM connection WHERE id = ${connectionId}`) !== undefined;
}

function purgeFacts(db: WriteDb, kind: (typeof factKindNames)[number], connectionId: string): number {
  return db.transaction(() => {
    if (isConfigured(db, connectionId)) return 0;
    return removeSomeFacts(db, connectionId, { kind, limit: BATCH });
  });
}

/**
 * Removes what removed connections left behind, a little at a time. Run it when a workspace is opened: until
 * then undo brings a connection back with all of its facts. Says how many facts went.
 */
export async function purgeRemovedConnections(db: WriteDb, signal: AbortSignal): Promise<number> {
  let purged = 0;
  for (const connectionId of removedConnections(db)) {
    for (const kind of factKindNames) {
      for (let gone = BATCH; gone === BATCH; ) {
        if (signal.aborted) return purged;
        gone = purgeFacts(db, kind, connectionId);
        purged += gone;
        await nextTurn();
      }
    }
    if (signal.aborted) return purged;
    db.transaction(() => {
      if (isConfigured(db, connectionId)) return;
      for (const table of SYNC_TABLES) db.run(sql`DELETE FROM ${named(table)} WHERE connection_id = ${connectionId}`);
      db.run(sql`DELETE FROM fact_count WHERE connection_id = ${connectionId}`);
    });
  }
  return purged;
}
