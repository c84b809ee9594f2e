import type { Day } from '../../model/time.ts';
import { fromDayNumber, toDayNumber } from '../calendar/days.ts';
import { isWorkingDay, type WorkingDays } from '../calendar/working-days.ts';

/** Counts the working days after a day up to and with another that does not come before it. */
export type WorkingDayCount = (from: Day, to: Day) => number;

/**
 * Makes `workingDaysBetween` ready for many questions about the days from `first` to `last`: each is then two look-ups
 * instead of a walk. Days outside are answered as if no day beyond were worked.
 */
export function workingDayIndex(first: Day, last: Day, days: WorkingDays): WorkingDayCount {
  const start = toDayNumber(first);
  const size = Math.max(1, toDayNumber(last) - start + 1);
  const upTo = new Int32Array(size);
  for (let offset = 1; offset < size; offset += 1)
    upTo[offset] = (upTo[offset - 1] ?? 0) + (isWorkingDay(fromDayNumber(start + offset), days) ? 1 : 0);
  const place = (day: Day) => Math.min(size - 1, Math.max(0, toDayNumber(day) - start));
  return (from, to) => (upTo[place(to)] ?? 0) - (upTo[place(from)] ?? 0);
}
