import type { Booking, Environment } from '../../model/environment.ts';
import type { Peak, Utilisation, Waiting } from '../../model/environment-use.ts';
import type { BookingId } from '../../model/ids.ts';
import type { Span } from '../../model/span.ts';
import { type Instant, instant } from '../../model/time.ts';
import { takesAll } from '../conflicts/environment-bookings.ts';
import { percentile } from '../stats/percentile.ts';
import { type Load, type LoadStep, loadSteps } from './load-steps.ts';
import { queueFor } from './queue.ts';

type Use = Utilisation['overall'];

const MINUTE = 60_000;

/** What is looked at: archived environments can be in somebody's way, and are not measured. */
export interface UseInput {
  readonly environments: readonly Environment[];
  readonly bookings: readonly Booking[];
  readonly range: Span;
  /** Who has not begun by now waits. */
  readonly now: Instant;
}

function clipped(start: Instant, end: Instant, range: Span): Span {
  return { start: instant(Math.max(start, range.start)), end: instant(Math.min(end, range.end)) };
}

function loadOf(booking: Booking, environment: Environment, range: Span): Load {
  const { id, startAt, endAt, units } = booking;
  return { id, units, whole: takesAll(booking, environment), ...clipped(startAt, endAt, range) };
}

/** Units in use over a step: those booked, and all there are where somebody has the environment for itself. */
function unitsIn({ units, whole }: LoadStep, capacity: number): number {
  return whole ? Math.max(units, capacity) : units;
}

function minutesOf({ start, end }: Span): number {
  return Math.max(0, end - start) / MINUTE;
}

function peakOf(steps: readonly { readonly span: Span; readonly units: number }[]): Peak | null {
  const [first, ...rest] = steps;
  if (first === undefined) return null;
  const highest = rest.reduce((best, step) => (step.units > best.units ? step : best), first);
  return { units: highest.units, at: highest.span.start };
}

/**
 * How long each booking waits that has not begun, in minutes: until the environment is its own by the queue, from when it
 * wants it. What has begun is left out: a plan keeps no record of who had an environment and who was made to wait. So
 * are those that never fit, that were brought along or are for a rollout.
 */
function waitsOf(environment: Environment, own: readonly Booking[], input: UseInput): ReadonlyMap<BookingId, number> {
  const waiters = own.filter(
    ({ purpose, causedBy, startAt }) => purpose === 'use' && causedBy === null && startAt > input.now,
  );
  if (waiters.length === 0) return new Map();
  const asked = new Set(waiters.map(({ id }) => id));
  const queued = queueFor(environment, input).places.flatMap(({ bookingId, waitMinutes }) =>
    asked.has(bookingId) && waitMinutes !== null ? [[bookingId, waitMinutes] as const] : [],
  );
  return new Map(queued);
}

/** The waiting of the bookings that begin in the range. */
function waitingOf(bookings: readonly Booking[], waits: ReadonlyMap<BookingId, number>, range: Span): Waiting {
  const found = bookings.flatMap(({ id, startAt }) => {
    const minutes = waits.get(id);
    return minutes === undefined || startAt < range.start || startAt >= range.end ? [] : [{ id, minutes }];
  });
  const sorted = found.map(({ minutes }) => minutes).sort((a, b) => a - b);
  const longest = sorted.at(-1);
  const summary =
    longest === undefined
      ? null
      : {
          mean: sorted.reduce((sum, minutes) => sum + minutes, 0) / sorted.length,
          // There is a wait, so both percentiles are there.
          p50: percentile(sorted, 0.5) ?? longest,
          p85: percentile(sorted, 0.85) ?? longest,
          longest,
        };
  return {
    count: found.length,
    summary,
    longest: longest === 0 ? [] : found.filter(({ minutes }) => minutes === longest).map(({ id }) => id),
  };
}

interface Measured extends Use {
  /** Units in use over time, for adding environments up. */
  readonly loads: readonly Load[];
  readonly waits: ReadonlyMap<BookingId, number>;
}

function measure(environment: Environment, bookings: readonly Booking[], input: UseInput): Measured {
  const { id, capacity } = environment;
  const { range } = input;
  const waits = waitsOf(environment, bookings, input);
  const steps = loadSteps(bookings.map((booking) => loadOf(booking, environment, range))).map((step) => ({
    span: step.span,
    units: unitsIn(step, capacity),
  }));
  const usedUnitMinutes = steps.reduce((sum, { span, units }) => sum + Math.min(units, capacity) * minutesOf(span), 0);
  const unitMinutes = capacity * minutesOf(range);
  return {
    usedUnitMinutes,
    unitMinutes,
    share: unitMinutes === 0 ? null : usedUnitMinutes / unitMinutes,
    overMinutes: steps.reduce((sum, { span, units }) => sum + (units > capacity ? minutesOf(span) : 0), 0),
    peak: peakOf(steps),
    waiting: waitingOf(bookings, waits, range),
    loads: steps.map(({ span, units }) => ({ id, ...span, units, whole: false })),
    waits,
  };
}

/**
 * How much of each environment was in use over a range, and of all together: the share of its unit minutes (capacity
 * times time), the peak with its first moment, minutes in which more was booked than there is, and how long bookings
 * that begin in the range, and have not begun by now, wait by the queue, from when they want it: booking ahead is no
 * waiting. Units of bookings that overlap add up; whoever has an environment for itself uses all of it. Bookings are cut to the range; units beyond the capacity show in the peak and
 * the minutes over, not in the share. Waiting counts `use` alone, and not what another booking brought along.
 * O(n log n).
 */
export function utilisation(input: UseInput): Utilisation {
  const { environments, bookings, range } = input;
  const byEnvironment = Map.groupBy(bookings, ({ environmentId }) => environmentId);
  const inUse = environments.filter(({ archived }) => !archived);
  const measured = inUse.map((environment) => {
    const own = byEnvironment.get(environment.id) ?? [];
    return { environment, own, ...measure(environment, own, input) };
  });
  const sum = (of: (one: Measured) => number) => measured.reduce((total, one) => total + of(one), 0);
  const usedUnitMinutes = sum((one) => one.usedUnitMinutes);
  const unitMinutes = sum((one) => one.unitMinutes);
  const all = measured.flatMap(({ own }) => own);
  return {
    range,
    environments: measured.map(({ environment, own, loads: _loads, waits: _waits, ...use }) => ({
      environmentId: environment.id,
      capacity: environment.capacity,
      bookings: own.filter(({ startAt, endAt }) => startAt < range.end && endAt > range.start).length,
      ...use,
    })),
    overall: {
      usedUnitMinutes,
      unitMinutes,
      share: unitMinutes === 0 ? null : usedUnitMinutes / unitMinutes,
      overMinutes: sum((one) => one.overMinutes),
      peak: peakOf(loadSteps(measured.flatMap(({ loads }) => loads))),
      waiting: waitingOf(all, new Map(measured.flatMap(({ waits }) => [...waits])), range),
    },
    elsewhere: bookings.length - all.length,
  };
}
