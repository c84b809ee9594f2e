import { addDays, addMonths, firstOfMonth } from '../../../shared/domain/calendar/days.ts';
import type { Day } from '../../../shared/model/time.ts';
import type { Picture } from './filters.tsx';
import type { WindowsSearch } from './search.ts';

const USUAL_MONTHS = 12;

/** What of time is drawn: a year from the first of this month on, unless the address says otherwise. */
export function pictureOf(
  { from, months = USUAL_MONTHS }: Pick<WindowsSearch, 'from' | 'months'>,
  today: Day,
): Picture {
  const first = from ?? firstOfMonth(today);
  return { from: first, to: addDays(addMonths(first, months), -1), months };
}

/** The first day of the picture when it is turned on by half of what it shows, a whole month at least. */
export function turned({ from, months }: Picture, by: -1 | 1): Day {
  return firstOfMonth(addMonths(from, by * Math.max(1, Math.floor(months / 2))));
}
