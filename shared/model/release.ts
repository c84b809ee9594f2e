import * as z from 'zod';
import { MilestoneId, ReleaseId, TrainId } from './ids.ts';
import { ServiceVersion } from './service-version.ts';
import { ClockTime, Day, Instant, LocalTime, Zone } from './time.ts';
import { MilestoneKind } from './train.ts';

export const ReleaseState = z.enum(['planned', 'under-way', 'departed', 'cancelled']);
export type ReleaseState = z.infer<typeof ReleaseState>;

/** One dated departure of a train. */
export const Release = z.strictObject({
  id: ReleaseId,
  trainId: TrainId,
  name: z.string().trim().min(1).max(160),
  day: Day,
  departureTime: ClockTime,
  zone: Zone,
  /** Derived from day, time and zone when written, so that ranges can be searched. */
  departsAt: Instant,
  state: ReleaseState,
  /** The cadence occurrence that it was generated from; null for one added by hand. */
  occurrence: Day.nullable(),
  /** Stages whose milestone was removed from this release by hand: they stay away. */
  skippedStages: z.array(z.string()).max(40),
  notes: z.string().max(10_000),
  /** What it brings, as far as somebody said: each service once. */
  versions: z.array(ServiceVersion).max(500).default([]),
});
export type Release = z.infer<typeof Release>;

/** A dated point (`endLocal` null) or span of a release. */
export const Milestone = z.strictObject({
  id: MilestoneId,
  releaseId: ReleaseId,
  /** The train's stage that it follows; null for one added by hand. */
  stageKey: z.string().nullable(),
  kind: MilestoneKind,
  name: z.string().trim().min(1).max(80),
  startLocal: LocalTime,
  endLocal: LocalTime.nullable(),
  zone: Zone,
  /** Derived from the local times and the zone when written. */
  startAt: Instant,
  endAt: Instant.nullable(),
  /** Moved by hand: stays where it is when the release moves or its train's stages change. */
  pinned: z.boolean(),
});
export type Milestone = z.infer<typeof Milestone>;
