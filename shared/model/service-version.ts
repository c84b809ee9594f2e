import * as z from 'zod';
import { ServiceId } from './ids.ts';

/** A version of a service, and the versions of others that it works with; of a service it does not name, it says nothing. */
export const Version = z.strictObject({
  /** As the service's makers write it: `4.2.0`, `v3.1`, `2027.1`. */
  version: z.string().trim().min(1).max(60),
  worksWith: z
    .array(
      z.strictObject({
        serviceId: ServiceId,
        /** Of semantic versions: `>=3.1`, `^2.4`, `1.2 - 1.5`. */
        range: z.string().trim().min(1).max(100),
      }),
    )
    .max(100),
});
export type Version = z.infer<typeof Version>;

/** Which version of a service a release brings. */
export const ServiceVersion = Version.extend({ serviceId: ServiceId });
export type ServiceVersion = z.infer<typeof ServiceVersion>;
