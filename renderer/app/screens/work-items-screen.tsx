import { getRouteApi } from '@tanstack/react-router';
import { WorkItemsPage } from '../../features/work-items/work-items-page.tsx';

const route = getRouteApi('/work-items');

/** The work items at the filters and the item that the address names. */
export function WorkItemsScreen() {
  const { item, ...filters } = route.useSearch();
  return <WorkItemsPage filters={filters} openId={item} />;
}
