import type { CalendarLane, CalendarRange } from '../../../shared/contract/calendar.ts';
import type { TrainSummary } from '../../../shared/contract/trains.ts';
import { type DaysOffSpan, daysOffSpans, workingDaysOf } from '../../../shared/domain/calendar/days-off.ts';
import { releaseTitle } from '../../../shared/domain/text/release-title.ts';
import type { Day, Instant } from '../../../shared/model/time.ts';
import type { MilestoneKind, Train } from '../../../shared/model/train.ts';
import { dayIn, formatDaysFrom, zoneName } from '../../lib/format.ts';
import type { TimelineLane } from './timeline/model.ts';
import type { PlanWindow } from './windows.ts';

/** The plan without the milestones of hidden kinds. */
export function filterLanes(
  lanes: readonly CalendarLane[],
  hidden: ReadonlySet<MilestoneKind>,
): readonly CalendarLane[] {
  if (hidden.size === 0) return lanes;
  return lanes.map((lane) => ({
    ...lane,
    releases: lane.releases.map((release) => ({
      ...release,
      milestones: release.milestones.filter((milestone) => !hidden.has(milestone.kind)),
    })),
  }));
}

/** The lanes that the timeline draws: the filtered plan with each train's days off. */
export function timelineLanes(
  plan: { readonly lanes: readonly CalendarLane[]; readonly daysOff: CalendarRange['daysOff'] },
  trains: ReadonlyMap<string, Train>,
  loaded: PlanWindow,
): readonly TimelineLane[] {
  // Most trains share a calendar: its days off are worked out once.
  const known = new Map<string, readonly DaysOffSpan[]>();
  function daysOffOf(lane: CalendarLane): readonly DaysOffSpan[] {
    const train = trains.get(lane.trainId);
    if (train === undefined) return [];
    const days = workingDaysOf(train, plan.daysOff);
    const key = JSON.stringify([lane.zone, days.workdays, [...days.daysOff]]);
    const spans = known.get(key) ?? daysOffSpans(days, lane.zone, loaded);
    known.set(key, spans);
    return spans;
  }
  return plan.lanes.map((lane) => ({
    id: lane.trainId,
    name: lane.name,
    releases: lane.releases,
    daysOff: daysOffOf(lane),
  }));
}

/** What stands under a train's name: when it departs next, its zone, its owner. */
export function laneSubtitle({ train, next }: Pick<TrainSummary, 'train' | 'next'>, now: Instant): string {
  const departs = next === null ? 'None ahead' : `Next ${formatDaysFrom(next.day, dayIn(now, train.zone))}`;
  return [departs, zoneName(train.zone, now), train.owner].filter(Boolean).join(' · ');
}

/** Whether a release of some lanes, or anything of it, touches a span of time, ms UTC. */
export function isAnyInSight(
  lanes: readonly CalendarLane[],
  span: { readonly start: number; readonly end: number },
): boolean {
  return lanes.some(({ releases }) =>
    releases.some(({ departsAt, milestones }) => {
      const times = [departsAt, ...milestones.flatMap(({ startAt, endAt }) => [startAt, endAt ?? startAt])];
      return Math.min(...times) <= span.end && Math.max(...times) >= span.start;
    }),
  );
}

/** The soonest departure ahead of some trains, by its train and name; null where none has one. */
export function nextDeparture(
  summaries: Iterable<Pick<TrainSummary, 'train' | 'next'>>,
): { readonly day: Day; readonly title: string } | null {
  const ahead = [...summaries].flatMap(({ train, next }) =>
    next === null ? [] : [{ day: next.day, title: releaseTitle(train.name, next.name) }],
  );
  return ahead.sort((one, other) => Number(one.day > other.day) - Number(one.day < other.day))[0] ?? null;
}
