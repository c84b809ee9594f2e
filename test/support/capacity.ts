import { type WorkingDays, workingDays } from '../../shared/domain/calendar/working-days.ts';
import type { ForecastModel } from '../../shared/domain/capacity/monte-carlo.ts';
import { WorkingCalendar } from '../../shared/model/train.ts';
import { aDay } from './times.ts';

/** Monday to Friday, or other weekdays, with days off of its own and no public holidays. */
export function aCalendar(workdays: readonly number[] = [1, 2, 3, 4, 5], off: readonly string[] = []): WorkingDays {
  return workingDays(WorkingCalendar.parse({ workdays, holidays: null, extraDaysOff: off }), new Map());
}

/** Every day is worked: a case by hand need not count weekends. */
export const EVERY_DAY = aCalendar([1, 2, 3, 4, 5, 6, 7]);

/**
 * A model whose history is sixteen weeks, ended the day before the forecast begins on Monday, 2026-06-01; everybody is
 * there, and every day is worked.
 */
export function aModel(
  changes: Partial<ForecastModel> & { finished?: readonly number[]; discovered?: readonly number[] },
) {
  const { finished = [1], discovered = [], ...rest } = changes;
  const model: ForecastModel = {
    history: {
      from: aDay('2026-02-09'),
      to: aDay('2026-05-31'),
      finished,
      discovered,
      undone: 0,
      together: 1,
      typed: null,
    },
    from: aDay('2026-06-01'),
    days: EVERY_DAY,
    presence: () => 1,
    historicPresence: 1,
    seed: 1,
    runs: 2_000,
    ...rest,
  };
  return model;
}
