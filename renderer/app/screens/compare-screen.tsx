import { getRouteApi } from '@tanstack/react-router';
import { ComparePage } from '../../features/compare/compare-page.tsx';

const route = getRouteApi('/compare');

/** What the address names beside the plan: a branch, or a baseline. */
export function CompareScreen() {
  const { branch, baseline, view = 'dates' } = route.useSearch();
  return <ComparePage wanted={branch} baseline={baseline} view={view} />;
}
