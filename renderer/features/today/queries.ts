import type { Instant } from '../../../shared/model/time.ts';
import { orpc } from '../../lib/client.ts';

/** Today as of now, with what changed since an instant. */
export function todayQuery(since: Instant) {
  return orpc.today.get.queryOptions({ input: { since } });
}

/** The open workspace, whose id the last visit is kept under. */
export function workspaceQuery() {
  return orpc.workspace.info.queryOptions({ input: {} });
}
