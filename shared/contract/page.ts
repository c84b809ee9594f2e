import * as z from 'zod';

/** The empty input, written `{}`. */
export const Nothing = z.strictObject({});

/** Which part of a long list: at most `limit` rows after the opaque `after`. */
export const PageInput = z.strictObject({
  limit: z.int().min(1).max(500).default(100),
  after: z.string().max(400).nullable().default(null),
});

/** One page of a long list; `next` is null on the last. */
export function pageOf<T extends z.ZodType>(row: T) {
  return z.strictObject({ rows: z.array(row), next: z.string().nullable() });
}
