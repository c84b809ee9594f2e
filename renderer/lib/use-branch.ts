import { type QueryClient, type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import type { BranchId } from '../../shared/model/ids.ts';
import { branchPlace, clientIn, orpc } from './client.ts';
import { toFailure } from './failures.ts';
import { notify } from './toasts.ts';
import { unsaved } from './unsaved.ts';

/** The branch that this page is in; null in the plan. */
export function useBranch(): BranchId | null {
  return useSyncExternalStore(branchPlace.subscribe, branchPlace.now);
}

/** Answers that were asked for before the place changed, so that the shell stands as soon as it has. */
let carried: readonly (readonly [QueryKey, unknown])[] = [];

/** Puts what was asked for on the way here into a fresh cache. */
export function takeCarried(into: QueryClient): QueryClient {
  for (const [key, data] of carried) into.setQueryData(key, data);
  carried = [];
  return into;
}

async function enter(to: BranchId | null, isWanted: () => boolean): Promise<boolean> {
  const { workspace } = clientIn(to);
  const [info, settings] = await Promise.all([workspace.info({}), workspace.settings({})]);
  if (!isWanted()) return false;
  carried = [
    [orpc.workspace.info.queryKey({ input: {} }), info],
    [orpc.workspace.settings.queryKey({ input: {} }), settings],
  ];
  branchPlace.go(to);
  return true;
}

/**
 * Goes to a branch, or to the plan with null; whether it went. What is not saved is asked about first; a branch that
 * cannot be opened is said, and the page stays where it is. Of two quick choices the last wins.
 */
export function useGoToBranch(): (to: BranchId | null) => Promise<boolean> {
  const queryClient = useQueryClient();
  return async (to) => {
    const isNewest = branchPlace.wish();
    if (to === branchPlace.now()) return true;
    if (!(await unsaved.mayLeave())) return false;
    try {
      return await enter(to, isNewest);
    } catch (error) {
      if (!isNewest()) return false;
      notify.failed(toFailure(error));
      void queryClient.invalidateQueries({ queryKey: orpc.branches.list.key() });
      return false;
    }
  };
}
