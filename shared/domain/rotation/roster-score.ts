import type { Choice, RosterProblem, Row } from './roster-problem.ts';

/**
 * How good a roster is, compared from the first number on, less being better: leads missing, shadows missing, places that
 * do not keep to the pairing, the spread of parts (1 and 0 are the same), and the sum of the squares of parts, which
 * tells the more even of two with one spread.
 */
export type Score = readonly [leads: number, shadows: number, unpaired: number, spread: number, squares: number];

/** Negative where the first is better, by the first so many numbers. */
export function compareScores(a: Score, b: Score, upTo = 5): number {
  for (let at = 0; at < upTo; at += 1) {
    const difference = (a[at] as number) - (b[at] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Most less least parts of those who could take a place; 0 where nobody could. */
export function spreadOf(loads: ArrayLike<number>, able: readonly number[]): number {
  let most = Number.NEGATIVE_INFINITY;
  let least = Number.POSITIVE_INFINITY;
  for (const person of able) {
    const own = loads[person] ?? 0;
    if (own > most) most = own;
    if (own < least) least = own;
  }
  return able.length === 0 ? 0 : most - least;
}

/** A row before the first, from which everybody has had their rest. */
const LONG_AGO = -1_000_000;

/**
 * What is counted while the rows of a roster are gone through in order. Rows are taken in and taken back like a stack,
 * since the search asks this a million times.
 */
export class Tally {
  readonly loads: Int32Array;
  readonly #led: Int32Array;
  /** The last row in which somebody had a part, and whether it was chosen. */
  readonly #last: Int32Array;
  readonly #lastChosen: Uint8Array;
  /** Who was chosen in each row that was taken in; -1 for nobody. */
  readonly #leads: Int32Array;
  readonly #shadows: Int32Array;
  readonly #problem: RosterProblem;
  readonly #undo: { readonly person: number; readonly led: number; readonly last: number; readonly chosen: number }[] =
    [];

  constructor(problem: RosterProblem) {
    this.#problem = problem;
    this.loads = new Int32Array(problem.people);
    this.#led = new Int32Array(problem.people);
    this.#last = new Int32Array(problem.people).fill(LONG_AGO);
    this.#lastChosen = new Uint8Array(problem.people);
    this.#leads = new Int32Array(problem.rows.length);
    this.#shadows = new Int32Array(problem.rows.length);
  }

  /**
   * Takes the next row in, with a person or -1 in each place. Says how many of the two do not keep to the pairing; or -1,
   * with nothing taken in, where somebody would have two parts at once, in one release or two that are deployed together, or no rest.
   */
  take(at: number, lead: number, shadow: number): number {
    // Rows are taken in order, so there is one.
    const row = this.#problem.rows[at] as Row;
    if (lead >= 0 && lead === shadow) return -1;
    if (!this.#mayHave(at, lead, row) || !this.#mayHave(at, shadow, row)) return -1;
    for (const { person } of row.fixed) {
      if (this.#lastChosen[person] === 1 && at - (this.#last[person] as number) <= this.#problem.rest) return -1;
    }
    const unfamiliar = lead >= 0 && this.loads[lead] === 0 ? 1 : 0;
    const unpaired = shadow >= 0 && (this.#led[shadow] as number) > 0 ? unfamiliar + 1 : unfamiliar;
    if (this.#problem.strict && unpaired > 0) return -1;
    for (const { person, part } of row.fixed) this.#count(at, person, part === 'lead', 0);
    this.#leads[at] = lead;
    this.#shadows[at] = shadow;
    if (lead >= 0) this.#count(at, lead, true, 1);
    if (shadow >= 0) this.#count(at, shadow, false, 1);
    return unpaired;
  }

  /** Takes back the row that was taken in last, with the same people. */
  takeBack(at: number, lead: number, shadow: number): void {
    const { fixed } = this.#problem.rows[at] as Row;
    for (let left = fixed.length + (lead >= 0 ? 1 : 0) + (shadow >= 0 ? 1 : 0); left > 0; left -= 1) {
      const known = this.#undo.pop();
      if (known === undefined) return;
      const { person, led, last, chosen } = known;
      this.loads[person] = (this.loads[person] as number) - 1;
      this.#led[person] = led;
      this.#last[person] = last;
      this.#lastChosen[person] = chosen;
    }
  }

  #mayHave(at: number, person: number, { fixed }: Row): boolean {
    if (person < 0) return true;
    if (at - (this.#last[person] as number) <= this.#problem.rest) return false;
    for (const other of this.#problem.together[at] ?? []) {
      if (this.#leads[other] === person || this.#shadows[other] === person) return false;
    }
    return !fixed.some((one) => one.person === person);
  }

  #count(at: number, person: number, leads: boolean, chosen: number): void {
    const led = this.#led[person] as number;
    this.#undo.push({ person, led, last: this.#last[person] as number, chosen: this.#lastChosen[person] as number });
    this.loads[person] = (this.loads[person] as number) + 1;
    if (leads) this.#led[person] = led + 1;
    this.#last[person] = at;
    this.#lastChosen[person] = chosen;
  }
}

/** The score of a roster; null where it breaks a rule that must hold. */
export function scoreOf(choice: Choice, problem: RosterProblem): Score | null {
  const { rows, able } = problem;
  const tally = new Tally(problem);
  let leads = 0;
  let shadows = 0;
  let unpaired = 0;
  for (let at = 0; at < rows.length; at += 1) {
    const lead = choice.lead[at] ?? -1;
    const shadow = choice.shadow[at] ?? -1;
    const wrong = tally.take(at, lead, shadow);
    if (wrong < 0) return null;
    unpaired += wrong;
    if (lead < 0 && rows[at]?.lead) leads += 1;
    if (shadow < 0 && rows[at]?.shadow) shadows += 1;
  }
  let squares = 0;
  for (const person of able) squares += (tally.loads[person] as number) ** 2;
  return [leads, shadows, unpaired, Math.max(1, spreadOf(tally.loads, able)), squares];
}
