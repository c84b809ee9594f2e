import type { Plan } from '../../../shared/domain/conflicts/plan.ts';
import type { Relation } from '../../../shared/model/conflict.ts';
import type { Booking, Environment } from '../../../shared/model/environment.ts';
import type { Span } from '../../../shared/model/span.ts';
import { foundations, grouped, meet, type Seen, share, sideText, steps } from './oracle-base.ts';

export function spanOf({ startAt, endAt }: Booking): Span {
  return { start: startAt, end: endAt };
}

function textOf(booking: Booking): string {
  return sideText('booking', booking.id, spanOf(booking));
}

export function held(plan: Plan): readonly Booking[] {
  return plan.bookings.filter((booking) => {
    const release = plan.releases.find(({ id }) => id === owner(plan, booking));
    return booking.startAt < booking.endAt && release?.state !== 'cancelled';
  });
}

export function placeOf(plan: Plan, { environmentId }: Booking): Environment | undefined {
  return plan.environments.find(({ id }) => id === environmentId);
}

function causeOf(plan: Plan, id: string): string | null {
  const booking = plan.bookings.find((each) => each.id === id);
  return booking === undefined || booking.releaseId !== null ? null : booking.causedBy;
}

/** Whom a booking is for: climbs as often as there are bookings; who is not at the top by then goes in a ring. */
function owner(plan: Plan, booking: Booking): string {
  let at: string = booking.id;
  for (let count = 0; count <= plan.bookings.length; count += 1) {
    const cause = causeOf(plan, at);
    if (cause === null) return plan.bookings.find(({ id }) => id === at)?.releaseId ?? at;
    at = cause;
  }
  const ring = [at];
  for (let next = causeOf(plan, at); next !== null && next !== at; next = causeOf(plan, next)) ring.push(next);
  return ring.sort()[0] ?? at;
}

function takes(place: Environment, booking: Booking): boolean {
  return place.sharing === 'exclusive' || booking.mode === 'exclusive';
}

/** How two bookings cannot hold together, seen from the one that was booked later; null where they can. */
function rivalry(plan: Plan, a: Booking, b: Booking): { relation: Relation; length: number } | null {
  const [placeA, placeB] = [placeOf(plan, a), placeOf(plan, b)];
  if (!placeA || !placeB || !share(spanOf(a), spanOf(b)) || owner(plan, a) === owner(plan, b)) return null;
  if (placeA.id === placeB.id) {
    const byService = placeA.sharing === 'by-service';
    const anyOfBoth =
      a.services.length === 0 || b.services.length === 0 || a.services.some((id) => b.services.includes(id));
    const clash = takes(placeA, a) || takes(placeA, b) || (byService && anyOfBoth);
    return clash ? { relation: 'same', length: 0 } : null;
  }
  const edges = foundations(plan);
  const aIsLater = a.requestedAt > b.requestedAt || (a.requestedAt === b.requestedAt && a.id > b.id);
  const [first, second] = aIsLater ? [a, b] : [b, a];
  const [own, other] = aIsLater ? [placeA, placeB] : [placeB, placeA];
  const down = steps(own.id, other.id, edges);
  const up = steps(other.id, own.id, edges);
  if (Number.isFinite(down) && takes(other, second)) return { relation: 'parent', length: down + 1 };
  return Number.isFinite(up) && takes(own, first) ? { relation: 'child', length: up + 1 } : null;
}

/** Every two bookings that cannot hold together. */
export function rivals(plan: Plan): readonly (readonly [Booking, Booking])[] {
  const all = held(plan);
  return all.flatMap((a, index) => all.slice(index + 1).flatMap((b) => (rivalry(plan, a, b) ? [[a, b] as const] : [])));
}

export function seenEnvironmentClashes(plan: Plan): readonly Seen[] {
  return grouped(
    rivals(plan),
    (a, b) => {
      const found = rivalry(plan, a, b);
      return {
        kind: 'environment-clash',
        sides: [textOf(a), textOf(b)],
        count: 2,
        at: meet(spanOf(a), spanOf(b)),
        relation: found?.relation ?? 'same',
        pathLength: found?.length ?? 0,
      };
    },
    (one, others) => ({
      kind: 'environment-clash',
      sides: [one, ...others.slice(0, 11)].map(textOf),
      count: others.length + 1,
      at: spanOf(one),
      relation: 'same',
      pathLength: 0,
    }),
  );
}

/** The largest sets of bookings that are in one environment at once and together need more than it has. */
export function overfull(plan: Plan): readonly (readonly Booking[])[] {
  return plan.environments.flatMap((place) => {
    const counted = held(plan).filter(
      (each) =>
        each.environmentId === place.id &&
        (place.sharing === 'shared' ? each.mode === 'shared' : each.purpose !== 'use'),
    );
    const gatherings = counted.map(({ startAt }) =>
      counted.filter((each) => each.startAt <= startAt && startAt < each.endAt),
    );
    const over = gatherings.filter((set) => set.reduce((sum, { units }) => sum + units, 0) > place.capacity);
    const largest = over.filter(
      (set) => !gatherings.some((other) => other.length > set.length && set.every((each) => other.includes(each))),
    );
    return largest.filter(
      (set, index) => largest.findIndex((other) => other.every((each) => set.includes(each))) === index,
    );
  });
}

export function seenCapacity(plan: Plan): readonly Seen[] {
  return overfull(plan).map((set) => ({
    kind: 'capacity-exceeded',
    sides: [...set]
      .sort((a, b) => a.startAt - b.startAt || (a.id < b.id ? -1 : 1))
      .slice(0, 12)
      .map(textOf),
    count: set.length,
    at: set.map(spanOf).reduce(meet),
    relation: 'same',
    pathLength: 0,
  }));
}
