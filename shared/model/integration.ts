import * as z from 'zod';
import { BookingId, ReleaseId, ScheduleRuleId, ServiceId } from './ids.ts';
import { ScheduleRuleKind } from './schedule-rule.ts';
import { Span } from './span.ts';
import { Instant } from './time.ts';

/** When a release is ready to be tried with others, and what says so: a milestone of its own, or the start of the time asked about. */
export const Readiness = z
  .strictObject({
    at: Instant,
    by: z.enum(['milestone', 'scope-cut-off', 'start']),
    /** The milestone's name; null where none says so. */
    milestone: z.string().nullable(),
  })
  .readonly();
export type Readiness = z.infer<typeof Readiness>;

/** A release that another needs, with a shortest way between their services, both ends included. */
export const NeededRelease = z.strictObject({ releaseId: ReleaseId, way: z.array(ServiceId).readonly() }).readonly();
export type NeededRelease = z.infer<typeof NeededRelease>;

/** Where a release stands in an integration: step 1 needs none of the others. */
export const IntegrationStep = z
  .strictObject({
    releaseId: ReleaseId,
    step: z.int().min(1),
    /** Those that it needs at once; through them it needs what they need. */
    needs: z.array(NeededRelease).readonly(),
    /** The others of its ring, where releases need each other; empty for none. */
    ring: z.array(ReleaseId).readonly(),
  })
  .readonly();
export type IntegrationStep = z.infer<typeof IntegrationStep>;

/** What a window cannot begin before. */
export const Bound = z
  .strictObject({
    at: Instant,
    /** Now, a release that is ready then, or the window of the step before with the work wanted after it. */
    by: z.enum(['now', 'ready', 'step-before']),
    releaseId: ReleaseId.nullable(),
  })
  .readonly();
export type Bound = z.infer<typeof Bound>;

/** Why there is no window in the time asked about, with what proves it. */
export const Lack = z.discriminatedUnion('by', [
  /** These crews share no stretch that is long enough; `longest` in minutes, 0 where their hours never meet. */
  z.strictObject({ by: z.literal('hours'), crews: z.array(z.string()).readonly(), longest: z.number() }).readonly(),
  /** All crews share such stretches, the last of them beginning too early; `last` is the last moment to begin. */
  z.strictObject({ by: z.literal('too-late'), last: Instant }).readonly(),
  /** In all that is left, rules forbid it; `outside` where windows leave it out. */
  z
    .strictObject({
      by: z.literal('rules'),
      rules: z
        .array(z.strictObject({ id: ScheduleRuleId, kind: ScheduleRuleKind, name: z.string() }).readonly())
        .readonly(),
      outside: z.boolean(),
    })
    .readonly(),
  /** In all that is left, others have the environment to themselves. */
  z
    .strictObject({
      by: z.literal('bookings'),
      bookings: z.array(z.strictObject({ id: BookingId, title: z.string(), span: Span }).readonly()).readonly(),
    })
    .readonly(),
  /** It comes after a step that has none. */
  z.strictObject({ by: z.literal('step-before'), step: z.int() }).readonly(),
]);
export type Lack = z.infer<typeof Lack>;

/** The window of a step, or of all together, or why there is none. */
export const IntegrationWindow = z
  .strictObject({
    /** Counts on from the last step for the window in which all come together. */
    step: z.int().min(1),
    together: z.boolean(),
    releases: z.array(ReleaseId).readonly(),
    /** The teams whose hours hold it, by id; a train's id stands where it and its services name no team. */
    crews: z.array(z.string()).readonly(),
    /** Null where the step before has no window. */
    bound: Bound.nullable(),
    span: Span.nullable(),
    /** Null where there is a window. */
    lack: Lack.nullable(),
    /** The first slot of each of the first days that have one, the window's own day among them unless a later one was chosen. */
    slots: z.array(Span).readonly(),
  })
  .readonly();
export type IntegrationWindow = z.infer<typeof IntegrationWindow>;
