import type { Day } from '../../model/time.ts';
import type { Cadence, TrainPlan } from '../../model/train.ts';
import { addDays } from './days.ts';
import { occurrences } from './recurrence.ts';
import { fillReleaseName } from './release-name.ts';
import { isWorkingDay, nextWorkingDay, previousWorkingDay, type WorkingDays } from './working-days.ts';

/** An occurrence of a cadence as it would become a release. */
export interface PlannedRelease {
  /** The day that the rule names; it stands for the release even where the release is moved. */
  readonly occurrence: Day;
  /** The release day: the occurrence, or the working day that it gives way to. */
  readonly day: Day;
  readonly name: string;
  /** Whether the train has a release of this occurrence. */
  readonly exists: boolean;
}

/** What is asked of a train's cadence: the release days from `from` to `to`, both included. */
export interface PlanningRange {
  readonly from: Day;
  readonly to: Day;
  /** Must know the holidays from some weeks before `from` to some weeks after `to`. */
  readonly days: WorkingDays;
  /** The occurrences that already have a release. */
  readonly existing: ReadonlySet<Day>;
}

const LIMIT = 20_000;

/** The release day of an occurrence: itself, or the nearest working day where it is none and gives way. */
export function releaseDayOf(occurrence: Day, onDayOff: Cadence['onDayOff'], days: WorkingDays): Day {
  if (onDayOff === 'keep' || isWorkingDay(occurrence, days)) return occurrence;
  return onDayOff === 'next-working-day' ? nextWorkingDay(occurrence, days) : previousWorkingDay(occurrence, days);
}

/** The first and last occurrence whose release day can fall into a range. */
function occurrencesReaching({ from, to, days }: PlanningRange, onDayOff: Cadence['onDayOff']): readonly [Day, Day] {
  if (onDayOff === 'keep') return [from, to];
  if (onDayOff === 'next-working-day') return [addDays(previousWorkingDay(from, days), 1), to];
  return [from, addDays(nextWorkingDay(to, days), -1)];
}

/**
 * The releases that a train's cadence gives between two days, by release day. Running numbers count the
 * occurrences from the cadence's first day, so they are the same whatever the range. Two occurrences that
 * give way to the same working day stay two releases. Empty for a train without a cadence.
 */
export function plannedReleases(
  train: Pick<TrainPlan, 'cadence' | 'releaseName'>,
  range: PlanningRange,
): readonly PlannedRelease[] {
  const { cadence } = train;
  if (cadence === null || range.to < range.from) return [];
  const [first, last] = occurrencesReaching(range, cadence.onDayOff);
  const all = occurrences(cadence, { from: cadence.from, to: last, limit: LIMIT });
  return all.flatMap((occurrence, index) => {
    if (occurrence < first) return [];
    const day = releaseDayOf(occurrence, cadence.onDayOff, range.days);
    if (day < range.from || day > range.to) return [];
    const name = fillReleaseName(train.releaseName, day, index + 1);
    return [{ occurrence, day, name, exists: range.existing.has(occurrence) }];
  });
}
