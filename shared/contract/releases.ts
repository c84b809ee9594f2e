import * as z from 'zod';
import { StatusCategory } from '../model/connection.ts';
import { WorkItem } from '../model/facts.ts';
import { FactId, MilestoneId, ReleaseId, ScopeItemId, TrainId } from '../model/ids.ts';
import { Milestone, Release, ReleaseState } from '../model/release.ts';
import { ScopeItem } from '../model/scope-item.ts';
import { ServiceVersion } from '../model/service-version.ts';
import { ClockTime, Day, Instant, LocalTime } from '../model/time.ts';
import { MilestoneKind } from '../model/train.ts';
import { JournalLine } from './journal.ts';
import { Nothing } from './page.ts';
import { command, query } from './procedure.ts';

/** A scope item beside the live state of its ticket and the age of that fact. */
export const BoardedItem = z.strictObject({
  item: ScopeItem,
  ticket: z
    .strictObject({
      id: FactId,
      key: z.string(),
      title: z.string(),
      url: z.string().nullable(),
      type: z.string(),
      originalStatus: z.string(),
      category: StatusCategory,
      resolution: z.string().nullable(),
      assignee: z.string().nullable(),
      updatedAt: Instant,
      fetchedAt: Instant,
      simulated: z.boolean(),
    })
    .nullable(),
});
export type BoardedItem = z.infer<typeof BoardedItem>;

export const ReleaseDetail = z.strictObject({
  release: Release,
  trainName: z.string(),
  milestones: z.array(Milestone),
  scope: z.array(BoardedItem),
});
export type ReleaseDetail = z.infer<typeof ReleaseDetail>;

export const releasesContract = {
  ofTrain: query(
    'Lists the releases of a train by day.',
    ['release'],
    z.strictObject({ trainId: TrainId }),
    z.array(Release),
  ),
  get: query(
    'Reads a release with its milestones, its scope and the live state of its tickets.',
    ['release', 'milestone', 'scope-item', 'train', 'work-item'],
    z.strictObject({ id: ReleaseId }),
    ReleaseDetail,
  ),
  history: query(
    'Lists the latest journal entries that touched a release, newest first, at most 500.',
    ['journal'],
    z.strictObject({ id: ReleaseId }),
    z.array(JournalLine),
  ),
  add: command(
    'Adds a release by hand.',
    z.strictObject({ trainId: TrainId, name: z.string().trim().min(1).max(160), day: Day }),
    z.strictObject({ id: ReleaseId }),
  ),
  update: command(
    'Renames a release, changes its state or its notes.',
    z.strictObject({
      id: ReleaseId,
      name: z.string().trim().min(1).max(160).optional(),
      state: ReleaseState.optional(),
      notes: z.string().max(10_000).optional(),
      /** What stood there when the change was begun: it is refused where that was changed since. */
      base: Release.pick({ name: true, state: true, notes: true }).partial().optional(),
    }),
    Nothing,
  ),
  setVersions: command(
    'Says which versions of services a release brings, and what they work with.',
    z.strictObject({
      id: ReleaseId,
      versions: Release.shape.versions.unwrap(),
      /** What stood there when the change was begun: it is refused where that was changed since. */
      base: z.array(ServiceVersion).optional(),
    }),
    Nothing,
  ),
  move: command(
    'Moves a release to another day; its milestones follow, except those moved by hand, and its bookings where one holds its deployment.',
    z.strictObject({
      id: ReleaseId,
      day: Day,
      departureTime: ClockTime.optional(),
      /** Whether its bookings come along by as many days; unless told, where one of them holds a deployment of it. */
      withBookings: z.boolean().optional(),
      /** Where it was when it was looked at: the move is refused where it was moved since. */
      base: Release.pick({ departsAt: true }).optional(),
    }),
    z.strictObject({ milestonesMoved: z.int(), bookingsMoved: z.int() }),
  ),
  remove: command('Removes a release with its milestones and scope.', z.strictObject({ id: ReleaseId }), Nothing),
  addMilestone: command(
    'Adds a milestone by hand.',
    z.strictObject({
      releaseId: ReleaseId,
      kind: MilestoneKind,
      name: z.string().trim().min(1).max(80),
      startLocal: LocalTime,
      endLocal: LocalTime.nullable(),
    }),
    z.strictObject({ id: MilestoneId }),
  ),
  moveMilestone: command(
    'Moves or resizes a milestone; it is then kept there by hand.',
    z.strictObject({
      id: MilestoneId,
      startLocal: LocalTime,
      endLocal: LocalTime.nullable(),
      /** Where it was when it was looked at: the move is refused where it was moved since. */
      base: Milestone.pick({ startAt: true, endAt: true }).optional(),
    }),
    Nothing,
  ),
  unpinMilestone: command(
    'Lets a milestone moved by hand follow its train again.',
    z.strictObject({ id: MilestoneId }),
    Nothing,
  ),
  removeMilestone: command('Removes a milestone.', z.strictObject({ id: MilestoneId }), Nothing),
  candidates: query(
    "Lists the work items that the train's rules would board.",
    ['release', 'scope-item', 'train', 'work-item'],
    z.strictObject({ id: ReleaseId }),
    z.array(
      WorkItem.pick({
        key: true,
        title: true,
        originalStatus: true,
        category: true,
        resolution: true,
        assignee: true,
        updatedAt: true,
      }).extend({ workItemId: FactId, rule: z.string(), simulated: z.boolean() }),
    ),
  ),
  board: command(
    'Boards work items, or one written by hand; after the scope cut-off they board late.',
    z.strictObject({
      releaseId: ReleaseId,
      workItemIds: z.array(FactId).max(2_000),
      written: z.string().trim().min(1).max(400).nullable(),
      reason: z.string().max(2_000),
    }),
    z.strictObject({ boarded: z.array(ScopeItemId) }),
  ),
  boardByRules: command(
    "Boards every work item that the train's rules name.",
    z.strictObject({ releaseId: ReleaseId }),
    z.strictObject({ boarded: z.array(ScopeItemId) }),
  ),
  bump: command(
    'Moves a scope item to another release.',
    z.strictObject({ id: ScopeItemId, to: ReleaseId, reason: z.string().max(2_000) }),
    z.strictObject({ id: ScopeItemId }),
  ),
  drop: command(
    'Takes a scope item off its release.',
    z.strictObject({ id: ScopeItemId, reason: z.string().max(2_000) }),
    Nothing,
  ),
};
