import type { Conflict } from '../../model/conflict.ts';
import type { Booking } from '../../model/environment.ts';
import { instant } from '../../model/time.ts';
import { ownerOf } from './booking-families.ts';
import { countsUnits, type EnvironmentBookings } from './environment-bookings.ts';
import { weightOf } from './environment-clash.ts';
import { conflictKey, digest } from './key.ts';
import { LISTED } from './pair-space.ts';
import type { PlanChange } from './plan.ts';
import type { Clash, Rule } from './rule.ts';
import { quoted, sideOfBooking } from './sides.ts';
import { bookingsOf, heldBooking } from './subjects.ts';
import type { PlanView } from './view.ts';

const KIND = 'capacity-exceeded';

/** A largest set of bookings that are all there at once, and when; it is found under the last of them to start. */
interface Gathering {
  readonly place: EnvironmentBookings;
  readonly start: number;
  readonly end: number;
}

function gatheringOf(view: PlanView, subject: string): Gathering | null {
  const booking = heldBooking(view, subject);
  const place = booking && view.environment(booking.environmentId);
  if (!booking || !place || !countsUnits(booking, place.environment)) return null;
  const start = booking.startAt;
  if (place.load.at(start).units <= place.environment.capacity) return null;
  // Of those that start together, the first id answers for all.
  if (place.counted.at(place.counted.startingBefore(start))?.id !== subject) return null;
  const end = place.load.togetherUntil(start);
  return end === null ? null : { place, start, end };
}

function membersOf({ place, start }: Gathering, limit = Number.POSITIVE_INFINITY): readonly Booking[] {
  return place.counted.overlapping({ start: instant(start), end: instant(start + 1) }, limit);
}

/** Few are named by their ids; of many, their number and a digest of all ids: the key is the same in whatever order they came. */
function keyOf(gathering: Gathering): string {
  const { place, start } = gathering;
  const { count, high, low } = place.load.at(start);
  const ids =
    count <= 3
      ? membersOf(gathering)
          .map(({ id }) => id)
          .sort()
      : [String(count), digest(high, low)];
  return conflictKey(KIND, [place.environment.id, ...ids]);
}

function find(view: PlanView, subject: string): readonly Conflict[] {
  const gathering = gatheringOf(view, subject);
  if (gathering === null) return [];
  const { place, start, end } = gathering;
  const { environment } = place;
  const { count, units } = place.load.at(start);
  const thing = { kind: 'environment' as const, id: environment.id, name: environment.name };
  const units_ = environment.capacity === 1 ? '1 unit' : `${environment.capacity} units`;
  const what = environment.sharing === 'shared' ? '' : ' for rollouts';
  return [
    {
      kind: KIND,
      key: keyOf(gathering),
      sides: [...membersOf(gathering, LISTED)].sort(laterFirst).map(sideOfBooking),
      sideCount: count,
      atLeast: false,
      at: { start: instant(start), end: instant(end) },
      rule: `${quoted(environment.name)} has ${units_}${what}, and ${units} are booked at once.`,
      resource: thing,
      relation: 'same',
      path: [],
      ...weightOf(environment),
      environmentId: environment.id,
      capacity: environment.capacity,
      load: units,
    },
  ];
}

function laterFirst(a: Booking, b: Booking): number {
  return b.requestedAt - a.requestedAt || (a.id < b.id ? 1 : -1);
}

/** Those whose gathering a booking is part of, or may become part of: all that start while it is there, and the last before. */
function touched(view: PlanView, subject: string): readonly string[] {
  const booking = heldBooking(view, subject);
  const place = booking && view.environment(booking.environmentId);
  if (!booking || !place) return [subject];
  const { counted } = place;
  const found: string[] = [subject];
  const first = counted.startingBefore(booking.startAt);
  const before = counted.at(first - 1);
  if (before) found.push(counted.at(counted.startingBefore(before.span.start))?.id ?? before.id);
  for (let at = first; ; at += 1) {
    const entry = counted.at(at);
    if (entry === undefined || entry.span.start >= booking.endAt) return found;
    found.push(entry.id);
  }
}

