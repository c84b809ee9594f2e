import type { Booking, Environment } from '../../model/environment.ts';
import type { BookingPair, BookingPlace, SwapProposal, Swaps } from '../../model/environment-use.ts';
import { type Instant, instant } from '../../model/time.ts';
import type { PlanChange } from '../conflicts/plan.ts';
import { type BookedState, bookedState, effectOf, missesDeadline, pairOf } from './booked-state.ts';
import { isTooLarge } from './occupancy.ts';

/** Where proposals are looked for. */
export interface SwapInput {
  readonly environments: readonly Environment[];
  readonly bookings: readonly Booking[];
  /** What has begun by now stays where it is. */
  readonly now: Instant;
  /** How many candidates are tried at most. */
  readonly most: number;
  /** Whether a change would make a conflict of any kind; asked only of what would mend something otherwise. */
  readonly creates: (change: PlanChange) => boolean;
}

const MINUTE = 60_000;

function placeOf({ id, environmentId, startAt, endAt }: Booking): BookingPlace {
  return { bookingId: id, environmentId, span: { start: startAt, end: endAt } };
}

/** Whether a booking can be put elsewhere: it has not begun, and it is not the shadow or the surplus of another. */
function isMovable({ purpose, causedBy, startAt }: Booking, now: Instant): boolean {
  return purpose === 'use' && causedBy === null && startAt >= now;
}

/** Whether one environment can stand in for another: not archived, of the same kind, in no other region. */
function canStandIn(one: Environment, other: Environment): boolean {
  const sameRegion =
    one.region === null || other.region === null || one.region.toLowerCase() === other.region.toLowerCase();
  return !one.archived && one.kind === other.kind && sameRegion;
}

/** A booking at the same time in every other environment that could stand in for its own. */
function* moves(booking: Booking, { environments, environmentOf }: Search): Generator<BookingPlace[]> {
  const own = environmentOf(booking);
  if (own === undefined) return;
  for (const other of environments) {
    if (other.id === own.id || !canStandIn(other, own) || isTooLarge(booking, other)) continue;
    yield [{ ...placeOf(booking), environmentId: other.id }];
  }
}

/**
 * Two bookings in each other's place: the later one begins where the earlier began, and the earlier one ends where the
 * later ended, each for as long as it was; so they never reach beyond the time that the two had between them.
 */
function exchanged(a: Booking, b: Booking): BookingPlace[] {
  const [first, second] = a.startAt <= b.startAt ? [a, b] : [b, a];
  const lengthOf = ({ startAt, endAt }: Booking) => endAt - startAt;
  const end = Math.max(first.endAt, second.endAt);
  return [
    {
      bookingId: second.id,
      environmentId: first.environmentId,
      span: { start: first.startAt, end: instant(first.startAt + lengthOf(second)) },
    },
    {
      bookingId: first.id,
      environmentId: second.environmentId,
      span: { start: instant(end - lengthOf(first)), end: instant(end) },
    },
  ];
}

/** Those around a booking in a list by start, nearest start first; of two as near the earlier one. */
function* nearest(booking: Booking, byStart: readonly Booking[]): Generator<Booking> {
  let later = byStart.findIndex(({ startAt }) => startAt >= booking.startAt);
  if (later < 0) later = byStart.length;
  for (let earlier = later - 1; ; ) {
    const before = byStart[earlier];
    const after = byStart[later];
    const goesBack =
      after === undefined ||
      (before !== undefined && booking.startAt - before.startAt <= after.startAt - booking.startAt);
    const next = goesBack ? before : after;
    if (next === undefined) return;
    if (goesBack) earlier -= 1;
    else later += 1;
    yield next;
  }
}

/** Whether two bookings could be in each other's environment at all. */
function canExchange(a: Booking, b: Booking, { environmentOf }: Search): boolean {
  const [here, there] = [environmentOf(a), environmentOf(b)];
  if (a.id === b.id || here === undefined || there === undefined) return false;
  if (!canStandIn(there, here) || !canStandIn(here, there)) return false;
  return !isTooLarge(a, there) && !isTooLarge(b, here);
}

/** What could be tried for one booking: first every move, then exchanges with those nearest in time. */
function* candidatesFor(booking: Booking, byStart: readonly Booking[], search: Search): Generator<BookingPlace[]> {
  const { paired } = search;
  yield* moves(booking, search);
  for (const other of nearest(booking, byStart)) {
    if (!canExchange(booking, other, search)) continue;
    const key = booking.id < other.id ? `${booking.id} ${other.id}` : `${other.id} ${booking.id}`;
    if (paired.has(key)) continue;
    paired.add(key);
    yield exchanged(booking, other);
  }
}

