import { type Assignment, EQUAL_WITHIN, hazardOfUnits, highestHazard, Load, loadsOf, rangeOf } from './train-load.ts';
import type { Unit, Units } from './train-units.ts';

/** How many changes are weighed at most while one split is bettered: large scopes take a second or two, not longer. */
const MOST_TRIALS = 200_000;
const HALVINGS = 60;

/** Units in an order in which each follows those that it depends on. */
export type Order = readonly number[];

/** Orders that make good splits when they are cut into trains. */
export interface Orders {
  /** Units with services in common one after another. */
  readonly together: Order;
  readonly riskFirst: Order;
}

/** One order: of the units whose dependencies are placed, the next is the one that is preferred to the others. */
function orderBy({ units }: Units, prefers: (candidate: Unit, than: Unit, last: Unit | undefined) => boolean) {
  const placed = new Set<number>();
  const order: number[] = [];
  while (order.length < units.length) {
    const last = units[order.at(-1) ?? -1];
    let best = -1;
    for (const [index, unit] of units.entries()) {
      if (placed.has(index) || unit.before.some((other) => !placed.has(other))) continue;
      const than = units[best];
      if (than === undefined || prefers(unit, than, last)) best = index;
    }
    placed.add(best);
    order.push(best);
  }
  return order;
}

function inCommon(unit: Unit, last: Unit | undefined): number {
  return last === undefined ? 0 : unit.services.filter((service) => last.services.includes(service)).length;
}

/** The orders of some units. */
export function ordersOf(all: Units): Orders {
  return {
    together: orderBy(all, (unit, than, last) => inCommon(unit, last) > inCommon(than, last)),
    riskFirst: orderBy(all, (unit, than) => unit.own > than.own),
  };
}

/** An order cut into trains of at most that hazard; null where that takes more trains than there are. */
function cutAt(limit: number, order: Order, trains: number, all: Units): Assignment | null {
  const assignment = new Array<number>(order.length).fill(0);
  let train = 0;
  let load = new Load(all.serviceCount);
  for (const index of order) {
    const unit = all.units[index] as Unit;
    if (load.hazardWith(unit) > limit && load.hazard > 0) {
      train += 1;
      load = new Load(all.serviceCount);
    }
    if (train >= trains) return null;
    load.putOn(unit);
    assignment[index] = train;
  }
  return assignment;
}

/** An order cut into trains so that the highest hazard is least for that order; by halving the limit. */
function cutEvenly(order: Order, trains: number, all: Units, least: number): Assignment {
  let [low, high] = [least, hazardOfUnits(all.units, all.serviceCount)];
  let best: Assignment = order.map(() => 0);
  for (let step = 0; step < HALVINGS && high - low > high * EQUAL_WITHIN; step += 1) {
    const middle = (low + high) / 2;
    const found = cutAt(middle, order, trains, all);
    if (found === null) low = middle;
    else [best, high] = [found, middle];
  }
  return best;
}

/** The riskiest unit first, each to the train that it makes least risky among those it may ride. After Graham (1969). */
function riskiestFirst(trains: number, all: Units): Assignment {
  const { units, serviceCount } = all;
  const alone = units.map((unit) => hazardOfUnits([unit], serviceCount));
  const order = units.map((_, index) => index).sort((left, right) => (alone[right] ?? 0) - (alone[left] ?? 0));
  const loads = Array.from({ length: trains }, () => new Load(serviceCount));
  const assignment: number[] = [];
  for (const index of order) {
    const unit = units[index] as Unit;
    const [low, high] = rangeOf(unit, assignment, trains);
    const hazards = loads.map((load) => load.hazardWith(unit));
    let best = low;
    for (let train = low; train <= high; train += 1)
      if ((hazards[train] ?? 0) < (hazards[best] ?? 0) * (1 - EQUAL_WITHIN)) best = train;
    assignment[index] = best;
    loads[best]?.putOn(unit);
  }
  return assignment;
}

/** A change of the assignment: units and the trains they change to. */
type Change = readonly (readonly [number, number])[];

