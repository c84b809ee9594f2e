import type { ReleaseId } from '../../shared/model/ids.ts';
import { orpc } from './client.ts';

/** What in the plan cannot hold together, the most severe and earliest first; of one release, or of all. */
export function conflictsQuery(releaseId: ReleaseId | null = null) {
  return orpc.conflicts.list.queryOptions({ input: { releaseId, limit: 2_000 } });
}

/** The cheapest ways out of a conflict. */
export function waysOutQuery(key: string) {
  return orpc.conflicts.waysOut.queryOptions({ input: { key } });
}
