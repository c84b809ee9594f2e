import type { SyncProgress } from '../../../shared/contract/sync.ts';
import type { ConnectionId } from '../../../shared/model/ids.ts';

/** How far each running sync is, and who follows it. */
export interface ProgressBoard {
  readonly show: (progress: SyncProgress) => void;
  /** Tells the followers that a sync ended, and forgets it. */
  readonly finish: (connectionId: ConnectionId) => void;
  readonly running: () => ReadonlyMap<ConnectionId, SyncProgress>;
  /** First what runs, then what changes, until the signal aborts; a slow follower hears the latest of each connection. */
  readonly follow: (signal: AbortSignal | undefined) => AsyncGenerator<SyncProgress, void, void>;
  /** Ends every follower. */
  readonly close: () => void;
}

interface Follower {
  readonly waiting: Map<ConnectionId, SyncProgress>;
  wake: () => void;
}

export function createProgressBoard(): ProgressBoard {
  const current = new Map<ConnectionId, SyncProgress>();
  const followers = new Set<Follower>();
  let closed = false;

  function tell(progress: SyncProgress): void {
    for (const follower of followers) {
      follower.waiting.set(progress.connectionId, progress);
      follower.wake();
    }
  }

  return {
    show: (progress) => {
      current.set(progress.connectionId, progress);
      tell(progress);
    },
    finish: (connectionId) => {
      const last = current.get(connectionId);
      current.delete(connectionId);
      if (last !== undefined) tell({ ...last, state: 'finished', pending: 0, waitingUntil: null });
    },
    running: () => current,
    async *follow(signal) {
      const follower: Follower = { waiting: new Map(current), wake: () => {} };
      const stop = () => follower.wake();
      followers.add(follower);
      signal?.addEventListener('abort', stop);
      try {
        while (signal?.aborted !== true && !closed) {
          if (follower.waiting.size === 0) {
            await new Promise<void>((resolve) => {
              follower.wake = resolve;
            });
          }
          const told = [...follower.waiting.values()];
          follower.waiting.clear();
          yield* told;
        }
      } finally {
        followers.delete(follower);
        signal?.removeEventListener('abort', stop);
      }
    },
    close: () => {
      closed = true;
      for (const follower of followers) follower.wake();
    },
  };
}
