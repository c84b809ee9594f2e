import { Failure } from '../../../shared/model/failure.ts';
import { connectorOf } from '../connectors/registry.ts';
import type { CoreContext } from '../core-context.ts';
import { connectionOf } from '../db/repositories/connections.ts';
import { readSyncRuns } from '../db/repositories/sync-runs.ts';
import type { Os } from '../middleware.ts';

/** Syncs by hand, their progress and their history. */
export function syncService(os: Os, core: CoreContext) {
  const { db, sync } = core;
  return {
    start: os.sync.start.handler(async ({ input }) => {
      connectorOf(connectionOf(db, input.connectionId).kind);
      return { runId: await sync.start(input.connectionId, 'hand', { fromScratch: input.fromScratch }) };
    }),
    run: os.sync.run.handler(async ({ input }) => {
      connectorOf(connectionOf(db, input.connectionId).kind);
      const runId = await sync.start(input.connectionId, input.trigger, { fromScratch: input.fromScratch });
      const run = await sync.finished(runId);
      if (run !== null) return run;
      throw new Failure('NOT_FOUND', `The sync run ${runId} left no trace.`, { where: `sync run ${runId}` });
    }),
    cancel: os.sync.cancel.handler(({ input }) => {
      sync.cancel(input.connectionId);
      return {};
    }),
    setOnline: os.sync.setOnline.handler(({ input, context }) => {
      sync.setOnline(input.online, context.line);
      return {};
    }),
    runs: os.sync.runs.handler(({ input }) => readSyncRuns(db, input.connectionId, input.limit)),
    progress: os.sync.progress.handler(({ signal }) => sync.follow(signal)),
    remap: os.sync.remap.handler(({ input }) => {
      connectorOf(connectionOf(db, input.connectionId).kind);
      return sync.remap(input.connectionId);
    }),
  };
}
