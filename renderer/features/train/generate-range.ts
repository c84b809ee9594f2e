import { addDays, addMonths, civilDay, dayOfCivil } from '../../../shared/domain/calendar/days.ts';
import type { Day } from '../../../shared/model/time.ts';

/** The first and the last day of the releases to make. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

/** A quarter by its name; the one under way from today on. */
export interface QuarterChoice extends DayRange {
  readonly label: string;
}

/** The quarter of a day and the two after it. */
export function quarterChoices(today: Day): readonly QuarterChoice[] {
  const { year, month } = civilDay(today);
  const quarter = Math.floor((month - 1) / 3);
  const first = dayOfCivil({ year, month: quarter * 3 + 1, dayOfMonth: 1 });
  return [0, 1, 2].map((later) => {
    const start = addMonths(first, later * 3);
    const label = `Q${((quarter + later) % 4) + 1} ${civilDay(start).year}`;
    return { label, from: later === 0 ? today : start, to: addDays(addMonths(start, 3), -1) };
  });
}

/** The days to begin with: those last chosen, if they are not over for this train; else half a year from its last release on. */
export function firstRange(today: Day, last: Day | null, chosen: DayRange | null): DayRange {
  const since = last === null || last < today ? today : last;
  return chosen !== null && chosen.to > since ? chosen : { from: today, to: addMonths(since, 6) };
}
