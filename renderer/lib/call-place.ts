import { BRANCH_HEADER } from '../../shared/contract/transport.ts';
import type { BranchId } from '../../shared/model/ids.ts';

/** Where a call is answered: in a branch, or in the plan itself. */
export type CallPlace = BranchId | null;

/** Groups of the contract that are about the plan wherever one is: branches leave it, and syncs run in it alone. */
const PLAN_GROUPS: ReadonlySet<string> = new Set(['branches', 'connections', 'sync']);

/** Whether a procedure is about the plan even while a branch is shown. */
export function isOfPlan(path: readonly string[]): boolean {
  return PLAN_GROUPS.has(path[0] ?? '');
}

/** The headers of a call, by the place that its context names. */
export function placeHeaders(context: Readonly<Record<PropertyKey, unknown>>): Record<string, string> {
  const { branch } = context;
  return typeof branch === 'string' ? { [BRANCH_HEADER]: branch } : {};
}
