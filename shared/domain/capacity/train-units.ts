import { partsOf, type TrainItem } from './train-risk.ts';

/** Items that must ride together because each depends on the others; most often a single one. */
export interface Unit {
  /** Places in the list of items, rising. */
  readonly members: readonly number[];
  /** Hazard of its own, and of each service by number, that it brings to a train. */
  readonly own: number;
  readonly services: readonly number[];
  readonly shared: readonly number[];
  /** Units that ride the same or an earlier, the same or a later train, directly or not. */
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** What is to be split: units in an order in which each follows those it depends on. */
export interface Units {
  readonly units: readonly Unit[];
  readonly serviceCount: number;
  /** Dependencies on items that are not in the scope. */
  readonly outside: number;
}

/** For each item the items that it depends on, directly or not; itself only where it is part of a cycle. */
function reachable(dependsOn: readonly (readonly number[])[]): readonly ReadonlySet<number>[] {
  return dependsOn.map((direct) => {
    const found = new Set<number>();
    const open = [...direct];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (found.has(next)) continue;
      found.add(next);
      open.push(...(dependsOn[next] ?? []));
    }
    return found;
  });
}

/** Groups of places that depend on one another, each group once, ordered by how much each depends on. */
function groupsOf(needs: readonly ReadonlySet<number>[]): readonly (readonly number[])[] {
  const grouped = new Set<number>();
  const groups: number[][] = [];
  for (const [place, need] of needs.entries()) {
    if (grouped.has(place)) continue;
    const members = [place, ...[...need].filter((other) => other !== place && needs[other]?.has(place) === true)];
    for (const member of members) grouped.add(member);
    groups.push(members.sort((left, right) => left - right));
  }
  // Whatever depends on a group depends on all that the group does, and on the group: it has more.
  const size = ([first = 0]: readonly number[]) => new Set([first, ...(needs[first] ?? [])]).size;
  return groups.sort((left, right) => size(left) - size(right));
}

function largestByService(
  members: readonly number[],
  items: readonly TrainItem[],
  numbers: ReadonlyMap<string, number>,
  beta: number,
): { readonly own: number; readonly largest: ReadonlyMap<number, number> } {
  let own = 0;
  const largest = new Map<number, number>();
  for (const place of members) {
    const item = items[place] as TrainItem;
    const parts = partsOf(item, beta);
    own += parts.own;
    for (const service of item.services) {
      const number = numbers.get(service) ?? 0;
      largest.set(number, Math.max(largest.get(number) ?? 0, parts.perService));
    }
  }
  return { own, largest };
}

/**
 * Items as units to be put into trains: items whose dependencies go round in a circle are one unit. Dependencies on items
 * that are not there, or on the item itself, hold nothing up; the former are counted.
 */
export function unitsOf(items: readonly TrainItem[], beta: number): Units {
  const places = new Map(items.map(({ id }, place) => [id, place]));
  const numbers = new Map([...new Set(items.flatMap(({ services }) => services))].map((name, index) => [name, index]));
  const known = (ids: readonly string[]) => ids.flatMap((id) => places.get(id) ?? []);
  const needs = reachable(items.map(({ dependsOn }) => known(dependsOn)));
  const groups = groupsOf(needs);
  const unitAt = new Map(groups.flatMap((members, unit) => members.map((place) => [place, unit] as const)));
  const before = groups.map(([first = 0], unit) => {
    const found = [...(needs[first] ?? [])].map((place) => unitAt.get(place) ?? unit);
    return [...new Set(found)].filter((other) => other !== unit);
  });
  const after = groups.map(() => [] as number[]);
  for (const [unit, earlier] of before.entries()) for (const other of earlier) after[other]?.push(unit);
  return {
    units: groups.map((members, unit) => {
      const { own, largest } = largestByService(members, items, numbers, beta);
      return {
        members,
        own,
        services: [...largest.keys()],
        shared: [...largest.values()],
        before: before[unit] ?? [],
        after: after[unit] ?? [],
      };
    }),
    serviceCount: numbers.size,
    outside: items.reduce((sum, { dependsOn }) => sum + dependsOn.filter((id) => !places.has(id)).length, 0),
  };
}
