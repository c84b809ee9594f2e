import { type ClientLink, createORPCClient } from '@orpc/client';
import type { SupportedMessagePort } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import pino, { type Logger } from 'pino';
import { shapeLink } from '../../shared/contract/client-errors.ts';
import type { Contract } from '../../shared/contract/index.ts';
import type { Env } from '../../shared/model/env.ts';
import type { BranchId } from '../../shared/model/ids.ts';
import type { Zone } from '../../shared/model/time.ts';
import { openBranches } from './branches/desk.ts';
import { noBranches } from './branches/no-branches.ts';
import { noSync } from './branches/no-sync.ts';
import { createChangeBus } from './change-bus.ts';
import { createCommandQueue } from './command-queue.ts';
import { createComputeThread, DEPLOY_ORDERS, FORECASTS, ROSTERS } from './compute/compute-thread.ts';
import type { CoreContext, Principal } from './core-context.ts';
import { keepLogShort } from './db/log-keeper.ts';
import { openWorkspace } from './db/open-workspace.ts';
import { purgeRemovedConnections } from './db/purge.ts';
import { readBranchOrigin } from './db/repositories/branch-origin.ts';
import { createStoreThread } from './db/store-thread.ts';
import { createDirectLink } from './direct-link.ts';
import { createHolidaySource } from './holidays.ts';
import type { HostServices } from './host-services.ts';
import { keepConflicts } from './keep-conflicts.ts';
import { createRouter } from './router.ts';
import { createCallServer } from './serve-calls.ts';
import { createSyncDesk } from './sync/desk.ts';

export type { Principal } from './core-context.ts';
export type CoreClient = ContractRouterClient<Contract>;

export interface CoreOptions {
  /** The absolute path of the workspace file. */
  readonly file: string;
  /** `read` takes no lock, opens a read-only connection and refuses every command. */
  readonly mode: 'write' | 'read';
  /** Creates the file when it is absent. */
  readonly create?: { readonly name: string; readonly zone: Zone } | undefined;
  readonly env: Env;
  readonly host: HostServices;
  /** Whether syncs run by their schedule. */
  readonly schedule: boolean;
  /** Who decides through `client`, and who created a new workspace. */
  readonly actor: string;
  readonly log?: Logger | undefined;
  /** Milliseconds between two looks at the workspace's log, where the usual ones will not do. */
  readonly lookEvery?: number | undefined;
  /** Where the sync thread's program is, where it is not beside this one. */
  readonly syncWorker?: URL | undefined;
}

export interface Core {
  readonly workspaceFile: string;
  /** The contract, called in this process. */
  readonly client: CoreClient;
  /** The same, about a branch; NOT_FOUND where it is gone. */
  readonly clientIn: (branch: BranchId) => CoreClient;
  /** The contract, called in this process by names that may not be in it. */
  readonly link: ClientLink<Record<never, never>>;
  /** Serves the contract on a message port; ends with the port. */
  readonly serve: (port: SupportedMessagePort, principal: Principal) => void;
  /** Ends syncs, closes the database and lets the lock go. */
  readonly close: () => Promise<void>;
}

/** Opens a workspace and everything that works on it. Throws a Failure that says why it cannot be opened. */
export async function openCore(options: CoreOptions): Promise<Core> {
  const { file, mode, create, env, host, actor } = options;
  const log = options.log ?? pino({ level: 'silent' });
  const { db, close } = openWorkspace({ file, mode, create, env, actor, host: host.kind });
  const changes = createChangeBus();
  const schedule = options.schedule && mode === 'write';
  const isBranch = readBranchOrigin(db) !== undefined;
  const desk = isBranch ? noSync : createSyncDesk;
  const sync = desk({
    db,
    file: db.file,
    env,
    secrets: host.secrets,
    changes,
    log,
    schedule,
    readOnly: mode === 'read',
    workerUrl: options.syncWorker,
  });
  const store = createStoreThread(db.file);
  const keeper =
    mode === 'read'
      ? undefined
      : keepLogShort({
          file: db.file,
          tidy: store.tidy,
          onError: (error) => log.warn({ err: error }, 'the log could not be brought into the workspace file'),
          every: options.lookEvery,
        });
  const forecasts = createComputeThread(FORECASTS);
  const rosters = createComputeThread(ROSTERS);
  const deployOrders = createComputeThread(DEPLOY_ORDERS);
  const plan = {
    db,
    store,
    forecasts,
    rosters,
    deployOrders,
    readOnly: mode === 'read',
    env,
    host,
    holidays: createHolidaySource(),
    changes,
    commands: createCommandQueue(),
    sync,
    log,
  };
  const branches = openBranches(plan);
  const context: CoreContext = {
    ...plan,
    branches: isBranch ? noBranches() : branches,
    conflicts: keepConflicts(() => context),
  };
  const closing = new AbortController();
  const purging = mode === 'read' ? Promise.resolve(0) : purgeRemovedConnections(db, closing.signal);
  purging.catch((error: unknown) => log.error({ err: error }, 'the facts of removed connections could not be purged'));
  const router = createRouter(context);
  const principal: Principal = { actor, can: mode };
  const link = shapeLink(createDirectLink(router, { principal }));
  return {
    workspaceFile: file,
    client: createORPCClient<CoreClient>(link),
    clientIn: (branch) =>
      createORPCClient<CoreClient>(shapeLink(createDirectLink(createRouter(branches.open(branch)), { principal }))),
    link,
    serve: createCallServer(router, branches.open),
    close: async () => {
      closing.abort();
      keeper?.close();
      changes.close();
      branches.close();
      const threads = [forecasts, rosters, deployOrders];
      await Promise.allSettled([purging, sync.close(), store.idle(), ...threads.map((thread) => thread.close())]);
      close();
    },
  };
}
