import type { Unit, Units } from './train-units.ts';

/** For each unit the number of its train, 0 departing first. */
export type Assignment = readonly number[];

/** Hazards that differ by less than this share are taken for equal: they are sums in another order. */
export const EQUAL_WITHIN = 1e-9;

/**
 * A train and its hazard: the own hazards of its units, and for each service the largest share among them. The second
 * largest is kept too, so that it can be told at once what the train would be without a unit, or with another in its place.
 */
export class Load {
  hazard = 0;
  #largest: number[];
  #second: number[];

  constructor(serviceCount: number, members: Iterable<Unit> = []) {
    this.#largest = new Array<number>(serviceCount).fill(0);
    this.#second = new Array<number>(serviceCount).fill(0);
    for (const unit of members) this.putOn(unit);
  }

  putOn(unit: Unit): void {
    this.hazard = this.hazardWith(unit);
    for (const [index, service] of unit.services.entries()) {
      const share = unit.shared[index] ?? 0;
      const largest = this.#largest[service] ?? 0;
      if (share > largest) {
        this.#second[service] = largest;
        this.#largest[service] = share;
      } else if (share > (this.#second[service] ?? 0)) this.#second[service] = share;
    }
  }

  /** A train with one more unit; this one stays as it is. */
  with(unit: Unit): Load {
    const more = new Load(0);
    more.hazard = this.hazard;
    more.#largest = this.#largest.slice();
    more.#second = this.#second.slice();
    more.putOn(unit);
    return more;
  }

  /** The hazard with one more unit, and without one of those aboard where one is named. */
  hazardWith(unit: Unit, without: Unit | null = null): number {
    let hazard = (without === null ? this.hazard : this.hazardWithout(without)) + unit.own;
    for (const [index, service] of unit.services.entries())
      hazard += Math.max(0, (unit.shared[index] ?? 0) - this.#largestWithout(service, without));
    return hazard;
  }

  /** The hazard without one of those aboard. */
  hazardWithout(unit: Unit): number {
    let hazard = this.hazard - unit.own;
    for (const service of unit.services) hazard -= (this.#largest[service] ?? 0) - this.#largestWithout(service, unit);
    return hazard;
  }

  #largestWithout(service: number, unit: Unit | null): number {
    const largest = this.#largest[service] ?? 0;
    const place = unit?.services.indexOf(service) ?? -1;
    return place !== -1 && unit?.shared[place] === largest ? (this.#second[service] ?? 0) : largest;
  }
}

/** The hazard of a train with these units. */
export function hazardOfUnits(members: Iterable<Unit>, serviceCount: number): number {
  return new Load(serviceCount, members).hazard;
}

/** So many trains with what an assignment puts aboard each. */
export function loadsOf(assignment: Assignment, trains: number, { units, serviceCount }: Units): readonly Load[] {
  const loads = Array.from({ length: trains }, () => new Load(serviceCount));
  for (const [index, unit] of units.entries()) loads[assignment[index] ?? 0]?.putOn(unit);
  return loads;
}

/** The highest hazard of so many trains; 0 where there is nothing aboard any. */
export function highestHazard(assignment: Assignment, trains: number, all: Units): number {
  return Math.max(0, ...loadsOf(assignment, trains, all).map(({ hazard }) => hazard));
}

/** The first and the last train that a unit may ride, given where the units it is bound to ride. */
export function rangeOf(unit: Unit, assignment: Assignment, trains: number): readonly [number, number] {
  let [low, high] = [0, trains - 1];
  for (const other of unit.before) low = Math.max(low, assignment[other] ?? 0);
  for (const other of unit.after) high = Math.min(high, assignment[other] ?? trains - 1);
  return [low, high];
}

/**
 * What the highest hazard of one of so many trains cannot fall below: no train can do better for a unit than to carry it
 * alone, and the hazards of all trains together are at least that of one train with everything, since a largest share
 * counts at least once. Proof: H is monotone and subadditive. Ours.
 */
export function lowerBoundOf({ units, serviceCount }: Units, trains: number): number {
  const alone = units.map((unit) => hazardOfUnits([unit], serviceCount));
  return Math.max(0, ...alone, hazardOfUnits(units, serviceCount) / trains);
}
