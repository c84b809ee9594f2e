import { type Branch, boundOf, type Unavoidable, unavoidable } from './roster-bound.ts';
import { EMPTY, Improver, type Place } from './roster-improver.ts';
import type { Choice, RosterProblem } from './roster-problem.ts';
import { compareScores, type Score, Tally } from './roster-score.ts';

/** A roster that was found, and whether none is better by missing places, pairing and spread. */
export interface FoundRoster {
  readonly choice: Choice;
  readonly score: Score;
  readonly proved: boolean;
}

export interface SearchLimits {
  /** Uniform in [0, 1): decides between rosters that are equally good. */
  readonly random: () => number;
  /** How many changes are tried before no roster is shaken any more, to be improved again. */
  readonly changes: number;
  /** How many partial rosters are looked at to find a better one or prove that there is none. */
  readonly nodes: number;
}

/** A score that no roster is better than. */
interface Bounded {
  readonly bound: Score;
}

/** The numbers of a score that are proved: the last one only chooses between equals. */
const PROVED = 4;

function shuffled(items: readonly number[], random: () => number): number[] {
  const mixed = [...items];
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const kept = mixed[at] as number;
    mixed[at] = mixed[other] as number;
    mixed[other] = kept;
  }
  return mixed;
}

function openPlaces({ rows }: RosterProblem): readonly Place[] {
  return rows.flatMap(({ lead, shadow }, row) => [
    ...(lead ? [{ row, part: 'lead' as const, candidates: lead }] : []),
    ...(shadow ? [{ row, part: 'shadow' as const, candidates: shadow }] : []),
  ]);
}

function emptyChoice({ rows }: RosterProblem): Choice {
  return { lead: rows.map(() => EMPTY), shadow: rows.map(() => EMPTY) };
}

/** Whether no roster is better by any number: it is as good as the bound, and with a spread of 1 no other is more even. */
function isFinal({ score }: Improver, bound: Score): boolean {
  return score[3] <= 1 && compareScores(score, bound, PROVED) <= 0;
}

/** Changes one place or exchanges two until nothing gets better by it, or can. */
function improve(improver: Improver, places: readonly Place[], { random, bound }: SearchLimits & Bounded): void {
  for (let better = true; better && !isFinal(improver, bound); ) {
    better = false;
    for (const place of places) {
      for (const person of shuffled([...place.candidates, EMPTY], random)) {
        if (improver.put(place, person)) better = true;
      }
    }
    for (const [at, place] of places.entries()) {
      if (isFinal(improver, bound)) return;
      for (const other of places.slice(at + 1)) if (improver.exchange(place, other)) better = true;
    }
  }
}

/** How many places are emptied when a roster is shaken. */
const SHAKEN = 4;

function copyOf({ lead, shadow }: Choice): Choice {
  return { lead: [...lead], shadow: [...shadow] };
}

/** All open places in a random order. */
function inAnyOrder(problem: RosterProblem, random: () => number): readonly Place[] {
  const places = openPlaces(problem);
  const order = shuffled([...places.keys()], random);
  return order.map((index) => places[index] as Place);
}

/** A roster whose places are filled in a random order and improved step by step. */
function filled(problem: RosterProblem, limits: SearchLimits & Bounded): Improver {
  const roster = new Improver(problem, emptyChoice(problem));
  improve(roster, inAnyOrder(problem, limits.random), limits);
  return roster;
}

/**
 * Empties some places of a roster and improves all again, keeps what is no worse, and so on until it is as good as the
 * bound or enough changes were tried. Source: iterated local search, Lourenço, Martin and Stützle (2003).
 */
function shaken(start: Improver, problem: RosterProblem, limits: SearchLimits & Bounded): Improver {
  const { random, changes, bound } = limits;
  let best = start;
  for (let tried = 0; tried < changes && compareScores(best.score, bound, PROVED) > 0; ) {
    const choice = copyOf(best.choice);
    for (const { row, part } of inAnyOrder(problem, random).slice(0, SHAKEN)) choice[part][row] = EMPTY;
    const next = new Improver(problem, choice);
    improve(next, inAnyOrder(problem, random), limits);
    // A roster without open places has nothing to try.
    tried += Math.max(1, next.tried);
    if (compareScores(next.score, best.score) <= 0) best = next;
  }
  return best;
}

