import { isAhead } from '../../../shared/domain/calendar/release-ahead.ts';
import { DEFAULT_ASSUMPTIONS, deploymentsOf, hullOf } from '../../../shared/domain/conflicts/deployments.ts';
import type { Plan } from '../../../shared/domain/conflicts/plan.ts';
import { normalise, type SpanSet, span } from '../../../shared/domain/freezes/spans.ts';
import type { Instant } from '../../../shared/model/time.ts';
import type { ReadDb } from '../db/database.ts';
import { milestonesOfReleases } from '../db/repositories/milestones.ts';
import { openReleases, settledReleases } from '../db/repositories/planning.ts';

const DAY = 86_400_000;
/** So far back what departed is known in any case: open releases may be moved there without another scan. */
const BACK = 60 * DAY;
/** Releases further apart than this do not wait for each other, nor share what they wait for: that lies within reach of both. */
const NEAR = 2 * DEFAULT_ASSUMPTIONS.dependencyDays * DAY;
/** The last moment that a date can say. */
const EVER = 8_640_000_000_000_000;

type Dated = Pick<Plan, 'releases' | 'milestones'>;

/**
 * When what departed is still asked about: from 60 days ago on, and around each open release that was left behind before
 * that, as far as releases wait for each other. What departed can only have been in time for an open release, so the
 * rest of the history, however long, changes no conflict.
 */
export function settledReach(now: Instant, { releases, milestones }: Dated): SpanSet {
  const ofRelease = Map.groupBy(milestones, ({ releaseId }) => releaseId);
  const behind = releases.filter(isAhead).flatMap((release) => {
    const { start } = hullOf(deploymentsOf(release, ofRelease.get(release.id) ?? [], DEFAULT_ASSUMPTIONS));
    return start - NEAR < now - BACK ? [span(start - NEAR, start + NEAR)] : [];
  });
  return normalise([...behind, span(now - BACK, EVER)]);
}

/** Whether all is known that an open release which starts then may have waited for. */
export function isInReach(reach: SpanSet, start: Instant): boolean {
  return reach.some((each) => each.start <= start - NEAR && each.end >= start + NEAR);
}

/**
 * The releases that conflicts are found among, with their milestones: the open ones of running trains; what departed
 * within reach; and, since bookings are asked what they are for, whatever has departed or was cancelled and has bookings.
 */
export function gatherReleases(db: ReadDb, now: Instant): Dated {
  const open = openReleases(db);
  const ofOpen = milestonesOf(db, open);
  const settled = settledReleases(db, settledReach(now, { releases: open, milestones: ofOpen }));
  return { releases: [...open, ...settled], milestones: [...ofOpen, ...milestonesOf(db, settled)] };
}

function milestonesOf(db: ReadDb, releases: Plan['releases']): Plan['milestones'] {
  return milestonesOfReleases(
    db,
    releases.map(({ id }) => id),
  );
}
