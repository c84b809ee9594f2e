import type { CalendarLane, CalendarRange } from '../../../shared/contract/calendar.ts';
import { fromDayNumber, toDayNumber, weekdayOf } from '../../../shared/domain/calendar/days.ts';
import type { WorkingDays } from '../../../shared/domain/calendar/working-days.ts';
import { toInstant } from '../../../shared/domain/calendar/zoned-time.ts';
import type { Day, LocalTime, Zone } from '../../../shared/model/time.ts';
import type { MilestoneKind, Train } from '../../../shared/model/train.ts';
import type { ShadeSpan, TimelineLane } from './timeline/model.ts';
import type { PlanWindow } from './windows.ts';

/** What is filtered out of the plan before any view shows it. */
export interface PlanFilter {
  readonly hidden: ReadonlySet<MilestoneKind>;
}

/** The plan without the milestones of hidden kinds. */
export function filterLanes(lanes: readonly CalendarLane[], { hidden }: PlanFilter): readonly CalendarLane[] {
  if (hidden.size === 0) return lanes;
  return lanes.map((lane) => ({
    ...lane,
    releases: lane.releases.map((release) => ({
      ...release,
      milestones: release.milestones.filter((milestone) => !hidden.has(milestone.kind)),
    })),
  }));
}

/** A train's working days as far as the loaded plan tells its holidays. */
export function workingDaysOf(train: Train, daysOff: CalendarRange['daysOff']): WorkingDays {
  const { workdays } = train.calendar;
  const named = daysOff.filter(({ trainId, day }) => trainId === train.id && workdays.includes(weekdayOf(day)));
  return { workdays, daysOff: new Map(named.map(({ day, name }) => [day, name])) };
}

function startsAt(day: number, zone: Zone): number {
  return toInstant(`${fromDayNumber(day)}T00:00` as LocalTime, zone); // built in the form of a local time
}

/** The runs of days off from `from` to `to`, as instants of a zone. */
export function shadesOf(days: WorkingDays, zone: Zone, window: PlanWindow): readonly ShadeSpan[] {
  const last = toDayNumber(window.to);
  const shades: ShadeSpan[] = [];
  let open: { readonly from: number; readonly names: string[] } | null = null;
  for (let number = toDayNumber(window.from); number <= last + 1; number += 1) {
    const day = fromDayNumber(number);
    const holiday = days.daysOff.get(day);
    const off = number <= last && (holiday !== undefined || !days.workdays.includes(weekdayOf(day)));
    if (off) {
      open ??= { from: number, names: [] };
      if (holiday !== undefined) open.names.push(holiday);
    } else if (open !== null) {
      shades.push({ from: startsAt(open.from, zone), to: startsAt(number, zone), name: open.names.join(', ') });
      open = null;
    }
  }
  return shades;
}

/** The lanes that the timeline draws: the filtered plan with each train's days off. */
export function timelineLanes(
  plan: { readonly lanes: readonly CalendarLane[]; readonly daysOff: CalendarRange['daysOff'] },
  trains: ReadonlyMap<string, Train>,
  loaded: PlanWindow,
): readonly TimelineLane[] {
  const shades = new Map<string, readonly ShadeSpan[]>();
  return plan.lanes.map((lane) => {
    const train = trains.get(lane.trainId);
    const days = train && workingDaysOf(train, plan.daysOff);
    const key = days && JSON.stringify([lane.zone, days.workdays, [...days.daysOff]]);
    const known = key === undefined ? [] : shades.get(key);
    const daysOff = known ?? (days ? shadesOf(days, lane.zone, loaded) : []);
    if (key !== undefined) shades.set(key, daysOff);
    return { id: lane.trainId, name: lane.name, releases: lane.releases, daysOff };
  });
}

/** Today's or another day where a calendar begins when its address names none. */
export function dayOrToday(day: Day | undefined, today: Day): Day {
  return day ?? today;
}
