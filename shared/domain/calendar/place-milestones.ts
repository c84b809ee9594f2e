import { Failure } from '../../model/failure.ts';
import type { Milestone } from '../../model/release.ts';
import type { ClockTime, Day, LocalTime, Zone } from '../../model/time.ts';
import type { Offset, Stage } from '../../model/train.ts';
import { checkStages } from './check-stages.ts';
import { addDays } from './days.ts';
import { dayWords, localWords } from './time-words.ts';
import { addWorkingDays, type WorkingDays } from './working-days.ts';
import { endInstant, local, toInstant } from './zoned-time.ts';

/** A stage placed on the calendar: what a milestone takes from its train. */
export type PlacedMilestone = Readonly<
  Pick<Milestone, 'kind' | 'name' | 'startLocal' | 'endLocal' | 'startAt' | 'endAt'>
> & { readonly stageKey: string };

/** Where stages are placed: around which day, in which zone, by which working days. */
export interface Placement {
  readonly releaseDay: Day;
  readonly zone: Zone;
  readonly days: WorkingDays;
}

/**
 * The day an offset points to. 0 is the release day itself, worked or not. In working days, +n is the n-th
 * working day after it and -n the n-th before it, so that a release on a Saturday has -1 on Friday and +1 on Monday.
 */
export function offsetDay(offset: Offset, releaseDay: Day, days: WorkingDays): Day {
  return offset.unit === 'calendar-days'
    ? addDays(releaseDay, offset.amount)
    : addWorkingDays(releaseDay, offset.amount, days);
}

function localOf(offset: Offset, time: ClockTime, { releaseDay, days }: Placement): LocalTime {
  return local(offsetDay(offset, releaseDay, days), time);
}

function placeStage(stage: Stage, placement: Placement): PlacedMilestone {
  const { zone } = placement;
  const startLocal = localOf(stage.start, stage.startTime, placement);
  const endLocal = stage.end === null || stage.endTime === null ? null : localOf(stage.end, stage.endTime, placement);
  if (endLocal !== null && endLocal < startLocal) {
    throw new Failure(
      'BAD_INPUT',
      `The stage “${stage.name}” would end (${localWords(endLocal)}) before it starts (${localWords(startLocal)}) for a release on ${dayWords(placement.releaseDay)}.`,
      { where: `stages.${stage.key}`, remedy: 'Move its end later or its start earlier.' },
    );
  }
  return {
    stageKey: stage.key,
    kind: stage.kind,
    name: stage.name,
    startLocal,
    endLocal,
    startAt: toInstant(startLocal, zone),
    endAt: endLocal === null ? null : endInstant(endLocal, startLocal, zone),
  };
}

/**
 * The backward pass: every stage of a train placed around one release day, in the order of the stages.
 * Refuses stages that cannot be placed, naming the stage.
 */
export function placeMilestones(stages: readonly Stage[], placement: Placement): readonly PlacedMilestone[] {
  const [problem] = checkStages(stages);
  if (problem !== undefined) {
    throw new Failure('BAD_INPUT', problem.message, { where: `stages.${problem.index}`, remedy: problem.remedy });
  }
  return stages.map((stage) => placeStage(stage, placement));
}
