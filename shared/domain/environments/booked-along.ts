import type { Booking, Environment } from '../../model/environment.ts';
import type { BookingId, EnvironmentId } from '../../model/ids.ts';
import { bookedAlongWith } from './dependants.ts';
import { following } from './following.ts';

/** One booking of a change; `to` null where it goes. */
export interface BookingEdit {
  readonly kind: 'booking';
  readonly id: BookingId;
  readonly to: Booking | null;
}

export interface Surroundings {
  /** What the booking brought along so far. */
  readonly along: readonly Booking[];
  readonly environments: Iterable<Environment>;
  /** The id of what is brought along to an environment; without it, one that no booking has. */
  readonly idFor?: (environmentId: EnvironmentId) => BookingId;
}

/** The bookings of what stands on a booking's environment, for the same; archived environments are not booked. */
export function broughtAlong(
  booking: Booking,
  { environments, idFor }: Omit<Surroundings, 'along'>,
): readonly Booking[] {
  // No booking's id holds a tab.
  const idOf = idFor ?? ((environmentId) => `${booking.id}\t${environmentId}` as BookingId);
  return bookedAlongWith(booking.environmentId, [...environments]).map((environmentId) => ({
    ...booking,
    id: idOf(environmentId),
    environmentId,
    causedBy: booking.id,
  }));
}

function followed(one: Booking, change: Readonly<Record<'before' | 'after', Booking>>): readonly Booking[] {
  const next = following(one, change);
  return JSON.stringify(next) === JSON.stringify(one) ? [] : [next];
}

/**
 * What a changed booking does to itself and to what it brought along: that follows where it still is as the booking was. In
 * another environment, what stands on that one is booked instead; nothing, where nothing came along before.
 */
export function changedWithAlong(
  { before, after }: Readonly<Record<'before' | 'after', Booking>>,
  around: Surroundings,
): readonly BookingEdit[] {
  const put = (to: Booking): BookingEdit => ({ kind: 'booking', id: to.id, to });
  const { along } = around;
  if (along.length === 0 || after.environmentId === before.environmentId) {
    return [put(after), ...along.flatMap((one) => followed(one, { before, after })).map(put)];
  }
  const gone = along.map(({ id }): BookingEdit => ({ kind: 'booking', id, to: null }));
  return [...gone, put(after), ...broughtAlong(after, around).map(put)];
}
