import * as z from 'zod';
import { Day } from '../../../shared/model/time.ts';

/** Near the ends of time there is no day before or after. */
const AddressDay = Day.refine((day) => day >= '0100-01-01' && day <= '9900-12-31')
  .optional()
  .catch(undefined);

/** What is not known, opened onto its rows. */
export const Unknowns = z.enum(['releases', 'pairs', 'running']);
export type Unknowns = z.infer<typeof Unknowns>;

/** What the order of deployments keeps in its address; anything unreadable is dropped. */
export const DeployOrderSearch = z.object({
  from: AddressDay,
  until: AddressDay,
  /** The pair of versions that is lit in the picture. */
  pair: z.string().max(400).optional().catch(undefined),
  /** What of the unknown is open beside. */
  unknown: Unknowns.optional().catch(undefined),
});
export type DeployOrderSearch = z.infer<typeof DeployOrderSearch>;
