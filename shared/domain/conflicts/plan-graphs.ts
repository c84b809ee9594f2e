import { type EdgesOf, type Reached, reachFrom, ringsOf, turnedRound, wayTo } from './graph.ts';
import type { PlanTables } from './plan-tables.ts';

/** A service that a train's services need and that only other trains ship. */
export interface Need {
  readonly service: string;
  /** From a service of the train to the one needed, a shortest way. */
  readonly way: readonly string[];
  /** The trains that ship it. */
  readonly trains: readonly string[];
}

/** What stands on what: services by what they need, environments by their parents. */
export interface PlanGraphs {
  /** What the services of a train need that other trains ship. */
  readonly needsOf: (trainId: string) => readonly Need[];
  /** The trains with a need that a train ships. */
  readonly consumersOf: (trainId: string) => ReadonlySet<string>;
  /** From the services that a train ships to all that they need, they themselves included. */
  readonly dependenciesOf: (trainId: string) => Reached;
  /** From the services that a train ships to all that need them. */
  readonly dependantsOf: (trainId: string) => Reached;
  /** From an environment down to all that it stands on. */
  readonly groundOf: (environmentId: string) => Reached;
  /** From an environment up to all that stands on it. */
  readonly burdenOf: (environmentId: string) => Reached;
}

function remembered<T>(find: (id: string) => T): (id: string) => T {
  const known = new Map<string, T>();
  return (id) => {
    const found = known.get(id) ?? find(id);
    known.set(id, found);
    return found;
  };
}

/** Who needs what from whom, turned round; reckoned when it is first asked for. */
function consumers(trains: readonly string[], needsOf: PlanGraphs['needsOf']): PlanGraphs['consumersOf'] {
  let found: Map<string, Set<string>> | null = null;
  const turnRound = () => {
    const byShipper = new Map(trains.map((id) => [id, new Set<string>()]));
    for (const id of trains)
      for (const need of needsOf(id)) for (const each of need.trains) byShipper.get(each)?.add(id);
    return byShipper;
  };
  return (id) => {
    found ??= turnRound();
    return found.get(id) ?? new Set();
  };
}

/** The graphs of a plan; what was reached from a node is remembered. */
export function graphsOf({ service, environment, train }: PlanTables): PlanGraphs {
  const dependsOn: EdgesOf = (id) => service.get(id)?.dependsOn ?? [];
  const neededBy = turnedRound(service.keys(), dependsOn);
  const standsOn: EdgesOf = (id) => environment.get(id)?.parents ?? [];
  const carries = turnedRound(environment.keys(), standsOn);
  const shipped = (id: string) => train.get(id)?.train.services ?? [];
  const dependenciesOf = remembered((id) => reachFrom(shipped(id), dependsOn));
  const rings = ringsOf([...service.keys()], dependsOn);
  const ringOf = (id: string) => rings.get(id) ?? id;
  const shippers = turnedRound(train.keys(), shipped);
  const needsOf = remembered((id) => {
    const own = new Set(shipped(id).map(ringOf));
    const reached = dependenciesOf(id);
    // Services that need each other in a ring have no order: neither can come first.
    const needed = [...reached.keys()].filter((each) => reached.get(each) !== null && !own.has(ringOf(each)));
    return needed.flatMap((each): readonly Need[] => {
      const trains = shippers(each);
      return trains.length === 0 ? [] : [{ service: each, way: wayTo(each, reached), trains }];
    });
  });
  return {
    needsOf,
    consumersOf: consumers([...train.keys()], needsOf),
    dependenciesOf,
    dependantsOf: remembered((id) => reachFrom(shipped(id), neededBy)),
    groundOf: remembered((id) => reachFrom([id], standsOn)),
    burdenOf: remembered((id) => reachFrom([id], carries)),
  };
}
