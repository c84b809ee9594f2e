import type { Day } from '../../../shared/model/time.ts';
import { orpc } from '../../lib/client.ts';

/** The trains with their next departure. */
export function trainsQuery() {
  return orpc.trains.list.queryOptions({ input: {} });
}

/** One train. */
export function trainQuery(id: string) {
  return orpc.trains.get.queryOptions({ input: { id } });
}

/** The public holidays of a place. */
export function holidaysQuery(place: string, from: Day, to: Day) {
  return orpc.calendar.holidays.queryOptions({
    input: { place, from, to },
    enabled: place !== '',
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** The services and teams that a train can name. */
export function catalogueQuery() {
  return orpc.catalogue.read.queryOptions({ input: {} });
}
