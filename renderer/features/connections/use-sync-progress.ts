import { useEffect, useState } from 'react';
import type { SyncProgress } from '../../../shared/contract/sync.ts';
import { client, useWireState } from '../../lib/client.ts';

export type ProgressById = ReadonlyMap<string, SyncProgress>;

/** The running syncs after one more message: a finished one is no longer running. */
export function withProgress(known: ProgressById, progress: SyncProgress): ProgressById {
  const next = new Map(known);
  if (progress.state === 'finished') next.delete(progress.connectionId);
  else next.set(progress.connectionId, progress);
  return next;
}

/** Follows the running syncs while the page is open, by connection. */
export function useSyncProgress(): ProgressById {
  const [running, setRunning] = useState<ProgressById>(new Map());
  const state = useWireState();
  const times = state.kind === 'open' ? state.times : 0;

  useEffect(() => {
    if (times === 0) return;
    const controller = new AbortController();
    const follow = async () => {
      for await (const progress of await client.sync.progress({}, { signal: controller.signal })) {
        setRunning((known) => withProgress(known, progress));
      }
    };
    // A broken line ends it; the next one starts it again.
    follow().catch(() => {});
    return () => {
      controller.abort();
      setRunning(new Map());
    };
  }, [times]);

  return running;
}
