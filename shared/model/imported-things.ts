import * as z from 'zod';

/** What a table can hold besides releases: things that are known by their name or, for bookings, by what they book for whom. */
export const ThingKind = z.enum(['team', 'person', 'service', 'environment', 'schedule-rule', 'booking']);
export type ThingKind = z.infer<typeof ThingKind>;

/** A row of a table by the keys of its columns; what the file does not say is not there, or empty. */
export const ThingRow = z.strictObject({
  /** Where it stands in the file, from 1. */
  line: z.int().min(1),
  values: z.record(z.string().max(40), z.string().max(10_000)),
});
export type ThingRow = z.infer<typeof ThingRow>;

/** Things of one kind out of a file, before anything of them is decided. */
export const ImportedThings = z.strictObject({ kind: ThingKind, rows: z.array(ThingRow).min(1).max(2_000) });
export type ImportedThings = z.infer<typeof ImportedThings>;

/** What a table can be of, in a file that is read or written. */
export const TableContent = z.enum(['release', ...ThingKind.options]);
export type TableContent = z.infer<typeof TableContent>;
