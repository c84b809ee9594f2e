import * as z from 'zod';
import { BaselineId, PlanObservationId, TrainId } from './ids.ts';
import { Day, Instant } from './time.ts';

/** A plan to compare with: what the journal said up to and with entry `seq`. */
export const Baseline = z.strictObject({
  id: BaselineId,
  name: z.string().trim().min(1).max(120),
  /** Named by somebody, or kept at an approval. */
  how: z.enum(['named', 'approval']),
  /** Null for the whole plan. */
  trainId: TrainId.nullable(),
  seq: z.int().min(0),
  at: Instant,
});
export type Baseline = z.infer<typeof Baseline>;

/** What a plan from elsewhere said of a release's day on the day it was looked at. */
export const PlanObservation = z.strictObject({
  id: PlanObservationId,
  trainId: TrainId,
  releaseName: z.string().trim().min(1).max(160),
  day: Day,
  observedOn: Day,
  /** The release had happened, on that day; else it was planned for it. */
  actual: z.boolean(),
  source: z.string().max(400),
});
export type PlanObservation = z.infer<typeof PlanObservation>;
