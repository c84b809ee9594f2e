import type { SkewWait } from '../../model/skew.ts';
import type { Chain, Stay } from './chains.ts';
import type { Misfit } from './misfits.ts';
import type { PlannedClocks } from './planned-clocks.ts';

/** A version that comes in only after another did. */
export interface Wait {
  readonly first: Stay;
  readonly second: Stay;
}

/** Who goes before whom in an order, and which pairs meet all the same. */
export interface Settled {
  readonly waits: readonly Wait[];
  readonly met: readonly Misfit[];
}

interface Chained {
  readonly chains: readonly Chain[];
  readonly misfits: readonly Misfit[];
}

/** What an order decides for each two versions that do not fit: which of them is gone before the other comes, or that they meet. */
export function settledBy(order: readonly Stay[], { chains, misfits }: Chained): Settled {
  const time = new Map(order.map((stay, at) => [stay, at] as const));
  const nextOf = ({ chain, at }: Stay) => chains[chain]?.stays[at + 1];
  const begins = (stay: Stay) => time.get(stay) ?? -1;
  const waits: Wait[] = [];
  const met: Misfit[] = [];
  for (const misfit of misfits) {
    const { one, other } = misfit;
    const [afterOne, afterOther] = [nextOf(one), nextOf(other)];
    if (afterOne !== undefined && begins(afterOne) < begins(other)) waits.push({ first: afterOne, second: other });
    else if (afterOther !== undefined && begins(afterOther) < begins(one))
      waits.push({ first: afterOther, second: one });
    else met.push(misfit);
  }
  return { waits, met };
}

/** Whether a wait follows from another: the same service's earlier step waits already, or for a later one. */
function followsFrom(wait: Wait, other: Wait): boolean {
  const { first, second } = wait;
  if (wait === other || other.first.chain !== first.chain || other.second.chain !== second.chain) return false;
  return other.first.at >= first.at && other.second.at <= second.at;
}

/** The waits without those that follow from others, each once. */
export function neededWaits(waits: readonly Wait[]): readonly Wait[] {
  const keyOf = ({ first, second }: Wait) => [first.chain, first.at, second.chain, second.at].join();
  const unique = [...new Map(waits.map((wait) => [keyOf(wait), wait])).values()];
  return unique.filter((wait) => !unique.some((other) => followsFrom(wait, other)));
}

/** The planned order, with no more changed than the waits ask for: whatever need not wait goes as planned. */
export function arranged(chains: readonly Chain[], waits: readonly Wait[]): readonly Stay[] {
  const byStep = (a: Stay, b: Stay) => (a.step ?? 0) - (b.step ?? 0);
  const left = new Set(chains.flatMap(({ stays }) => stays.slice(1)).sort(byStep));
  const waitsOf = Map.groupBy(waits, ({ second }) => second);
  const order: Stay[] = [];
  while (left.size > 0) {
    const next = [...left].find((stay) => {
      const before = chains[stay.chain]?.stays[stay.at - 1];
      const isWaiting = waitsOf.get(stay)?.some(({ first }) => left.has(first)) ?? false;
      return !isWaiting && (before === undefined || !left.has(before));
    });
    if (next === undefined) throw new Error('the waits of an order go round in a ring');
    left.delete(next);
    order.push(next);
  }
  return order;
}

/** A wait by the positions of its steps, beside what the plan says of the two. */
export function waitBesidePlan({ first, second }: Wait, clocks: PlannedClocks): SkewWait {
  const steps = { first: first.step ?? 0, second: second.step ?? 0 };
  if (clocks.isBefore(first, second)) return { ...steps, planned: 'kept' };
  return { ...steps, planned: clocks.isBefore(second, first) ? 'reversed' : 'open' };
}
