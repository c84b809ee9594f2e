import type { Day } from '../../model/time.ts';
import { addWorkingDays, isWorkingDay, previousWorkingDay, type WorkingDays } from '../calendar/working-days.ts';

/** Something that takes so many working days, 0 for what is done on the day it begins. */
export interface WorkStep {
  readonly name: string;
  readonly workingDays: number;
}

/** A step with the last days on which it may begin and end. */
export interface PlacedStep extends WorkStep {
  readonly begins: Day;
  readonly ends: Day;
}

/**
 * Steps placed as late as they may be, one after another, so that the last ends on `doneBy`. A step of n working days
 * begins n working days before it ends; where it would end on a day that is not worked, it ends on the working day before,
 * since nothing is finished on a day off. Source: the backward pass of the critical path method (FORMULAS 4.11).
 */
export function backwardPass(steps: readonly WorkStep[], doneBy: Day, days: WorkingDays): readonly PlacedStep[] {
  const placed: PlacedStep[] = [];
  let ends = doneBy;
  for (const step of steps.toReversed()) {
    if (step.workingDays > 0 && !isWorkingDay(ends, days)) ends = previousWorkingDay(ends, days);
    const begins = addWorkingDays(ends, -step.workingDays, days);
    placed.push({ ...step, begins, ends });
    ends = begins;
  }
  return placed.toReversed();
}

/** The day on which steps are done that begin on a day, one after another. */
export function forwardPass(steps: readonly WorkStep[], begins: Day, days: WorkingDays): Day {
  return steps.reduce((day, { workingDays }) => addWorkingDays(day, workingDays, days), begins);
}
