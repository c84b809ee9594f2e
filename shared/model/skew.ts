import * as z from 'zod';
import { ReleaseId, ServiceId } from './ids.ts';
import { ReleaseState } from './release.ts';
import { Span } from './span.ts';
import { Instant } from './time.ts';

/** One service to one version by one release. */
export const SkewStep = z.strictObject({
  serviceId: ServiceId,
  version: z.string(),
  releaseId: ReleaseId,
  /** When its release is deployed, from the first to the last time: the step is somewhere in it. */
  span: Span,
});
export type SkewStep = z.infer<typeof SkewStep>;

/** A step by its position in the planned order. */
const StepPosition = z.int().min(0);

const SkewSide = z.strictObject({
  serviceId: ServiceId,
  version: z.string(),
  /** What brings it; null for what runs now. */
  step: StepPosition.nullable(),
});

/** Two versions that do not fit, and why, as a sentence. */
export const SkewPair = z.strictObject({ one: SkewSide, other: SkewSide, text: z.string() });
export type SkewPair = z.infer<typeof SkewPair>;

/** Two versions that do not fit and that the planned order lets run together. */
export const PlannedSkew = z.strictObject({
  pair: SkewPair,
  /** The earliest that both can be there; null from the beginning. */
  from: Instant.nullable(),
  /** The latest that both can be there; null where nothing ends it. */
  until: Instant.nullable(),
  /** Both run now: no order avoids that. */
  already: z.boolean(),
});
export type PlannedSkew = z.infer<typeof PlannedSkew>;

/** A step that waits for another, so that two versions that do not fit never run together. */
export const SkewWait = z.strictObject({
  first: StepPosition,
  second: StepPosition,
  /** The plan has it so, does not say (both at once), or has it the other way round. */
  planned: z.enum(['kept', 'open', 'reversed']),
});
export type SkewWait = z.infer<typeof SkewWait>;

/** Whether there is an order in which nothing runs together that does not fit. */
export const SkewOrder = z.strictObject({
  /** `hold`: proven that there is none. `unsearched`: not searched to the end, nothing is proven. */
  result: z.enum(['as-planned', 'safe', 'hold', 'unsearched']),
  /** The best order; of `hold` the one that meets the fewest pairs; empty where not all was searched. */
  steps: z.array(StepPosition),
  waits: z.array(SkewWait),
  /** What even the best order meets. */
  bad: z.array(SkewPair),
  statesSearched: z.int(),
});
export type SkewOrder = z.infer<typeof SkewOrder>;

/** Two services of which one depends on or speaks of the other, and what nobody said of their versions. */
export const UnsaidSkew = z.strictObject({
  serviceIds: z.tuple([ServiceId, ServiceId]),
  /** Pairs of versions that the plan lets run together and of which it is not known whether they fit. */
  pairs: z.int(),
  /** Those of them about which a range is said, of a version that is unknown or no semantic one. */
  unread: z.int(),
});
export type UnsaidSkew = z.infer<typeof UnsaidSkew>;

/** Which versions can meet as releases of several trains go out, and in which order none meet that do not fit. */
export const Skew = z.strictObject({
  from: Instant,
  until: Instant,
  /** What a step changes or a version speaks of, by name. */
  services: z.array(
    z.strictObject({
      serviceId: ServiceId,
      name: z.string(),
      /** What runs at the beginning; null where nobody said. */
      now: z.string().nullable(),
      /** Brought by a departed release, by an open one planned before the range, or people's word. */
      nowBy: z.enum(['departed', 'planned', 'people']).nullable(),
      nowReleaseId: ReleaseId.nullable(),
    }),
  ),
  /** Every release that something here names. */
  releases: z.array(z.strictObject({ releaseId: ReleaseId, title: z.string(), span: Span, state: ReleaseState })),
  /** In the planned order. */
  steps: z.array(SkewStep),
  planned: z.strictObject({ bad: z.array(PlannedSkew) }),
  order: SkewOrder,
  unsaid: z.array(UnsaidSkew),
  /** The open releases of the range that say no version. */
  withoutVersions: z.array(ReleaseId),
});
export type Skew = z.infer<typeof Skew>;
