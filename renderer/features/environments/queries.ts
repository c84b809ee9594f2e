import { skipToken } from '@tanstack/react-query';
import type { BookingId, EnvironmentId, ReleaseId } from '../../../shared/model/ids.ts';
import type { Day } from '../../../shared/model/time.ts';
import { orpc } from '../../lib/client.ts';

interface Days {
  readonly from: Day;
  readonly to: Day;
}

/** Every environment. */
export function environmentsQuery() {
  return orpc.environments.list.queryOptions({ input: {} });
}

/** The bookings that touch some days; nothing is asked where there are none. */
export function bookingsQuery(days: Days | null) {
  return orpc.environments.bookings.queryOptions({
    input: days === null ? skipToken : { from: days.from, to: days.to },
  });
}

/** How much of each environment is used over some days. */
export function utilisationQuery({ from, to }: Days) {
  return orpc.environments.utilisation.queryOptions({ input: { from, to } });
}

/** Who waits for an environment. */
export function queueQuery(id: EnvironmentId) {
  return orpc.environments.queue.queryOptions({ input: { id } });
}

/** Moves and exchanges that would help, `most` of them tried. */
export function swapsQuery(most: number) {
  return orpc.environments.swaps.queryOptions({ input: { most } });
}

/** Bookings by their ids. */
export function someBookingsQuery(ids: readonly BookingId[]) {
  return orpc.environments.some.queryOptions({ input: ids.length === 0 ? skipToken : { ids: [...ids] } });
}

/** The bookings of a release. */
export function releaseBookingsQuery(releaseId: ReleaseId) {
  return orpc.environments.ofRelease.queryOptions({ input: { releaseId } });
}

/** What clashes on environments, and of what more is booked than there is. */
export function clashesQuery() {
  return orpc.conflicts.list.queryOptions({
    input: { kinds: ['environment-clash', 'capacity-exceeded'], limit: 5_000 },
  });
}

/** Services and teams. */
export function catalogueQuery() {
  return orpc.catalogue.read.queryOptions({ input: {} });
}

/** The releases of some days, by train. */
export function releasesQuery({ from, to }: Days) {
  return orpc.calendar.range.queryOptions({ input: { from, to, trainIds: null } });
}

/** One release. */
export function releaseQuery(id: ReleaseId | null) {
  return orpc.releases.get.queryOptions({ input: id === null ? skipToken : { id } });
}
