import * as z from 'zod';
import { AddressText } from '../../lib/address.ts';

export const ReleaseTab = z.enum([
  'scope',
  'milestones',
  'crew',
  'versions',
  'bookings',
  'conflicts',
  'history',
  'notes',
]);
export type ReleaseTab = z.infer<typeof ReleaseTab>;

/** What a release's page keeps in its address; anything unreadable is dropped. */
export const ReleaseSearch = z.object({
  tab: ReleaseTab.optional().catch(undefined),
  /** The scope item whose panel is open. */
  item: AddressText,
  /** The key of the conflict whose panel is open. */
  conflict: z.string().max(1_000).optional().catch(undefined),
});
export type ReleaseSearch = z.infer<typeof ReleaseSearch>;
