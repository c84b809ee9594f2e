import * as z from 'zod';
import {
  AssignmentId,
  BookingId,
  EnvironmentId,
  MilestoneId,
  PersonId,
  ReleaseId,
  ScheduleRuleId,
  ServiceId,
} from './ids.ts';
import { Severity } from './severity.ts';
import { Span } from './span.ts';
import { ClockTime, Day, Instant, LocalTime } from './time.ts';
import { Waiver } from './waiver.ts';

/**
 * Where the other side stands, seen from the first: on the same thing; on what that thing stands on (`parent`: an
 * environment's parents, a service's dependencies, a person's team); or on what stands on it (`child`).
 */
export const Relation = z.enum(['same', 'parent', 'child']);
export type Relation = z.infer<typeof Relation>;

export const ThingKind = z.enum([
  'release',
  'milestone',
  'booking',
  'rule',
  'assignment',
  'absence',
  'day-off',
  'scope',
  'buffer',
  'environment',
  'service',
  'person',
  'team',
]);
export type ThingKind = z.infer<typeof ThingKind>;

/** Something of the plan that a conflict points at, with the name that people know it by. */
export const Thing = z.strictObject({ kind: ThingKind, id: z.string(), name: z.string() });
export type Thing = z.infer<typeof Thing>;

/** One of the plans that cannot hold together, whole: its span is not cut to what is shared. */
export const ConflictSide = z.strictObject({ thing: Thing, span: Span, releaseId: ReleaseId.nullable() });
export type ConflictSide = z.infer<typeof ConflictSide>;

const common = {
  /** The same for as long as the same things clash, wherever anything else moves. */
  key: z.string().min(1).max(1_000),
  /** First the plan that is asked to give way; a crowd lists only the first of them. */
  sides: z.array(ConflictSide).min(1),
  /** How many sides there are in all; with `atLeast`, counting stopped there. */
  sideCount: z.int().min(1),
  atLeast: z.boolean(),
  /** When they cannot hold together. */
  at: Span,
  /** The rule that is broken, as a sentence. */
  rule: z.string(),
  /** What both sides need. */
  resource: Thing,
  relation: Relation,
  /** From what the first side uses to what the other one does, both included; empty where the two are the same. */
  path: z.array(Thing),
  severity: Severity,
  /** Why it is that severe, as a sentence. */
  because: z.string(),
};

/** Services, environments and teams by their ids, and regions and tenants, that may not be touched then. */
const about = z.array(z.string());

/** Two plans that cannot both hold, with the rule, both spans and the shared resource. */
export const Conflict = z.discriminatedUnion('kind', [
  z.strictObject({
    ...common,
    kind: z.literal('environment-clash'),
    environmentId: EnvironmentId,
    how: z.enum(['exclusive', 'by-service']),
    /** The services that both use there; empty for all of them. */
    services: z.array(ServiceId),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('capacity-exceeded'),
    environmentId: EnvironmentId,
    capacity: z.int(),
    /** Units that are booked for all of `at`. */
    load: z.int(),
  }),
  z.strictObject({ ...common, kind: z.literal('release-in-freeze'), ruleId: ScheduleRuleId, about }),
  z.strictObject({ ...common, kind: z.literal('release-in-maintenance'), ruleId: ScheduleRuleId, about }),
  z.strictObject({
    ...common,
    kind: z.literal('outside-window'),
    /** The window nearest to the deployment; null where none is known. */
    nearest: Span.nullable(),
    about,
  }),
  z.strictObject({ ...common, kind: z.literal('service-clash'), services: z.array(ServiceId) }),
  z.strictObject({
    ...common,
    kind: z.literal('dependency-order'),
    consumer: ServiceId,
    dependency: ServiceId,
    /** How many more dependencies between the two releases are out of order. */
    others: z.int().min(0),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('double-booked'),
    by: z.enum(['person', 'role']),
    roles: z.array(z.string()),
  }),
  z.strictObject({ ...common, kind: z.literal('milestone-order') }),
  z.strictObject({ ...common, kind: z.literal('cut-off-passed'), unboarded: z.int().min(1) }),
  z.strictObject({
    ...common,
    kind: z.literal('buffer-eaten'),
    bufferDays: z.int().min(1),
    /** How much of the buffer is gone, 0 to 1. */
    share: z.number().min(0).max(1),
  }),
  z.strictObject({ ...common, kind: z.literal('approval-after-gate'), gate: z.enum(['go-no-go', 'deployment']) }),
  z.strictObject({ ...common, kind: z.literal('owner-away'), why: z.enum(['absence', 'holiday']) }),
]);
export type Conflict = z.infer<typeof Conflict>;

