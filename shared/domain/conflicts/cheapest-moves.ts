import type { Conflict, ConflictSide, Move, MoveCost, WaysOut } from '../../model/conflict.ts';
import { bookingMoves } from './booking-moves.ts';
import type { Candidate, Reach } from './candidate.ts';
import type { ConflictIndex } from './conflict-index.ts';
import { compareCosts, costOf } from './move-cost.ts';
import { editsOf } from './move-edits.ts';
import { peopleMoves } from './people-moves.ts';
import type { PlanChange } from './plan.ts';
import { milestoneMoves, releaseMoves } from './release-moves.ts';
import type { PlanView } from './view.ts';

/** How much is looked for, and how far. */
export interface Search {
  /** How many moves are wanted. */
  readonly count: number;
  /** How many days away from where it is a thing may go. */
  readonly days: number;
  /** How many candidates are tried at most. */
  readonly tries: number;
}

interface Priced {
  readonly candidate: Candidate;
  readonly change: PlanChange;
  readonly cost: MoveCost;
}

/** A month each way: further away, other things of the plan would have to move as well. */
export const USUAL_SEARCH: Search = { count: 3, days: 28, tries: 4_000 };

/** Sides that can be asked to give way: of a crowd its first alone, since no other would take the crowd away. */
function sidesToMove({ kind, sides, sideCount }: Conflict): readonly ConflictSide[] {
  if (kind === 'capacity-exceeded' || kind === 'owner-away' || sideCount <= 2) return sides;
  return sides.slice(0, 1);
}

function movesOf(view: PlanView, { thing, releaseId }: ConflictSide, reach: Reach): readonly Candidate[] {
  const ofRelease = releaseId === null ? [] : releaseMoves(view, releaseId, reach);
  if (thing.kind === 'booking') return [...bookingMoves(view, thing.id, reach), ...ofRelease];
  if (thing.kind === 'milestone') return [...milestoneMoves(view, thing.id, reach), ...ofRelease];
  return thing.kind === 'release' ? ofRelease : [];
}

/**
 * Everything that is tried as a way out of a conflict, in no order, each once: its sides' bookings, milestones and releases
 * moved, bookings in other environments, parts handed over or taken back.
 */
export function candidatesFor(view: PlanView, conflict: Conflict, reach: Reach): readonly Candidate[] {
  const all = [...sidesToMove(conflict).flatMap((side) => movesOf(view, side, reach)), ...peopleMoves(view, conflict)];
  const once = new Map(all.map((each) => [`${each.family} ${JSON.stringify(each.steps)}`, each]));
  return [...once.values()];
}

function priced(view: PlanView, candidates: readonly Candidate[]): readonly Priced[] {
  const found = candidates.flatMap((candidate) => {
    const change = editsOf(view, candidate.steps);
    return change === null ? [] : [{ candidate, change, cost: costOf(view, change, candidate.days) }];
  });
  return found.sort((a, b) => compareCosts(a.cost, b.cost) || inOrder(a.candidate, b.candidate));
}

/** What costs the same: later before earlier, then by name. */
function inOrder(a: Candidate, b: Candidate): number {
  if (a.days !== b.days) return b.days - a.days;
  return a.family < b.family ? -1 : Number(a.family > b.family);
}

/**
 * The cheapest moves that resolve a conflict, wholly, and create no other: candidates in order of their cost (days, then
 * people, then things that change), each tried on the plan, until enough are found. Of moves of one thing in one direction
 * the nearest is given. Says how many were tried, and whether the search ended before it had to.
 */
export function cheapestMoves(conflict: Conflict, index: ConflictIndex, search: Search = USUAL_SEARCH): WaysOut {
  const moves: Move[] = [];
  const done = new Set<string>();
  let tried = 0;
  for (const { candidate, change, cost } of priced(index.view, candidatesFor(index.view, conflict, search))) {
    const { family, steps, sentence } = candidate;
    const name = JSON.stringify(steps);
    if (moves.length >= search.count) break;
    if (done.has(family)) continue;
    if (tried >= search.tries) return { moves, tried, complete: false };
    tried += 1;
    const { resolved, creates } = index.try(conflict.key, change);
    if (!resolved || creates) continue;
    done.add(family);
    if (done.has(name)) continue;
    done.add(name);
    moves.push({ steps: [...steps], cost, sentence });
  }
  return { moves, tried, complete: true };
}
