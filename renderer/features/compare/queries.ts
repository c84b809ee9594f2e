import { keepPreviousData } from '@tanstack/react-query';
import type { MergeChoice } from '../../../shared/contract/branches.ts';
import type { BaselineId, BranchId } from '../../../shared/model/ids.ts';
import { orpc } from '../../lib/client.ts';

export function branchesQuery() {
  return orpc.branches.list.queryOptions({ input: {} });
}

export function comparisonQuery(id: BranchId) {
  return orpc.branches.compare.queryOptions({ input: { id } });
}

export function baselinesQuery() {
  return orpc.adherence.baselines.queryOptions({ input: {} });
}

export function baselineQuery(id: BaselineId) {
  return orpc.adherence.compare.queryOptions({ input: { id } });
}

export function conflictsQuery(id: BranchId) {
  return orpc.branches.conflicts.queryOptions({ input: { id } });
}

/** Forecasts take a while: what was computed stays in sight while it is computed anew. */
export function figuresQuery(id: BranchId) {
  return orpc.branches.figures.queryOptions({ input: { id }, placeholderData: keepPreviousData });
}

export function mergePreviewQuery(id: BranchId, choices: readonly MergeChoice[]) {
  return orpc.branches.previewMerge.queryOptions({
    input: { id, choices: [...choices] },
    placeholderData: keepPreviousData,
  });
}
