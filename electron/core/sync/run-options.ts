import type { Logger } from 'pino';
import type { SyncProgress } from '../../../shared/contract/sync.ts';
import type { Connection, SyncRun } from '../../../shared/model/connection.ts';
import type { Env } from '../../../shared/model/env.ts';
import type { FactKind } from '../../../shared/model/facts.ts';
import type { Connector } from '../connectors/_kit/connector.ts';
import type { HttpLimits } from '../connectors/_kit/http.ts';
import type { Wait } from '../connectors/_kit/wait.ts';
import type { WriteDb } from '../db/database.ts';
import type { BatchLimits } from './batch.ts';
import type { CommitLimits } from './commit-limits.ts';

/** What one run of a sync needs. */
export interface RunOptions {
  readonly db: WriteDb;
  readonly connection: Connection;
  readonly connector: Connector;
  readonly secret: string | null;
  readonly runId: string;
  readonly trigger: SyncRun['trigger'];
  readonly env: Env;
  readonly fetch: typeof fetch;
  readonly wait: Wait;
  readonly log: Logger;
  /** Aborted when the user or the application stops the run. */
  readonly signal: AbortSignal;
  /** Reads every row again instead of what changed since the last run. */
  readonly fromScratch?: boolean;
  readonly limits?: Partial<HttpLimits>;
  readonly batch?: BatchLimits;
  readonly commit?: CommitLimits;
  readonly onProgress?: (progress: SyncProgress) => void;
  /** Hears which kinds of fact were just written. */
  readonly onWritten?: (kinds: readonly FactKind[]) => void;
}
