import type { Booking, Environment } from '../../model/environment.ts';
import type { BookingPair, BookingPlace } from '../../model/environment-use.ts';
import type { BookingId, EnvironmentId } from '../../model/ids.ts';
import { blockersOf, type EnvironmentMap, environmentMap, holdOf, occupancyOf } from './occupancy.ts';

type ByEnvironment = ReadonlyMap<EnvironmentId, readonly Booking[]>;

/** All bookings, by their environments, with what clashes. */
export interface BookedState {
  readonly map: EnvironmentMap;
  readonly bookings: ReadonlyMap<BookingId, Booking>;
  readonly byEnvironment: ByEnvironment;
  /** What each booking brought along. */
  readonly caused: ReadonlyMap<BookingId, readonly Booking[]>;
  /** Pairs that clash, as `pairOf` reads them. */
  readonly clashes: ReadonlySet<string>;
}

/** A pair's own name, whichever of the two comes first; ids hold no white space. */
function pairKey(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/** The pair that a key names. */
export function pairOf(key: string): BookingPair {
  // Made by pairKey of two booking ids.
  return key.split(' ') as BookingPair;
}

/** The pairs that clash among some bookings by environment, with each other and with those around. */
function allClashes(byEnvironment: ByEnvironment, map: EnvironmentMap): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const [id, bookings] of byEnvironment) {
    const environment = map.byId.get(id);
    if (environment === undefined) continue;
    const occupancy = occupancyOf(id, map, (of) => byEnvironment.get(of) ?? []);
    for (const booking of bookings) {
      const blockers = blockersOf(holdOf(booking, environment), occupancy, environment);
      for (const other of blockers) keys.add(pairKey(booking.id, other));
    }
  }
  return keys;
}

/** Sorts all bookings and finds what clashes. */
export function bookedState(environments: readonly Environment[], bookings: readonly Booking[]): BookedState {
  const map = environmentMap(environments);
  const byEnvironment = Map.groupBy(bookings, ({ environmentId }) => environmentId);
  const caused = Map.groupBy(
    bookings.filter(({ causedBy }) => causedBy !== null),
    ({ id, causedBy }) => causedBy ?? id,
  );
  const clashes = allClashes(byEnvironment, map);
  return { map, bookings: new Map(bookings.map((one) => [one.id, one])), byEnvironment, caused, clashes };
}

/** Whether a booking ends after its deadline. */
export function missesDeadline({ endAt, deadlineAt }: Pick<Booking, 'endAt' | 'deadlineAt'>): boolean {
  return deadlineAt !== null && endAt > deadlineAt;
}

/** A booking at its place, with what it brings along there, under ids of their own where the environment is another. */
function placedWithAlong(place: BookingPlace, state: BookedState): readonly Booking[] {
  const { bookings, caused, map } = state;
  const booking = bookings.get(place.bookingId);
  if (booking === undefined) return [];
  const { environmentId, span } = place;
  const moved = { ...booking, environmentId, startAt: span.start, endAt: span.end };
  const along = caused.get(booking.id) ?? [];
  const times = { startAt: span.start, endAt: span.end };
  if (environmentId === booking.environmentId) return [moved, ...along.map((one) => ({ ...one, ...times }))];
  if (along.length === 0) return [moved];
  const dependants = (map.below.get(environmentId) ?? []).filter((id) => !map.byId.get(id)?.archived);
  return [moved, ...dependants.map((id) => broughtAlong(moved, id))];
}

/** A booking that another would bring along; its id holds a tab, as no booking's does. */
function broughtAlong(booking: Booking, environmentId: EnvironmentId): Booking {
  const id = `${booking.id}\t${environmentId}` as BookingId;
  return { ...booking, id, environmentId, causedBy: booking.id };
}

/** What a change of places does: the pairs that clash no more or anew, deadlines met and missed, and what comes along. */
export interface PlacesEffect {
  readonly gone: readonly string[];
  readonly added: readonly string[];
  readonly met: readonly BookingId[];
  readonly missed: readonly BookingId[];
  /** Environments that are booked along where nothing was before. */
  readonly along: readonly EnvironmentId[];
}

/** The environments whose clashes can change: those, what they stand on and what stands on them. */
function touched(environments: Iterable<EnvironmentId>, { map }: BookedState): ReadonlySet<EnvironmentId> {
  const all = new Set<EnvironmentId>();
  for (const id of environments) {
    for (const one of [id, ...(map.below.get(id) ?? []), ...(map.above.get(id) ?? [])]) all.add(one);
  }
  return all;
}

/** What it would do to put some bookings elsewhere, together with what they brought along. */
export function effectOf(places: readonly BookingPlace[], state: BookedState): PlacesEffect {
  const before = places.flatMap(({ bookingId }) => {
    const booking = state.bookings.get(bookingId);
    return booking === undefined ? [] : [booking, ...(state.caused.get(bookingId) ?? [])];
  });
  const after = places.flatMap((place) => placedWithAlong(place, state));
  const left = new Set(before.map(({ id }) => id));
  const environments = touched(
    [...before, ...after].map(({ environmentId }) => environmentId),
    state,
  );
  // At other times the same bookings hold before and after, so that only those around can make a difference.
  const times = [...before, ...after];
  const isNear = ({ startAt, endAt }: Booking) => times.some((one) => startAt < one.endAt && endAt > one.startAt);
  const were = new Map<EnvironmentId, readonly Booking[]>();
  const are = new Map<EnvironmentId, readonly Booking[]>();
  for (const id of environments) {
    const near = (state.byEnvironment.get(id) ?? []).filter(isNear);
    were.set(id, near);
    const stay = near.filter((booking) => !left.has(booking.id));
    are.set(id, [...stay, ...after.filter(({ environmentId }) => environmentId === id)]);
  }
  const clashedIn = allClashes(were, state.map);
  const clashIn = allClashes(are, state.map);
  const late = (bookings: readonly Booking[]) =>
    new Set(bookings.filter((one) => one.causedBy === null && missesDeadline(one)).map(({ id }) => id));
  const lateBefore = late(before);
  const lateAfter = late(after);
  const wereIn = new Set(before.map(({ environmentId }) => environmentId));
  return {
    gone: [...clashedIn].filter((key) => !clashIn.has(key)),
    added: [...clashIn].filter((key) => !clashedIn.has(key)),
    met: [...lateBefore].filter((id) => !lateAfter.has(id)),
    missed: [...lateAfter].filter((id) => !lateBefore.has(id)),
    along: after
      .filter(({ causedBy, environmentId }) => causedBy !== null && !wereIn.has(environmentId))
      .map(({ environmentId }) => environmentId),
  };
}
