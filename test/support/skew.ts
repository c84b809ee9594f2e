import * as fc from 'fast-check';
import type { PlannedService } from '../../shared/domain/skew/chains.ts';
import type { NamedStep } from '../../shared/domain/skew/simulate-skew.ts';
import type { ServiceId } from '../../shared/model/ids.ts';
import type { Version } from '../../shared/model/service-version.ts';
import { instant } from '../../shared/model/time.ts';

const HOUR = 3_600_000;

/** `api >=3, db ^2` as what a version works with; services' ids are their names here. */
export function aVersion(version: string, worksWith: Readonly<Record<string, string>> = {}): Version {
  const said = Object.entries(worksWith).map(([id, range]) => ({ serviceId: id as ServiceId, range }));
  return { version, worksWith: said };
}

export function plannedService(id: string, now: Version | null, dependsOn: readonly string[] = []): PlannedService {
  return { id: id as ServiceId, name: id, dependsOn: dependsOn as readonly ServiceId[], now };
}

/** A step of a release from one hour of 5 January 2027 to another. */
export function aStep(
  id: string,
  version: Version,
  [start, end, title = id]: readonly [number, number, string?],
): NamedStep {
  const at = (hour: number) => instant(Date.UTC(2027, 0, 5) + hour * HOUR);
  return { serviceId: id as ServiceId, version, title, span: { start: at(start), end: at(end) } };
}

/** What ranges of the random cases mean, said without reading them. */
const RANGES: Readonly<Record<string, (major: number) => boolean>> = {
  '*': () => true,
  '>=2': (major) => major >= 2,
  '>=3': (major) => major >= 3,
  '<2': (major) => major < 2,
  '<3': (major) => major < 3,
  '2.x': (major) => major === 2,
  '^1 || ^3': (major) => major === 1 || major === 3,
};

export interface SkewCase {
  readonly services: readonly PlannedService[];
  readonly steps: readonly NamedStep[];
}

const IDS = ['a', 'b', 'c', 'd'];

function randomVersion(id: string): fc.Arbitrary<Version> {
  const said = IDS.filter((other) => other !== id).map((other) =>
    fc.option(fc.constantFrom(...Object.keys(RANGES)), { nil: null, freq: 2 }).map((range) => [other, range] as const),
  );
  return fc.tuple(fc.integer({ min: 1, max: 4 }), ...said).map(([major, ...ranges]) => {
    const known = ranges.flatMap(([other, range]) => (range === null ? [] : [[other, range] as const]));
    return aVersion(`${major}.0.0`, Object.fromEntries(known));
  });
}

/** Up to four services with at most seven steps in all, at hours that often overlap. */
export const randomSkew: fc.Arbitrary<SkewCase> = fc
  .record({
    services: fc.tuple(
      ...IDS.map((id) => fc.option(randomVersion(id), { nil: null, freq: 5 }).map((now) => plannedService(id, now))),
    ),
    steps: fc.array(
      fc
        .constantFrom(...IDS)
        .chain((id) =>
          fc
            .tuple(randomVersion(id), fc.nat({ max: 9 }), fc.integer({ min: 1, max: 4 }))
            .map(([version, start, hours]) => aStep(id, version, [start, start + hours])),
        ),
      { maxLength: 7 },
    ),
  })
  .map(({ services, steps }) => ({ services, steps }));

interface Running {
  readonly key: string;
  readonly version: Version | null;
}

type World = ReadonlyMap<string, Running>;

function isBad(one: readonly [string, Running], other: readonly [string, Running]): boolean {
  const broken = ([, by]: readonly [string, Running], [id, of]: readonly [string, Running]) => {
    const range = by.version?.worksWith.find(({ serviceId }) => serviceId === id)?.range;
    if (range === undefined || of.version === null) return false;
    return !RANGES[range]?.(Number.parseInt(of.version.version, 10));
  };
  return broken(one, other) || broken(other, one);
}

function badIn(world: World): readonly string[] {
  const all = [...world];
  return all.flatMap((one, at) =>
    all.slice(at + 1).flatMap((other) => (isBad(one, other) ? [`${one[1].key} ${other[1].key}`] : [])),
  );
}

/** What every order comes to, one by one: nothing is pruned or remembered. */
export interface BruteForce {
  /** The pairs that some planned order meets. */
  readonly planned: ReadonlySet<string>;
  /** The fewest pairs that any order meets, those aside that run together from the beginning. */
  readonly least: number;
  /** How many pairs one order meets, by the positions of its steps. */
  readonly met: (order: readonly number[]) => number;
}

/** Goes through every order of the steps that keeps each service's own: the planned among them, and all. Steps in the planned order. */
export function bruteForce({ services, steps }: SkewCase): BruteForce {
  const begun: World = new Map(services.map(({ id, now }) => [id, { key: `${id}:now`, version: now }]));
  const already = new Set(badIn(begun));
  const planned = new Set(already);
  let least = Number.POSITIVE_INFINITY;

  const after = (world: World, position: number): World => {
    const step = steps[position];
    if (step === undefined) throw new Error(`there is no step ${position}`);
    return new Map(world).set(step.serviceId, { key: `${step.serviceId}:${position}`, version: step.version });
  };
  const isAsPlanned = (order: readonly number[]) =>
    order.every((position, at) =>
      order.slice(at + 1).every((later) => (steps[later]?.span.end ?? 0) > (steps[position]?.span.start ?? 0)),
    );
  const countNew = (bad: ReadonlySet<string>) => [...bad].filter((pair) => !already.has(pair)).length;
  const metBy = (order: readonly number[]) => {
    const bad = new Set<string>();
    let world = begun;
    for (const position of order) {
      world = after(world, position);
      for (const pair of badIn(world)) bad.add(pair);
    }
    return bad;
  };
  const goOn = (order: readonly number[], left: readonly number[]) => {
    if (left.length === 0) {
      const bad = metBy(order);
      least = Math.min(least, countNew(bad));
      if (isAsPlanned(order)) for (const pair of bad) planned.add(pair);
      return;
    }
    const firsts = new Map(left.toReversed().map((position) => [steps[position]?.serviceId, position]));
    for (const position of firsts.values()) {
      goOn(
        [...order, position],
        left.filter((each) => each !== position),
      );
    }
  };
  goOn([], [...steps.keys()]);
  return { planned, least, met: (order) => countNew(metBy(order)) };
}
