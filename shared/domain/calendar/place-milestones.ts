import { Failure } from '../../model/failure.ts';
import type { Milestone } from '../../model/release.ts';
import type { ClockTime, Day, Zone } from '../../model/time.ts';
import type { Offset, Stage } from '../../model/train.ts';
import { checkStages } from './check-stages.ts';
import { addDays } from './days.ts';
import { addWorkingDays, type WorkingDays } from './working-days.ts';
import { local, toInstant } from './zoned-time.ts';

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

function placed(offset: Offset, time: ClockTime, { releaseDay, zone, days }: Placement) {
  const at = local(offsetDay(offset, releaseDay, days), time);
  return { local: at, instant: toInstant(at, zone) };
}

function placeStage(stage: Stage, placement: Placement): PlacedMilestone {
  const start = placed(stage.start, stage.startTime, placement);
  const end = stage.end === null || stage.endTime === null ? null : placed(stage.end, stage.endTime, placement);
  if (end !== null && (end.instant < start.instant || end.local < start.local)) {
    throw new Failure(
      'BAD_INPUT',
      `The stage "${stage.name}" would end (${end.local}) before it starts (${start.local}) for a release on ${placement.releaseDay}.`,
      { where: `stages.${stage.key}`, remedy: 'Move its end later or its start earlier.' },
    );
  }
  return {
    stageKey: stage.key,
    kind: stage.kind,
    name: stage.name,
    startLocal: start.local,
    endLocal: end?.local ?? null,
    startAt: start.instant,
    endAt: end?.instant ?? null,
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
