import * as z from 'zod';
import { Conflict, ConflictKind, MoveStep, WaivableConflict, WaysOut } from '../model/conflict.ts';
import { BookingId, EnvironmentId, MilestoneId, ReleaseId, WaiverId } from '../model/ids.ts';
import { ClockTime, Day, Instant, LocalTime } from '../model/time.ts';
import { Waiver } from '../model/waiver.ts';
import { Nothing } from './page.ts';
import { command, query } from './procedure.ts';

/** Everything that conflicts are found in. */
export const reads = [
  'train',
  'release',
  'milestone',
  'scope-item',
  'service',
  'team',
  'person',
  'absence',
  'assignment',
  'schedule-rule',
  'override',
  'environment',
  'booking',
  'waiver',
  'work-item',
] as const;

/** Something that is being moved and not yet dropped. */
export const PlannedMove = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('release'),
    id: ReleaseId,
    day: Day,
    departureTime: ClockTime.optional(),
    withBookings: z.boolean().optional(),
  }),
  z.strictObject({
    kind: z.literal('milestone'),
    id: MilestoneId,
    startLocal: LocalTime,
    endLocal: LocalTime.nullable(),
  }),
  z.strictObject({
    kind: z.literal('booking'),
    id: BookingId,
    environmentId: EnvironmentId.optional(),
    startLocal: LocalTime,
    endLocal: LocalTime,
  }),
]);
export type PlannedMove = z.infer<typeof PlannedMove>;

export const ConflictList = z.strictObject({
  conflicts: z.array(WaivableConflict),
  /** Conflicts that the limit left out; never silently partial. */
  leftOut: z.int(),
  /** How many of each kind there are in all. */
  counts: z.array(z.strictObject({ kind: z.string(), count: z.int(), waived: z.int() })),
  /** What of the whole plan is not held against windows, freezes and maintenances: these are known from `from` until `until`. */
  unjudged: z.strictObject({ deployments: z.int(), bookings: z.int(), from: Instant, until: Instant }),
  /** By name, releases after their cut-off of which it is not known what waits to board: their rules look at too much. */
  unknownScope: z.array(z.string()),
  /** As of when the plan was looked at. */
  at: Instant,
});
export type ConflictList = z.infer<typeof ConflictList>;

/** What a change would do to the conflicts of the plan. */
export const ConflictEffect = z.strictObject({ added: z.array(Conflict), removed: z.array(Conflict) });

const MoveEffect = ConflictEffect.extend({
  /** How many bookings a release could take along, and how many it does. */
  bookings: z.strictObject({ possible: z.int(), moved: z.int() }),
});
export type MoveEffect = z.infer<typeof MoveEffect>;

export const conflictsContract = {
  list: query(
    'Lists what in the plan cannot hold together, the most severe and earliest first, waived ones marked.',
    reads,
    z.strictObject({
      /** Only those that a release has a side in. */
      releaseId: ReleaseId.nullable().default(null),
      kinds: z.array(ConflictKind).max(20).nullable().default(null),
      limit: z.int().min(1).max(5_000).default(1_000),
    }),
    ConflictList,
  ),
  waysOut: query(
    'Finds the cheapest moves that resolve a conflict without making another.',
    reads,
    z.strictObject({ key: z.string().min(1).max(1_000), most: z.int().min(1).max(20).default(5) }),
    WaysOut,
  ),
  preview: query(
    'Says which conflicts a move would make and which it would resolve, without moving anything.',
    reads,
    z.strictObject({ move: PlannedMove }),
    MoveEffect,
  ),
  resolve: command(
    'Carries out a way out of a conflict, all of its steps as one command; refused where what it moves was changed since it was worked out, or where it would make another conflict by now.',
    z.strictObject({
      /** The conflict that it was worked out for; null for one that mends other things, as an exchange of environments. */
      key: z.string().min(1).max(1_000).nullable(),
      steps: z.array(MoveStep).min(1).max(200),
    }),
    Nothing,
  ),
  waive: command(
    'Accepts a conflict for a while; it stays in sight and comes back when the waiver ends.',
    Waiver.pick({ conflictKey: true, reason: true, until: true }),
    z.strictObject({ id: WaiverId }),
  ),
  endWaiver: command('Takes a waiver back.', z.strictObject({ id: WaiverId }), Nothing),
};
