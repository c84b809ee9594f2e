import type { Logger } from 'pino';
import type { Env } from '../../shared/model/env.ts';
import type { BranchDesk } from './branch-desk.ts';
import type { ChangeBus } from './change-bus.ts';
import type { CommandQueue } from './command-queue.ts';
import type { ComputeThread } from './compute/compute-thread.ts';
import type { ConflictDesk } from './conflict-desk.ts';
import type { WriteDb } from './db/database.ts';
import type { StoreThread } from './db/store-thread.ts';
import type { HolidaySource } from './holidays.ts';
import type { HostServices } from './host-services.ts';
import type { SyncDesk } from './sync-desk.ts';

/** Who calls, and what they may do. */
export interface Principal {
  readonly actor: string;
  readonly can: 'read' | 'write';
}

/** What each call brings along. */
export interface CallContext {
  readonly principal: Principal;
  /** Aborted when the caller's line closes; callers in this process have none. */
  readonly line?: AbortSignal | undefined;
  /** Why nothing can be answered: the branch that the call names cannot be opened. */
  readonly refusal?: unknown;
}

/** What every service works with. */
export interface CoreContext {
  readonly db: WriteDb;
  /** Long work on the whole file. */
  readonly store: StoreThread;
  /** Forecasts, rosters and deploy orders, beside the core's event loop. */
  readonly forecasts: ComputeThread;
  readonly rosters: ComputeThread;
  readonly deployOrders: ComputeThread;
  readonly readOnly: boolean;
  readonly env: Env;
  readonly host: HostServices;
  readonly holidays: HolidaySource;
  readonly changes: ChangeBus;
  readonly commands: CommandQueue;
  readonly sync: SyncDesk;
  readonly branches: BranchDesk<CoreContext>;
  readonly conflicts: ConflictDesk;
  readonly log: Logger;
}
