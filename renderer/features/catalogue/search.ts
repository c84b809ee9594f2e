import * as z from 'zod';
import { AddressText } from '../../lib/address.ts';

export const CatalogueTab = z.enum(['services', 'teams', 'people', 'away']);
export type CatalogueTab = z.infer<typeof CatalogueTab>;

/** What services and teams keep in their address; anything unreadable is dropped. */
export const CatalogueSearch = z.object({
  tab: CatalogueTab.optional().catch(undefined),
  /** The service, team or person whose panel is open. */
  id: AddressText,
  text: AddressText,
  /** The year whose absences are shown; the present one where it is left out. */
  year: z.int().min(1970).max(9990).optional().catch(undefined),
  /** Absences as a list rather than as a year. */
  list: z.boolean().optional().catch(undefined),
});
export type CatalogueSearch = z.infer<typeof CatalogueSearch>;
