import type { Connection } from '../../../shared/model/connection.ts';
import type { Connector, PageRequest } from '../connectors/_kit/connector.ts';
import { scopesOf } from '../connectors/_kit/scopes.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';
import { enqueueRequest, forgetScope, readSyncQueue } from '../db/repositories/sync-queue.ts';
import { forgetProgress, promoteWatermarks } from '../db/repositories/sync-watermarks.ts';
import { readMarks } from './ask-again.ts';
import { rememberPlan } from './plan-mark.ts';
import type { QueuedRequest } from './write-pages.ts';

function readQueue(db: ReadDb, connection: Connection): readonly QueuedRequest[] {
  // Only requests of connectors are queued.
  return readSyncQueue(db, connection.id).map(({ position, request }) => ({
    position,
    request: JSON.parse(request) as PageRequest,
  }));
}

export interface RunStart {
  readonly connection: Connection;
  readonly connector: Connector;
  readonly runId: string;
  /** Goes on from nothing: every row is read again. */
  readonly fromScratch?: boolean | undefined;
}

/**
 * What a run has to ask: the rest of an earlier run for the scopes that it left unfinished; for the others the first
 * requests of every stream, and those whose answer was not the last word. Scopes that are no longer in the plan are dropped. From here on
 * the facts follow the plan as it is.
 */
export function prepareRun(
  db: WriteDb,
  { connection, connector, runId, fromScratch = false }: RunStart,
): readonly QueuedRequest[] {
  return db.transaction(() => {
    if (fromScratch) forgetProgress(db, connection.id, connector.lasting);
    rememberPlan(db, { connection, connector });
    promoteWatermarks(db, connection.id);
    const scopes = scopesOf(connector, connection);
    const left = readQueue(db, connection);
    const unfinished = new Set(left.map(({ request }) => request.scope));
    for (const scope of unfinished) {
      if (!scopes.includes(scope)) forgetScope(db, connection.id, scope);
    }
    let position = (left.at(-1)?.position ?? 0) + 1;
    for (const scope of scopes) {
      if (unfinished.has(scope)) continue;
      const { watermarks, again } = readMarks(db, connection.id, scope);
      for (const request of [...connector.start(connection, scope, watermarks), ...again]) {
        enqueueRequest(db, connection.id, { key: request.key, position, request: JSON.stringify(request), runId });
        position += 1;
      }
    }
    return readQueue(db, connection);
  });
}
