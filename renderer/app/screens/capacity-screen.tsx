import { getRouteApi } from '@tanstack/react-router';
import { CapacityPage } from '../../features/capacity/capacity-page.tsx';

const route = getRouteApi('/capacity');

/** Capacity at the question that the address names. */
export function CapacityScreen() {
  return <CapacityPage search={route.useSearch()} />;
}
