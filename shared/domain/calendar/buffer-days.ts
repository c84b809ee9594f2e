import type { Day } from '../../model/time.ts';
import { addWorkingDays, isWorkingDay, nextWorkingDay, previousWorkingDay, type WorkingDays } from './working-days.ts';

/** Where a release's buffer lies. */
export interface BufferDays {
  /** The day by whose end the work is to be done: what slips later eats into the buffer. */
  readonly workEnds: Day;
  /** The first day kept free; null for a buffer of no days. */
  readonly firstDay: Day | null;
}

/**
 * The working days that are kept free for what slips: the last `buffer` of them up to and with the release day, or the
 * working day before it where the release is on a day off. So work that slips by the whole buffer is done on the
 * release day itself, as slips are counted that a buffer is sized by. The one rule for conflicts and fever charts; ours.
 */
export function bufferDaysOf(releaseDay: Day, buffer: number, days: WorkingDays): BufferDays {
  const last = isWorkingDay(releaseDay, days) ? releaseDay : previousWorkingDay(releaseDay, days);
  const workEnds = addWorkingDays(last, -buffer, days);
  return { workEnds, firstDay: buffer === 0 ? null : nextWorkingDay(workEnds, days) };
}
