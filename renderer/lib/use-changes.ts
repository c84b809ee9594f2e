import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { client } from './client.ts';
import { followChanges } from './follow-changes.ts';
import { gatherTopics } from './gather-topics.ts';
import { createRefresher } from './refresh-queries.ts';
import { isStale } from './stale-queries.ts';
import { rowsInView } from './use-pages.ts';

/** While a sync writes, changes come several times a second: screens follow at most this often (milliseconds). */
const SETTLE = 400;

function rest(milliseconds: number, act: () => void): void {
  window.setTimeout(act, milliseconds);
}

function keepFresh(queryClient: QueryClient, signal: AbortSignal): Promise<void> {
  const refresh = createRefresher(queryClient, {
    rowInView: (queryHash) => rowsInView.get(queryHash)?.(),
    later: (act) => rest(SETTLE, act),
  });
  const moved = gatherTopics(
    (topics) => refresh((queryKey) => isStale(queryKey, topics)),
    (act) => rest(SETTLE, act),
  );
  return followChanges({
    subscribe: (ended) => client.system.changes({}, { signal: ended }),
    onEvent: ({ topics }) => moved(topics),
    onConnected(time) {
      // The page subscribes before it asks anything: only what was answered before that may be old.
      const answered = (queryKey: readonly unknown[]) => queryClient.getQueryState(queryKey)?.data !== undefined;
      refresh(time === 'again' ? () => true : answered);
    },
    wait: (milliseconds) => new Promise((resolve) => rest(milliseconds, resolve)),
    random: Math.random,
    signal,
  });
}

/** Keeps every query fresh: what the core says has moved is asked again, and all of it after a lost subscription. */
export function useChanges(): void {
  const queryClient = useQueryClient();

  useEffect(() => {
    const controller = new AbortController();
    void keepFresh(queryClient, controller.signal);
    return () => controller.abort();
  }, [queryClient]);
}
