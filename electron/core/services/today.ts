import type { Departure, Today } from '../../../shared/contract/today.ts';
import { scopeCutOff } from '../../../shared/domain/boarding/scope-state.ts';
import type { Instant } from '../../../shared/model/time.ts';
import type { CoreContext } from '../core-context.ts';
import type { ReadDb } from '../db/database.ts';
import { milestonesOfReleases } from '../db/repositories/milestones.ts';
import { decisionsSince, departuresIn, milestonesIn, ticketsMovedSince } from '../db/repositories/today.ts';
import type { Os } from '../middleware.ts';
import { healthOfAll } from './connections.ts';

const DAY = 86_400_000;

/** A departure that nobody confirmed is called late for this long. */
const LATE_FOR = 30 * DAY;

type Late = Today['late'];

function overdue(db: ReadDb, now: Instant): Late {
  return departuresIn(db, { from: now - LATE_FOR, to: now })
    .toReversed()
    .map(({ releaseId, name, trainName, departsAt, boarded }) => ({
      reason: 'departure-passed',
      releaseId,
      releaseName: name,
      trainName,
      text: 'Its departure has passed and it is not marked as departed',
      since: departsAt,
      count: boarded,
    }));
}

function unfinished(db: ReadDb, coming: readonly Departure[], now: Instant): Late {
  const milestones = milestonesOfReleases(
    db,
    coming.map(({ releaseId }) => releaseId),
  );
  return coming.flatMap(({ releaseId, name, trainName, boarded, done }) => {
    const cutOff = scopeCutOff(milestones.filter((milestone) => milestone.releaseId === releaseId));
    const open = boarded - done;
    if (cutOff === null || cutOff >= now || open === 0) return [];
    const items = open === 1 ? '1 item is' : `${open} items are`;
    const text = `${items} not done after the scope cut-off`;
    const reason = 'unfinished-after-cut-off' as const;
    return [{ reason, releaseId, releaseName: name, trainName, text, since: cutOff, count: open }];
  });
}

async function today(core: CoreContext, since: Instant, horizonDays: number): Promise<Today> {
  const { db } = core;
  const now = core.env.now();
  const horizon = { from: now, to: now + horizonDays * DAY };
  const departures = departuresIn(db, horizon);
  const releaseIds = departures.map(({ releaseId }) => releaseId);
  return {
    now,
    since,
    departures,
    milestones: milestonesIn(db, horizon),
    late: [...overdue(db, now), ...unfinished(db, departures, now)],
    decisions: decisionsSince(db, since),
    ticketsMoved: ticketsMovedSince(db, releaseIds, since),
    sync: await healthOfAll(core),
  };
}

/** What a coordinator asks first. */
export function todayService(os: Os, core: CoreContext) {
  return { get: os.today.get.handler(({ input }) => today(core, input.since, input.horizonDays)) };
}
