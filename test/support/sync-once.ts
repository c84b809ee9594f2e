import { performance } from 'node:perf_hooks';
import { pino } from 'pino';
import type { Connector } from '../../electron/core/connectors/_kit/connector.ts';
import { systemWait } from '../../electron/core/connectors/_kit/wait.ts';
import type { WriteDb } from '../../electron/core/db/database.ts';
import { factTables } from '../../electron/core/db/fact-tables.ts';
import { fromRow } from '../../electron/core/db/table.ts';
import type { RunOptions } from '../../electron/core/sync/run-options.ts';
import { runSync } from '../../electron/core/sync/runner.ts';
import type { Connection, SyncRun } from '../../shared/model/connection.ts';
import type { Env } from '../../shared/model/env.ts';
import type { FactKind, FactOf } from '../../shared/model/facts.ts';
import { instant } from '../../shared/model/time.ts';

/** A clock that begins at a moment and runs: what a sync and its replay server both go by. */
export function runningEnv(iso: string): Env {
  const start = performance.now();
  let ids = 0;
  return {
    now: () => instant(Date.parse(iso) + Math.round(performance.now() - start)),
    newId: (prefix) => {
      ids += 1;
      return `${prefix}-${ids}`;
    },
    random: () => 0.5,
  };
}

/** Syncs a connection once in this process, over HTTP; a page a transaction unless told otherwise. */
export function syncOnce(
  db: WriteDb,
  on: {
    readonly connection: Connection;
    readonly connector: Connector;
    readonly secret: string | null;
    readonly env: Env;
  },
  changes: Partial<RunOptions> = {},
): Promise<SyncRun> {
  return runSync({
    db,
    ...on,
    runId: on.env.newId('run'),
    trigger: 'hand',
    fetch,
    wait: systemWait,
    log: pino({ level: 'silent' }),
    signal: new AbortController().signal,
    limits: { attempts: 2, firstDelayMs: 1, longestDelayMs: 2 },
    batch: { pages: 1, everyMs: 20 },
    ...changes,
  });
}

/** Every fact of a kind, by id. */
export function factsOf<K extends FactKind>(db: WriteDb, kind: K): readonly FactOf<K>[] {
  const table = factTables[kind];
  // The table is described by the kind's own schema.
  return db
    .prepare(`SELECT * FROM ${table.name} ORDER BY id`)
    .all()
    .map((row) => fromRow(table, row as Record<string, unknown>) as FactOf<K>);
}
