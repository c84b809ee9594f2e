import type { Departure, Today } from '../../../shared/contract/today.ts';
import { scopeCutOff } from '../../../shared/domain/boarding/scope-state.ts';
import type { Instant } from '../../../shared/model/time.ts';
import type { CoreContext } from '../core-context.ts';
import type { ReadDb } from '../db/database.ts';
import { milestonesOfReleases } from '../db/repositories/milestones.ts';
import {
  decisionsSince,
  departureFrom,
  departuresIn,
  departuresPastCutOff,
  milestonesIn,
  type Shortened,
  type TimeRange,
  ticketsMovedSince,
  trainCount,
} from '../db/repositories/today.ts';
import type { Os } from '../middleware.ts';
import { healthOfAll } from './connections.ts';

const DAY = 86_400_000;

/** A departure that nobody confirmed is called late for this long. */
const LATE_FOR = 30 * DAY;

/** Unfinished releases are listed up to this many. */
const MOST_UNFINISHED = 200;

type Late = Today['late'][number];

/** The departures that have passed unconfirmed, the newest first. */
function overdue(db: ReadDb, now: Instant): Shortened<Late> {
  const { rows, leftOut } = departuresIn(db, { from: now - LATE_FOR, to: now }, 'latest');
  const late = rows.map(({ releaseId, name, trainName, departsAt, boarded }) => ({
    reason: 'departure-passed' as const,
    releaseId,
    releaseName: name,
    trainName,
    text: 'Its departure has passed and it is not marked as departed',
    since: departsAt,
    count: boarded,
  }));
  return { rows: late, leftOut };
}

/** What is aboard and not done by its ticket; what has no ticket cannot be known to be done. */
function openOf({ boarded, done, undone, withoutTicket }: Departure): number {
  return boarded - withoutTicket - done - undone;
}

function unfinished(db: ReadDb, horizon: TimeRange, now: Instant): Shortened<Late> {
  const coming = departuresPastCutOff(db, horizon, now).filter((departure) => openOf(departure) > 0);
  const ids = coming.map(({ releaseId }) => releaseId);
  const milestones = Map.groupBy(milestonesOfReleases(db, ids), ({ releaseId }) => releaseId);
  const all = coming.flatMap((departure) => {
    const { releaseId, name: releaseName, trainName } = departure;
    const cutOff = scopeCutOff(milestones.get(releaseId) ?? []);
    if (cutOff === null || cutOff >= now) return [];
    const count = openOf(departure);
    const text = `${count === 1 ? '1 item is' : `${count} items are`} not done after the scope cut-off`;
    const reason = 'unfinished-after-cut-off' as const;
    return [{ reason, releaseId, releaseName, trainName, text, since: cutOff, count }];
  });
  const rows = all.slice(0, MOST_UNFINISHED);
  return { rows, leftOut: all.length - rows.length };
}

async function today(core: CoreContext, since: Instant, horizonDays: number): Promise<Today> {
  const { db } = core;
  const now = core.env.now();
  const horizon = { from: now, to: now + horizonDays * DAY };
  const departures = departuresIn(db, horizon, 'earliest');
  const milestones = milestonesIn(db, horizon);
  const [passed, open] = [overdue(db, now), unfinished(db, horizon, now)];
  const decisions = decisionsSince(db, since);
  const releaseIds = departures.rows.map(({ releaseId }) => releaseId);
  const ticketsMoved = ticketsMovedSince(db, releaseIds, since);
  return {
    now,
    since,
    departures: departures.rows,
    next: departureFrom(db, horizon.to),
    trains: trainCount(db),
    milestones: milestones.rows,
    late: [...passed.rows, ...open.rows],
    decisions: decisions.rows,
    ticketsMoved: ticketsMoved.rows,
    leftOut: {
      departures: departures.leftOut,
      milestones: milestones.leftOut,
      late: passed.leftOut + open.leftOut,
      decisions: decisions.leftOut,
      ticketsMoved: ticketsMoved.leftOut,
    },
    sync: await healthOfAll(core),
  };
}

/** What a coordinator asks first. */
export function todayService(os: Os, core: CoreContext) {
  return { get: os.today.get.handler(({ input }) => today(core, input.since, input.horizonDays)) };
}
