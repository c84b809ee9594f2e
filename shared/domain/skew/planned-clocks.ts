import type { Chain, PlannedStep, Stay } from './chains.ts';

/** How many steps of each service must be done before something, by the position of the service. */
type Clock = readonly number[];

function joined(one: Clock, other: Clock): number[] {
  return one.map((count, chain) => Math.max(count, other[chain] ?? 0));
}

export interface PlannedClocks {
  /** Whether the plan lets two versions of different services run together. */
  readonly canMeet: (one: Stay, other: Stay) => boolean;
  /** Whether the plan has the step of one version before that of another. */
  readonly isBefore: (first: Stay, second: Stay) => boolean;
}

/**
 * The partial order that a plan is: the steps of a service in their order, and a step after all whose span is over when
 * its own begins. Each version gets a vector clock: the fewest steps of every service with which it can be there. Two
 * versions can run together exactly where the join of their clocks ends neither: the join is a state that the plan
 * allows, and any state with both contains it. The README has the argument.
 */
export function plannedClocks(chains: readonly Chain[], steps: readonly PlannedStep[]): PlannedClocks {
  const none = chains.map(() => 0);
  const clocks = new Map<Stay, Clock>(chains.flatMap(({ stays }) => stays.slice(0, 1).map((stay) => [stay, none])));
  const clockOf = (stay: Stay | undefined) => (stay === undefined ? none : (clocks.get(stay) ?? none));
  const endOf = ({ step }: Stay) => (step === null ? Number.NEGATIVE_INFINITY : (steps[step]?.span.end ?? 0));
  const stayOf = new Map(chains.flatMap(({ stays }) => stays.map((stay) => [stay.step, stay] as const)));
  for (const [position, { span }] of steps.entries()) {
    const stay = stayOf.get(position);
    if (stay === undefined) continue;
    const before = chains.map(({ stays }) => stays.findLast((other) => endOf(other) <= span.start));
    const clock = [chains[stay.chain]?.stays[stay.at - 1], ...before].reduce<number[]>(
      (sum, each) => joined(sum, clockOf(each)),
      [...none],
    );
    clock[stay.chain] = stay.at;
    clocks.set(stay, clock);
  }
  return {
    canMeet: (one, other) => {
      const [ofOne, ofOther] = [clockOf(one), clockOf(other)];
      return (ofOther[one.chain] ?? 0) <= one.at && (ofOne[other.chain] ?? 0) <= other.at;
    },
    isBefore: (first, second) => (clockOf(second)[first.chain] ?? 0) >= first.at,
  };
}
