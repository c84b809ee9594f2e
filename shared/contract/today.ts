import * as z from 'zod';
import { MilestoneId, ReleaseId, TrainId } from '../model/ids.ts';
import { Day, Instant, Zone } from '../model/time.ts';
import { MilestoneKind } from '../model/train.ts';
import { ConnectionHealth } from './connections.ts';
import { query } from './procedure.ts';

export const Departure = z.strictObject({
  releaseId: ReleaseId,
  trainId: TrainId,
  trainName: z.string(),
  name: z.string(),
  day: Day,
  departsAt: Instant,
  zone: Zone,
  /** Everything aboard. */
  boarded: z.int(),
  /** Whose ticket is done. */
  done: z.int(),
  /** Whose ticket ended undone: nothing is left to do for them. */
  undone: z.int(),
  /** Written by hand, or of a ticket that no sync knows: whether it is done cannot be seen. */
  withoutTicket: z.int(),
});
export type Departure = z.infer<typeof Departure>;

export const TodayMilestone = z.strictObject({
  id: MilestoneId,
  releaseId: ReleaseId,
  releaseName: z.string(),
  trainName: z.string(),
  kind: MilestoneKind,
  name: z.string(),
  startAt: Instant,
  endAt: Instant.nullable(),
});

/** Why a release or a scope item is late. */
export const Late = z.strictObject({
  reason: z.enum(['departure-passed', 'unfinished-after-cut-off']),
  releaseId: ReleaseId,
  releaseName: z.string(),
  trainName: z.string(),
  /** What is late, for people. */
  text: z.string(),
  since: Instant,
  count: z.int(),
});

export const Today = z.strictObject({
  now: Instant,
  departures: z.array(Departure),
  /** The first departure after those; null where none is planned. */
  next: Departure.nullable(),
  /** Trains that are not put aside. */
  trains: z.int(),
  milestones: z.array(TodayMilestone),
  late: z.array(Late),
  /** Decisions since the last visit, newest first. */
  decisions: z.array(
    z.strictObject({ seq: z.int(), at: Instant, actor: z.string(), command: z.string(), summary: z.string() }),
  ),
  /** Tickets aboard a coming release that moved since the last visit. */
  ticketsMoved: z.array(
    z.strictObject({
      releaseId: ReleaseId,
      releaseName: z.string(),
      key: z.string(),
      title: z.string(),
      fromStatus: z.string().nullable(),
      toStatus: z.string(),
      at: Instant,
      simulated: z.boolean(),
    }),
  ),
  /** How many more there are than each list shows. */
  leftOut: z.strictObject({
    departures: z.int(),
    milestones: z.int(),
    late: z.int(),
    decisions: z.int(),
    ticketsMoved: z.int(),
  }),
  since: Instant,
  sync: z.array(ConnectionHealth),
});
export type Today = z.infer<typeof Today>;

export const todayContract = {
  get: query(
    'What departs, what is late, what changed since `since`, and how the syncs are.',
    ['train', 'release', 'milestone', 'scope-item', 'work-item', 'transition', 'journal', 'sync-run', 'connection'],
    z.strictObject({ since: Instant, horizonDays: z.int().min(1).max(120).default(14) }),
    Today,
  ),
};
