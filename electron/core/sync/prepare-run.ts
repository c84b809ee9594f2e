import { createHash } from 'node:crypto';
import type { Connection } from '../../../shared/model/connection.ts';
import type { Connector, PageRequest } from '../connectors/_kit/connector.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';
import { enqueueRequest, forgetScope, readSyncQueue } from '../db/repositories/sync-queue.ts';
import {
  forgetProgress,
  promoteWatermarks,
  readWatermarks,
  writeWatermark,
} from '../db/repositories/sync-watermarks.ts';
import type { QueuedRequest } from './write-pages.ts';

/** The plan that the facts follow is remembered beside the watermarks, under a name that no scope has. */
const PLAN_MARK = { scope: '', stream: '#plan' } as const;

function rulesHash(connection: Connection): string {
  return createHash('sha256').update(JSON.stringify(connection.rules)).digest('hex');
}

/** What changed in a connection's plan since the facts were read. */
export interface PlanChange {
  /** Another server: nothing of the old one can be gone on from. */
  readonly baseUrl: boolean;
  /** Other rules: kept pages mean something else now. */
  readonly rules: boolean;
}

export function planChange(db: ReadDb, connection: Connection): PlanChange {
  const mark = readWatermarks(db, connection.id, PLAN_MARK.scope)[PLAN_MARK.stream];
  if (mark === undefined) return { baseUrl: false, rules: false };
  return { baseUrl: mark.baseUrl !== connection.baseUrl, rules: mark.rules !== rulesHash(connection) };
}

/** Remembers the plan that the facts now follow. */
export function rememberPlan(db: WriteDb, connection: Connection): void {
  const value = { baseUrl: connection.baseUrl, rules: rulesHash(connection) };
  writeWatermark(db, connection.id, { ...PLAN_MARK, value });
}

function readQueue(db: ReadDb, connection: Connection): readonly QueuedRequest[] {
  // Only requests of connectors are queued.
  return readSyncQueue(db, connection.id).map(({ position, request }) => ({
    position,
    request: JSON.parse(request) as PageRequest,
  }));
}

/**
 * What a run has to ask: the rest of an earlier run for the scopes that it left unfinished, and the first
 * requests of every stream for the others. Scopes that are no longer in the plan are dropped.
 */
export function prepareRun(
  db: WriteDb,
  {
    connection,
    connector,
    runId,
  }: { readonly connection: Connection; readonly connector: Connector; readonly runId: string },
): readonly QueuedRequest[] {
  return db.transaction(() => {
    if (planChange(db, connection).baseUrl) forgetProgress(db, connection.id);
    promoteWatermarks(db, connection.id);
    const left = readQueue(db, connection);
    const unfinished = new Set(left.map(({ request }) => request.scope));
    for (const scope of unfinished) {
      if (!connection.scopes.includes(scope)) forgetScope(db, connection.id, scope);
    }
    let position = (left.at(-1)?.position ?? 0) + 1;
    for (const scope of new Set(connection.scopes)) {
      if (unfinished.has(scope)) continue;
      for (const request of connector.start(connection, scope, readWatermarks(db, connection.id, scope))) {
        enqueueRequest(db, connection.id, { key: request.key, position, request: JSON.stringify(request), runId });
        position += 1;
      }
    }
    return readQueue(db, connection);
  });
}
