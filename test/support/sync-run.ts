import pino from 'pino';
import { github } from '../../electron/core/connectors/github/index.ts';
import type { WriteDb } from '../../electron/core/db/database.ts';
import type { RunOptions } from '../../electron/core/sync/run-options.ts';
import { runSync } from '../../electron/core/sync/runner.ts';
import {
  type AnsweredPage,
  addCounts,
  createPageWriter,
  type PageTarget,
  type Written,
} from '../../electron/core/sync/write-pages.ts';
import type { Connection, SyncRun } from '../../shared/model/connection.ts';
import type { ConnectionId } from '../../shared/model/ids.ts';
import { type TestEnv, testEnv } from './env.ts';
import { notedWaits } from './waits.ts';

/** A connection to a GitHub, with the connector's own rules and the scope `acme/shop`. */
export function githubConnection(baseUrl: string, changes: Partial<Connection> = {}): Connection {
  return {
    id: 'gh' as ConnectionId,
    kind: 'github',
    name: 'GitHub',
    baseUrl,
    auth: 'token',
    user: '',
    scopes: ['acme/shop'],
    rules: github.defaultRules,
    everyMinutes: null,
    ...changes,
  };
}

export const silentLog = pino({ level: 'silent' });

/** Writes pages without a network, all of them, and says what came of it together. */
export function writePages(db: WriteDb, target: PageTarget, pages: readonly AnsweredPage[]): Written {
  const steps = [...createPageWriter(db, target)(pages)];
  const rows: Record<string, number> = {};
  const removed: Record<string, number> = {};
  for (const step of steps) {
    addCounts(rows, step.rows);
    addCounts(removed, step.removed);
  }
  const written = steps.reduce((sum, step) => sum + step.pages, 0);
  return { pages: written, rows, removed, dropped: steps.flatMap(({ dropped }) => dropped) };
}

/** Everything that a run needs, with a clock of its own and waits that take no time. */
export function runOptions(
  db: WriteDb,
  connection: Connection,
  changes: Partial<RunOptions> & { readonly env?: TestEnv } = {},
): RunOptions {
  const env = changes.env ?? testEnv();
  return {
    db,
    connection,
    connector: github,
    secret: 't0ken',
    runId: env.newId('run'),
    trigger: 'hand',
    env,
    fetch,
    wait: notedWaits(env).wait,
    log: silentLog,
    signal: new AbortController().signal,
    ...changes,
  };
}

/** Runs one sync to its end. */
export function syncOnce(
  db: WriteDb,
  connection: Connection,
  changes: Partial<RunOptions> & { readonly env?: TestEnv } = {},
): Promise<SyncRun> {
  return runSync(runOptions(db, connection, changes));
}
