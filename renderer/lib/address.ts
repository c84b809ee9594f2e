import * as z from 'zod';

/** A text that an address keeps; too long a one is dropped. */
export const AddressText = z.string().max(200).optional().catch(undefined);
export type AddressText = z.infer<typeof AddressText>;

/** How many filters of an address narrow a list. */
export function filterCount(filters: Readonly<Record<string, unknown>>): number {
  return Object.values(filters).filter((value) => value !== undefined && value !== '').length;
}
