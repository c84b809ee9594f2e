import * as z from 'zod';
import { BaselineId, PlanObservationId, ReleaseId, ScopeItemId, TrainId } from './ids.ts';
import { Day, Instant, Zone } from './time.ts';

/** Where a statement about the plan comes from, so that each point of a chart opens onto it. */
export const PlanSource = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('entry'), seq: z.int().positive() }),
  z.strictObject({ by: z.literal('observation'), id: PlanObservationId, source: z.string() }),
]);
export type PlanSource = z.infer<typeof PlanSource>;

/** What was said of a release at one time: the day it was planned for, or what became of it. */
export const PlanVersion = z.strictObject({
  source: PlanSource,
  /** The day on which it was said, in the release's zone. */
  on: Day,
  /** The moment, where it is known: an observation has only a day. */
  at: Instant.nullable(),
  day: Day,
  departsAt: Instant.nullable(),
  state: z.enum(['planned', 'under-way', 'departed', 'cancelled', 'removed']),
});
export type PlanVersion = z.infer<typeof PlanVersion>;

/** Everything that was ever said of one release, in order. */
export const PlanTrack = z.strictObject({
  /** The release's id, or a name of its own for a release that only observations know. */
  key: z.string(),
  releaseId: ReleaseId.nullable(),
  trainId: TrainId,
  name: z.string(),
  zone: Zone,
  versions: z.array(PlanVersion).min(1),
});
export type PlanTrack = z.infer<typeof PlanTrack>;

/** The plan that what happened is measured by. Each gives another answer, so it is always stated. */
export const AdherenceBaseline = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('first-published') }),
  z.strictObject({ by: z.literal('last-before-departure') }),
  z.strictObject({ by: z.literal('last-published') }),
  z.strictObject({ by: z.literal('instant'), at: Instant }),
  z.strictObject({ by: z.literal('entry'), seq: z.int().min(0), at: Instant }),
  z.strictObject({
    by: z.literal('named'),
    id: BaselineId,
    name: z.string(),
    trainId: TrainId.nullable(),
    seq: z.int().min(0),
    at: Instant,
  }),
]);
export type AdherenceBaseline = z.infer<typeof AdherenceBaseline>;

/** Why a baseline says nothing of a release. */
export const NoBaseline = z.enum([
  'not-planned-yet',
  'departed-already',
  'cancelled-then',
  'removed-then',
  'never-planned-before-departure',
  'another-train',
]);
export type NoBaseline = z.infer<typeof NoBaseline>;

/** A day that was planned, and who said so. */
export const PlannedDay = z.strictObject({ day: Day, on: Day, source: PlanSource });
export type PlannedDay = z.infer<typeof PlannedDay>;

/** The day on which a release departed. */
export const ActualDay = z.strictObject({
  day: Day,
  source: PlanSource,
  /** Other days that other sources give for the same departure. */
  alsoSaid: z.array(Day),
});
export type ActualDay = z.infer<typeof ActualDay>;

const Told = z.strictObject({ key: z.string(), releaseId: ReleaseId.nullable(), trainId: TrainId, name: z.string() });

/** What became of one release against a baseline. Slips are days after the baseline day; negative is early. */
export const ReleaseAdherence = z.discriminatedUnion('outcome', [
  Told.extend({
    outcome: z.literal('measured'),
    baseline: PlannedDay,
    actual: ActualDay,
    slipDays: z.int(),
    slipWorkingDays: z.int(),
  }),
  Told.extend({ outcome: z.literal('no-baseline'), why: NoBaseline, actual: ActualDay }),
  Told.extend({
    outcome: z.literal('not-departed'),
    /** Its day has passed. */
    overdue: z.boolean(),
    planned: PlannedDay,
    baseline: PlannedDay.nullable(),
    /** Days that the present plan lies after the baseline; null without one. */
    foreseenSlipDays: z.int().nullable(),
  }),
  Told.extend({
    outcome: z.enum(['cancelled', 'removed']),
    lastPlanned: PlannedDay,
    baseline: PlannedDay.nullable(),
    source: PlanSource,
  }),
]);
export type ReleaseAdherence = z.infer<typeof ReleaseAdherence>;

/** A quarter of the calendar year: `2026-Q1`. */
export const Quarter = z
  .string()
  .regex(/^\d{4}-Q[1-4]$/, 'a quarter is written YYYY-Qn')
  .brand<'Quarter'>();
export type Quarter = z.infer<typeof Quarter>;

/** How adherence is asked for; the answer repeats it. */
export const AdherenceTerms = z.strictObject({
  baseline: AdherenceBaseline,
  /** What was planned for a day before it and has not departed is overdue. */
  today: Day,
  withinDays: z.int().min(0).max(400),
  unit: z.enum(['calendar-days', 'working-days']),
  /** Whether a release belongs to the quarter that it was promised for, or to that in which it departed. */
  quarterBy: z.enum(['baseline', 'actual']),
});
export type AdherenceTerms = z.infer<typeof AdherenceTerms>;

