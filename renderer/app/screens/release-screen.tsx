import { getRouteApi } from '@tanstack/react-router';
import type { ReleaseId } from '../../../shared/model/ids.ts';
import { ReleasePage } from '../../features/release/release-page.tsx';

const route = getRouteApi('/releases/$id');

/** The release that the address names, at its tab. */
export function ReleaseScreen() {
  const { id } = route.useParams();
  return <ReleasePage key={id} id={id as ReleaseId} search={route.useSearch()} />; // the core says so where there is none
}
