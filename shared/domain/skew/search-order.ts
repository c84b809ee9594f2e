import type { Chain, Stay } from './chains.ts';
import type { Misfit } from './misfits.ts';

/** How far each service is, by how many of its steps are done. */
type State = readonly number[];

interface Known {
  readonly cost: number;
  /** The service that took the last step to get there; null for the beginning. */
  readonly by: number | null;
}

/** The versions as they come in, or null where the search was ended before it was through. */
export interface Searched {
  readonly order: readonly Stay[] | null;
  readonly states: number;
}

/** The versions that do not fit each one. */
export function misfitsOf(misfits: readonly Misfit[]): ReadonlyMap<Stay, readonly Stay[]> {
  const both = misfits.flatMap(({ one, other }) => [[one, other] as const, [other, one] as const]);
  return new Map([...Map.groupBy(both, ([stay]) => stay)].map(([stay, pairs]) => [stay, pairs.map(([, to]) => to)]));
}

/**
 * Services that meet, directly or through others, in versions that do not fit, with at least two of each: whatever the
 * others do changes nothing for them, so each group is searched by itself.
 */
export function groupsOf(chains: readonly Chain[], misfits: readonly Misfit[]): readonly (readonly Chain[])[] {
  const group = chains.map((_, at) => at);
  for (const { one, other } of misfits) {
    const [from, to] = [group[one.chain], group[other.chain]];
    for (const [at, each] of group.entries()) if (each === from && to !== undefined) group[at] = to;
  }
  const members = Map.groupBy(chains, (chain) => group[chains.indexOf(chain)]);
  return [...members.values()].filter((each) => each.length > 1);
}

function keyOf(state: State): string {
  return String.fromCharCode(...state);
}

/** The versions in the order in which a path of steps takes them. */
function pathTo(goal: State, known: ReadonlyMap<string, Known>, chains: readonly Chain[]): readonly Stay[] {
  const path: Stay[] = [];
  let state = goal;
  for (;;) {
    const by = known.get(keyOf(state))?.by ?? null;
    const stay = by === null ? undefined : chains[by]?.stays[state[by] ?? 0];
    if (stay === undefined) return path.reverse();
    path.push(stay);
    state = state.map((at, chain) => (chain === by ? at - 1 : at));
  }
}

/**
 * An order of all steps of a group that meets the fewest pairs that do not fit: Dijkstra's search over its states, with a
 * stack for each cost, so that steps are tried in the planned order first. A version that fits all that is still to
 * come goes in at once: any best order stays as good when that step is moved to its front, so no other is looked at.
 */
export function searchOrder(
  chains: readonly Chain[],
  misfits: ReadonlyMap<Stay, readonly Stay[]>,
  limit: number,
): Searched {
  const local = new Map(chains.map(({ stays }, at) => [stays[0]?.chain, at]));
  const goal = chains.map(({ stays }) => stays.length - 1);
  const start = chains.map(() => 0);
  const known = new Map<string, Known>([[keyOf(start), { cost: 0, by: null }]]);
  const settled = new Set<string>();
  const open: State[][] = [[start]];

  const positionOf = (state: State, { chain }: Stay) => state[local.get(chain) ?? -1] ?? 0;
  /** The next versions, the planned first; a single one where that loses nothing. */
  const nextOf = (state: State) => {
    const next = chains.flatMap(({ stays }, by) => {
      const stay = stays[(state[by] ?? 0) + 1];
      if (stay === undefined) return [];
      const ahead = (misfits.get(stay) ?? []).filter((other) => other.at >= positionOf(state, other));
      const cost = ahead.filter((other) => other.at === positionOf(state, other)).length;
      return [{ by, position: stay.step ?? 0, cost, isFree: ahead.length === 0 }];
    });
    const planned = next.sort((a, b) => a.position - b.position);
    const free = planned.find(({ isFree }) => isFree);
    return free === undefined ? planned : [free];
  };

  for (let cost = 0; cost < open.length; cost += 1) {
    for (let state = open[cost]?.pop(); state !== undefined; state = open[cost]?.pop()) {
      const key = keyOf(state);
      if (settled.has(key)) continue;
      if (settled.size >= limit) return { order: null, states: settled.size };
      settled.add(key);
      if (state.every((at, by) => at === goal[by]))
        return { order: pathTo(state, known, chains), states: settled.size };
      for (const { by, cost: more } of nextOf(state).reverse()) {
        const to = state.map((at, chain) => (chain === by ? at + 1 : at));
        const [toKey, toCost] = [keyOf(to), cost + more];
        if ((known.get(toKey)?.cost ?? Number.POSITIVE_INFINITY) <= toCost) continue;
        known.set(toKey, { cost: toCost, by });
        while (open.length <= toCost) open.push([]);
        open[toCost]?.push(to);
      }
    }
  }
  throw new Error('a group of services has no order at all');
}
