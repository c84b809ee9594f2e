import type { Conflict, ConflictSide, Move, MoveCost, MoveStep, WaysOut } from '../../model/conflict.ts';
import { bookingMoves } from './booking-moves.ts';
import type { Candidate, Reach } from './candidate.ts';
import type { ConflictIndex } from './conflict-index.ts';
import { compareCosts, costOf } from './move-cost.ts';
import { editsOf } from './move-edits.ts';
import { type MovedThings, moveSentence } from './move-sentence.ts';
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
  readonly steps: readonly MoveStep[];
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

/** Everything that is tried as a way out of a conflict: the nearest first, and of what is as near in no order. */
function candidatesFor(view: PlanView, conflict: Conflict, reach: Reach): readonly Candidate[] {
  const all = [...sidesToMove(conflict).flatMap((side) => movesOf(view, side, reach)), ...peopleMoves(view, conflict)];
  const once = new Map(all.map((each) => [`${each.family} ${each.days}`, each]));
  return [...once.values()].sort((a, b) => Math.abs(a.days) - Math.abs(b.days));
}

function priced(view: PlanView, candidate: Candidate): readonly Priced[] {
  const steps = candidate.steps();
  const change = steps === null ? null : editsOf(view, steps);
  if (steps === null || change === null) return [];
  return [{ candidate, steps, change, cost: costOf(view, change, candidate.days) }];
}

function thingsIn(view: PlanView): MovedThings {
  const { release, milestone, booking, environment, assignment, person } = view.tables;
  return {
    titleOf: (id) => view.titleOf(id),
    release: (id) => release.get(id),
    milestone: (id) => milestone.get(id),
    booking: (id) => booking.get(id),
    environment: (id) => environment.get(id),
    assignment: (id) => assignment.get(id),
    person: (id) => person.get(id),
  };
}

/** What costs the same: later before earlier, then by name. */
function cheaperFirst(a: Priced, b: Priced): number {
  const [one, other] = [a.candidate, b.candidate];
  return compareCosts(a.cost, b.cost) || other.days - one.days || (one.family < other.family ? -1 : 1);
}

/** Candidates in order of their cost. Days count first, so only what is as near is worked out and compared at a time. */
function* inOrderOfCost(view: PlanView, candidates: readonly Candidate[]): Iterable<Priced> {
  for (let from = 0; from < candidates.length; ) {
    const near = Math.abs((candidates[from] as Candidate).days);
    let to = from;
    while (to < candidates.length && Math.abs((candidates[to] as Candidate).days) === near) to += 1;
    const group = candidates.slice(from, to).flatMap((each) => priced(view, each));
    yield* group.sort(cheaperFirst);
    from = to;
  }
}

/** The rules of conflicts that what moves is in, before a change and after it. */
function staysOf(index: ConflictIndex, conflict: Conflict, { steps, change }: Priced): string[] {
  const releases = new Set(steps.flatMap((step) => (step.kind === 'release' ? [step.releaseId] : [])));
  const things = new Set<string>(
    steps.flatMap((step): readonly string[] => {
      if (step.kind === 'milestone') return [step.milestoneId];
      return step.kind === 'booking' ? [step.bookingId] : [];
    }),
  );
  const isMoved = ({ thing, releaseId }: ConflictSide) =>
    things.has(thing.id) || (releaseId !== null && releases.has(releaseId));
  const others = index.all().filter(({ key, sides }) => key !== conflict.key && sides.some(isMoved));
  if (others.length === 0) return [];
  const gone = new Set(index.preview(change).removed.map(({ key }) => key));
  return others.filter(({ key }) => !gone.has(key)).map(({ rule }) => rule);
}

/** A move that resolves a conflict and makes others, told with the worst of them. */
function nearestOf(index: ConflictIndex, { steps, change }: Priced): WaysOut['nearest'] {
  const [worst, ...others] = index.preview(change).created;
  if (worst === undefined) return null;
  return { sentence: moveSentence(steps, thingsIn(index.view)), makes: worst.rule, more: others.length };
}

/**
 * The cheapest moves that resolve a conflict, wholly, and create no other: candidates in order of their cost (days, then
 * people, then things that change), each tried on the plan, until enough are found. Of moves of one thing in one direction
 * the nearest is given. Says how many were tried, whether the search ended before it had to, and where none was found which
 * move came nearest to it.
 */
export function cheapestMoves(conflict: Conflict, index: ConflictIndex, search: Search = USUAL_SEARCH): WaysOut {
  const moves: Move[] = [];
  const done = new Set<string>();
  let tried = 0;
  let harmful: Priced | null = null;
  const candidates = candidatesFor(index.view, conflict, search);
  const answer = (complete: boolean): WaysOut => {
    const nearest = moves.length > 0 || harmful === null ? null : nearestOf(index, harmful);
    return { moves, tried, complete, nearest };
  };
  for (const one of inOrderOfCost(index.view, candidates)) {
    const { candidate, steps, change, cost } = one;
    const name = JSON.stringify(steps);
    if (moves.length >= search.count) break;
    if (done.has(candidate.family)) continue;
    if (tried >= search.tries) return answer(false);
    tried += 1;
    const { resolved, creates } = index.try(conflict.key, change);
    if (resolved && creates) harmful ??= one;
    if (!resolved || creates) continue;
    done.add(candidate.family);
    if (done.has(name)) continue;
    done.add(name);
    moves.push({
      steps: [...steps],
      cost,
      sentence: moveSentence(steps, thingsIn(index.view)),
      stays: staysOf(index, conflict, one),
    });
  }
  return answer(true);
}
