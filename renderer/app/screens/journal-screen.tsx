import { getRouteApi } from '@tanstack/react-router';
import { JournalPage } from '../../features/journal/journal-page.tsx';

const route = getRouteApi('/journal');

/** The journal at the filters and the entry that the address names. */
export function JournalScreen() {
  const { entry, ...filters } = route.useSearch();
  return <JournalPage filters={filters} openSeq={entry} />;
}
