import { getRouteApi } from '@tanstack/react-router';
import { EnvironmentsPage } from '../../features/environments/environments-page.tsx';

const route = getRouteApi('/environments');

/** The environments, at the time and the panel that the address names. */
export function EnvironmentsScreen() {
  return <EnvironmentsPage search={route.useSearch()} />;
}
