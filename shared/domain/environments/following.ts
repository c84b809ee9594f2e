import type { Booking, BookingPlan } from '../../model/environment.ts';
import type { Instant } from '../../model/time.ts';
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

/**
 * How far a booking moved as a whole: by days where its clock times stayed, else by time; null where it did not move, or was
 * made longer or shorter.
 */
function movedBy({ before, after }: Change): Shift | null {
  const milliseconds = after.startAt - before.startAt;
  if (milliseconds === 0) return null;
  const clocks = ({ startLocal, endLocal, zone }: Booking) =>
    `${clockOfLocal(startLocal)} ${clockOfLocal(endLocal)} ${zone}`;
  const days = (field: 'startLocal' | 'endLocal') => daysBetween(dayOfLocal(before[field]), dayOfLocal(after[field]));
  if (clocks(before) === clocks(after) && days('startLocal') === days('endLocal')) return { days: days('startLocal') };
  return after.endAt - before.endAt === milliseconds ? { milliseconds } : null;
}

/** The times of what came along, as its booking moves: its own stay what they are to it, unless it has begun. */
function timesOf(along: Booking, change: Change, now: Instant): Partial<Booking> {
  const { before, after } = change;
  if (along.releaseId !== null && along.releaseId !== before.releaseId) return {};
  if (TIMES.every((field) => isSame(along, before, field))) {
    const { startLocal, endLocal, zone, startAt, endAt } = after;
    return { startLocal, endLocal, zone, startAt, endAt };
  }
  const shift = along.startAt < now ? null : movedBy(change);
  const moved = shift === null ? null : shifted(along, shift);
  if (moved === null || moved.endLocal === null || moved.endAt === null || moved.endAt <= moved.startAt) return {};
  const { startLocal, endLocal, startAt, endAt } = moved;
  return { startLocal, endLocal, startAt, endAt };
}

/**
 * What a booking becomes as the one that brought it along changes: it follows in what changed there, and only where it
 * still was the same. What was changed by hand on it stays, and so does its environment. In time it moves by as much as
 * that one does as a whole, so far as it has not begun; what was given to another release by hand keeps its times.
 */
export function following(along: Booking, change: Change, now: Instant): Booking {
  const follows = FIELDS.filter((field) => isSame(along, change.before, field));
  const fields = Object.fromEntries(follows.map((field) => [field, change.after[field]]));
  return { ...along, ...fields, ...timesOf(along, change, now) };
}
