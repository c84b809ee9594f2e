import * as z from 'zod';
import { StatusCategory } from '../../../shared/model/connection.ts';
import { AddressText } from '../../lib/address.ts';

/** What the work items keep in their address; anything unreadable is dropped. */
export const WorkItemSearch = z.object({
  /** The work item whose panel is open. */
  item: AddressText,
  text: AddressText,
  project: AddressText,
  category: StatusCategory.optional().catch(undefined),
  label: AddressText,
  version: AddressText,
  connection: AddressText,
});
export type WorkItemSearch = z.infer<typeof WorkItemSearch>;

/** What narrows the list; all absent shows everything. */
export type WorkItemFilters = Omit<WorkItemSearch, 'item'>;
