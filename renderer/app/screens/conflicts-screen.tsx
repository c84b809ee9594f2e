import { getRouteApi } from '@tanstack/react-router';
import { ConflictsPage } from '../../features/conflicts/conflicts-page.tsx';

const route = getRouteApi('/conflicts');

/** The conflicts at the filters and the one that the address names. */
export function ConflictsScreen() {
  return <ConflictsPage search={route.useSearch()} />;
}
