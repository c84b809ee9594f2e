import * as fc from 'fast-check';
import type { Part } from '../../shared/domain/integration/windows.ts';
import { ReleaseId, ServiceId } from '../../shared/model/ids.ts';
import type { Zone } from '../../shared/model/time.ts';
import { shownAt } from './wall-clock.ts';

/** What each service needs. */
export type Dependencies = Readonly<Record<string, readonly string[]>>;

const SERVICES = ['s0', 's1', 's2', 's3', 's4', 's5'];

/** A few releases with a few services, and what these need, rings among them. */
export const someParts = fc
  .record({
    shipped: fc.array(fc.uniqueArray(fc.constantFrom(...SERVICES), { maxLength: 2 }), { minLength: 1, maxLength: 5 }),
    edges: fc.array(fc.tuple(fc.constantFrom(...SERVICES), fc.constantFrom(...SERVICES)), { maxLength: 8 }),
  })
  .map(({ shipped, edges }) => ({
    parts: shipped.map((services, at) => ({
      id: ReleaseId.parse(`r${at}`),
      services: services.map((each) => ServiceId.parse(each)),
    })),
    dependencies: Object.fromEntries(
      SERVICES.map((from) => [from, edges.filter(([source]) => source === from).map(([, to]) => to)]),
    ) as Dependencies,
  }));

/** Every service that some way without a repetition leads to. */
function reachedBy(from: string, dependencies: Dependencies, way: readonly string[] = [from]): readonly string[] {
  const next = (dependencies[from] ?? []).filter((each) => !way.includes(each));
  return [from, ...next.flatMap((each) => reachedBy(each, dependencies, [...way, each]))];
}

type ShipperIds = readonly Pick<Part, 'id' | 'services'>[];

/** Which releases each needs, at once or through others, by all ways between services and between releases. */
export function needsByEnumeration(
  parts: ShipperIds,
  dependencies: Dependencies,
): ReadonlyMap<string, ReadonlySet<string>> {
  const direct = (one: ShipperIds[number]) => {
    const reached = one.services.flatMap((service) => reachedBy(service, dependencies));
    const foreign = reached.filter((service) => !one.services.some((own) => own === service));
    return parts.filter(({ services }) => services.some((service) => foreign.includes(service))).map(({ id }) => id);
  };
  const all = new Map(parts.map((one) => [one.id as string, new Set<string>(direct(one))]));
  for (const _ of parts) {
    for (const known of all.values())
      for (const id of [...known]) for (const next of all.get(id) ?? []) known.add(next);
  }
  return all;
}

/** The step of each release: one more than the latest below it, those of its own ring left out. */
export function stepsByEnumeration(parts: ShipperIds, dependencies: Dependencies): Readonly<Record<string, number>> {
  const needs = needsByEnumeration(parts, dependencies);
  const stepOf = (id: string): number => {
    const below = [...(needs.get(id) ?? [])].filter((other) => !needs.get(other)?.has(id));
    return 1 + Math.max(0, ...below.map(stepOf));
  };
  return Object.fromEntries(parts.map(({ id }) => [id, stepOf(id)]));
}

/** A team on its clock: the weekdays (1 Monday) that it works, from one full hour to another. */
export interface CrewClock {
  readonly zone: Zone;
  readonly workdays: readonly number[];
  readonly from: number;
  readonly to: number;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Whether a team is at work in the minute that begins at a moment, by what the runtime's own clock shows; no night shifts. */
export function isAtWork(at: number, { zone, workdays, from, to }: CrewClock): boolean {
  const shown = shownAt(at, zone);
  const weekday = new Date(shown).getUTCDay() || 7;
  const sinceMidnight = ((shown % DAY) + DAY) % DAY;
  return workdays.includes(weekday) && sinceMidnight >= from * HOUR && sinceMidnight < to * HOUR;
}
