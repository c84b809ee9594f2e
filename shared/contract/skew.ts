import * as z from 'zod';
import { ReleaseId } from '../model/ids.ts';
import { Skew } from '../model/skew.ts';
import { Day } from '../model/time.ts';
import { query } from './procedure.ts';

export const skewContract = {
  simulate: query(
    'Finds the versions that do not fit and can run together as releases go out, and an order in which none do.',
    ['release', 'milestone', 'service', 'train', 'workspace'],
    z.strictObject({
      /** Days of the workspace's zone, both included. */
      from: Day,
      until: Day,
      /** Only these releases, as if the others were not; else all that are open and of running trains. */
      releaseIds: z.array(ReleaseId).max(2_000).optional(),
    }),
    Skew,
  ),
};
