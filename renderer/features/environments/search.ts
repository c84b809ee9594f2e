import * as z from 'zod';
import { Day } from '../../../shared/model/time.ts';
import { AddressText } from '../../lib/address.ts';
import { SurgeDraft } from './surge-draft.ts';

/** Near the ends of time there is no month before or after. */
const AddressDay = Day.refine((day) => day >= '0100-01-01' && day <= '9900-12-31')
  .optional()
  .catch(undefined);

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
