import type { Booking, Environment } from '../../model/environment.ts';
import type { Peak, Utilisation, Waiting } from '../../model/environment-use.ts';
import type { Span } from '../../model/span.ts';
import { type Instant, instant } from '../../model/time.ts';
import { takesAll } from '../conflicts/environment-bookings.ts';
import { percentile } from '../stats/percentile.ts';
import { type Load, type LoadStep, loadSteps } from './load-steps.ts';

type Use = Utilisation['overall'];

const MINUTE = 60_000;

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

function waitingOf(bookings: readonly Booking[], range: Span): Waiting {
  const began = bookings.filter(
    ({ startAt, purpose, causedBy }) =>
      purpose === 'use' && causedBy === null && startAt >= range.start && startAt < range.end,
  );
  const asked = began.filter(({ requestedAt, startAt }) => requestedAt <= startAt);
  const waits = asked.map(({ id, requestedAt, startAt }) => ({ id, minutes: (startAt - requestedAt) / MINUTE }));
  const sorted = waits.map(({ minutes }) => minutes).sort((a, b) => a - b);
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
    count: waits.length,
    summary,
    longest: waits.filter(({ minutes }) => minutes === longest).map(({ id }) => id),
    askedAfterStart: began.filter(({ requestedAt, startAt }) => requestedAt > startAt).map(({ id }) => id),
  };
}

interface Measured extends Use {
  /** Units in use over time, for adding environments up. */
  readonly loads: readonly Load[];
}

function measure(environment: Environment, bookings: readonly Booking[], range: Span): Measured {
  const { id, capacity } = environment;
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
    waiting: waitingOf(bookings, range),
    loads: steps.map(({ span, units }) => ({ id, ...span, units, whole: false })),
  };
}

/**
 * How much of each environment was in use over a range, and of all together: the share of its unit minutes (capacity
 * times time), the peak with its first moment, minutes in which more was booked than there is, and how long bookings
 * that started in the range had waited since their request. Units of bookings that overlap add up; whoever has an
 * environment for itself uses all of it. Bookings are cut to the range; units beyond the capacity show in the peak and
 * the minutes over, not in the share. Waiting counts `use` alone, and not what another booking brought along.
 * O(n log n).
 */
export function utilisation(
  environments: readonly Environment[],
  bookings: readonly Booking[],
  range: Span,
): Utilisation {
  const byEnvironment = Map.groupBy(bookings, ({ environmentId }) => environmentId);
  const measured = environments.map((environment) => {
    const own = byEnvironment.get(environment.id) ?? [];
    return { environment, own, ...measure(environment, own, range) };
  });
  const sum = (of: (one: Measured) => number) => measured.reduce((total, one) => total + of(one), 0);
  const usedUnitMinutes = sum((one) => one.usedUnitMinutes);
  const unitMinutes = sum((one) => one.unitMinutes);
  const all = measured.flatMap(({ own }) => own);
  return {
    range,
    environments: measured.map(({ environment, own, loads: _loads, ...use }) => ({
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
      waiting: waitingOf(all, range),
    },
    elsewhere: bookings.length - all.length,
  };
}
