import { Failure } from '../../model/failure.ts';
import type { Span } from '../../model/span.ts';
import type { Slot, SlotPart } from '../../model/verdict.ts';
import { legalSpans } from './judge.ts';
import type { Schedule } from './schedule.ts';
import type { Target } from './scope.ts';
import {
  type BusySpan,
  type Neighbour,
  type Rater,
  rateBusiness,
  rateCriticality,
  rateNeighbours,
  rateTeamHours,
  roomWanted,
  type TeamHours,
  tierOf,
} from './slot-parts.ts';
import { type SpanSet, span, within } from './spans.ts';

/** How many points each part of a score can add. */
export type SlotWeights = Readonly<Record<SlotPart['by'], number>>;

/** What slots are looked for, and what makes one better than another. Slots lie wholly inside the range. */
export interface SlotQuestion {
  readonly targets: readonly Target[];
  readonly range: Span;
  /** The length of a slot, at least 1. */
  readonly minutes: number;
  /** Slots begin where a legal time begins, and every so many minutes of UTC. */
  readonly stepMinutes: number;
  readonly busy: readonly BusySpan[];
  readonly teams: readonly TeamHours[];
  readonly neighbours: readonly Neighbour[];
  /** The distance to a neighbour from which on it says nothing, in minutes. */
  readonly comfortable: number;
  readonly weights: SlotWeights;
}

/** A hundred points in all: what can go wrong weighs more than who is at work. */
export const USUAL_WEIGHTS: SlotWeights = { criticality: 30, business: 30, 'team-hours': 25, neighbours: 15 };

const MINUTE = 60_000;
/** More slots than this are refused: nobody reads them, and a longer step says the same. */
const MOST = 20_000;

function startsIn(run: Span, { minutes, stepMinutes }: SlotQuestion): readonly number[] {
  const length = minutes * MINUTE;
  const step = stepMinutes * MINUTE;
  const first = Math.ceil(run.start / MINUTE) * MINUTE;
  if (first + length > run.end) return [];
  const starts = [first];
  for (let at = (Math.floor(first / step) + 1) * step; at + length <= run.end; at += step) {
    starts.push(at);
    if (starts.length > MOST) break;
  }
  return starts;
}

function candidates(legal: SpanSet, question: SlotQuestion): readonly Span[] {
  const starts = legal.flatMap((run) => startsIn(run, question));
  if (starts.length <= MOST) return starts.map((start) => span(start, start + question.minutes * MINUTE));
  throw new Failure('TOO_LARGE', `There are more than ${MOST} legal slots in the span asked about.`, {
    where: 'range',
    remedy: 'Ask about a shorter span, or let slots begin less often.',
  });
}

/** To a tenth, so that the parts that people see add up to the score that they see. */
function tenths(points: number): number {
  return Math.round(points * 10);
}

/** The best first; of two that are as good the earlier. */
function inOrder(a: Slot, b: Slot): number {
  return b.score - a.score || a.span.start - b.span.start;
}

/**
 * All slots of a length in which deploying to all targets is allowed, the best first, each with its score in parts: the
 * legal time left after it to back out in (more is wanted for critical tiers), the business cycle (busy times count
 * more for critical tiers), the hours of the teams, and the distance to other deployments. The order says
 * nothing else: of two that are as good the earlier comes first. O(s log n) for s slots, after the legal time is known.
 */
export function rankSlots(schedule: Schedule, question: SlotQuestion): readonly Slot[] {
  const { targets, range, weights } = question;
  const tier = tierOf(targets.map((one) => one.tier));
  const beyond = span(range.start, range.end + roomWanted(tier) * MINUTE);
  const legal = legalSpans(schedule, targets, beyond);
  const raters: readonly (readonly [SlotPart['by'], Rater])[] = [
    ['criticality', rateCriticality(legal, tier)],
    ['business', rateBusiness(question.busy, tier)],
    ['team-hours', rateTeamHours(question.teams, range)],
    ['neighbours', rateNeighbours(question.neighbours, question.comfortable)],
  ];
  const slots = candidates(within(legal, range), question).map((slot): Slot => {
    const parts = raters.map(([by, rate]): SlotPart => {
      const { value: rated, words } = rate(slot);
      // Sums of fractions may miss 0 and 1 by a hair.
      const value = Math.min(1, Math.max(0, rated));
      return { by, value, points: tenths(weights[by] * value) / 10, outOf: weights[by], words };
    });
    return { span: slot, score: parts.reduce((sum, part) => sum + tenths(part.points), 0) / 10, parts };
  });
  return slots.sort(inOrder);
}
