import { getRouteApi } from '@tanstack/react-router';
import { CataloguePage } from '../../features/catalogue/catalogue-page.tsx';

const route = getRouteApi('/catalogue');

/** Services and teams as the address says. */
export function CatalogueScreen() {
  return <CataloguePage search={route.useSearch()} />;
}
