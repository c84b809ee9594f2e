import type { Booking, Environment } from '../../model/environment.ts';
import type { BookingId, EnvironmentId, ServiceId } from '../../model/ids.ts';
import type { Span } from '../../model/span.ts';
import { countsUnits, takesAll } from '../conflicts/environment-bookings.ts';
import { overlaps } from '../freezes/spans.ts';
import { dependantsOf } from './dependants.ts';
import { type Load, loadSteps } from './load-steps.ts';

/** A booking as its environment sees it. */
export interface Hold extends Span {
  readonly id: BookingId;
  /** The release that it is for, else the booking that brought it along, else itself: nobody is in their own way. */
  readonly owner: string;
  readonly units: number;
  /** It takes the environment, and what stands on it, for itself. */
  readonly alone: boolean;
  /** Its units count against the capacity. */
  readonly counts: boolean;
  readonly services: readonly ServiceId[];
}

/** Who holds an environment, what it stands on, and what stands on it. */
export interface Occupancy {
  readonly here: readonly Hold[];
  /** Those who have for themselves what it stands on: while they do, it cannot be used. */
  readonly above: readonly Hold[];
  /** Those who use what stands on it: while they do, nobody can have it for themselves. */
  readonly below: readonly Hold[];
}

/** A booking as its environment sees it. */
export function holdOf(booking: Booking, environment: Environment): Hold {
  const { id, releaseId, causedBy, units, services, startAt, endAt } = booking;
  return {
    id,
    owner: releaseId ?? causedBy ?? id,
    units,
    services,
    start: startAt,
    end: endAt,
    alone: takesAll(booking, environment),
    counts: countsUnits(booking, environment),
  };
}

/** Environments with what stands on each, looked up once. */
export interface EnvironmentMap {
  readonly byId: ReadonlyMap<EnvironmentId, Environment>;
  readonly below: ReadonlyMap<EnvironmentId, readonly EnvironmentId[]>;
  readonly above: ReadonlyMap<EnvironmentId, readonly EnvironmentId[]>;
}

/** Looks up what stands on what; O(V * (V + E)). */
export function environmentMap(environments: readonly Environment[]): EnvironmentMap {
  const below = new Map(environments.map(({ id }) => [id, dependantsOf(id, environments)] as const));
  const above = new Map<EnvironmentId, EnvironmentId[]>(environments.map(({ id }) => [id, []]));
  for (const [id, dependants] of below) for (const one of dependants) above.get(one)?.push(id);
  return { byId: new Map(environments.map((one) => [one.id, one])), below, above };
}

/** Who holds an environment and its neighbours, by the bookings of each environment. */
export function occupancyOf(
  id: EnvironmentId,
  map: EnvironmentMap,
  bookingsOf: (id: EnvironmentId) => readonly Booking[],
): Occupancy {
  const holds = (of: EnvironmentId): readonly Hold[] => {
    const environment = map.byId.get(of);
    return environment === undefined ? [] : bookingsOf(of).map((booking) => holdOf(booking, environment));
  };
  return {
    here: holds(id),
    above: (map.above.get(id) ?? []).flatMap(holds).filter(({ alone }) => alone),
    below: (map.below.get(id) ?? []).flatMap(holds),
  };
}

function sharesService(a: Hold, b: Hold): boolean {
  if (a.services.length === 0 || b.services.length === 0) return true;
  return a.services.some((service) => b.services.includes(service));
}

function asLoad({ id, start, end, units }: Hold): Load {
  return { id, start, end, units, whole: false };
}

/** Those with whom a hold would be more than the capacity at some moment; its own units count as well. */
function overCapacity(hold: Hold, beside: readonly Hold[], { capacity }: Environment): ReadonlySet<string> {
  const over = new Set<string>();
  if (!hold.counts) return over;
  const counted = [hold, ...beside.filter(({ counts }) => counts)];
  if (counted.reduce((sum, { units }) => sum + units, 0) <= capacity) return over;
  for (const { span, units, ids } of loadSteps(counted.map(asLoad))) {
    if (units > capacity && overlaps(span, hold)) for (const id of ids) over.add(id);
  }
  return over;
}

/** Whether a hold asks for more units than its environment has at all. */
export function isTooLarge({ counts, units }: Hold, { capacity }: Environment): boolean {
  return counts && units > capacity;
}

/**
 * The bookings that stand in a hold's way at some moment of it; none where it fits. Two stand in each other's way where
 * one of them takes the environment for itself, and where they use the same service of one that is shared by service; so
 * do bookings of what the environment stands on, and of what stands on it, where one of the two takes its own for
 * itself. All that holds between different owners. Whose units together are more than the capacity are in each
 * other's way, whoever they are for. Spans that touch do not meet.
 */
export function blockersOf(
  hold: Hold,
  { here, above, below }: Occupancy,
  environment: Environment,
): readonly BookingId[] {
  const meets = (other: Hold) => other.id !== hold.id && overlaps(hold, other);
  const isRival = (other: Hold) => other.owner !== hold.owner;
  const beside = here.filter(meets);
  const over = overCapacity(hold, beside, environment);
  const byService = environment.sharing === 'by-service';
  const excludes = (other: Hold) => hold.alone || other.alone || (byService && sharesService(hold, other));
  const inTheWay = beside.filter((other) => over.has(other.id) || (isRival(other) && excludes(other)));
  const around = [...above, ...(hold.alone ? below : [])].filter((other) => isRival(other) && meets(other));
  return [...new Set([...inTheWay, ...around].map(({ id }) => id))];
}
