import type { Service } from '../../../shared/model/catalogue.ts';
import type { ServiceId } from '../../../shared/model/ids.ts';

/** A service with what it needs and what needs it, by its neighbours that are there. */
export interface ServiceLinks {
  readonly needs: ReadonlyMap<ServiceId, readonly ServiceId[]>;
  readonly neededBy: ReadonlyMap<ServiceId, readonly ServiceId[]>;
}

type Linked = Pick<Service, 'id' | 'dependsOn'>;

/** The dependencies of services in both directions; what is not among them is left out. */
export function linksOf(services: readonly Linked[]): ServiceLinks {
  const known = new Set(services.map(({ id }) => id));
  const needs = new Map<ServiceId, readonly ServiceId[]>();
  const neededBy = new Map<ServiceId, ServiceId[]>(services.map(({ id }) => [id, []]));
  for (const { id, dependsOn } of services) {
    const there = [...new Set(dependsOn)].filter((one) => known.has(one) && one !== id);
    needs.set(id, there);
    for (const one of there) neededBy.get(one)?.push(id);
  }
  return { needs, neededBy };
}

/** Everything that can be reached from a service over links, itself left out; a cycle ends where it began. */
export function reachedFrom(
  id: ServiceId,
  links: ReadonlyMap<ServiceId, readonly ServiceId[]>,
): ReadonlySet<ServiceId> {
  const reached = new Set<ServiceId>();
  const open = [...(links.get(id) ?? [])];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    if (one === id || reached.has(one)) continue;
    reached.add(one);
    open.push(...(links.get(one) ?? []));
  }
  return reached;
}

/** What a walk through all services, dependencies first, found. */
export interface Walk {
  /** The services, each after what it needs, as far as cycles allow. */
  readonly order: readonly ServiceId[];
  /** The links, as `consumer needed`, that close a cycle: left out, there is none. */
  readonly closing: ReadonlySet<string>;
}

/** The name of a link in `closing`. */
export function linkKey(consumer: ServiceId, needed: ServiceId): string {
  return `${consumer} ${needed}`;
}

/** Walks the services depth first, without recursion: a chain may be as long as the catalogue. */
export function walkServices(services: readonly Linked[], { needs }: ServiceLinks): Walk {
  const order: ServiceId[] = [];
  const closing = new Set<string>();
  const state = new Map<ServiceId, 'open' | 'done'>();
  for (const { id: start } of services) {
    if (state.has(start)) continue;
    const path: { readonly id: ServiceId; next: number }[] = [{ id: start, next: 0 }];
    state.set(start, 'open');
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const needed = needs.get(top.id)?.[top.next];
      top.next += 1;
      if (needed === undefined) {
        state.set(top.id, 'done');
        order.push(top.id);
        path.pop();
      } else if (state.get(needed) === 'open') {
        closing.add(linkKey(top.id, needed));
      } else if (!state.has(needed)) {
        state.set(needed, 'open');
        path.push({ id: needed, next: 0 });
      }
    }
  }
  return { order, closing };
}

/** The groups of services of which each needs each other by some way; each in the order of the list. */
export function cyclesOf(services: readonly Linked[], links: ServiceLinks): readonly (readonly ServiceId[])[] {
  const { order, closing } = walkServices(services, links);
  if (closing.size === 0) return [];
  // Kosaraju: against the links, from the last that was finished.
  const group = new Map<ServiceId, ServiceId>();
  for (const start of order.toReversed()) {
    if (group.has(start)) continue;
    const open = [start];
    for (let one = open.pop(); one !== undefined; one = open.pop()) {
      if (group.has(one)) continue;
      group.set(one, start);
      open.push(...(links.neededBy.get(one) ?? []));
    }
  }
  const members = Map.groupBy(
    services.map(({ id }) => id),
    (id) => group.get(id),
  );
  return [...members.values()].filter((ids) => ids.length > 1);
}

/** One way round a cycle that begins and ends at its first service: `[a, b, a]` where a needs b and b needs a. */
export function wayRound(cycle: readonly ServiceId[], { needs }: ServiceLinks): readonly ServiceId[] {
  const [start] = cycle;
  if (start === undefined) return [];
  const among = new Set(cycle);
  const cameFrom = new Map<ServiceId, ServiceId>();
  const open: ServiceId[] = [start];
  for (const one of open) {
    for (const needed of needs.get(one) ?? []) {
      if (needed === start) {
        const way: ServiceId[] = [start];
        for (let at: ServiceId | undefined = one; at !== undefined && at !== start; at = cameFrom.get(at)) way.push(at);
        return [start, ...way.toReversed()];
      }
      if (!among.has(needed) || cameFrom.has(needed)) continue;
      cameFrom.set(needed, one);
      open.push(needed);
    }
  }
  return [];
}
