import type { SyncProgress } from '../../shared/contract/sync.ts';
import type { SyncRun } from '../../shared/model/connection.ts';
import type { ConnectionId } from '../../shared/model/ids.ts';
import type { Instant } from '../../shared/model/time.ts';

/** How to sync. */
export interface SyncHow {
  /** Reads every row again, not only what changed since the last sync. */
  readonly fromScratch?: boolean | undefined;
}

/** What the services ask of syncing; electron/core/sync stands behind it. */
export interface SyncDesk {
  /** Starts a sync and says its run's id; a running one is joined, but refused when it was to be from scratch. */
  readonly start: (connectionId: ConnectionId, trigger: SyncRun['trigger'], how?: SyncHow) => Promise<string>;
  /** Waits for a run to end and says how it did, written down or not; null for one that nobody knows of. */
  readonly finished: (runId: string) => Promise<SyncRun | null>;
  /** The run of a connection that ended last since the workspace was opened, written down or not. */
  readonly lastEnded: (connectionId: ConnectionId) => SyncRun | null;
  /** Stops what a connection is doing: its sync, or the rebuilding of its facts. */
  readonly cancel: (connectionId: ConnectionId) => void;
  readonly running: () => ReadonlyMap<ConnectionId, SyncProgress>;
  readonly nextRunAt: (connectionId: ConnectionId) => Instant | null;
  /** Whether a connection is due and waits for nothing but the network. */
  readonly isWaiting: (connectionId: ConnectionId) => boolean;
  /** Takes what a page says of the network; it counts for as long as the page's line is open. */
  readonly setOnline: (online: boolean, line?: AbortSignal | undefined) => void;
  readonly follow: (signal: AbortSignal | undefined) => AsyncGenerator<SyncProgress, void, void>;
  /** Rebuilds a connection's facts from its kept pages. */
  readonly remap: (connectionId: ConnectionId) => Promise<{ pages: number; facts: number; dropped: number }>;
  /** Tells the scheduler that connections changed. */
  readonly reschedule: () => void;
  readonly close: () => Promise<void>;
}
