import { takesAll } from '../../../shared/domain/conflicts/environment-bookings.ts';
import { loadSteps } from '../../../shared/domain/environments/load-steps.ts';
import type { Booking, Environment } from '../../../shared/model/environment.ts';
import type { BookingId } from '../../../shared/model/ids.ts';
import type { Span } from '../../../shared/model/span.ts';

/** A booking on the row of its lane where nothing before it is in its way. */
export interface PlacedBooking {
  readonly booking: Booking;
  readonly row: number;
  /** It has the environment for itself. */
  readonly alone: boolean;
  readonly clashes: boolean;
}

/** Units in use over a stretch of time. */
export interface UnitStep extends Span {
  readonly units: number;
}

/** What the picture draws of one environment. */
export interface Lane {
  readonly placed: readonly PlacedBooking[];
  /** How many rows of bookings it is high. */
  readonly rows: number;
  /** Bookings for which there was no row. */
  readonly hidden: number;
  /** Units in use, where the environment has more than one. */
  readonly steps: readonly UnitStep[];
}

/** A lane is no higher than this many rows. */
export const MOST_ROWS = 5;

/** Packs the bookings of one environment, earliest first, each on the first row that is free by then. */
export function laneOf(environment: Environment, bookings: readonly Booking[], clashing: ReadonlySet<BookingId>): Lane {
  const sorted = bookings.toSorted((a, b) => a.startAt - b.startAt || b.endAt - a.endAt);
  const ends: number[] = [];
  const placed: PlacedBooking[] = [];
  for (const booking of sorted) {
    const free = ends.findIndex((end) => end <= booking.startAt);
    const row = free < 0 ? ends.length : free;
    if (row >= MOST_ROWS) continue;
    ends[row] = booking.endAt;
    placed.push({ booking, row, alone: takesAll(booking, environment), clashes: clashing.has(booking.id) });
  }
  return {
    placed,
    rows: Math.max(1, ends.length),
    hidden: sorted.length - placed.length,
    steps: environment.capacity > 1 ? unitSteps(environment, sorted) : [],
  };
}

/** Units in use over time: who has the environment for itself uses all of it. */
export function unitSteps(environment: Environment, bookings: readonly Booking[]): readonly UnitStep[] {
  const loads = bookings.map((booking) => ({
    id: booking.id,
    start: booking.startAt,
    end: booking.endAt,
    units: booking.units,
    whole: takesAll(booking, environment),
  }));
  return loadSteps(loads).map(({ span, units, whole }) => ({
    ...span,
    units: whole ? Math.max(units, environment.capacity) : units,
  }));
}

/** A step line as an SVG path: along the ground, up and down at each step; `x` and `y` place time and units. */
export function stepPath(steps: readonly UnitStep[], x: (at: number) => number, y: (units: number) => number): string {
  const ground = y(0);
  const parts: string[] = [];
  let last: UnitStep | null = null;
  for (const step of steps) {
    const joined = last !== null && last.end === step.start;
    if (!joined) parts.push(last === null ? '' : `V${ground}`, `M${x(step.start)},${ground}`);
    parts.push(`V${y(step.units)}`, `H${x(step.end)}`);
    last = step;
  }
  if (last !== null) parts.push(`V${ground}`);
  return parts.filter((part) => part !== '').join('');
}
