import { getRouteApi } from '@tanstack/react-router';
import { DeployOrderPage } from '../../features/deploy-order/deploy-order-page.tsx';

const route = getRouteApi('/deploy-order');

/** The order of deployments over the days that the address names. */
export function DeployOrderScreen() {
  return <DeployOrderPage search={route.useSearch()} />;
}
