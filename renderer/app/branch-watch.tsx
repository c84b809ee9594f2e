import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { branchPlace, orpc } from '../lib/client.ts';
import { notify } from '../lib/toasts.ts';
import { useBranch } from '../lib/use-branch.ts';

/** Leads back to the plan, with a word, where the branch that the page is in is gone. */
export function BranchWatch() {
  const branch = useBranch();
  const { data } = useQuery(orpc.branches.list.queryOptions({ input: {} }));
  const isGone = branch !== null && data !== undefined && !data.some(({ id }) => id === branch);
  useEffect(() => {
    if (!isGone) return;
    branchPlace.go(null);
    notify.info('The branch that was shown here is gone. This is the plan.');
  }, [isGone]);
  return null;
}
