import { addDays, daysBetween } from '../../../shared/domain/calendar/days.ts';
import type { Day } from '../../../shared/model/time.ts';
import type { DeployOrderSearch } from './search.ts';

/** The days that are looked at, both included. */
export interface DayRange {
  readonly from: Day;
  readonly until: Day;
}

/** How many days are looked at where nobody says: a quarter. */
const USUAL_DAYS = 91;

/** More days than this are not drawn at once. */
const MOST_DAYS = 800;

/** The days that an address names: a quarter from today where it names none. Days the wrong way round are turned. */
export function rangeOf(search: Pick<DeployOrderSearch, 'from' | 'until'>, today: Day): DayRange {
  const from = search.from ?? today;
  const until = search.until ?? addDays(from, USUAL_DAYS - 1);
  const [first, last] = from <= until ? [from, until] : [until, from];
  return { from: first, until: daysBetween(first, last) >= MOST_DAYS ? addDays(first, MOST_DAYS - 1) : last };
}

/** The range before (-1) or after (1) another, as long as it. */
export function rangeBeside({ from, until }: DayRange, by: -1 | 1): DayRange {
  const length = daysBetween(from, until) + 1;
  return { from: addDays(from, by * length), until: addDays(until, by * length) };
}
