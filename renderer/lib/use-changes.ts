import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { TopicName } from '../../shared/model/change-event.ts';
import type { BranchId } from '../../shared/model/ids.ts';
import { type CallPlace, isOfPlan } from './call-place.ts';
import { clientIn } from './client.ts';
import { followChanges } from './follow-changes.ts';
import { gatherTopics } from './gather-topics.ts';
import { createRefresher } from './refresh-queries.ts';
import { rowsInView } from './use-pages.ts';

/** While a sync writes, changes come several times a second: screens follow at most this often (milliseconds). */
const SETTLE = 400;

function rest(milliseconds: number, act: () => void): void {
  window.setTimeout(act, milliseconds);
}

/** Whether an answer comes from a place while the page is in a branch; comparisons come from both. */
function comesFrom(queryKey: readonly unknown[], place: CallPlace): boolean {
  const path = Array.isArray(queryKey[0]) ? queryKey[0].map(String) : [];
  if (path[0] === 'branches') return true;
  return isOfPlan(path) === (place === null);
}

interface Followed {
  readonly place: CallPlace;
  readonly isMeant: (queryKey: readonly unknown[]) => boolean;
}

function keepFresh(queryClient: QueryClient, { place, isMeant }: Followed, signal: AbortSignal): Promise<void> {
  const refresh = createRefresher(queryClient, {
    rowInView: (queryHash) => rowsInView.get(queryHash)?.(),
    later: (act) => rest(SETTLE, act),
  });
  // What each procedure reads is in the whole contract: it is read in when something moves, not before the first screen.
  async function follow(topics: ReadonlySet<TopicName>): Promise<void> {
    const { isStale } = await import('./stale-queries.ts');
    refresh((queryKey) => isMeant(queryKey) && isStale(queryKey, topics));
  }
  const moved = gatherTopics(
    // Where it cannot be read in, all is asked again.
    (topics) => void follow(topics).catch(() => refresh(isMeant)),
    (act) => rest(SETTLE, act),
  );
  return followChanges({
    subscribe: (ended) => clientIn(place).system.changes({}, { signal: ended }),
    onEvent: ({ topics }) => moved(topics),
    onConnected(time) {
      // The page subscribes before it asks anything: only what was answered before that may be old.
      const answered = (queryKey: readonly unknown[]) => queryClient.getQueryState(queryKey)?.data !== undefined;
      refresh((queryKey) => isMeant(queryKey) && (time === 'again' || answered(queryKey)));
    },
    wait: (milliseconds) => new Promise((resolve) => rest(milliseconds, resolve)),
    random: Math.random,
    signal,
  });
}

/**
 * Keeps every query fresh: what the core says has moved is asked again, and all of it after a lost subscription. In a
 * branch, both it and the plan are followed.
 */
export function useChanges(branch: BranchId | null): void {
  const queryClient = useQueryClient();

  useEffect(() => {
    const controller = new AbortController();
    const follow = (followed: Followed) => void keepFresh(queryClient, followed, controller.signal);
    if (branch === null) follow({ place: null, isMeant: () => true });
    for (const place of branch === null ? [] : [null, branch]) {
      follow({ place, isMeant: (queryKey) => comesFrom(queryKey, place) });
    }
    return () => controller.abort();
  }, [queryClient, branch]);
}

/** Keeps comparisons with a branch fresh that the page is not in: every change of it is one. */
export function useBranchChanges(branch: BranchId | null): void {
  const queryClient = useQueryClient();

  useEffect(() => {
    if (branch === null) return;
    const controller = new AbortController();
    const isMeant = (queryKey: readonly unknown[]) => Array.isArray(queryKey[0]) && queryKey[0][0] === 'branches';
    void keepFresh(queryClient, { place: branch, isMeant }, controller.signal);
    return () => controller.abort();
  }, [queryClient, branch]);
}