/** The gatherings that a booking is part of. */
function clashes(view: PlanView, subject: string): readonly Clash[] {
  const booking = heldBooking(view, subject);
  const place = booking && view.environment(booking.environmentId);
  if (!booking || !place || !countsUnits(booking, place.environment)) return [];
  return touched(view, subject).flatMap((each) => {
    const gathering = gatheringOf(view, each);
    const isIn = gathering !== null && gathering.start >= booking.startAt && gathering.start < booking.endAt;
    return isIn ? [{ key: keyOf(gathering), crowds: [] }] : [];
  });
}

/** Whether all of a gathering were there together before a change too, with more perhaps. */
function wereTogether(view: PlanView, gathering: Gathering, back: PlanChange): boolean {
  const { environment } = gathering.place;
  const bookings = new Map(back.flatMap((edit) => (edit.kind === 'booking' ? [[edit.id, edit.to] as const] : [])));
  const releases = new Map(back.flatMap((edit) => (edit.kind === 'release' ? [[edit.id, edit.to] as const] : [])));
  const bookingThen = (id: string) =>
    bookings.has(id) ? (bookings.get(id) ?? undefined) : view.tables.booking.get(id);
  const tables = { booking: { get: bookingThen } };
  let [start, end] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const member of membersOf(gathering)) {
    const old = bookings.has(member.id) ? bookings.get(member.id) : member;
    if (!old || old.environmentId !== environment.id || !countsUnits(old, environment)) return false;
    const id = ownerOf({ tables }, old);
    const release = releases.has(id) ? releases.get(id) : view.tables.release.get(id);
    if (old.units < member.units || release?.state === 'cancelled') return false;
    start = Math.max(start, old.startAt);
    end = Math.min(end, old.endAt);
  }
  return start < end;
}

function isRemainder(view: PlanView, { key }: Clash, subject: string, back: PlanChange): boolean {
  for (const each of touched(view, subject)) {
    const gathering = gatheringOf(view, each);
    if (gathering !== null && keyOf(gathering) === key) return wereTogether(view, gathering, back);
  }
  return false;
}

/** The most units that bookings hold at once in an environment, nobody else counted. */
function peakOf(view: PlanView, ids: readonly string[], environmentId: string): number {
  const place = view.environment(environmentId);
  const there = ids.flatMap((id) => {
    const booking = heldBooking(view, id);
    const counts =
      booking && place && booking.environmentId === environmentId && countsUnits(booking, place.environment);
    return counts ? [booking] : [];
  });
  const steps = there.flatMap(({ startAt, endAt, units }) => [
    { at: startAt, by: units },
    { at: endAt, by: -units },
  ]);
  steps.sort((a, b) => a.at - b.at || a.by - b.by);
  let [load, peak] = [0, 0];
  for (const { by } of steps) {
    load += by;
    peak = Math.max(peak, load);
  }
  return peak;
}

function watch(view: PlanView, conflict: Conflict, subject: string): (view: PlanView) => boolean {
  const gathering = gatheringOf(view, subject);
  if (gathering === null || conflict.kind !== KIND) return () => false;
  const ids = membersOf(gathering).map(({ id }) => id);
  return (after) => peakOf(after, ids, conflict.environmentId) > conflict.capacity;
}

/**
 * More units booked in an environment at once than it has. Reported once for each largest set of bookings that are there
 * together, over exactly the time that they are: so every moment above the capacity is in one, and n bookings give at
 * most n. A move that leaves a part of such a set above the capacity creates nothing, and does not resolve it.
 * Source: an interval graph has at most n maximal cliques, each a point where a start is followed by an end (Fulkerson and
 * Gross, "Incidence matrices and interval graphs", 1965).
 */
export const capacityExceeded: Rule = {
  name: KIND,
  over: 'bookings',
  find,
  touched: (view, edit) => bookingsOf(view, edit).flatMap((id) => touched(view, id)),
  parts: { centres: bookingsOf, clashes, isRemainder, watch },
};
