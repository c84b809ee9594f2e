import type { ReleaseId, ServiceId } from '../../model/ids.ts';
import type { IntegrationStep, NeededRelease } from '../../model/integration.ts';
import { type EdgesOf, reachFrom, ringsOf, wayTo } from '../conflicts/graph.ts';

/** A release that takes part, with the services that it ships. */
export interface Shipper {
  readonly id: ReleaseId;
  readonly services: readonly ServiceId[];
}

type Shippers = ReadonlyMap<string, readonly ReleaseId[]>;

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1;
}

function shippersOf(parts: readonly Shipper[]): Shippers {
  const shippers = new Map<string, ReleaseId[]>();
  for (const { id, services } of parts) {
    for (const service of new Set(services)) {
      const known = shippers.get(service);
      if (known) known.push(id);
      else shippers.set(service, [id]);
    }
  }
  return shippers;
}

/** Whom a release needs, by id, each with a shortest way to a service that it does not ship. */
type Ways = ReadonlyMap<ReleaseId, readonly ServiceId[]>;

interface Needs {
  /** Those that it needs by whatever way. */
  readonly all: readonly ReleaseId[];
  /** Those whose services are met first, on a way through services of nobody who takes part. */
  readonly atOnce: readonly NeededRelease[];
}

function needsOf({ services }: Shipper, shippers: Shippers, dependsOn: EdgesOf): Needs {
  const own = new Set<string>(services);
  const isAnothers = (service: string) => shippers.has(service) && !own.has(service);
  const waysBy = (edges: EdgesOf): Ways => {
    const reached = reachFrom([...own].sort(), edges);
    const ways = new Map<ReleaseId, readonly ServiceId[]>();
    for (const service of [...reached.keys()].filter(isAnothers)) {
      // What was reached from services by what they need are services.
      const way = wayTo(service, reached) as readonly ServiceId[];
      for (const id of shippers.get(service) ?? []) if (!ways.has(id)) ways.set(id, way);
    }
    return ways;
  };
  const edges: EdgesOf = (service) => [...dependsOn(service)].sort();
  const atOnce = waysBy((service) => (isAnothers(service) ? [] : edges(service)));
  return {
    all: [...waysBy(edges).keys()],
    atOnce: [...atOnce]
      .map(([releaseId, way]) => ({ releaseId, way }))
      .sort((a, b) => (a.releaseId < b.releaseId ? -1 : 1)),
  };
}

/**
 * The order in which releases are brought together, by what their services need, at once or through others: a release's step
 * is one more than the latest step among those that it needs; those that need each other in a ring share one. In order of
 * ids, whatever the order of the parts. O(p (V + E)) for p parts.
 */
export function stepsOf(parts: readonly Shipper[], dependsOn: EdgesOf): readonly IntegrationStep[] {
  const sorted = parts.toSorted(byId);
  const shippers = shippersOf(sorted);
  const needs = new Map(sorted.map((part) => [part.id, needsOf(part, shippers, dependsOn)] as const));
  const edges = (id: string) => needs.get(id as ReleaseId)?.all ?? []; // an id of a part
  const rings = ringsOf(
    sorted.map(({ id }) => id),
    edges,
  );
  const members = Map.groupBy(
    sorted.map(({ id }) => id),
    (id) => rings.get(id),
  );
  const levels = new Map<number | undefined, number>();
  // No way among rings has more parts than there are rings: then every level has reached its place.
  for (let changed = true; changed; ) {
    changed = false;
    for (const [ring, ids] of members) {
      const below = ids.flatMap(edges).filter((id) => rings.get(id) !== ring);
      const level = 1 + Math.max(0, ...below.map((id) => levels.get(rings.get(id)) ?? 1));
      if (level !== levels.get(ring)) changed = true;
      levels.set(ring, level);
    }
  }
  return sorted.map(({ id }) => {
    const ring = rings.get(id);
    return {
      releaseId: id,
      step: levels.get(ring) ?? 1,
      needs: needs.get(id)?.atOnce ?? [],
      ring: (members.get(ring) ?? []).filter((other) => other !== id),
    };
  });
}
