import type { ReleaseId } from '../../../../shared/model/ids.ts';
import type { ScopeItem } from '../../../../shared/model/scope-item.ts';
import type { ReadDb } from '../database.ts';
import { readDecisions } from '../decisions.ts';
import { sql } from '../sql.ts';

/** Everything that was ever on a release, in the order in which it boarded. */
export function scopeItemsOf(db: ReadDb, releaseId: ReleaseId): ScopeItem[] {
  return readDecisions(db, 'scope-item', sql`WHERE release_id = ${releaseId} ORDER BY boarded_at, id`);
}
