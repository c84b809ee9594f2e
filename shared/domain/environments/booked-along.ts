import type { Booking, Environment } from '../../model/environment.ts';
import type { BookingId, EnvironmentId } from '../../model/ids.ts';
import type { Instant } from '../../model/time.ts';
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
  /** What has begun by now keeps times of its own. */
  readonly now: Instant;
  /** The id of what is brought along to an environment; without it, one that no booking has. */
  readonly idFor?: (environmentId: EnvironmentId) => BookingId;
}

/** The bookings of what stands on a booking's environment, for the same; archived environments are not booked. */
export function broughtAlong(
  booking: Booking,
  { environments, idFor }: Omit<Surroundings, 'along' | 'now'>,
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

type Change = Readonly<Record<'before' | 'after', Booking>>;

function followed(one: Booking, change: Change, now: Instant): readonly Booking[] {
  const next = following(one, change, now);
  return JSON.stringify(next) === JSON.stringify(one) ? [] : [next];
}

/**
 * What a changed booking does to itself and to what it brought along, which follows it (`following`). In another
 * environment, what stands on that one is booked instead, or follows where it stood on the first one too; nothing, where
 * nothing came along before.
 */
export function changedWithAlong(change: Change, around: Surroundings): readonly BookingEdit[] {
  const { before, after } = change;
  const put = (to: Booking): BookingEdit => ({ kind: 'booking', id: to.id, to });
  const { along } = around;
  if (along.length === 0 || after.environmentId === before.environmentId) {
    return [put(after), ...along.flatMap((one) => followed(one, change, around.now)).map(put)];
  }
  const brought = broughtAlong(after, around).map((one) => {
    const known = along.find(({ environmentId }) => environmentId === one.environmentId);
    return known === undefined ? one : following(known, change, around.now);
  });
  const stays = new Set(brought.map(({ id }) => id));
  const gone = along
    .filter(({ id }) => !stays.has(id))
    .map(({ id }): BookingEdit => ({ kind: 'booking', id, to: null }));
  return [...gone, put(after), ...brought.map(put)];
}