/** Goes through all rosters, row by row, leaving out what cannot be better than the best so far. */
class Prover {
  readonly #problem: RosterProblem;
  readonly #ahead: Unavoidable;
  readonly #random: () => number;
  readonly #choice: Choice;
  readonly #tally: Tally;
  #left: number;
  best: { readonly choice: Choice; readonly score: Score };

  constructor(problem: RosterProblem, start: Improver, { nodes, random }: SearchLimits) {
    this.#problem = problem;
    this.#ahead = unavoidable(problem);
    this.#random = random;
    this.#choice = emptyChoice(problem);
    this.#tally = new Tally(problem);
    this.#left = nodes;
    this.best = { choice: start.choice, score: start.score };
  }

  /** Whether all rosters were looked at or rightly left out. */
  run(): boolean {
    this.#visit({ row: 0, leads: 0, shadows: 0, unpaired: 0, loads: this.#tally.loads });
    return this.#left > 0;
  }

  #visit(branch: Branch): void {
    this.#left -= 1;
    if (this.#left <= 0) return;
    const bound = boundOf(branch, this.#ahead, this.#problem.able);
    if (compareScores(bound, this.best.score, PROVED) >= 0) return;
    const { row } = branch;
    const own = this.#problem.rows[row];
    if (own === undefined) {
      this.best = { choice: { lead: [...this.#choice.lead], shadow: [...this.#choice.shadow] }, score: bound };
      return;
    }
    for (const lead of this.#candidates(own.lead)) {
      for (const shadow of this.#candidates(own.shadow)) {
        const wrong = this.#tally.take(row, lead, shadow);
        if (wrong < 0) continue;
        this.#choice.lead[row] = lead;
        this.#choice.shadow[row] = shadow;
        this.#visit({
          ...branch,
          row: row + 1,
          leads: branch.leads + (lead < 0 && own.lead ? 1 : 0),
          shadows: branch.shadows + (shadow < 0 && own.shadow ? 1 : 0),
          unpaired: branch.unpaired + wrong,
        });
        this.#tally.takeBack(row, lead, shadow);
        if (this.#left <= 0) return;
      }
    }
  }

  /** Those who could take a place, the least loaded first and nobody last; of equals a random one. */
  #candidates(candidates: readonly number[] | null): readonly number[] {
    if (candidates === null) return [EMPTY];
    const { loads } = this.#tally;
    const mixed = shuffled(candidates, this.#random);
    return [...mixed.sort((a, b) => (loads[a] ?? 0) - (loads[b] ?? 0)), EMPTY];
  }
}

/** The best roster after a look at so many, improved once more by what the prover does not count; and whether it is proved. */
function proven(
  start: Improver,
  problem: RosterProblem,
  limits: SearchLimits & Bounded,
): { readonly roster: Improver; readonly proved: boolean } {
  const prover = new Prover(problem, start, limits);
  const proved = prover.run();
  const roster = new Improver(problem, copyOf(prover.best.choice));
  improve(roster, openPlaces(problem), limits);
  return { roster, proved };
}

/**
 * The best roster that is found: by steps from a random start; then by going through all rosters with the best so far as
 * the bar, which is soon done for a small team; else by shaking, and a longer look. `proved` where no roster is better by
 * missing leads, missing shadows, pairing and spread (beyond 1). The same random numbers give the same roster.
 */
export function searchRoster(problem: RosterProblem, given: SearchLimits): FoundRoster {
  const nothing = { row: 0, leads: 0, shadows: 0, unpaired: 0, loads: [] };
  const bound = boundOf(nothing, unavoidable(problem), problem.able);
  const limits = { ...given, bound };
  const answer = ({ choice, score }: Improver, proved: boolean): FoundRoster => ({ choice, score, proved });
  const isBest = ({ score }: Improver) => compareScores(score, bound, PROVED) <= 0;
  const start = filled(problem, limits);
  if (isBest(start)) return answer(start, true);
  const first = proven(start, problem, { ...limits, nodes: Math.ceil(limits.nodes / 4) });
  if (first.proved) return answer(first.roster, true);
  const better = shaken(first.roster, problem, limits);
  if (isBest(better)) return answer(better, true);
  const second = proven(better, problem, limits);
  return answer(second.roster, second.proved);
}
