import * as z from 'zod';
import { EnvironmentId, ReleaseId, TeamId } from '../../../shared/model/ids.ts';
import { Day } from '../../../shared/model/time.ts';
import { AddressText } from '../../lib/address.ts';

/** Near the ends of time there is no month before or after. */
const AddressDay = Day.refine((day) => day >= '0100-01-01' && day <= '9900-12-31')
  .optional()
  .catch(undefined);

const Text = z.string().max(40);

/** A rollout as it is being typed. */
const RolloutDraft = z.object({
  key: z.string().max(40),
  releaseId: ReleaseId.nullable(),
  /** Its release's name, for people. */
  title: z.string().max(160),
  startLocal: Text,
  instances: Text,
  unitsPerInstance: Text,
  by: z.enum(['blue-green', 'canary']),
  overlapMinutes: Text,
  steps: z.array(z.object({ surgePercent: Text, minutes: Text })).max(100),
});
export type RolloutDraft = z.infer<typeof RolloutDraft>;

/** Rollouts in one environment as they are being planned; kept in the address. */
const SurgeDraft = z.object({
  environmentId: z.union([EnvironmentId, z.literal('')]),
  teamId: z.union([TeamId, z.literal('')]),
  standingUnits: Text,
  leadWorkingDays: Text,
  rollouts: z.array(RolloutDraft).max(200),
});
export type SurgeDraft = z.infer<typeof SurgeDraft>;

/** What the environments keep in their address; anything unreadable is dropped. */
export const EnvironmentSearch = z.object({
  view: z.enum(['bookings', 'rollouts']).optional().catch(undefined),
  /** A month, a quarter, or the days from `from` to `to`. */
  range: z.enum(['month', 'quarter', 'days']).optional().catch(undefined),
  /** The first day; of a month or quarter any day of it. */
  from: AddressDay,
  to: AddressDay,
  /** The environment whose panel is open. */
  id: AddressText,
  /** The booking whose panel is open, before any environment's. */
  booking: AddressText,
  archived: z.boolean().optional().catch(undefined),
  /** The rollouts that are being planned, as they were typed. */
  plan: SurgeDraft.optional().catch(undefined),
});
export type EnvironmentSearch = z.infer<typeof EnvironmentSearch>;
