import { type Assignment, EQUAL_WITHIN, highestHazard, Load, lowerBoundOf } from './train-load.ts';
import type { Order } from './train-search.ts';
import type { Unit, Units } from './train-units.ts';

/** What a search through all splits found. */
export interface ExactSplit {
  readonly assignment: Assignment;
  /** Nothing was left unlooked at that could be better. */
  readonly proven: boolean;
}

/** Larger scopes are not searched through: there would be no end of it. */
const MOST_UNITS = 24;
/** How many partial splits are looked at before the search gives up: a fraction of a second, the same on every machine. */
const MOST_NODES = 60_000;

/** For each place of an order the own hazards of the units from there on: what must still come aboard some train. */
function stillToCome(order: readonly Unit[]): Float64Array {
  const rest = new Float64Array(order.length + 1);
  for (let place = order.length - 1; place >= 0; place -= 1)
    rest[place] = (rest[place + 1] ?? 0) + (order[place]?.own ?? 0);
  return rest;
}

/** What is searched through. */
export interface ExactSearch {
  readonly trains: number;
  /** The units, each after those it depends on; the riskier the earlier. */
  readonly order: Order;
  /** A split that is to be bettered. */
  readonly known: Assignment;
}

/**
 * Looks through the splits into so many trains for one whose highest hazard is lower than that of `known`: units in turn,
 * each to every train that it may ride, left off where what is aboard already, or an even share of what is aboard and must
 * still come, is no better than the best so far. Where no unit is bound to another, one of the empty trains stands for all.
 * Branch and bound; ours.
 */
export function exactSplit(all: Units, { trains, order, known }: ExactSearch): ExactSplit {
  const { units, serviceCount } = all;
  const enough = lowerBoundOf(all, trains) * (1 + EQUAL_WITHIN);
  let [best, least, nodes] = [known, highestHazard(known, trains, all), 0];
  if (least <= enough) return { assignment: best, proven: true };
  if (units.length > MOST_UNITS) return { assignment: best, proven: false };
  const isBound = units.some(({ before }) => before.length > 0);
  const rest = stillToCome(order.map((index) => units[index] as Unit));
  const loads = Array.from({ length: trains }, () => new Load(serviceCount));
  const current = new Array<number>(units.length).fill(0);
  const isWorse = (hazard: number) => hazard >= least * (1 - EQUAL_WITHIN);

  function search(place: number): void {
    nodes += 1;
    if (nodes > MOST_NODES || least <= enough) return;
    const index = order[place];
    if (index === undefined) {
      const reached = Math.max(...loads.map(({ hazard }) => hazard));
      if (!isWorse(reached)) [best, least] = [[...current], reached];
      return;
    }
    if (isWorse(loads.reduce((sum, { hazard }) => sum + hazard, rest[place] ?? 0) / trains)) return;
    const unit = units[index] as Unit;
    const low = unit.before.reduce((latest, other) => Math.max(latest, current[other] ?? 0), 0);
    for (let train = low; train < trains; train += 1) {
      const load = loads[train] as Load;
      const more = load.with(unit);
      if (!isWorse(more.hazard)) {
        loads[train] = more;
        current[index] = train;
        search(place + 1);
        loads[train] = load;
      }
      if (load.hazard === 0 && !isBound) break;
    }
  }

  search(0);
  return { assignment: best, proven: nodes <= MOST_NODES };
}
