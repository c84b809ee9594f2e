import type { Skew, SkewOrder, SkewPair, UnsaidSkew } from '../../model/skew.ts';
import type { Instant, Zone } from '../../model/time.ts';
import { instant } from '../../model/time.ts';
import { arranged, neededWaits, settledBy, type Wait, waitBesidePlan } from './arrange.ts';
import { type Chain, chainsOf, inPlannedOrder, type PlannedService, type PlannedStep, type Stay } from './chains.ts';
import { compareVersions, type Misfit, type Unsaid } from './misfits.ts';
import { type PlannedClocks, plannedClocks } from './planned-clocks.ts';
import { groupsOf, misfitsOf, searchOrder } from './search-order.ts';
import { misfitSentence, plannedSentence, type SkewNames } from './skew-sentence.ts';

/** States that are looked at before a search is given up: about a second. */
const USUAL_LIMIT = 100_000;

/** A step, and what its release is called. */
export interface NamedStep extends PlannedStep {
  readonly title: string;
}

export interface SkewPlan<S extends NamedStep> {
  readonly services: readonly PlannedService[];
  readonly steps: readonly S[];
  readonly zone: Zone;
}

/** What comes of a plan; its steps in the planned order. */
export interface SkewFound<S extends NamedStep> extends Pick<Skew, 'planned' | 'order' | 'unsaid'> {
  readonly steps: readonly S[];
}

interface Plan {
  readonly chains: readonly Chain[];
  readonly misfits: readonly Misfit[];
  readonly clocks: PlannedClocks;
  readonly names: SkewNames;
}

function isAlready({ one, other }: Misfit): boolean {
  return one.at === 0 && other.at === 0;
}

function pairOf({ one, other }: Misfit, { chains }: SkewNames, text: string): SkewPair {
  const [first, second] = [chains[one.chain]?.service.id, chains[other.chain]?.service.id];
  if (first === undefined || second === undefined) throw new Error('a version has a service');
  return {
    one: { serviceId: first, version: one.version?.version ?? '', step: one.step },
    other: { serviceId: second, version: other.version?.version ?? '', step: other.step },
    text,
  };
}

function edge(pick: (...times: number[]) => number, times: readonly (Instant | undefined)[]): Instant | null {
  const known = times.filter((time) => time !== undefined);
  return known.length === 0 ? null : instant(pick(...known));
}

function plannedSkew(misfit: Misfit, names: SkewNames): Skew['planned']['bad'][number] {
  const stays = [misfit.one, misfit.other];
  const spanOf = (position: number | null) => (position === null ? undefined : names.steps[position]?.span);
  return {
    pair: pairOf(misfit, names, plannedSentence(misfit, names)),
    from: edge(
      Math.max,
      stays.map(({ step }) => spanOf(step)?.start),
    ),
    until: edge(
      Math.min,
      stays.map(({ next }) => spanOf(next)?.end),
    ),
    already: isAlready(misfit),
  };
}

function unsaidOf(unsaid: readonly Unsaid[], { chains, clocks }: Plan): readonly UnsaidSkew[] {
  const met = unsaid.filter(({ one, other }) => clocks.canMeet(one, other));
  const byServices = Map.groupBy(met, ({ one, other }) => `${one.chain} ${other.chain}`);
  return [...byServices.values()].flatMap((pairs) => {
    const [first] = pairs;
    const [one, other] = [chains[first?.one.chain ?? -1]?.service.id, chains[first?.other.chain ?? -1]?.service.id];
    if (one === undefined || other === undefined) return [];
    return [{ serviceIds: [one, other], pairs: pairs.length, unread: pairs.filter(({ unread }) => unread).length }];
  });
}

function positionsOf(order: readonly Stay[]): number[] {
  return order.flatMap(({ step }) => step ?? []);
}

/** What the plan itself decides, for services that it lets run together only in versions that fit. */
function asPlanned(plan: Plan): readonly Stay[] {
  return arranged(plan.chains, []);
}

/** What each two services of a group cannot avoid by themselves: with more of them it only gets harder. */
function metByTwo(group: readonly Chain[], { chains, misfits }: Pick<Plan, 'chains' | 'misfits'>): readonly Misfit[] {
  return group.flatMap((one, at) =>
    group.slice(at + 1).flatMap((other) => {
      const two = [one, other].map(({ stays }) => stays[0]?.chain);
      const between = misfits.filter((each) => two.includes(each.one.chain) && two.includes(each.other.chain));
      if (between.length === 0) return [];
      const { order } = searchOrder([one, other], misfitsOf(between), one.stays.length * other.stays.length);
      return order === null ? [] : settledBy(order, { chains, misfits: between }).met;
    }),
  );
}

/** The best order of each group of services, where the plan has not a safe one for it already. */
function bestOrder(plan: Plan, bad: readonly Misfit[], limit: number): SkewOrder {
  const { chains, clocks, names } = plan;
  const avoidable = plan.misfits.filter((misfit) => !isAlready(misfit));
  const others = misfitsOf(avoidable);
  const unsafe = new Set(bad.flatMap(({ one, other }) => [one.chain, other.chain]));
  const waits: Wait[] = [];
  const met: Misfit[] = [];
  let [statesSearched, isWhole] = [0, true];
  for (const group of groupsOf(chains, avoidable)) {
    const own = new Set(group.map(({ stays }) => stays[0]?.chain));
    const misfits = avoidable.filter(({ one }) => own.has(one.chain));
    const isSafe = !group.some(({ stays }) => unsafe.has(stays[0]?.chain ?? -1));
    const found = isSafe
      ? { order: asPlanned(plan), states: 0 }
      : searchOrder(group, others, Math.max(0, limit - statesSearched));
    statesSearched += found.states;
    if (found.order === null) {
      isWhole = false;
      met.push(...metByTwo(group, { chains, misfits }));
      continue;
    }
    const settled = settledBy(found.order, { chains, misfits });
    waits.push(...settled.waits);
    met.push(...settled.met);
  }
  return {
    result: resultOf({ isPlanSafe: bad.length === 0, met: met.length, isWhole }),
    steps: isWhole ? positionsOf(arranged(chains, waits)) : [],
    waits: neededWaits(waits).map((wait) => waitBesidePlan(wait, clocks)),
    bad: met.map((misfit) => pairOf(misfit, names, misfitSentence(misfit, names))),
    statesSearched,
  };
}

function resultOf({ isPlanSafe, met, isWhole }: Readonly<{ isPlanSafe: boolean; met: number; isWhole: boolean }>) {
  if (isPlanSafe) return 'as-planned';
  if (met > 0) return 'hold';
  return isWhole ? 'safe' : 'unsearched';
}

/** Which versions can meet as steps are taken as planned, and whether there is an order in which all that meet fit. */
export function simulateSkew<S extends NamedStep>(
  { services, steps, zone }: SkewPlan<S>,
  limit: number = USUAL_LIMIT,
): SkewFound<S> {
  const ordered = inPlannedOrder(steps);
  const chains = chainsOf(services, ordered);
  const { misfits, unsaid } = compareVersions(chains);
  const clocks = plannedClocks(chains, ordered);
  const plan = { chains, misfits, clocks, names: { chains, steps: ordered, zone } };
  const reachable = misfits.filter(({ one, other }) => clocks.canMeet(one, other));
  const bad = reachable.filter((misfit) => !isAlready(misfit));
  return {
    steps: ordered,
    planned: { bad: reachable.map((misfit) => plannedSkew(misfit, plan.names)) },
    order: bestOrder(plan, bad, limit),
    unsaid: [...unsaidOf(unsaid, plan)],
  };
}
