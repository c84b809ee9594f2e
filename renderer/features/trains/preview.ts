import { addDays } from '../../../shared/domain/calendar/days.ts';
import { describeCadence } from '../../../shared/domain/calendar/describe-cadence.ts';
import { type PlacedMilestone, placeMilestones } from '../../../shared/domain/calendar/place-milestones.ts';
import { plannedReleases } from '../../../shared/domain/calendar/planned-releases.ts';
import { lateStages } from '../../../shared/domain/calendar/stage-order.ts';
import { dayOffName, type WorkingDays, workingDays } from '../../../shared/domain/calendar/working-days.ts';
import { local, toInstant } from '../../../shared/domain/calendar/zoned-time.ts';
import { Failure } from '../../../shared/model/failure.ts';
import type { Day } from '../../../shared/model/time.ts';
import type { TrainPlan } from '../../../shared/model/train.ts';

export interface PreviewRelease {
  readonly name: string;
  readonly day: Day;
  /** Why it is not on the day of the rule: the holiday's name; null where it is. */
  readonly movedFor: string | null;
}

export type Preview =
  | {
      readonly kind: 'shown';
      /** The cadence in plain English; null for one dated by hand. */
      readonly words: string | null;
      readonly releases: readonly PreviewRelease[];
      /** The milestones of the first of them, in order of time. */
      readonly milestones: readonly PlacedMilestone[];
      /** What comes too late among them, a sentence each. */
      readonly late: readonly string[];
    }
  | { readonly kind: 'impossible'; readonly message: string };

/** How far ahead releases are looked for, in days. */
export const PREVIEW_DAYS = 800;
const SHOWN = 6;

function releasesOf(plan: TrainPlan, days: WorkingDays, today: Day): readonly PreviewRelease[] {
  const range = { from: today, to: addDays(today, PREVIEW_DAYS - 60), days, existing: new Set<Day>() };
  return plannedReleases(plan, range)
    .slice(0, SHOWN)
    .map(({ occurrence, day, name }) => ({
      name,
      day,
      movedFor: occurrence === day ? null : (dayOffName(occurrence, days) ?? 'a day off'),
    }));
}

/** What a plan gives from a day on: its next releases, and the milestones of the first. */
export function previewOf(plan: TrainPlan, holidays: ReadonlyMap<Day, string>, today: Day): Preview {
  try {
    const days = workingDays(plan.calendar, holidays);
    const releases = releasesOf(plan, days, today);
    const first = releases[0]?.day;
    const milestones =
      first === undefined ? [] : placeMilestones(plan.stages, { releaseDay: first, zone: plan.zone, days });
    const departureTime = plan.cadence?.departureTime;
    const departsAt =
      first === undefined || departureTime === undefined ? null : toInstant(local(first, departureTime), plan.zone);
    return {
      kind: 'shown',
      words: plan.cadence === null ? null : describeCadence(plan.cadence),
      releases,
      milestones: milestones.toSorted((one, other) => one.startAt - other.startAt),
      late: lateStages(milestones, departsAt),
    };
  } catch (error) {
    if (error instanceof Failure) return { kind: 'impossible', message: error.message };
    throw error;
  }
}
