import type { Day } from '../../model/time.ts';
import { isWorkingDay, type WorkingDays } from './working-days.ts';

/** What a calendar calls a day off that is no public holiday. */
const OWN = 'Day off';

/** What a day is that is not worked, to follow “is” or a comma; null for a working day. */
export function dayOffWords(day: Day, days: WorkingDays): string | null {
  if (isWorkingDay(day, days)) return null;
  const name = days.daysOff.get(day);
  if (name === undefined) return 'not a working day';
  return name === OWN ? 'a day off' : `a day off (${name})`;
}
