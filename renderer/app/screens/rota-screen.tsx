import { getRouteApi } from '@tanstack/react-router';
import { RotaPage } from '../../features/rota/rota-page.tsx';

const route = getRouteApi('/rota');

/** The rota as the address says. */
export function RotaScreen() {
  return <RotaPage search={route.useSearch()} />;
}
