import type { Booking, BookingPlan } from '../../model/environment.ts';

/** What follows each by itself; the times follow together, so that a booking never ends before it begins. */
const FIELDS = ['releaseId', 'title', 'purpose', 'mode', 'units', 'services', 'priority', 'deadlineAt'] as const;
const TIMES = ['startLocal', 'endLocal', 'zone'] as const;

type Change = Readonly<Record<'before' | 'after', Booking>>;

function isSame(one: Booking, other: Booking, field: keyof BookingPlan): boolean {
  return JSON.stringify(one[field]) === JSON.stringify(other[field]);
}

/**
 * What a booking becomes as the one that brought it along changes: it follows in what changed there, and only where it
 * still was the same. What was changed by hand on it stays, and so does its environment.
 */
export function following(along: Booking, { before, after }: Change): Booking {
  const follows = FIELDS.filter((field) => isSame(along, before, field));
  const followed = { ...along, ...Object.fromEntries(follows.map((field) => [field, after[field]])) };
  if (!TIMES.every((field) => isSame(along, before, field))) return followed;
  const { startLocal, endLocal, zone, startAt, endAt } = after;
  return { ...followed, startLocal, endLocal, zone, startAt, endAt };
}
