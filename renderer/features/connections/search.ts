import * as z from 'zod';
import { AddressText } from '../../lib/address.ts';

/** What the connections keep in their address; anything unreadable is dropped. */
export const ConnectionSearch = z.object({
  /** The connection whose panel is open. */
  id: AddressText,
});
export type ConnectionSearch = z.infer<typeof ConnectionSearch>;
