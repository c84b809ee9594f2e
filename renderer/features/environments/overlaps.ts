import { endInstant, toInstant } from '../../../shared/domain/calendar/zoned-time.ts';
import { blockersOf, bookedView, isTooLarge } from '../../../shared/domain/environments/occupancy.ts';
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

/** What a booking that is being typed would clash with, by the rules of conflicts, with all that is booked along. */
export function overlapsOf(input: OverlapInput): Overlaps {
  const { environments, bookings, along, own, plan } = input;
  const booking = candidate(input);
  const brought = own === null ? [] : bookings.filter(({ causedBy }) => causedBy === own.id);
  const ignored = new Set<string>([booking.id, ...brought.map(({ id }) => id)]);
  const others = bookings.filter(({ id }) => !ignored.has(id));
  const view = bookedView(environments, others);
  const wanted = [...new Set([plan.environmentId, ...along, ...brought.map(({ environmentId }) => environmentId)])];
  const placed = wanted.map((environmentId) => ({ ...booking, environmentId }));
  const blockers = new Set(placed.flatMap((one) => blockersOf(view, one)));
  const where = new Map(environments.map((one) => [one.id, one]));
  return {
    inTheWay: others
      .filter(({ id }) => blockers.has(id))
      .flatMap((one) => {
        const environment = where.get(one.environmentId);
        return environment === undefined ? [] : [{ environment, booking: one }];
      })
      .toSorted((a, b) => a.booking.startAt - b.booking.startAt),
    tooLarge: placed.flatMap((one) => {
      const environment = where.get(one.environmentId);
      return environment !== undefined && isTooLarge(one, environment) ? [environment] : [];
    }),
  };
}
