import { setImmediate as nextTurn } from 'node:timers/promises';
import type { FactKind } from '../../../shared/model/facts.ts';
import type { Failure } from '../../../shared/model/failure.ts';
import type { Instant } from '../../../shared/model/time.ts';
import { forgetScope } from '../db/repositories/sync-queue.ts';
import { writeSyncRun } from '../db/repositories/sync-run-log.ts';
import { asFailure } from './as-failure.ts';
import { askPage, readingOf } from './ask-page.ts';
import { createBatch, defaultBatch } from './batch.ts';
import { failureReach } from './failure-reach.ts';
import { createPageFollower } from './follow-page.ts';
import { createRequestStack } from './request-stack.ts';
import { createRunHttp, limitsOf } from './run-http.ts';
import type { RunOptions } from './run-options.ts';
import type { RunTally } from './run-tally.ts';
import { createPageWriter, type QueuedRequest, type Written } from './write-pages.ts';

/** Scopes that failed in this run. */
interface Trouble {
  readonly scopes: Set<string>;
  /** Those whose queue is not worth keeping, until it has been dropped. */
  readonly anew: Set<string>;
  readonly failures: Failure[];
}

/**
 * Asks everything that is queued and whatever follows from it, while pages that have come are written; answers
 * with what failed, first things first. Throws only when the store cannot be written.
 */
export async function readScopes(
  options: RunOptions,
  queued: readonly QueuedRequest[],
  tally: RunTally,
): Promise<readonly Failure[]> {
  const { db, connection, connector, env, log, runId } = options;
  const limits = limitsOf(options);
  const stop = new AbortController();
  const signal = AbortSignal.any([options.signal, stop.signal]);
  const stack = createRequestStack(queued);
  const follow = createPageFollower(connector, connection, stack);
  const batch = createBatch(options.batch ?? defaultBatch, options.wait, signal);
  const write = createPageWriter(db, { connection, connector, runId, log }, options.commit);
  const underWay = new Set<Promise<void>>();
  const trouble: Trouble = { scopes: new Set(), anew: new Set(), failures: [] };
  let reading = connection.name;
  let waitingUntil: Instant | null = null;

  const http = createRunHttp(options, {
    limits,
    onWaiting: (until) => {
      waitingUntil = until;
      tell();
    },
  });

  function tell(): void {
    const { pages } = tally.running();
    const state = waitingUntil === null ? 'running' : 'waiting';
    const pending = stack.size() + underWay.size;
    options.onProgress?.({
      connectionId: connection.id,
      runId,
      state,
      reading,
      pages,
      rows: tally.rows(),
      pending,
      waitingUntil,
    });
  }

  function fail({ request }: QueuedRequest, error: unknown): void {
    const failure = asFailure(error, options);
    if (failure.code === 'CANCELLED' && signal.aborted) return;
    const { scope } = request;
    const reach = failureReach(failure.code, trouble.scopes.size);
    log.warn({ code: failure.code, where: failure.where, reach }, failure.message);
    if (!trouble.scopes.has(scope)) trouble.failures.push(failure);
    trouble.scopes.add(scope);
    stack.forgetScope(scope);
    if (reach === 'scope-anew') trouble.anew.add(scope);
    if (reach === 'run') stop.abort();
  }

  async function ask(item: QueuedRequest): Promise<void> {
    const { request } = item;
    try {
      const { response, rawId } = await askPage({ db, connection, http }, request, signal);
      // What a failed scope still answers stays in the queue with the rest of it.
      if (trouble.scopes.has(request.scope)) return;
      const { next, watermark, again } = follow(request, response);
      batch.add({ request, response, fetchedAt: env.now(), rawId, next: stack.putFirst(next), watermark, again });
    } catch (error) {
      fail(item, error);
    }
  }

  function launch(): void {
    while (underWay.size < limits.concurrency && !signal.aborted) {
      const item = stack.take();
      if (item === undefined) return;
      reading = readingOf(item.request);
      const task: Promise<void> = ask(item).finally(() => underWay.delete(task));
      underWay.add(task);
    }
  }

  /** Writes what has come. Scopes to begin anew are forgotten after their last page, which would queue what follows. */
  async function commit(): Promise<void> {
    const pages = batch.take();
    const anew = [...trouble.anew];
    trouble.anew.clear();
    if (pages.length === 0 && anew.length === 0) return;
    const alsoWrite = (written: Written, isLast: boolean) => {
      if (isLast) for (const scope of anew) forgetScope(db, connection.id, scope);
      tally.add(written);
      writeSyncRun(db, tally.running());
    };
    for (const { rows, removed } of write(pages, alsoWrite)) {
      options.onWritten?.(Object.keys({ ...rows, ...removed }) as FactKind[]);
      tell();
      await nextTurn();
    }
  }

  tell();
  try {
    for (launch(); underWay.size > 0; launch()) {
      await Promise.race([...underWay, ...batch.patience()]);
      if (batch.isDue()) await commit();
    }
    await commit();
    return trouble.failures;
  } finally {
    stop.abort();
    await Promise.all(underWay);
  }
}
