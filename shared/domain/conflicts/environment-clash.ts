import type { Conflict, Relation, Thing } from '../../model/conflict.ts';
import type { Booking, Environment } from '../../model/environment.ts';
import type { ServiceId } from '../../model/ids.ts';
import { ownerOf } from './booking-families.ts';
import { type EnvironmentBookings, takesAll } from './environment-bookings.ts';
import { wayTo } from './graph.ts';
import { conflictKey, inOrder } from './key.ts';
import { disturbedBy, type PairSpace, reportedUnder } from './pair-space.ts';
import type { Clash, Rule } from './rule.ts';
import { listed, quoted, shared, sideOfBooking, thingOf } from './sides.ts';
import type { SpanIndex } from './span-index.ts';
import { bookingsOf, heldBooking } from './subjects.ts';
import type { PlanView } from './view.ts';

type EnvironmentClash = Extract<Conflict, { kind: 'environment-clash' }>;

const KIND = 'environment-clash';

/** The lists of bookings in which everything that overlaps a booking, and is for somebody else, clashes with it. */
function rivalLists(view: PlanView, booking: Booking, place: EnvironmentBookings): readonly SpanIndex<Booking>[] {
  const { ofTaker, ofUser, ofSharer } = view.rivalsIn(place.environment.id);
  if (takesAll(booking, place.environment)) return ofTaker;
  if (place.environment.sharing !== 'by-service') return ofSharer;
  if (booking.services.length === 0) return ofUser;
  return [...ofSharer, place.unnamed, ...booking.services.flatMap((service) => place.using(service) ?? [])];
}

/** The bookings, at most `limit`, that clash with one, whether that one is in the plan or only thought of. */
export function rivalsOf(view: PlanView, booking: Booking, limit = Number.POSITIVE_INFINITY): readonly Booking[] {
  const place = view.environment(booking.environmentId);
  if (place === undefined) return [];
  const owner = ownerOf(view, booking);
  const span = { start: booking.startAt, end: booking.endAt };
  const found: Booking[] = [];
  for (const list of rivalLists(view, booking, place)) {
    // Two bookings can meet in several lists: by two services, or in a ring of environments.
    const met = found.length === 0 ? null : new Set(found);
    list.visit(span, (other) => {
      if (other !== booking && !met?.has(other) && ownerOf(view, other) !== owner) found.push(other);
      return found.length >= limit;
    });
    if (found.length >= limit) break;
  }
  return found;
}

function spaceOf(view: PlanView): PairSpace<Booking> {
  return { idOf: ({ id }) => id, partners: (booking, limit) => rivalsOf(view, booking, limit) };
}

function pairKey(a: Booking, b: Booking): string {
  return conflictKey(KIND, inOrder(a.id, b.id));
}

function crowdKey({ id }: Booking): string {
  return conflictKey(KIND, [id, '*']);
}

/** Where one booking's environment stands, seen from the other's, and the way from the one to the other. */
function relationOf(
  view: PlanView,
  from: Booking,
  to: Booking,
): { readonly relation: Relation; readonly way: readonly string[] } {
  if (from.environmentId === to.environmentId) return { relation: 'same', way: [] };
  const taken = view.environment(to.environmentId);
  const down = wayTo(to.environmentId, view.graphs.groundOf(from.environmentId));
  if (down.length > 0 && taken && takesAll(to, taken.environment)) return { relation: 'parent', way: down };
  return { relation: 'child', way: wayTo(to.environmentId, view.graphs.burdenOf(from.environmentId)) };
}

/** Who is asked to give way: the one that was booked later. */
function laterFirst(a: Booking, b: Booking): readonly [Booking, Booking] {
  const isLater = a.requestedAt - b.requestedAt || (a.id < b.id ? -1 : 1);
  return isLater > 0 ? [a, b] : [b, a];
}

function servicesBoth(a: Booking, b: Booking): readonly ServiceId[] {
  if (a.services.length === 0) return b.services;
  return b.services.length === 0 ? a.services : a.services.filter((service) => b.services.includes(service));
}

const NEEDED: readonly Environment['kind'][] = ['production', 'pre-production', 'staging'];

/** How much hangs on an environment, as a severity with its reason. */
export function weightOf({ kind, name }: Environment): Pick<Conflict, 'severity' | 'because'> {
  return NEEDED.includes(kind)
    ? { severity: 'blocking', because: `${quoted(name)} is a ${kind} environment: no release gets past it.` }
    : { severity: 'serious', because: `${quoted(name)} is a ${kind} environment: work there can be put off.` };
}

