import * as z from 'zod';

/** A link that a provider gives for people; anything that is not http or https is no link. */
export const WebUrl = z
  .unknown()
  .optional()
  .transform((value): string | null => {
    if (typeof value !== 'string' || value.length > 2_000) return null;
    return /^https?:\/\/[^\s]+$/i.test(value) ? value : null;
  });
