import { getRouteApi } from '@tanstack/react-router';
import { WindowsPage } from '../../features/windows/windows-page.tsx';

const route = getRouteApi('/windows');

/** Windows and freezes at the filters and the rule that the address names. */
export function WindowsScreen() {
  return <WindowsPage search={route.useSearch()} />;
}