/** On-time figures of some releases. What could not be measured stands beside them, by key. */
export const AdherenceGroup = z.strictObject({
  trainId: TrainId.nullable(),
  quarter: Quarter.nullable(),
  measured: z.array(z.string()),
  exact: z.int(),
  within: z.int(),
  early: z.int(),
  late: z.int(),
  /** Shares of `measured`; null where nothing was measured. */
  exactRate: z.number().nullable(),
  withinRate: z.number().nullable(),
  apart: z.strictObject({
    noBaseline: z.array(z.string()),
    notDeparted: z.array(z.string()),
    overdue: z.array(z.string()),
    cancelled: z.array(z.string()),
    removed: z.array(z.string()),
  }),
});
export type AdherenceGroup = z.infer<typeof AdherenceGroup>;

export const Adherence = z.strictObject({
  terms: AdherenceTerms,
  releases: z.array(ReleaseAdherence),
  overall: AdherenceGroup,
  byTrain: z.array(AdherenceGroup),
  byQuarter: z.array(AdherenceGroup),
  byTrainAndQuarter: z.array(AdherenceGroup),
});
export type Adherence = z.infer<typeof Adherence>;

/** How slips are spread, in whole days; percentiles are slips that occurred (nearest rank). */
export const SlipDistribution = z.strictObject({
  count: z.int(),
  unit: z.enum(['calendar-days', 'working-days']),
  /** Each slip that occurred, smallest first, with the releases that had it. */
  slips: z.array(z.strictObject({ days: z.int(), keys: z.array(z.string()) })),
  /** Null where nothing was measured. */
  summary: z
    .strictObject({
      least: z.int(),
      most: z.int(),
      mean: z.number(),
      p50: z.int(),
      p80: z.int(),
      p85: z.int(),
      p95: z.int(),
    })
    .nullable(),
});
export type SlipDistribution = z.infer<typeof SlipDistribution>;

/** One value of a trend, in order, with what stands behind it. */
export const TrendValue = z.strictObject({
  key: z.string(),
  label: z.string(),
  value: z.number(),
  sources: z.array(PlanSource),
});
export type TrendValue = z.infer<typeof TrendValue>;

/** Why a point is no chance variation. */
export const TrendSignal = z.enum(['beyond-limit', 'run-on-one-side', 'near-one-limit', 'moving-range']);
export type TrendSignal = z.infer<typeof TrendSignal>;

/** An XmR chart: individual values with natural process limits, and moving ranges. */
export const ControlChart = z.strictObject({
  points: z.array(
    TrendValue.extend({
      /** Distance from the value before it; null for the first. */
      movingRange: z.number().nullable(),
      signals: z.array(TrendSignal),
    }),
  ),
  /** Null for fewer than two values. */
  limits: z
    .strictObject({
      centre: z.number(),
      lower: z.number(),
      upper: z.number(),
      meanMovingRange: z.number(),
      upperRange: z.number(),
      /** Computed from so few values that they will still move. */
      provisional: z.boolean(),
    })
    .nullable(),
});
export type ControlChart = z.infer<typeof ControlChart>;

/** One scope item that came or went after the cut-off as it stood at that moment. */
export const ScopeChurnEvent = z.strictObject({
  seq: z.int().positive(),
  at: Instant,
  scopeItemId: ScopeItemId,
  title: z.string(),
  kind: z.enum(['added', 'dropped', 'bumped']),
  cutOff: Instant,
  reason: z.string(),
  /** False where an undo took it back, or where it is such an undo: then neither is counted. */
  counts: z.boolean(),
});
export type ScopeChurnEvent = z.infer<typeof ScopeChurnEvent>;

/** What happened to a release's scope after its cut-off. */
export const ScopeChurn = z.strictObject({
  releaseId: ReleaseId,
  /** Each cut-off that the release had, in order; null where it had none. */
  cutOffs: z.array(
    z.strictObject({
      seq: z.int().positive(),
      at: Instant,
      cutOff: Instant.nullable(),
      /** The cut-off before it had passed when this one was set. */
      afterPassing: z.boolean(),
    }),
  ),
  added: z.int(),
  dropped: z.int(),
  bumped: z.int(),
  /** Items aboard at the last cut-off; null where it has not passed or there is none. */
  aboardAtCutOff: z.int().nullable(),
  /** Items added after the cut-off, as a share of these and those aboard at it; null where that is not known. */
  exceptionRate: z.number().nullable(),
  events: z.array(ScopeChurnEvent),
});
export type ScopeChurn = z.infer<typeof ScopeChurn>;
