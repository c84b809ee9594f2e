import type { MilestoneId, ReleaseId } from '../../../shared/model/ids.ts';
import { type ClockTime, type Day, type Instant, instant, type LocalTime } from '../../../shared/model/time.ts';
import { departureOf, type Edit, targetOf } from './timeline/edit.ts';

export interface ReleaseMove {
  readonly id: ReleaseId;
  readonly day: Day;
  readonly departureTime?: ClockTime;
  readonly base: { readonly departsAt: Instant };
}

export interface MilestoneMove {
  readonly id: MilestoneId;
  readonly startLocal: LocalTime;
  readonly endLocal: LocalTime | null;
  readonly base: { readonly startAt: Instant; readonly endAt: Instant | null };
}

const DAY_MINUTES = 1440;

/**
 * What an edited departure asks of the core: the time of day only where the gesture changed it, and where it stood when
 * the gesture began, so that a move of somebody else's is never overwritten unseen.
 */
export function releaseMove(edit: Edit): ReleaseMove {
  const { item, startBy } = edit;
  const { day, time } = departureOf(targetOf(edit));
  // The id of a departure is its release's.
  const move = { id: item.id as ReleaseId, day, base: { departsAt: instant(item.start) } };
  return startBy % DAY_MINUTES === 0 ? move : { ...move, departureTime: time };
}

/** What an edited milestone asks of the core, and where it stood when the gesture began. */
export function milestoneMove(edit: Edit): MilestoneMove {
  const { item } = edit;
  const { startLocal, endLocal } = targetOf(edit);
  const base = { startAt: instant(item.start), endAt: item.what === 'span' ? instant(item.end) : null };
  return { id: item.id as MilestoneId, startLocal, endLocal, base }; // the id of such an item is its milestone's
}