interface Search {
  readonly environments: readonly Environment[];
  readonly environmentOf: (booking: Booking) => Environment | undefined;
  /** Pairs that were tried already from the other side. */
  readonly paired: Set<string>;
}

/** Takes from several sources in turn until there is nothing left or there is enough. */
function takeInTurn<T>(sources: readonly Generator<T>[], most: number): { taken: readonly T[]; complete: boolean } {
  const taken: T[] = [];
  let open = [...sources];
  while (open.length > 0) {
    const still: Generator<T>[] = [];
    for (const source of open) {
      if (taken.length >= most) return { taken, complete: false };
      const { value, done } = source.next();
      if (done === true) continue;
      taken.push(value);
      still.push(source);
    }
    open = still;
  }
  return { taken, complete: true };
}

function shiftOf(to: readonly BookingPlace[], from: readonly BookingPlace[]): number {
  const starts = new Map(from.map(({ bookingId, span }) => [bookingId, span.start]));
  return to.reduce(
    (sum, { bookingId, span }) => sum + Math.abs(span.start - (starts.get(bookingId) ?? span.start)) / MINUTE,
    0,
  );
}

/** The proposal of some places, where it mends something and makes nothing worse; null otherwise. */
function proposalOf(
  to: readonly BookingPlace[],
  state: BookedState,
  creates: SwapInput['creates'],
): SwapProposal | null {
  const { gone, added, met, missed, along, change } = effectOf(to, state);
  if (added.length > 0 || missed.length > 0 || gone.length + met.length === 0) return null;
  if (creates(change)) return null;
  const from = to.flatMap(({ bookingId }) => {
    const booking = state.view.tables.booking.get(bookingId);
    return booking === undefined ? [] : [placeOf(booking)];
  });
  return {
    kind: to.length === 1 ? 'move' : 'exchange',
    from,
    to: [...to],
    along: [...along],
    effect: { clashesGone: gone.map(pairOf), deadlinesMet: [...met], shiftMinutes: shiftOf(to, from) },
  };
}

function mends({ effect }: SwapProposal): number {
  return effect.clashesGone.length + effect.deadlinesMet.length;
}

function inOrder(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function better(a: SwapProposal, b: SwapProposal): number {
  return (
    mends(b) - mends(a) ||
    a.effect.shiftMinutes - b.effect.shiftMinutes ||
    a.to.length - b.to.length ||
    inOrder(JSON.stringify(a.to), JSON.stringify(b.to))
  );
}

/** The bookings that clash or miss their deadline; one whose along clashes does as well. */
function inTrouble(bookings: readonly Booking[], clashes: readonly BookingPair[]): ReadonlySet<string> {
  const found = new Set<string>(clashes.flat());
  for (const booking of bookings) {
    if (missesDeadline(booking)) found.add(booking.id);
    if (booking.causedBy !== null && found.has(booking.id)) found.add(booking.causedBy);
  }
  return found;
}

/**
 * Proposals that let a clash go or a deadline be met: a booking goes to another environment of the same kind and
 * region at the same time, or two bookings exchange their places. Each is tried on all bookings, together with those
 * that the moved ones brought along, and is proposed only where no new clash, no newly missed deadline and no other conflict
 * of the plan (a freeze, a maintenance) comes of it.
 * What has begun stays. For each booking in trouble all moves are tried first, then exchanges with those nearest in time,
 * in turn for all, up to `most`. Those that mend most come first, then those that shift least. What has no way out is
 * still named among `clashes` and `missed`.
 */
export function swaps({ environments, bookings, now, most, creates }: SwapInput): Swaps {
  const state = bookedState(environments, bookings, now);
  const clashes = [...state.clashes].map(pairOf);
  const troubles = inTrouble(bookings, clashes);
  const movable = bookings.filter((booking) => isMovable(booking, now));
  const troubled = movable.filter(({ id }) => troubles.has(id));
  const byStart = movable.toSorted((a, b) => a.startAt - b.startAt || inOrder(a.id, b.id));
  const environmentOf = ({ environmentId }: Booking) => state.view.environment(environmentId)?.environment;
  const ofKind = Map.groupBy(byStart, (booking) => environmentOf(booking)?.kind);
  const search = { environments, environmentOf, paired: new Set<string>() };
  const sources = troubled.map((booking) => {
    return candidatesFor(booking, ofKind.get(environmentOf(booking)?.kind) ?? [], search);
  });
  const { taken, complete } = takeInTurn(sources, most);
  return {
    proposals: taken.flatMap((to) => proposalOf(to, state, creates) ?? []).sort(better),
    clashes,
    missed: bookings.filter((one) => one.causedBy === null && missesDeadline(one)).map(({ id }) => id),
    tried: taken.length,
    complete,
  };
}
