import type { Span } from '../../model/span.ts';
import type { ClockTime, Zone } from '../../model/time.ts';
import { addDays, compareDays } from '../calendar/days.ts';
import { isWorkingDay, type WorkingDays } from '../calendar/working-days.ts';
import { dayOn, reachedAt, wallTime } from './clock.ts';
import { forEachOverlap, intervalIndex } from './interval-index.ts';
import { normalise, overlap, type SpanSet, span, totalMinutes, within } from './spans.ts';

/** How good a slot is in one respect, 0 to 1, and why, in words. */
export interface Rating {
  readonly value: number;
  readonly words: string;
}

/** Rates any slot in one respect. */
export type Rater = (slot: Span) => Rating;

/** A time in which the business would rather not be disturbed: quarter end, a sale. Weight 0 to 1. */
export interface BusySpan {
  readonly name: string;
  readonly span: Span;
  readonly weight: number;
}

/** When a team is at work: the days it works, from one time to another on its own clock, overnight where that is earlier. */
export interface TeamHours {
  readonly name: string;
  readonly zone: Zone;
  readonly days: WorkingDays;
  readonly from: ClockTime;
  readonly to: ClockTime;
}

/** Something else that is deployed. */
export interface Neighbour {
  readonly name: string;
  readonly span: Span;
}

const MINUTE = 60_000;
const DAY = 86_400_000;
/** Minutes of legal time that a service of a tier wants after its slot, to back out in. */
const ROOM_WANTED: readonly number[] = [240, 120, 60];
const LEAST_ROOM = 30;
/** How much of a busy time's weight counts for a service of a tier. */
const EXPOSURE: readonly number[] = [1, 0.75, 0.5];
const LEAST_EXPOSURE = 0.25;
/** Services whose tier nobody said count as of this one. */
const TIER_UNKNOWN = 2;

function minutesOf({ start, end }: Span): number {
  return (end - start) / MINUTE;
}

/** So that the order in which things are given says nothing. */
function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : 1;
}

/** The heaviest first, then the earliest and the longest. */
function inOrder(a: BusySpan, b: BusySpan): number {
  return b.weight - a.weight || a.span.start - b.span.start || b.span.end - a.span.end || byName(a, b);
}

function whole(minutes: number): string {
  return `${Math.round(minutes)} min`;
}

/** The tier that counts for several: the most critical. */
export function tierOf(tiers: readonly (number | null)[]): number {
  return Math.min(...(tiers.length === 0 ? [TIER_UNKNOWN] : tiers.map((tier) => tier ?? TIER_UNKNOWN)));
}

/** How long after a slot it ought to be legal still, in minutes: the more critical, the longer. */
export function roomWanted(tier: number): number {
  return ROOM_WANTED[tier - 1] ?? LEAST_ROOM;
}

/**
 * Rates by what is left after the slot of the legal time that it lies in: what goes wrong is backed out in it. `legal` must
 * reach as far beyond the last slot as the tier wants. O(log n) a slot.
 */
export function rateCriticality(legal: SpanSet, tier: number): Rater {
  const wanted = roomWanted(tier);
  return (slot) => {
    const after = within(legal, span(slot.end, slot.end + wanted * MINUTE))[0];
    const room = after?.start === slot.end ? minutesOf(after) : 0;
    const words =
      room >= wanted
        ? `At least ${whole(wanted)} are left after it to back out in, as tier ${tier} wants.`
        : `${whole(room)} are left after it to back out in; tier ${tier} wants ${wanted}.`;
    return { value: Math.min(1, room / wanted), words };
  };
}

/** Rates by how busy the business is in the slot, at each minute as by the heaviest span, and the less critical the less so. */
export function rateBusiness(busy: readonly BusySpan[], tier: number): Rater {
  const index = intervalIndex(busy, (one) => one.span);
  const exposure = EXPOSURE[tier - 1] ?? LEAST_EXPOSURE;
  return (slot) => {
    const found: BusySpan[] = [];
    forEachOverlap(index, slot, (one) => found.push(one));
    const heaviest = found.toSorted(inOrder);
    let covered: SpanSet = [];
    let load = 0;
    for (const one of heaviest) {
      const both = normalise([...covered, ...within(normalise([one.span]), slot)]);
      load += one.weight * (totalMinutes(both) - totalMinutes(covered));
      covered = both;
    }
    const [first] = heaviest;
    if (first === undefined) return { value: 1, words: 'In no busy time.' };
    const inside = whole(minutesOf(overlap(first.span, slot) ?? slot));
    const words = `${inside} of it are in "${first.name}" (weight ${first.weight}); tier ${tier} counts ${exposure * 100} % of that.`;
    return { value: 1 - exposure * (load / minutesOf(slot)), words };
  };
}

/** When a team is at work in a span. */
export function workingSpans({ zone, days, from, to }: TeamHours, range: Span): SpanSet {
  const clock = { by: 'zone', zone } as const;
  const last = dayOn(clock, range.end);
  const spans: Span[] = [];
  for (let day = addDays(dayOn(clock, range.start), -1); compareDays(day, last) <= 0; day = addDays(day, 1)) {
    if (!isWorkingDay(day, days)) continue;
    const end = wallTime(day, to) + (to <= from ? DAY : 0);
    spans.push(span(reachedAt(wallTime(day, from), zone), reachedAt(end, zone)));
  }
  return within(normalise(spans), range);
}

/** Rates by the share of the slot in which each team is at work, the mean of the teams; `range` must hold all slots. */
export function rateTeamHours(teams: readonly TeamHours[], range: Span): Rater {
  const working = teams.map((team) => ({ name: team.name, spans: workingSpans(team, range) }));
  return (slot) => {
    if (working.length === 0) return { value: 1, words: 'No team is named.' };
    const shares = working.map(({ name, spans }) => ({ name, minutes: totalMinutes(within(spans, slot)) }));
    const total = shares.reduce((sum, one) => sum + one.minutes, 0);
    const length = minutesOf(slot);
    const each = shares.map(({ name, minutes }) => `${name} for ${whole(minutes)}`).join(', ');
    return { value: total / (length * shares.length), words: `At work in these ${whole(length)}: ${each}.` };
  };
}

/** Rates by the distance to the next deployment on either side; so many minutes and more are as good as none near. O(log n). */
export function rateNeighbours(neighbours: readonly Neighbour[], comfortable: number): Rater {
  const index = intervalIndex(neighbours.toSorted(byName), (one) => one.span);
  return (slot) => {
    const reach = span(slot.start - comfortable * MINUTE, slot.end + comfortable * MINUTE);
    let nearest: { readonly name: string; readonly minutes: number } | null = null;
    forEachOverlap(index, reach, (one) => {
      const minutes = Math.max(0, slot.start - one.span.end, one.span.start - slot.end) / MINUTE;
      if (nearest === null || minutes < nearest.minutes) nearest = { name: one.name, minutes };
    });
    return distanceRating(nearest, comfortable);
  };
}

function distanceRating(
  nearest: { readonly name: string; readonly minutes: number } | null,
  comfortable: number,
): Rating {
  if (nearest === null) return { value: 1, words: `Nothing else is deployed within ${whole(comfortable)}.` };
  const { name, minutes } = nearest;
  if (minutes === 0) return { value: 0, words: `"${name}" is deployed at the same time or next to it.` };
  return {
    value: minutes / comfortable,
    words: `"${name}" is ${whole(minutes)} away; ${comfortable} are comfortable.`,
  };
}
