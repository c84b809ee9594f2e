import * as z from 'zod';
import { Region, Tier } from './catalogue.ts';
import { EnvironmentId, ScheduleRuleId, ServiceId, TeamId } from './ids.ts';
import { Override, ScheduleRuleKind } from './schedule-rule.ts';
import { Span } from './span.ts';
import { Instant } from './time.ts';

/** One concrete place that a deployment touches; null where nothing is known or nothing is meant. */
export const Target = z
  .strictObject({
    environmentId: EnvironmentId.nullable(),
    region: Region.nullable(),
    serviceId: ServiceId.nullable(),
    tier: Tier.nullable(),
    teamId: TeamId.nullable(),
    tenant: z.string().nullable(),
  })
  .readonly();
export type Target = z.infer<typeof Target>;

/** One time that a rule holds, whole. Its key tells it from the rule's others: see occurrencesOf. */
export const Occurrence = z.strictObject({ key: z.string(), span: Span }).readonly();
export type Occurrence = z.infer<typeof Occurrence>;

/**
 * Whether deploying is allowed: `open`, or `overridden` where somebody let it through a freeze; not `outside-windows`,
 * in `maintenance` or while `frozen`.
 */
export const DeployState = z.enum(['open', 'overridden', 'outside-windows', 'maintenance', 'frozen']);
export type DeployState = z.infer<typeof DeployState>;

/** An override that lets something through a freeze, and who answers for it. */
const LetThrough = Override.pick({ id: true, requestedBy: true, approvedBy: true, recordedBy: true }).readonly();

/** What makes a state so: the rule, which of its occurrences, and the override that beat it, if one did. */
export const Because = z
  .strictObject({
    ruleId: ScheduleRuleId,
    kind: ScheduleRuleKind,
    name: z.string(),
    occurrence: Occurrence,
    override: LetThrough.nullable(),
  })
  .readonly();
export type Because = z.infer<typeof Because>;

/**
 * A stretch of time with one state and one explanation. Open: the windows that hold, none where no window is about the
 * target; overridden: the freezes that were let through, then those windows; frozen and maintenance: the freezes and
 * maintenances that hold; outside windows: nothing holds.
 */
export const Segment = z
  .strictObject({ span: Span, state: DeployState, because: z.array(Because).readonly() })
  .readonly();
export type Segment = z.infer<typeof Segment>;

/** Whether one target may be deployed to for the whole of a span, with the span's segments in order. */
export const TargetVerdict = z
  .strictObject({ target: Target, legal: z.boolean(), segments: z.array(Segment).readonly() })
  .readonly();
export type TargetVerdict = z.infer<typeof TargetVerdict>;

/** Whether a span is legal for all targets, each judged by itself. */
export const Verdict = z
  .strictObject({ span: Span, legal: z.boolean(), targets: z.array(TargetVerdict).readonly() })
  .readonly();
export type Verdict = z.infer<typeof Verdict>;

/** The first legal minute, or that there is none in the days looked through; why not sooner, for each target, either way. */
export const FirstLegal = z.discriminatedUnion('found', [
  z.strictObject({ found: z.literal('yes'), at: Instant, waiting: z.array(TargetVerdict).readonly() }).readonly(),
  z
    .strictObject({ found: z.literal('no'), lookedUntil: Instant, waiting: z.array(TargetVerdict).readonly() })
    .readonly(),
]);
export type FirstLegal = z.infer<typeof FirstLegal>;

/** One reason why a slot is better or worse than others. */
export const SlotPart = z
  .strictObject({
    by: z.enum(['criticality', 'business', 'team-hours', 'neighbours']),
    /** 0, as bad as can be, to 1. */
    value: z.number().min(0).max(1),
    /** What it adds to the score: its value times `outOf`, to a tenth. */
    points: z.number(),
    outOf: z.number(),
    words: z.string(),
  })
  .readonly();
export type SlotPart = z.infer<typeof SlotPart>;

/** A legal span of the wanted length; its score is the sum of its parts' points. */
export const Slot = z.strictObject({ span: Span, score: z.number(), parts: z.array(SlotPart).readonly() }).readonly();
export type Slot = z.infer<typeof Slot>;
