import { dayOffWords } from '../../shared/domain/calendar/day-off-words.ts';
import type { WorkingDays } from '../../shared/domain/calendar/working-days.ts';
import type { Day } from '../../shared/model/time.ts';
import { formatDay } from './format.ts';

/** `Fri 25 Dec is a day off (Christmas Day)`; null for a working day. */
export function dayOffRemark(day: Day, days: WorkingDays): string | null {
  const words = dayOffWords(day, days);
  return words === null ? null : `${formatDay(day, 'medium')} is ${words}`;
}
