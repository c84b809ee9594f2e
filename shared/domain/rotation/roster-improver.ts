import type { Choice, RosterProblem } from './roster-problem.ts';
import { compareScores, type Score, scoreOf, spreadOf } from './roster-score.ts';

/** A place that is not settled, and who could take it. */
export interface Place {
  readonly row: number;
  readonly part: 'lead' | 'shadow';
  readonly candidates: readonly number[];
}

/** The number of nobody. */
export const EMPTY = -1;

/** The score of a roster that breaks a rule. */
const WORST: Score = [1e9, 1e9, 1e9, 1e9, 1e9];

/** What somebody has in a row, in bits. */
const CHOSEN = { lead: 1, shadow: 2 } as const;
const SETTLED = { lead: 4, shadow: 8 } as const;
const ANY_CHOSEN = CHOSEN.lead | CHOSEN.shadow;
const ANY_LEAD = CHOSEN.lead | SETTLED.lead;

/**
 * A roster being improved: a change is kept only where it makes the score less. The score after a change is what `scoreOf`
 * says, worked out from the one or two people whom the change touches.
 */
export class Improver {
  readonly choice: Choice;
  score: Score;
  /** How many changes were tried. */
  tried = 0;
  readonly #problem: RosterProblem;
  /** Of each row, those that are deployed at the same time, earlier and later. */
  readonly #beside: readonly (readonly number[])[];
  /** What each person has, row by row, one person after the other. */
  readonly #parts: Uint8Array;
  readonly #loads: Int32Array;
  /** How many open places are empty. */
  readonly #missing = { lead: 0, shadow: 0 };
  /** Of each person, how many places do not keep to the pairing in the roster that is kept. */
  readonly #unpaired: Int32Array;

  /** A roster without a place for somebody can break a strict pairing further on: then whatever breaks nothing is better. */
  constructor(problem: RosterProblem, choice: Choice) {
    const { rows, people, together } = problem;
    this.choice = choice;
    this.score = scoreOf(choice, problem) ?? WORST;
    this.#problem = problem;
    const later = rows.map((): number[] => []);
    for (const [row, others] of together.entries()) for (const other of others) later[other]?.push(row);
    this.#beside = rows.map((_, row) => [...(together[row] ?? []), ...(later[row] ?? [])]);
    this.#parts = new Uint8Array(people * rows.length);
    this.#loads = new Int32Array(people);
    for (const [row, { fixed, ...open }] of rows.entries()) {
      for (const { person, part } of fixed) this.#count(person, row, SETTLED[part], 1);
      for (const part of ['lead', 'shadow'] as const) {
        const person = choice[part][row] ?? EMPTY;
        this.#count(person, row, CHOSEN[part], 1);
        if (person === EMPTY && open[part] !== null) this.#missing[part] += 1;
      }
    }
    this.#unpaired = Int32Array.from({ length: people }, (_, person) => this.#unpairedOf(person));
  }

  /** Puts somebody into a place, and leaves them there if that is better. */
  put(place: Place, person: number): boolean {
    const before = this.#at(place);
    if (before === person) return false;
    this.#set(place, before, person);
    if (this.#take(place, place, before, person)) return true;
    this.#set(place, person, before);
    return false;
  }

  /** Lets two places exchange their people, if that is better. */
  exchange(a: Place, b: Place): boolean {
    const first = this.#at(a);
    const second = this.#at(b);
    if (first === second) return false;
    const fits = (place: Place, person: number) => person === EMPTY || place.candidates.includes(person);
    if (!fits(a, second) || !fits(b, first)) return false;
    const moves = a.part !== b.part && (first === EMPTY || second === EMPTY);
    if (!moves && this.#isPaired(first) && this.#isPaired(second) && this.score !== WORST) {
      // Nothing else is missing then, and nobody has more parts or fewer: only the pairing could have become better.
      this.tried += 1;
      return false;
    }
    this.#set(a, first, second);
    this.#set(b, second, first);
    if (this.#take(a, b, first, second)) return true;
    this.#set(a, second, first);
    this.#set(b, first, second);
    return false;
  }

  #isPaired(person: number): boolean {
    return person === EMPTY || this.#unpaired[person] === 0;
  }

  #at({ part, row }: Place): number {
    return this.choice[part][row] ?? EMPTY;
  }

