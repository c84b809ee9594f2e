import { endInstant, toInstant } from '../../../shared/domain/calendar/zoned-time.ts';
import {
  blockersOf,
  environmentMap,
  holdOf,
  isTooLarge,
  occupancyOf,
} from '../../../shared/domain/environments/occupancy.ts';
import type { Booking, BookingPlan, Environment } from '../../../shared/model/environment.ts';
import type { BookingId, EnvironmentId } from '../../../shared/model/ids.ts';
import { instant } from '../../../shared/model/time.ts';

/** A booking that stands in the way of the one being typed, and on which environment. */
export interface Overlap {
  readonly environment: Environment;
  readonly booking: Booking;
}

export interface Overlaps {
  readonly inTheWay: readonly Overlap[];
  /** The environments on which it asks for more units than there are at all. */
  readonly tooLarge: readonly Environment[];
}

export interface OverlapInput {
  readonly plan: BookingPlan;
  /** The booking that is changed; null for a new one. */
  readonly own: Booking | null;
  /** The environments that would be booked along with a new one. */
  readonly along: readonly EnvironmentId[];
  readonly environments: readonly Environment[];
  /** The bookings around its time. */
  readonly bookings: readonly Booking[];
}

/** A new booking's id until it has one: no booking is called so. */
const NEW = 'booking being typed' as BookingId;

function candidate({ plan, own }: Pick<OverlapInput, 'plan' | 'own'>): Booking {
  return {
    ...plan,
    id: own?.id ?? NEW,
    startAt: toInstant(plan.startLocal, plan.zone),
    endAt: endInstant(plan.endLocal, plan.startLocal, plan.zone),
    requestedAt: own?.requestedAt ?? instant(0),
    causedBy: own?.causedBy ?? null,
  };
}

/** What a booking that is being typed would clash with, by the rules of occupancy, with all that is booked along. */
export function overlapsOf(input: OverlapInput): Overlaps {
  const { environments, bookings, along, own, plan } = input;
  const map = environmentMap(environments);
  const booking = candidate(input);
  const brought = own === null ? [] : bookings.filter(({ causedBy }) => causedBy === own.id);
  const ignored = new Set<string>([booking.id, ...brought.map(({ id }) => id)]);
  const others = Map.groupBy(
    bookings.filter(({ id }) => !ignored.has(id)),
    ({ environmentId }) => environmentId,
  );
  const byId = new Map(bookings.map((one) => [one.id, one]));
  const wanted = [...new Set([plan.environmentId, ...along, ...brought.map(({ environmentId }) => environmentId)])];
  const inTheWay: Overlap[] = [];
  const tooLarge: Environment[] = [];
  for (const id of wanted) {
    const environment = map.byId.get(id);
    if (environment === undefined) continue;
    const hold = holdOf({ ...booking, environmentId: id }, environment);
    if (isTooLarge(hold, environment)) tooLarge.push(environment);
    const occupancy = occupancyOf(id, map, (of) => others.get(of) ?? []);
    for (const blocker of blockersOf(hold, occupancy, environment)) {
      const found = byId.get(blocker);
      const where = found === undefined ? undefined : map.byId.get(found.environmentId);
      const isKnown = inTheWay.some((one) => one.booking.id === blocker);
      if (found !== undefined && where !== undefined && !isKnown) inTheWay.push({ environment: where, booking: found });
    }
  }
  return { inTheWay: inTheWay.toSorted((a, b) => a.booking.startAt - b.booking.startAt), tooLarge };
}
