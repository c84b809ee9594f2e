import type { SyncRun } from '../../../shared/model/connection.ts';
import type { Failure } from '../../../shared/model/failure.ts';
import { assertSecret } from '../connectors/_kit/check.ts';
import { factKindNames } from '../db/fact-tables.ts';
import { writeSyncRun } from '../db/repositories/sync-run-log.ts';
import { promoteWatermarks } from '../db/repositories/sync-watermarks.ts';
import { asFailure } from './as-failure.ts';
import { awaitServer } from './await-server.ts';
import { forgetScopes } from './forget-scopes.ts';
import { forgetServer } from './forget-server.ts';
import { planChange } from './plan-mark.ts';
import { prepareRun } from './prepare-run.ts';
import { pruneOld } from './prune.ts';
import { readScopes } from './read-scopes.ts';
import { remapConnection } from './remap.ts';
import type { RunOptions } from './run-options.ts';
import { createRunTally, type RunTally } from './run-tally.ts';

/** The reason to abort a run with when the application closes. */
export const CLOSING = 'closing';

/** Lets what is kept follow a plan that changed since the last run. */
async function followPlan(options: RunOptions): Promise<void> {
  const { db, connection, connector, signal } = options;
  const { server, left, rules } = planChange(db, { connection, connector });
  if (server) {
    await awaitServer(options);
    await forgetServer(db, connection.id, signal);
  } else if (left.length > 0) await forgetScopes(db, { connection, connector, scopes: left, signal });
  else if (rules) await remapConnection(db, { connection, connector, signal });
  if (server || left.length > 0 || rules) options.onWritten?.(factKindNames);
}

async function pass(options: RunOptions, tally: RunTally): Promise<readonly Failure[]> {
  const { db, connection, connector, secret, runId, fromScratch } = options;
  try {
    db.transaction(() => writeSyncRun(db, tally.running()));
    assertSecret(connection, secret);
    await followPlan(options);
    const queued = prepareRun(db, { connection, connector, runId, fromScratch });
    return await readScopes(options, queued, tally);
  } catch (error) {
    return [asFailure(error, options)];
  }
}

/** Stopped by the user, or because the application closes: that one goes on by itself when it opens again. */
function stoppedAs(signal: AbortSignal): 'cancelled' | 'interrupted' {
  return signal.reason === CLOSING ? 'interrupted' : 'cancelled';
}

/**
 * One pass over a connection: goes on with what an earlier run left, or starts from the watermarks; asks, reads,
 * writes and counts until nothing is left. It never throws: what failed is told by the run that it answers
 * with. A scope that fails lets the others go on.
 */
export async function runSync(options: RunOptions): Promise<SyncRun> {
  const { db, connection, env, log, runId, trigger, signal } = options;
  const tally = createRunTally({ id: runId, trigger, startedAt: env.now(), connection });
  const failures = await pass(options, tally);
  const run = tally.ended(env.now(), signal.aborted ? stoppedAs(signal) : failures);
  try {
    db.transaction(() => {
      promoteWatermarks(db, connection.id);
      writeSyncRun(db, run);
    });
  } catch (error) {
    log.error({ err: error }, 'the end of a sync could not be written');
    const more = asFailure(error, options);
    // A store that took nothing from the beginning is told of once.
    const isTold = failures.some(({ code }) => code === more.code);
    return tally.ended(env.now(), isTold ? failures : [...failures, more]);
  }
  try {
    await pruneOld(db, { connectionId: connection.id, now: env.now(), signal });
  } catch (error) {
    log.warn({ err: error }, 'what is old could not be removed; the next sync tries again');
  }
  return run;
}
