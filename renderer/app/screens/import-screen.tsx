import { getRouteApi } from '@tanstack/react-router';
import { ImportPage } from '../../features/import/import-page.tsx';

const route = getRouteApi('/import');

/** The import, with the lines that the address asks for. */
export function ImportScreen() {
  return <ImportPage search={route.useSearch()} />;
}
