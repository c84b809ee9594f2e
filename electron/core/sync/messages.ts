import type { SyncProgress } from '../../../shared/contract/sync.ts';
import type { Connection, SyncRun } from '../../../shared/model/connection.ts';
import type { FactKind } from '../../../shared/model/facts.ts';
import type { FailureData } from '../failure-data.ts';
import type { Remapped } from './remap.ts';

/** What the sync thread is started with. */
export interface SyncWorkerData {
  /** The absolute path of the workspace file. */
  readonly file: string;
}

/** What the core asks of the sync thread. */
export type ToSyncWorker =
  | {
      readonly type: 'run';
      readonly runId: string;
      readonly connection: Connection;
      readonly secret: string | null;
      readonly trigger: SyncRun['trigger'];
      readonly fromScratch: boolean;
    }
  /** Stops a run or a rebuilding, by the id that it was asked with. */
  | { readonly type: 'cancel'; readonly workId: string }
  | { readonly type: 'remap'; readonly callId: string; readonly connection: Connection }
  /** Stops what runs, closes the file and ends the thread. */
  | { readonly type: 'close' };

/** What the sync thread tells the core. */
export type FromSyncWorker =
  | { readonly type: 'progress'; readonly progress: SyncProgress }
  | { readonly type: 'written'; readonly kinds: readonly FactKind[] }
  | { readonly type: 'finished'; readonly run: SyncRun }
  | { readonly type: 'remapped'; readonly callId: string; readonly result: Remapped }
  | { readonly type: 'remap-failed'; readonly callId: string; readonly failure: FailureData }
  /** A line of the log as JSON, secrets taken out. */
  | { readonly type: 'log'; readonly line: string };
