import * as z from 'zod';
import { BaselineId, BranchId } from '../../../shared/model/ids.ts';

/** What the comparison keeps in its address; anything unreadable is dropped. */
export const CompareSearch = z.object({
  /** The branch beside the plan; the newest where none is named. */
  branch: BranchId.optional().catch(undefined),
  /** A baseline beside what is shown, in place of a branch. */
  baseline: BaselineId.optional().catch(undefined),
  view: z.enum(['dates', 'figures', 'merge']).optional().catch(undefined),
});
export type CompareSearch = z.infer<typeof CompareSearch>;
export type CompareView = NonNullable<CompareSearch['view']>;