/** Changes that take something off a train: a unit alone, a unit with those bound to it, a unit against another one. */
function* changesOff(train: number, assignment: Assignment, trains: number, { units }: Units): Generator<Change, void> {
  const aboard = units.flatMap((_, index) => (assignment[index] === train ? [index] : []));
  for (const index of aboard) {
    const unit = units[index] as Unit;
    for (let to = 0; to < trains; to += 1) {
      if (to === train) continue;
      const bound = (to > train ? unit.after : unit.before).filter((other) => assignment[other] === train);
      yield [[index, to], ...bound.map((other) => [other, to] as const)];
    }
  }
  for (const index of aboard)
    for (const [other, to] of assignment.entries())
      if (to !== train)
        yield [
          [index, to],
          [other, train],
        ];
}

/** Where the local search stands. */
interface Position {
  readonly all: Units;
  readonly assignment: Assignment;
  readonly loads: readonly Load[];
}

/** The higher of the hazards of the two trains that a change touches, after it. */
function reachedBy(change: Change, from: number, { all, assignment, loads }: Position): number {
  const [[first, to] = [0, 0], second] = change;
  const unit = all.units[first] as Unit;
  const [here, there] = [loads[from] as Load, loads[to] as Load];
  if (second === undefined) return Math.max(here.hazardWithout(unit), there.hazardWith(unit));
  const other = all.units[second[0]] as Unit;
  if (second[1] === from) return Math.max(here.hazardWith(other, unit), there.hazardWith(unit, other));
  const moved = new Set(change.map(([index]) => index));
  const stay = all.units.filter((_, index) => assignment[index] === from && !moved.has(index));
  const come = all.units.filter((_, index) => assignment[index] === to || moved.has(index));
  return Math.max(hazardOfUnits(stay, all.serviceCount), hazardOfUnits(come, all.serviceCount));
}

/** Whether every unit of a change rides after what it depends on, and before what depends on it. */
function isAllowed(change: Change, assignment: Assignment, trains: number, { units }: Units): boolean {
  if (change.every(([index]) => units[index]?.before.length === 0 && units[index]?.after.length === 0)) return true;
  const next = [...assignment];
  for (const [index, to] of change) next[index] = to;
  return change.every(([index, to]) => {
    const [low, high] = rangeOf(units[index] as Unit, next, trains);
    return low <= to && to <= high;
  });
}

/** Takes changes off the riskiest train as long as one makes both trains that it touches less risky than that one was. */
function improved(start: Assignment, trains: number, all: Units): Assignment {
  let assignment = start;
  let trials = 0;
  for (;;) {
    const loads = loadsOf(assignment, trains, all);
    const hazards = loads.map(({ hazard }) => hazard);
    const highest = Math.max(...hazards);
    const riskiest = hazards.indexOf(highest);
    let [best, least]: [Change | null, number] = [null, highest * (1 - EQUAL_WITHIN)];
    for (const change of changesOff(riskiest, assignment, trains, all)) {
      trials += 1;
      if (trials > MOST_TRIALS) break;
      const reached = reachedBy(change, riskiest, { all, assignment, loads });
      if (reached < least && isAllowed(change, assignment, trains, all)) [best, least] = [change, reached];
    }
    if (best === null) return assignment;
    const next = [...assignment];
    for (const [index, to] of best) next[index] = to;
    assignment = next;
    if (trials > MOST_TRIALS) return assignment;
  }
}

/** How a good split is looked for. */
export interface SplitSearch {
  readonly trains: number;
  readonly orders: Orders;
  /** A bound that the highest hazard cannot fall below. */
  readonly least: number;
  /** A split to do no worse than; null for none. */
  readonly known: Assignment | null;
}

/**
 * A good split: from several starts (the riskiest unit first, each order cut evenly, and the known one), each bettered by
 * taking units off the riskiest train, the best. Local search; ours.
 */
export function goodSplit(all: Units, { trains, orders, least, known }: SplitSearch): Assignment {
  const starts = [
    ...(known === null ? [] : [known]),
    riskiestFirst(trains, all),
    cutEvenly(orders.together, trains, all, least),
    cutEvenly(orders.riskFirst, trains, all, least),
  ];
  const found = starts.map((start) => improved(start, trains, all));
  const hazards = found.map((assignment) => highestHazard(assignment, trains, all));
  return found[hazards.indexOf(Math.min(...hazards))] ?? [];
}