interface Meeting {
  readonly first: Booking;
  readonly second: Booking;
  readonly how: EnvironmentClash['how'];
  readonly place: Environment;
  readonly services: readonly Thing[];
}

function ruleOf({ first, second, how, place, services }: Meeting): string {
  if (how === 'by-service') {
    const both =
      services.length === 0 ? 'both use all of them' : `both use ${listed(services.map(({ name }) => name))}`;
    return `A service of ${quoted(place.name)} can be in one booking at a time; ${both}.`;
  }
  if (place.sharing === 'exclusive') return `${quoted(place.name)} takes one booking at a time.`;
  const taker = second.mode === 'exclusive' ? second : first;
  return `${quoted(taker.title)} has ${quoted(place.name)} for itself.`;
}

function describe(view: PlanView, a: Booking, b: Booking): EnvironmentClash | null {
  const [first, second] = laterFirst(a, b);
  const { relation, way } = relationOf(view, first, second);
  const taken = relation === 'child' ? first : second;
  const place = view.environment(taken.environmentId)?.environment;
  if (place === undefined) return null;
  const exclusive = relation !== 'same' || takesAll(a, place) || takesAll(b, place);
  const how = exclusive ? 'exclusive' : 'by-service';
  const services = how === 'by-service' ? servicesBoth(a, b) : [];
  const things = services.map((id) => thingOf(view, 'service', id));
  const path = way.map((id) => thingOf(view, 'environment', id));
  const stands = `${quoted(path.at(relation === 'parent' ? 0 : -1)?.name ?? '')} stands on ${quoted(place.name)}: `;
  return {
    kind: KIND,
    key: pairKey(a, b),
    sides: [sideOfBooking(first), sideOfBooking(second)],
    sideCount: 2,
    atLeast: false,
    at: shared(sideOfBooking(a).span, sideOfBooking(b).span),
    rule: `${relation === 'same' ? '' : stands}${ruleOf({ first, second, how, place, services: things })}`,
    resource: { kind: 'environment', id: place.id, name: place.name },
    relation,
    path,
    ...weightOf(place),
    environmentId: place.id,
    how,
    services: [...services],
  };
}

interface Crowd {
  readonly partners: readonly Booking[];
  readonly count: number;
  readonly atLeast: boolean;
}

function describeCrowd(view: PlanView, booking: Booking, { partners, count, atLeast }: Crowd): EnvironmentClash | null {
  const place = view.environment(booking.environmentId)?.environment;
  if (place === undefined) return null;
  const { startAt: start, endAt: end } = booking;
  const many = `${atLeast ? 'more than ' : ''}${count.toLocaleString('en-US')}`;
  return {
    kind: KIND,
    key: crowdKey(booking),
    sides: [booking, ...partners].map(sideOfBooking),
    sideCount: count + 1,
    atLeast,
    at: { start, end },
    rule: `${quoted(booking.title)} cannot be in ${quoted(place.name)} at the same time as ${many} other bookings.`,
    resource: { kind: 'environment', id: place.id, name: place.name },
    relation: 'same',
    path: [],
    ...weightOf(place),
    environmentId: place.id,
    how: 'exclusive',
    services: [],
  };
}

function find(view: PlanView, subject: string): readonly Conflict[] {
  const booking = heldBooking(view, subject);
  if (booking === undefined) return [];
  const reported = reportedUnder(booking, spaceOf(view));
  const found =
    reported.as === 'crowd'
      ? [describeCrowd(view, booking, reported)]
      : reported.partners.map((partner) => describe(view, booking, partner));
  return found.filter((conflict) => conflict !== null);
}

function touched(view: PlanView, subject: string, moved: number): readonly string[] {
  const booking = heldBooking(view, subject);
  return booking === undefined ? [subject] : disturbedBy(booking, moved, spaceOf(view)).map(({ id }) => id);
}

function clashes(view: PlanView, subject: string): readonly Clash[] {
  const booking = heldBooking(view, subject);
  if (booking === undefined) return [];
  return rivalsOf(view, booking).map((other) => ({
    key: pairKey(booking, other),
    crowds: [crowdKey(booking), crowdKey(other)],
  }));
}

/**
 * Two bookings for different releases that overlap where only one can be: in an environment for one booking at a time, one
 * that a booking has for itself, one whose services can be in one booking each, or one that stands on an environment
 * that is taken. Bookings that only touch do not clash.
 */
export const environmentClash: Rule = {
  name: KIND,
  over: 'bookings',
  find,
  touched: (view, edit, moved) => bookingsOf(view, edit).flatMap((id) => touched(view, id, moved)),
  parts: { centres: bookingsOf, clashes },
};