export const ConflictKind = z.enum(Conflict.options.map((option) => option.shape.kind.value));
export type ConflictKind = Conflict['kind'];

/** One change of the plan that a move makes; `base` is how what it changes stood when the move was worked out. */
export const MoveStep = z.discriminatedUnion('kind', [
  /** Its unpinned milestones follow, as they do whenever a release moves. */
  z.strictObject({
    kind: z.literal('release'),
    releaseId: ReleaseId,
    day: Day,
    departureTime: ClockTime,
    base: z.strictObject({ departsAt: Instant }),
  }),
  z.strictObject({
    kind: z.literal('milestone'),
    milestoneId: MilestoneId,
    startLocal: LocalTime,
    endLocal: LocalTime.nullable(),
    base: z.strictObject({ startAt: Instant, endAt: Instant.nullable() }),
  }),
  z.strictObject({
    kind: z.literal('booking'),
    bookingId: BookingId,
    environmentId: EnvironmentId,
    startLocal: LocalTime,
    endLocal: LocalTime,
    base: z.strictObject({ startAt: Instant, endAt: Instant, environmentId: EnvironmentId }),
  }),
  z.strictObject({
    kind: z.literal('hand-over'),
    assignmentId: AssignmentId,
    personId: PersonId,
    base: z.strictObject({ personId: PersonId }),
  }),
  z.strictObject({
    kind: z.literal('unassign'),
    assignmentId: AssignmentId,
    base: z.strictObject({ personId: PersonId }),
  }),
]);
export type MoveStep = z.infer<typeof MoveStep>;

/** What a move costs, in the order in which costs are compared. */
export const MoveCost = z.strictObject({
  /** How far it is moved, in days; a part of a day where it moves by hours. */
  days: z.number().min(0),
  /** People who have a part in what moves, or whose team does. */
  people: z.int().min(0),
  /** Releases, milestones, bookings and assignments that change. */
  items: z.int().min(1),
});
export type MoveCost = z.infer<typeof MoveCost>;

/** A way out of a conflict that creates no other: all of its steps together are one command. */
export const Move = z.strictObject({
  steps: z.array(MoveStep).min(1),
  cost: MoveCost,
  sentence: z.string(),
  /** The rules of other conflicts that what moves is in, and stays in, the most severe first. */
  stays: z.array(z.string()),
});
export type Move = z.infer<typeof Move>;

/** The cheapest ways out, and how far was looked for them. */
export const WaysOut = z.strictObject({
  moves: z.array(Move),
  /** Candidates that were tried on the plan. */
  tried: z.int().min(0),
  /** False where the search stopped before all candidates were tried, with fewer moves than asked for. */
  complete: z.boolean(),
  /** Where there is no way out: the cheapest move that resolves it, with the worst of the conflicts that it would make. */
  nearest: z.strictObject({ sentence: z.string(), makes: z.string(), more: z.int().min(0) }).nullable(),
});
export type WaysOut = z.infer<typeof WaysOut>;

/** A conflict with the waiver that holds for it now, and the last one that ended. */
export const WaivableConflict = z.strictObject({
  conflict: Conflict,
  waiver: Waiver.nullable(),
  lapsed: Waiver.nullable(),
});
export type WaivableConflict = z.infer<typeof WaivableConflict>;
