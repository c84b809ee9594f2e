import type { Booking, Environment } from '../../model/environment.ts';
import type { BookingPair, BookingPlace } from '../../model/environment-use.ts';
import type { BookingId, EnvironmentId } from '../../model/ids.ts';
import type { Instant } from '../../model/time.ts';
import { toLocal } from '../calendar/zoned-time.ts';
import type { PlanChange } from '../conflicts/plan.ts';
import type { PlanView } from '../conflicts/view.ts';
import { span } from '../freezes/spans.ts';
import { type BookingEdit, changedWithAlong } from './booked-along.ts';
import { blockersOf, bookedView } from './occupancy.ts';

/** All bookings of some environments, with what clashes. */
export interface BookedState {
  readonly environments: readonly Environment[];
  readonly view: PlanView;
  /** Pairs that clash, as `pairOf` reads them. */
  readonly clashes: ReadonlySet<string>;
  readonly now: Instant;
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

/** The pairs that some bookings are part of, with each other or with those around. */
function clashesOf(bookings: Iterable<Booking>, view: PlanView): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const booking of bookings) for (const other of blockersOf(view, booking)) keys.add(pairKey(booking.id, other));
  return keys;
}

/** Sorts all bookings and finds what clashes. */
export function bookedState(
  environments: readonly Environment[],
  bookings: readonly Booking[],
  now: Instant,
): BookedState {
  const view = bookedView(environments, bookings);
  return { environments, view, clashes: clashesOf(bookings, view), now };
}

/** Whether a booking ends after its deadline. */
export function missesDeadline({ endAt, deadlineAt }: Pick<Booking, 'endAt' | 'deadlineAt'>): boolean {
  return deadlineAt !== null && endAt > deadlineAt;
}

/** A booking put at its place, with what that does to those that it brought along. */
function placedWithAlong({ bookingId, environmentId, span }: BookingPlace, state: BookedState): readonly BookingEdit[] {
  const { environments, view, now } = state;
  const before = view.tables.booking.get(bookingId);
  if (before === undefined) return [];
  const [startLocal, endLocal] = [toLocal(span.start, before.zone), toLocal(span.end, before.zone)];
  const after = { ...before, startLocal, endLocal, startAt: span.start, endAt: span.end, environmentId };
  return changedWithAlong({ before, after }, { along: view.causedBy(bookingId), environments, now });
}

/** What a change of places does: the pairs that clash no more or anew, deadlines met and missed, and what comes along. */
export interface PlacesEffect {
  readonly gone: readonly string[];
  readonly added: readonly string[];
  readonly met: readonly BookingId[];
  readonly missed: readonly BookingId[];
  /** Environments that are booked along where nothing was before. */
  readonly along: readonly EnvironmentId[];
  /** The change itself, together with what was brought along. */
  readonly change: PlanChange;
}

/** The bookings of some environments, of what they stand on and of what stands on them, at some times. */
function around(at: readonly Booking[], view: PlanView): ReadonlySet<Booking> {
  const { groundOf, burdenOf } = view.graphs;
  const own = new Set(at.map(({ environmentId }) => environmentId));
  const places = new Set([...own].flatMap((id) => [id, ...groundOf(id).keys(), ...burdenOf(id).keys()]));
  const found = new Set<Booking>();
  for (const id of places) {
    for (const { startAt, endAt } of at) {
      for (const one of view.environment(id)?.all.overlapping(span(startAt, endAt)) ?? []) found.add(one);
    }
  }
  return found;
}

function lateOf(bookings: readonly Booking[]): ReadonlySet<BookingId> {
  return new Set(bookings.filter((one) => one.causedBy === null && missesDeadline(one)).map(({ id }) => id));
}

/** What it would do to put some bookings elsewhere, together with what they brought along; the state stays as it is. */
export function effectOf(places: readonly BookingPlace[], state: BookedState): PlacesEffect {
  const { view } = state;
  const before = places.flatMap(({ bookingId }) => {
    const booking = view.tables.booking.get(bookingId);
    return booking === undefined ? [] : [booking, ...view.causedBy(bookingId)];
  });
  const change = places.flatMap((place) => placedWithAlong(place, state));
  const after = change.flatMap(({ to }) => to ?? []);
  // At other times the same bookings hold before and after, so that only those around can make a difference.
  const touched = [...before, ...after];
  const clashed = clashesOf(around(touched, view), view);
  const back = change.map((edit) => view.edit(edit)).reverse();
  const clash = clashesOf(around(touched, view), view);
  for (const edit of back) view.edit(edit);
  const [lateBefore, lateAfter] = [lateOf(before), lateOf(after)];
  const wereIn = new Set(before.map(({ environmentId }) => environmentId));
  return {
    gone: [...clashed].filter((key) => !clash.has(key)),
    added: [...clash].filter((key) => !clashed.has(key)),
    met: [...lateBefore].filter((id) => !lateAfter.has(id)),
    missed: [...lateAfter].filter((id) => !lateBefore.has(id)),
    along: after
      .filter(({ causedBy, environmentId }) => causedBy !== null && !wereIn.has(environmentId))
      .map(({ environmentId }) => environmentId),
    change,
  };
}
