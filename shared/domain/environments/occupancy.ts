import type { Booking, Environment } from '../../model/environment.ts';
import type { BookingId } from '../../model/ids.ts';
import { instant } from '../../model/time.ts';
import { DEFAULT_ASSUMPTIONS } from '../conflicts/deployments.ts';
import { countsUnits, type EnvironmentBookings } from '../conflicts/environment-bookings.ts';
import { rivalsOf } from '../conflicts/environment-clash.ts';
import { PlanView } from '../conflicts/view.ts';
import { overlaps, span } from '../freezes/spans.ts';
import { loadSteps } from './load-steps.ts';

/** Environments with what is booked in them, ready to be asked as conflicts ask a whole plan. */
export function bookedView(environments: readonly Environment[], bookings: readonly Booking[]): PlanView {
  return new PlanView({
    now: instant(0),
    horizon: span(0, 0),
    trains: [],
    releases: [],
    milestones: [],
    unboarded: [],
    environments,
    bookings,
    services: [],
    teams: [],
    people: [],
    absences: [],
    assignments: [],
    rules: [],
    overrides: [],
    assumptions: DEFAULT_ASSUMPTIONS,
  });
}

/** Those with whom a booking would be more than the capacity at some moment; its own units count as well. */
function overCapacity(booking: Booking, { environment, counted }: EnvironmentBookings): readonly BookingId[] {
  if (!countsUnits(booking, environment)) return [];
  const own = span(booking.startAt, booking.endAt);
  const beside = [booking, ...counted.overlapping(own).filter(({ id }) => id !== booking.id)];
  if (beside.reduce((sum, { units }) => sum + units, 0) <= environment.capacity) return [];
  const loads = beside.map(({ id, startAt, endAt, units }) => ({
    id,
    start: startAt,
    end: endAt,
    units,
    whole: false,
  }));
  const over = new Set(
    loadSteps(loads)
      .filter((step) => step.units > environment.capacity && overlaps(step.span, own))
      .flatMap(({ ids }) => ids),
  );
  return beside.slice(1).flatMap(({ id }) => (over.has(id) ? [id] : []));
}

/** Whether a booking asks for more units than an environment has at all. */
export function isTooLarge(booking: Booking, environment: Environment): boolean {
  return countsUnits(booking, environment) && booking.units > environment.capacity;
}

/**
 * The bookings that stand in one's way at some moment of it; none where it fits. It need not be among those of the view.
 * They are the two sides of what conflicts are found by: those with which it clashes (`environment-clash`), and those
 * with whose units it is more than the capacity (`capacity-exceeded`), each other's and whoever they are for.
 */
export function blockersOf(view: PlanView, booking: Booking): readonly BookingId[] {
  const place = view.environment(booking.environmentId);
  if (place === undefined) return [];
  return [...new Set([...rivalsOf(view, booking).map(({ id }) => id), ...overCapacity(booking, place)])];
}
