import { getRouteApi } from '@tanstack/react-router';
import { AdherencePage } from '../../features/adherence/adherence-page.tsx';

const route = getRouteApi('/adherence');

/** Adherence by the terms that the address names. */
export function AdherenceScreen() {
  return <AdherencePage search={route.useSearch()} />;
}
