import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { client, useWireState } from './client.ts';
import { gatherTopics } from './gather-topics.ts';
import { isStale } from './stale-queries.ts';

/** While a sync writes, changes come several times a second: screens follow at most this often (milliseconds). */
const SETTLE = 400;

async function follow(queryClient: QueryClient, signal: AbortSignal): Promise<void> {
  const moved = gatherTopics(
    (topics) => void queryClient.invalidateQueries({ predicate: (query) => isStale(query.queryKey, topics) }),
    (act) => void window.setTimeout(act, SETTLE),
  );
  for await (const event of await client.system.changes({}, { signal })) moved(event.topics);
}

/** Keeps every query fresh: what the core says has moved is asked again, and all of it after a lost line. */
export function useChanges(): void {
  const queryClient = useQueryClient();
  const state = useWireState();
  const times = state.kind === 'open' ? state.times : 0;

  useEffect(() => {
    if (times === 0) return;
    const controller = new AbortController();
    if (times > 1) void queryClient.invalidateQueries();
    // A broken line ends the subscription with an error; the next `open` starts it again.
    follow(queryClient, controller.signal).catch(() => {});
    return () => controller.abort();
  }, [queryClient, times]);
}
