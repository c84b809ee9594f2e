import * as z from 'zod';
import { BranchId, ReleaseId } from '../model/ids.ts';
import { DecisionKind } from '../model/journal.ts';
import { MergeItem } from '../model/merge.ts';
import { Day, Instant } from '../model/time.ts';
import { Nothing } from './page.ts';
import { action, command, query } from './procedure.ts';

/** A copy of the workspace in which anything may be tried. */
export const Branch = z.strictObject({
  id: BranchId,
  name: z.string(),
  forkedAt: Instant,
  /** The journal's entry after which it left the plan. */
  seq: z.int(),
  /** How many decisions were made in it since. */
  decisions: z.int(),
});
export type Branch = z.infer<typeof Branch>;

/** Where a release stands in the plan and in a branch; null where it is not there. */
export const ComparedRelease = z.strictObject({
  id: ReleaseId,
  name: z.string(),
  trainName: z.string(),
  plan: Day.nullable(),
  branch: Day.nullable(),
});
export type ComparedRelease = z.infer<typeof ComparedRelease>;

export const BranchComparison = z.strictObject({
  branch: Branch,
  /** What merging would change, clashes first. */
  items: z.array(MergeItem),
  /** Releases that stand elsewhere in the branch, by day. */
  releases: z.array(ComparedRelease),
  /** Changes that never merge, since they are no part of the plan: connections, the workspace's own name. */
  leftOut: z.int(),
});
export type BranchComparison = z.infer<typeof BranchComparison>;

/** Which side of one decision to keep. */
export const MergeChoice = z.strictObject({
  kind: DecisionKind,
  id: z.string().max(200),
  take: z.enum(['branch', 'plan']),
});
export type MergeChoice = z.infer<typeof MergeChoice>;

export const branchesContract = {
  list: query('Lists the what-if branches of the workspace, newest first.', ['branch'], Nothing, z.array(Branch)),
  create: action(
    'Forks the workspace: a copy in which anything may be tried.',
    z.strictObject({ name: z.string().trim().min(1).max(80) }),
    z.strictObject({ id: BranchId }),
  ),
  compare: query(
    'Compares a branch with the plan: what merging would change, what clashes, which releases move.',
    ['branch', ...DecisionKind.options],
    z.strictObject({ id: BranchId }),
    BranchComparison,
  ),
  merge: command(
    'Merges a branch into the plan as one command; every clash needs a choice.',
    z.strictObject({ id: BranchId, choices: z.array(MergeChoice).max(20_000) }),
    z.strictObject({ merged: z.int() }),
  ),
  discard: action('Throws a branch away; the plan stays as it is.', z.strictObject({ id: BranchId }), Nothing),
};
