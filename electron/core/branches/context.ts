import { createChangeBus } from '../change-bus.ts';
import { createCommandQueue } from '../command-queue.ts';
import type { CoreContext } from '../core-context.ts';
import { openWorkspace } from '../db/open-workspace.ts';
import { createStoreThread } from '../db/store-thread.ts';
import { keepConflicts } from '../keep-conflicts.ts';
import { noBranches } from './no-branches.ts';
import { noSync } from './no-sync.ts';

/** What a branch's core needs of the plan's. */
export type PlanContext = Omit<CoreContext, 'branches' | 'conflicts'>;

/** Opens a branch's file with everything that works on it; host, holidays, clock and log are the plan's. */
export function branchContext(
  plan: PlanContext,
  file: string,
): { readonly context: CoreContext; readonly close: () => void } {
  const { env, host, holidays, forecasts, rosters, deployOrders, log, readOnly } = plan;
  const mode = readOnly ? 'read' : 'write';
  const { db, close } = openWorkspace({ file, mode, create: undefined, env, actor: '', host: host.kind });
  const changes = createChangeBus();
  const context: CoreContext = {
    db,
    store: createStoreThread(db.file),
    forecasts,
    rosters,
    deployOrders,
    readOnly,
    env,
    host,
    holidays,
    changes,
    commands: createCommandQueue(),
    conflicts: keepConflicts(() => context),
    sync: noSync(),
    branches: noBranches(),
    log,
  };
  return {
    context,
    close: () => {
      changes.close();
      close();
    },
  };
}
