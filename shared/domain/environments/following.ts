import type { Booking, BookingPlan } from '../../model/environment.ts';
import { daysBetween } from '../calendar/days.ts';
import { clockOfLocal, dayOfLocal } from '../calendar/zoned-time.ts';
import { type Shift, shifted } from '../conflicts/shift.ts';

/** What follows each by itself; the times follow together, so that a booking never ends before it begins. */
const FIELDS = ['releaseId', 'title', 'purpose', 'mode', 'units', 'services', 'priority', 'deadlineAt'] as const;
const TIMES = ['startLocal', 'endLocal', 'zone'] as const;

type Change = Readonly<Record<'before' | 'after', Booking>>;

function isSame(one: Booking, other: Booking, field: keyof BookingPlan): boolean {
  return JSON.stringify(one[field]) === JSON.stringify(other[field]);
}

/** How far a booking moved as a whole: by days where its clock times stayed, else by time; null where it was made longer or shorter. */
function movedBy({ before, after }: Change): Shift | null {
  const clocks = ({ startLocal, endLocal, zone }: Booking) =>
    `${clockOfLocal(startLocal)} ${clockOfLocal(endLocal)} ${zone}`;
  const days = (field: 'startLocal' | 'endLocal') => daysBetween(dayOfLocal(before[field]), dayOfLocal(after[field]));
  if (clocks(before) === clocks(after) && days('startLocal') === days('endLocal')) return { days: days('startLocal') };
  const milliseconds = after.startAt - before.startAt;
  return after.endAt - before.endAt === milliseconds ? { milliseconds } : null;
}

/**
 * What a booking becomes as the one that brought it along changes: it follows in what changed there, and only where it
 * still was the same. What was changed by hand on it stays, and so does its environment; times that were changed by hand
 * move by as much as the other does as a whole, so that it is not left behind.
 */
export function following(along: Booking, change: Change): Booking {
  const { before, after } = change;
  const follows = FIELDS.filter((field) => isSame(along, before, field));
  const followed = { ...along, ...Object.fromEntries(follows.map((field) => [field, after[field]])) };
  if (TIMES.every((field) => isSame(along, before, field))) {
    const { startLocal, endLocal, zone, startAt, endAt } = after;
    return { ...followed, startLocal, endLocal, zone, startAt, endAt };
  }
  const shift = movedBy(change);
  const moved = shift === null ? null : shifted(along, shift);
  if (moved === null || moved.endLocal === null || moved.endAt === null) return followed;
  const { startLocal, endLocal, startAt, endAt } = moved;
  return { ...followed, startLocal, endLocal, startAt, endAt };
}
