import type { ReleaseId } from '../../../../shared/model/ids.ts';
import type { Milestone } from '../../../../shared/model/release.ts';
import type { ReadDb } from '../database.ts';
import { readDecisions } from '../decisions.ts';
import { inList, sql } from '../sql.ts';

/** The milestones of a release, earliest first. */
export function milestonesOf(db: ReadDb, releaseId: ReleaseId): Milestone[] {
  return readDecisions(db, 'milestone', sql`WHERE release_id = ${releaseId} ORDER BY start_at, id`);
}

/** The milestones of many releases, earliest first. */
export function milestonesOfReleases(db: ReadDb, releaseIds: readonly string[]): Milestone[] {
  return readDecisions(db, 'milestone', sql`WHERE release_id IN ${inList(releaseIds)} ORDER BY start_at, id`);
}
