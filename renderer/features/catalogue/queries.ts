import type { ReleaseId } from '../../../shared/model/ids.ts';
import type { Day } from '../../../shared/model/time.ts';
import { orpc } from '../../lib/client.ts';

/** The services, teams, people and absences. */
export function catalogueQuery() {
  return orpc.catalogue.read.queryOptions({ input: {} });
}

/** The trains, which name services and teams. */
export function trainsQuery() {
  return orpc.trains.list.queryOptions({ input: {} });
}

/** One release, for its name. */
export function releaseQuery(id: ReleaseId) {
  return orpc.releases.get.queryOptions({ input: { id } });
}

/** The public holidays of a place between two days. */
export function holidaysQuery(place: string, from: Day, to: Day) {
  return orpc.calendar.holidays.queryOptions({
    input: { place, from, to },
    staleTime: Number.POSITIVE_INFINITY,
  });
}
