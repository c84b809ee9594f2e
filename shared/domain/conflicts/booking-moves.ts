import type { MoveStep } from '../../model/conflict.ts';
import type { Booking, Environment } from '../../model/environment.ts';
import type { Span } from '../../model/span.ts';
import { wholeFamily } from './booking-families.ts';
import { type Candidate, type Reach, shiftsOf, slotShifts, wayOf } from './candidate.ts';
import { daysOf, type Shift, shifted } from './shift.ts';
import type { SpanIndex } from './span-index.ts';
import type { PlanView } from './view.ts';

const DAY = 86_400_000;

function bookingStep(booking: Booking, to: Pick<Booking, 'environmentId' | 'startLocal' | 'endLocal'>): MoveStep {
  const { id: bookingId, startAt, endAt, environmentId } = booking;
  return { kind: 'booking', bookingId, ...to, base: { startAt, endAt, environmentId } };
}

/** Bookings moved; null where one of them would begin in the past, hold no time, or cannot be said in local times. */
export function shiftBookings(view: PlanView, bookings: readonly Booking[], shift: Shift): readonly MoveStep[] | null {
  const steps: MoveStep[] = [];
  for (const booking of bookings) {
    const place = shifted(booking, shift);
    if (place?.endLocal == null || place.endAt === null || place.endAt <= place.startAt) return null;
    if (place.startAt < view.tables.now) return null;
    const { startLocal, endLocal } = place;
    steps.push(bookingStep(booking, { environmentId: booking.environmentId, startLocal, endLocal }));
  }
  return steps;
}

function around(span: Span, { days }: Reach): Span {
  return { start: span.start - days * DAY - (span.end - span.start), end: span.end + days * DAY } as Span;
}

/** When anything begins or ends that may keep a booking from being where it is, or let it be. */
export function momentsFor(view: PlanView, booking: Booking, reach: Reach): ReadonlySet<number> {
  const moments = new Set<number>();
  const range = around({ start: booking.startAt, end: booking.endAt }, reach);
  const note = <T>(list: SpanIndex<T> | undefined) =>
    list?.visit(range, (_, { span }) => {
      moments.add(span.start).add(span.end);
      return false;
    });
  const { groundOf, burdenOf } = view.graphs;
  const places = [...groundOf(booking.environmentId).keys(), ...burdenOf(booking.environmentId).keys()];
  for (const id of new Set(places)) {
    note(view.environment(id)?.all);
    note(view.schedules.maintenance.naming(id));
    note(view.schedules.freeze.naming(id));
  }
  note(view.schedules.maintenance.elsewhere);
  for (const each of view.tables.override.values()) moments.add(each.startAt).add(each.endAt);
  for (const { span } of view.deploymentsOf(booking.releaseId ?? '')) moments.add(span.start).add(span.end);
  return moments;
}

function elsewhere(view: PlanView, booking: Booking): readonly Candidate[] {
  const here = view.tables.environment.get(booking.environmentId);
  const fits = (place: Environment) =>
    place.id !== here?.id &&
    !place.archived &&
    place.kind === here?.kind &&
    place.region === here.region &&
    place.capacity >= booking.units;
  const { startLocal, endLocal } = booking;
  return [...view.tables.environment.values()].filter(fits).map((place) => ({
    family: `booking ${booking.id} in ${place.id}`,
    days: 0,
    steps: () => [bookingStep(booking, { environmentId: place.id, startLocal, endLocal })],
  }));
}

/**
 * Where a booking could go: other days at the same time of day, the nearest free times, and for one that nothing came along
 * with other environments of the same kind and region. What has begun stays where it is.
 */
export function bookingMoves(view: PlanView, bookingId: string, reach: Reach): readonly Candidate[] {
  const booking = view.tables.booking.get(bookingId);
  if (booking === undefined) return [];
  const family = wholeFamily(view, booking);
  const [root] = family;
  if (root === undefined || family.some(({ startAt }) => startAt < view.tables.now)) return [];
  const slots = family.flatMap((each) => {
    const span = { start: each.startAt, end: each.endAt };
    return slotShifts(span, momentsFor(view, each, reach), reach);
  });
  const moved = shiftsOf(reach, new Set(slots)).map(
    ([how, shift]): Candidate => ({
      family: `booking ${root.id} by ${how} ${wayOf(daysOf(shift))}`,
      days: daysOf(shift),
      steps: () => shiftBookings(view, family, shift),
    }),
  );
  return family.length === 1 ? [...moved, ...elsewhere(view, booking)] : moved;
}