  #set({ part, row }: Place, from: number, to: number): void {
    this.choice[part][row] = to;
    this.#count(from, row, CHOSEN[part], -1);
    this.#count(to, row, CHOSEN[part], 1);
    this.#missing[part] += Number(to === EMPTY) - Number(from === EMPTY);
  }

  #count(person: number, row: number, bit: number, by: 1 | -1): void {
    if (person === EMPTY) return;
    const at = person * this.#problem.rows.length + row;
    const own = this.#parts[at] ?? 0;
    this.#parts[at] = by > 0 ? own | bit : own & ~bit;
    this.#loads[person] = (this.#loads[person] ?? 0) + by;
  }

  /** Keeps two places (or one, given twice) as they are now, in which two people have changed, if that is better. */
  #take(a: Place, b: Place, first: number, second: number): boolean {
    this.tried += 1;
    // Where a rule is broken, any row may break it.
    const next = this.score === WORST ? scoreOf(this.choice, this.#problem) : this.#scoreAfter(a, b, first, second);
    if (next === null || compareScores(next, this.score) >= 0) return false;
    this.score = next;
    if (first !== EMPTY) this.#unpaired[first] = this.#unpairedOf(first);
    if (second !== EMPTY) this.#unpaired[second] = this.#unpairedOf(second);
    return true;
  }

  /** The score with places as they are now; null where more is missing than before, or where they break a rule. */
  #scoreAfter(a: Place, b: Place, first: number, second: number): Score | null {
    const { able, strict } = this.#problem;
    const { lead, shadow } = this.#missing;
    if (lead > this.score[0] || (lead === this.score[0] && shadow > this.score[1])) return null;
    if (!this.#mayHave(a) || !this.#mayHave(b)) return null;
    const unpaired = this.score[2] + this.#moreUnpaired(first) + this.#moreUnpaired(second);
    if (strict && unpaired > 0) return null;
    let squares = 0;
    for (const person of able) squares += (this.#loads[person] ?? 0) ** 2;
    return [lead, shadow, unpaired, Math.max(1, spreadOf(this.#loads, able)), squares];
  }

  /** Whether who is in a place has nothing else in its row, in one that is deployed with it, or too near to it. */
  #mayHave(place: Place): boolean {
    const person = this.#at(place);
    if (person === EMPTY) return true;
    const { rows, rest } = this.#problem;
    const start = person * rows.length;
    const { row, part } = place;
    if (this.#parts[start + row] !== CHOSEN[part]) return false;
    for (let near = Math.max(0, row - rest); near <= Math.min(rows.length - 1, row + rest); near += 1) {
      if (near !== row && this.#parts[start + near] !== 0) return false;
    }
    return (this.#beside[row] ?? []).every((other) => ((this.#parts[start + other] ?? 0) & ANY_CHOSEN) === 0);
  }

  /** How many more of somebody's places do not keep to the pairing now than in the roster that is kept. */
  #moreUnpaired(person: number): number {
    return person === EMPTY ? 0 : this.#unpairedOf(person) - (this.#unpaired[person] ?? 0);
  }

  /** How many of somebody's chosen places do not keep to the pairing: a lead without a part before, a shadow who has led. */
  #unpairedOf(person: number): number {
    const { rows } = this.#problem;
    let unpaired = 0;
    let had = 0;
    for (let at = person * rows.length, end = at + rows.length; at < end; at += 1) {
      const own = this.#parts[at] ?? 0;
      if (own & CHOSEN.lead && had === 0) unpaired += 1;
      if (own & CHOSEN.shadow && had & ANY_LEAD) unpaired += 1;
      had |= own;
    }
    return unpaired;
  }
}
