import type { Booking, Environment } from '../../model/environment.ts';
import type { EnvironmentQueue, QueuePlace } from '../../model/environment-use.ts';
import type { BookingId, EnvironmentId } from '../../model/ids.ts';
import { type Instant, instant } from '../../model/time.ts';
import type { PlanView } from '../conflicts/view.ts';
import { dependantsOf } from './dependants.ts';
import { blockersOf, bookedView, isTooLarge } from './occupancy.ts';

/** Who of some bookings has an environment already, and who waits for it: whoever has not begun. */
export function queueFor(
  environment: Environment,
  { environments, bookings, now }: Pick<QueueInput, 'environments' | 'now'> & { readonly bookings: readonly Booking[] },
): EnvironmentQueue {
  const left = bookings.filter(({ endAt }) => endAt > now);
  const [coming, holding] = [left.filter(({ startAt }) => startAt > now), left.filter(({ startAt }) => startAt <= now)];
  const waiting = coming.filter(({ environmentId }) => environmentId === environment.id);
  const elsewhere = coming.filter(({ environmentId }) => environmentId !== environment.id);
  return environmentQueue({ environment, environments, holding, elsewhere, waiting, now });
}

/** Who waits for an environment, and who has it. */
export interface QueueInput {
  readonly environment: Environment;
  /** All environments, for what it stands on and what stands on it. */
  readonly environments: readonly Environment[];
  /** Bookings that are settled, of any environment. */
  readonly holding: readonly Booking[];
  /** Those that ask for other environments: each has its time, but only before whoever comes after it. */
  readonly elsewhere: readonly Booking[];
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

/** An environment, what it stands on and what stands on it: nobody elsewhere can be in its way. */
function around(id: EnvironmentId, environments: readonly Environment[]): ReadonlySet<EnvironmentId> {
  const ground = environments.filter((one) => dependantsOf(one.id, environments).includes(id));
  return new Set([id, ...dependantsOf(id, environments), ...ground.map((one) => one.id)]);
}

/**
 * The earliest place for a booking from a moment on, and everybody it had to wait for. Whoever is in its way stays so
 * until the first of them ends: nothing in between has to be tried.
 */
function firstPlace(
  booking: Booking,
  readyAt: Instant,
  view: PlanView,
): { readonly place: Booking; readonly waitsFor: readonly BookingId[] } {
  const length = booking.endAt - booking.startAt;
  const waitsFor = new Set<BookingId>();
  for (let start = readyAt; ; ) {
    const place = { ...booking, startAt: start, endAt: instant(start + length) };
    const blockers = blockersOf(view, place);
    if (blockers.length === 0) return { place, waitsFor: [...waitsFor] };
    for (const id of blockers) waitsFor.add(id);
    start = instant(Math.min(...blockers.flatMap((id) => view.tables.booking.get(id)?.endAt ?? [])));
  }
}

/**
 * The queue for an environment by its discipline: who asked first; the highest priority (1), then who asked first; or
 * the earliest deadline (those without one last), then who asked first. Each has the reason for its position, compared
 * with the one ahead. In that order each takes the earliest time, not before it is ready, at which it fits beside those
 * who have the environment already and those ahead of it, also on what it stands on and on what stands on it; so nobody
 * is ever delayed by somebody behind, and a gap that is too short or comes too early for the ones ahead is used by the
 * next that it fits.
 */
export function environmentQueue(input: QueueInput): EnvironmentQueue {
  const { environment, waiting, holding } = input;
  const byOrder = (a: Booking, b: Booking) => compare(a, b, environment).order;
  const order = waiting.toSorted(byOrder);
  const asks = new Set(waiting.map(({ id }) => id));
  const near = around(environment.id, input.environments);
  const isInTheWay = ({ id, causedBy, environmentId }: Booking) =>
    near.has(environmentId) && !asks.has(id) && !(causedBy !== null && asks.has(causedBy));
  const view = bookedView(input.environments, holding.filter(isInTheWay));
  const places: QueuePlace[] = [];
  for (const booking of [...waiting, ...input.elsewhere.filter(isInTheWay)].sort(byOrder)) {
    const { id, deadlineAt } = booking;
    if (!asks.has(id)) {
      view.edit({ kind: 'booking', id, to: booking });
      continue;
    }
    const index = places.length;
    const other = order[index - 1] ?? order[index + 1];
    const readyAt = instant(Math.max(input.now, booking.startAt));
    const found = isTooLarge(booking, environment) ? null : firstPlace(booking, readyAt, view);
    if (found !== null) view.edit({ kind: 'booking', id, to: found.place });
    places.push({
      bookingId: id,
      position: index + 1,
      decidedBy: other === undefined ? 'alone' : compare(booking, other, environment).by,
      comparedWith: other?.id ?? null,
      because: other === undefined ? 'Nobody else waits.' : reason(booking, other, environment),
      readyAt,
      expected: found === null ? null : { start: found.place.startAt, end: found.place.endAt },
      waitMinutes: found === null ? null : (found.place.startAt - readyAt) / MINUTE,
      waitsFor: [...(found?.waitsFor ?? [])],
      late: found === null || deadlineAt === null ? null : found.place.endAt > deadlineAt,
    });
  }
  return { environmentId: environment.id, discipline: environment.discipline, places };
}
