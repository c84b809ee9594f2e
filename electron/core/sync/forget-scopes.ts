import type { Connection } from '../../../shared/model/connection.ts';
import { Failure } from '../../../shared/model/failure.ts';
import type { Connector } from '../connectors/_kit/connector.ts';
import type { WriteDb } from '../db/database.ts';
import { removeFacts } from '../db/repositories/mapped-facts.ts';
import { listOrphans, orphanKinds } from '../db/repositories/orphaned-facts.ts';
import { listPagesOfScopes, removeRawPages } from '../db/repositories/raw-pages.ts';
import { forgetScope } from '../db/repositories/sync-queue.ts';
import { removeWatermarksOf } from '../db/repositories/sync-watermarks.ts';
import type { CommitLimits } from './commit-limits.ts';
import { remapConnection } from './remap.ts';
import { stepAside } from './step-aside.ts';

/** Rows removed in one transaction: nobody else waits long to write. */
const FACTS_AT_ONCE = 500;
const PAGES_AT_ONCE = 100;

export interface ForgetScopes {
  readonly connection: Connection;
  readonly connector: Connector;
  /** As they are kept. */
  readonly scopes: readonly string[];
  readonly signal: AbortSignal;
  readonly limits?: CommitLimits;
}

/** Removes rows, so many in each transaction. */
async function inSteps<T>(
  ids: readonly T[],
  signal: AbortSignal,
  step: { readonly most: number; readonly remove: (db: readonly T[]) => void },
): Promise<void> {
  for (let at = 0; at < ids.length; at += step.most) {
    if (signal.aborted) {
      const remedy = 'The next sync goes on with it.';
      throw new Failure('CANCELLED', 'The sync was stopped while facts were removed.', { where: null, remedy });
    }
    step.remove(ids.slice(at, at + step.most));
    await stepAside();
  }
}

/**
 * Removes what a connection read of scopes that it reads no more: the facts that no page of another scope tells (a person
 * may be named by many), the pages, and where the next sync would have gone on, first of all: a scope that comes back
 * meanwhile is read from its beginning. In short transactions; one that is killed or stopped is done again by the next
 * run, as long as the plan is not remembered. The facts that stay are read anew by the rules of now.
 */
export async function forgetScopes(db: WriteDb, options: ForgetScopes): Promise<void> {
  const { connection, connector, scopes, signal, limits } = options;
  db.transaction(() => {
    for (const scope of scopes) forgetScope(db, connection.id, scope);
    removeWatermarksOf(db, connection.id, scopes);
  });
  await remapConnection(db, { connection, connector, signal, except: scopes, ...(limits ? { limits } : {}) });
  await inSteps(listPagesOfScopes(db, connection.id, scopes), signal, {
    most: PAGES_AT_ONCE,
    remove: (ids) => db.transaction(() => removeRawPages(db, ids)),
  });
  // What had outlived its page: pages are kept for a while only.
  for (const kind of orphanKinds) {
    await inSteps(listOrphans(db, connection.id, kind), signal, {
      most: FACTS_AT_ONCE,
      remove: (ids) => db.transaction(() => removeFacts(db, connection.id, { kind, ids })),
    });
  }
}
