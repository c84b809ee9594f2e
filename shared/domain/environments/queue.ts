import type { Booking, Environment } from '../../model/environment.ts';
import type { EnvironmentQueue, QueuePlace } from '../../model/environment-use.ts';
import type { BookingId, EnvironmentId } from '../../model/ids.ts';
import { type Instant, instant } from '../../model/time.ts';
import { blockersOf, environmentMap, type Hold, holdOf, isTooLarge, type Occupancy, occupancyOf } from './occupancy.ts';

/** Who waits for an environment, and who has it. */
export interface QueueInput {
  readonly environment: Environment;
  /** All environments, for what it stands on and what stands on it. */
  readonly environments: readonly Environment[];
  /** Bookings that are settled, of any environment. */
  readonly holding: readonly Booking[];
  /** Those that ask for this one; each wants it from its start on, for as long as it is. */
  readonly waiting: readonly Booking[];
  /** Nobody starts before it. */
  readonly now: Instant;
}

type Decided = QueuePlace['decidedBy'];
/** Negative where the first is served first; and what decided that. */
interface Comparison {
  readonly order: number;
  readonly by: Exclude<Decided, 'alone'>;
}

const MINUTE = 60_000;

function byRequest(a: Booking, b: Booking): Comparison {
  if (a.requestedAt !== b.requestedAt) return { order: a.requestedAt - b.requestedAt, by: 'request' };
  return { order: a.id < b.id ? -1 : 1, by: 'id' };
}

function byDeadline(a: Booking, b: Booking): Comparison {
  const left = a.deadlineAt ?? Number.POSITIVE_INFINITY;
  const right = b.deadlineAt ?? Number.POSITIVE_INFINITY;
  return left === right ? byRequest(a, b) : { order: left < right ? -1 : 1, by: 'deadline' };
}

/** Which of two is served first, by an environment's discipline; then who asked first, then the order of ids. */
function compare(a: Booking, b: Booking, { discipline }: Environment): Comparison {
  if (discipline === 'earliest-deadline') return byDeadline(a, b);
  if (discipline === 'priority' && a.priority !== b.priority) return { order: a.priority - b.priority, by: 'priority' };
  return byRequest(a, b);
}

function deadlineReason(own: Booking, other: Booking, ahead: boolean): string {
  if (own.deadlineAt === null) return `No deadline, after “${other.title}”, which has one.`;
  if (other.deadlineAt === null) return `Has a deadline, before “${other.title}”, which has none.`;
  return `Its deadline is ${ahead ? 'earlier' : 'later'} than that of “${other.title}”.`;
}

/** What two had in common before the request had to decide. */
function tie(own: Booking, { discipline }: Environment): string {
  if (discipline === 'priority') return `Same priority (${own.priority}), `;
  if (discipline === 'earliest-deadline') return own.deadlineAt === null ? 'No deadline either, ' : 'Same deadline, ';
  return '';
}

function reason(own: Booking, other: Booking, environment: Environment): string {
  const { order, by } = compare(own, other, environment);
  const ahead = order < 0;
  const than = `${ahead ? 'before' : 'after'} “${other.title}”`;
  if (by === 'deadline') return deadlineReason(own, other, ahead);
  if (by === 'priority') return `Priority ${own.priority}, ${than} with priority ${other.priority}.`;
  const common = tie(own, environment);
  if (by === 'request') return `${common}${common === '' ? 'Requested' : 'requested'} ${than}.`;
  return `${common}${common === '' ? 'Requested' : 'requested'} at the same moment as “${other.title}”; the order of ids decides.`;
}

interface Wanted {
  readonly hold: Hold;
  readonly readyAt: Instant;
}

function wanted(booking: Booking, { environment, now }: QueueInput): Wanted {
  const hold = holdOf(booking, environment);
  return { hold, readyAt: instant(Math.max(now, booking.startAt)) };
}

function placedAt(hold: Hold, start: number): Hold {
  return { ...hold, start: instant(start), end: instant(start + hold.end - hold.start) };
}

/** The earliest place for a hold from a moment on, and everybody it had to wait for. */
function firstPlace(
  { hold, readyAt }: Wanted,
  occupancy: Occupancy,
  environment: Environment,
): { readonly place: Hold; readonly waitsFor: readonly BookingId[] } {
  const { here, above, below } = occupancy;
  const ends = [...here, ...above, ...below].map(({ end }): number => end).filter((end) => end > readyAt);
  const waitsFor = new Set<BookingId>();
  for (const start of [readyAt, ...new Set(ends.sort((a, b) => a - b))]) {
    const place = placedAt(hold, start);
    const blockers = blockersOf(place, occupancy, environment);
    if (blockers.length === 0) return { place, waitsFor: [...waitsFor] };
    for (const id of blockers) waitsFor.add(id);
  }
  // Nobody holds anything after the last end, and whoever is too large was told so before.
  throw new Error('a booking that fits nowhere');
}

/**
 * The queue for an environment by its discipline: who asked first; the highest priority (1), then who asked first; or
 * the earliest deadline (those without one last), then who asked first. Each has the reason for its position, compared
 * with the one ahead. In that order each takes the earliest time, not before it is ready, at which it fits beside those
 * who have the environment already and those ahead of it; so nobody is ever delayed by somebody behind, and a gap
 * that is too short or comes too early for the ones ahead is used by the next that it fits.
 */
export function environmentQueue(input: QueueInput): EnvironmentQueue {
  const { environment, waiting, holding } = input;
  const order = waiting.toSorted((a, b) => compare(a, b, environment).order);
  const asks = new Set(waiting.map(({ id }) => id));
  const settled = Map.groupBy(
    holding.filter(({ id, causedBy }) => !asks.has(id) && !(causedBy !== null && asks.has(causedBy))),
    ({ environmentId }): EnvironmentId => environmentId,
  );
  const map = environmentMap(input.environments);
  const occupancy = occupancyOf(environment.id, map, (id) => settled.get(id) ?? []);
  const here = [...occupancy.here];
  const places = order.map((booking, index): QueuePlace => {
    const other = order[index - 1] ?? order[index + 1];
    const want = wanted(booking, input);
    const found = isTooLarge(want.hold, environment) ? null : firstPlace(want, { ...occupancy, here }, environment);
    if (found !== null) here.push(found.place);
    const { id, deadlineAt } = booking;
    return {
      bookingId: id,
      position: index + 1,
      decidedBy: other === undefined ? 'alone' : compare(booking, other, environment).by,
      comparedWith: other?.id ?? null,
      because: other === undefined ? 'Nobody else waits.' : reason(booking, other, environment),
      readyAt: want.readyAt,
      expected: found === null ? null : { start: found.place.start, end: found.place.end },
      waitMinutes: found === null ? null : (found.place.start - want.readyAt) / MINUTE,
      waitsFor: [...(found?.waitsFor ?? [])],
      late: found === null || deadlineAt === null ? null : found.place.end > deadlineAt,
    };
  });
  return { environmentId: environment.id, discipline: environment.discipline, places };
}
