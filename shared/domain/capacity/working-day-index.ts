import { fromDayNumber } from '../calendar/days.ts';
import { isWorkingDay, type WorkingDays } from '../calendar/working-days.ts';

/** Counts the working days after a day up to and with another that does not come before it; days by number. */
export type WorkingDayCount = (from: number, to: number) => number;

/**
 * Makes `workingDaysBetween` ready for many questions about the days from `first` to `last`, all of them by number
 * (`toDayNumber`): each is then two look-ups instead of a walk. Days outside are answered as if no day beyond were worked.
 */
export function workingDayIndex(first: number, last: number, days: WorkingDays): WorkingDayCount {
  const size = Math.max(1, last - first + 1);
  const upTo = new Int32Array(size);
  for (let offset = 1; offset < size; offset += 1)
    upTo[offset] = (upTo[offset - 1] ?? 0) + (isWorkingDay(fromDayNumber(first + offset), days) ? 1 : 0);
  const place = (day: number) => Math.min(size - 1, Math.max(0, day - first));
  return (from, to) => (upTo[place(to)] ?? 0) - (upTo[place(from)] ?? 0);
}
