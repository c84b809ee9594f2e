import * as z from 'zod';
import { ReleaseId } from './ids.ts';
import { Release } from './release.ts';

/** Where a release stands on one side of a comparison: its departure, and whether it is cancelled. */
const Standing = Release.pick({ day: true, departureTime: true, zone: true, departsAt: true, state: true });

/** A release on both sides of a comparison; null where it is not there. */
export const ComparedRelease = z.strictObject({
  id: ReleaseId,
  name: z.string(),
  trainName: z.string(),
  /** What is compared with: the plan, or a baseline. */
  one: Standing.nullable(),
  /** What is compared: the branch, or what is planned now. */
  other: Standing.nullable(),
});
export type ComparedRelease = z.infer<typeof ComparedRelease>;
export type Standing = z.infer<typeof Standing>;
