import { useEffect, useState } from 'react';
import { client, useWireState } from '../../lib/client.ts';
import { type ProgressById, withProgress } from './view-model.ts';

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
