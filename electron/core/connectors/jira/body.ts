import type * as z from 'zod';
import type { PageResponse } from '../_kit/connector.ts';
import { providerFailure } from '../_kit/failures.ts';
import { jsonOf } from '../_kit/json.ts';
import type { Place } from '../_kit/place.ts';

/** A page whose rows say how to go on; an answer of another shape fails the sync, for its rows would be lost unseen. */
export function bodyOf<T>(schema: z.ZodType<T>, response: PageResponse, place: Place): T {
  const result = schema.safeParse(jsonOf(response));
  if (result.success) return result.data;
  throw providerFailure('PROVIDER_BROKEN', place, {
    message: `${place.host} answered with something else than a page of ${place.what}.`,
    remedy: 'Check that the address is that of Jira itself; a proxy in between may answer in its place.',
    cause: result.error,
  });
}
