import { placeMilestones } from '../../../shared/domain/calendar/place-milestones.ts';
import type { WorkingDays } from '../../../shared/domain/calendar/working-days.ts';
import { Failure } from '../../../shared/model/failure.ts';
import type { Milestone, Release } from '../../../shared/model/release.ts';
import type { Day, LocalTime } from '../../../shared/model/time.ts';
import type { Stage } from '../../../shared/model/train.ts';

/** A milestone that a moved release takes along. */
export interface Follower {
  readonly id: string;
  readonly name: string;
  readonly from: LocalTime;
  readonly to: LocalTime;
}

type Standing = Pick<Milestone, 'kind' | 'name' | 'startAt' | 'endAt'>;

export interface MovePreview {
  readonly followers: readonly Follower[];
  /** Milestones that were moved or added by hand. */
  readonly staying: readonly string[];
  /** All of them, where they stand after the move. */
  readonly standing: readonly Standing[];
  /** Why the train's stages cannot be placed around that day. */
  readonly problem: string | null;
}

interface Moving {
  readonly release: Pick<Release, 'zone' | 'skippedStages'>;
  readonly milestones: readonly Milestone[];
  readonly stages: readonly Stage[];
  readonly days: WorkingDays;
}

/** What moving a release to a day does to its milestones, as the core will do it. */
export function movePreview(day: Day, { release, milestones, stages, days }: Moving): MovePreview {
  const follows = (milestone: Milestone) => milestone.stageKey !== null && !milestone.pinned;
  const staying = milestones.filter((milestone) => !follows(milestone)).map(({ name }) => name);
  try {
    const placed = placeMilestones(stages, { releaseDay: day, zone: release.zone, days });
    const placeOf = (milestone: Milestone) =>
      follows(milestone) ? placed.find(({ stageKey }) => stageKey === milestone.stageKey) : undefined;
    const followers = milestones.flatMap((milestone) => {
      const place = placeOf(milestone);
      if (place === undefined || place.startLocal === milestone.startLocal) return [];
      return [{ id: milestone.id, name: milestone.name, from: milestone.startLocal, to: place.startLocal }];
    });
    return { followers, staying, standing: milestones.map((each) => placeOf(each) ?? each), problem: null };
  } catch (error) {
    if (error instanceof Failure) return { followers: [], staying, standing: milestones, problem: error.message };
    throw error;
  }
}
