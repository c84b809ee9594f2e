import { getRouteApi } from '@tanstack/react-router';
import { ComparePage } from '../../features/compare/compare-page.tsx';

const route = getRouteApi('/compare');

/** The branch that the address names beside the plan. */
export function CompareScreen() {
  const { branch, view = 'dates' } = route.useSearch();
  return <ComparePage wanted={branch} view={view} />;
}
