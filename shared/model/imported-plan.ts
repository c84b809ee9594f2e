import * as z from 'zod';
import { ReleaseState } from './release.ts';
import { ClockTime, Day, Zone } from './time.ts';
import { MilestoneKind } from './train.ts';

/** How many releases one import takes, and how many milestones each. */
export const MOST_IMPORTED = 5_000;
export const MOST_IMPORTED_MILESTONES = 100;

/** A dated point (`end` null) or span of days, as a file names it. */
export const ImportedMilestone = z.strictObject({
  /** What it is known again by, within its release. */
  uid: z.string().trim().min(1).max(200),
  kind: MilestoneKind,
  name: z.string().trim().min(1).max(80),
  start: Day,
  end: Day.nullable(),
});
export type ImportedMilestone = z.infer<typeof ImportedMilestone>;

/** A release as a file has it; null where the file does not say. */
export const ImportedRelease = z.strictObject({
  /** What it is known again by, within its source. */
  uid: z.string().trim().min(1).max(400),
  /** Where it stands in the file, from 1. */
  line: z.int().min(1).nullable(),
  /** The name of its train, which is made where there is none. */
  train: z.string().trim().min(1).max(80),
  name: z.string().trim().min(1).max(160),
  day: Day,
  time: ClockTime.nullable(),
  state: ReleaseState.nullable(),
  notes: z.string().max(10_000).nullable(),
  milestones: z.array(ImportedMilestone).max(MOST_IMPORTED_MILESTONES),
});
export type ImportedRelease = z.infer<typeof ImportedRelease>;

/** A plan out of a file, read and checked, before anything of it is decided. */
export const ImportedPlan = z.strictObject({
  /** What releases are known again by, besides their uid: the same for every file of a train's schedule. */
  source: z.string().trim().min(1).max(200),
  /** Where a train that it makes comes from, for attribution; null for one of one's own. */
  attribution: z.string().trim().min(1).max(400).nullable(),
  /** The zone of trains that it makes; null for the workspace's. */
  zone: Zone.nullable(),
  releases: z.array(ImportedRelease).min(1).max(MOST_IMPORTED),
});
export type ImportedPlan = z.infer<typeof ImportedPlan>;
