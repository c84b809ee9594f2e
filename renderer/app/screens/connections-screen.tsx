import { getRouteApi } from '@tanstack/react-router';
import { ConnectionsPage } from '../../features/connections/connections-page.tsx';

const route = getRouteApi('/connections');

/** The connections, with the panel that the address names. */
export function ConnectionsScreen() {
  const { id } = route.useSearch();
  return <ConnectionsPage openId={id} />;
}
