import { getRouteApi } from '@tanstack/react-router';
import type { ReleaseId } from '../../../shared/model/ids.ts';
import { ReleaseBookings } from '../../features/environments/release-bookings.tsx';
import { ReleasePage } from '../../features/release/release-page.tsx';

const route = getRouteApi('/releases/$id');

/** The release that the address names, at its tab. */
export function ReleaseScreen() {
  const { id: text } = route.useParams();
  const id = text as ReleaseId; // the core says so where there is none
  return <ReleasePage key={id} id={id} search={route.useSearch()} bookings={<ReleaseBookings releaseId={id} />} />;
}
