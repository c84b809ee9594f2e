import type {
  CalendarLane,
  CalendarMilestone,
  CalendarRange,
  CalendarRelease,
} from '../../shared/contract/calendar.ts';
import { dayOf } from '../../shared/domain/calendar/zoned-time.ts';
import type { MilestoneId, ReleaseId, TrainId } from '../../shared/model/ids.ts';
import { Train } from '../../shared/model/train.ts';
import { biweeklyPlan } from './plans.ts';
import { anInstant, aZone } from './times.ts';

const berlin = aZone('Europe/Berlin');

type Loose<T> = Partial<Record<keyof T, unknown>>;

/** A milestone of the calendar's answer; moments as ISO text. */
export function planMilestone(id: string, startAt: string, changes: Loose<CalendarMilestone> = {}): CalendarMilestone {
  const base = { stageKey: id, kind: 'uat', name: id, endAt: null, zone: berlin, pinned: false };
  return { ...base, id: id as MilestoneId, startAt: anInstant(startAt), ...changes } as CalendarMilestone;
}

/** A release of the calendar's answer. */
export function planRelease(id: string, departsAt: string, changes: Loose<CalendarRelease> = {}): CalendarRelease {
  const at = anInstant(departsAt);
  return {
    id: id as ReleaseId,
    trainId: 'train-1' as TrainId,
    name: id,
    day: dayOf(at, berlin),
    departsAt: at,
    zone: berlin,
    state: 'planned',
    milestones: [],
    ...changes,
  } as CalendarRelease;
}

export function planLane(trainId: string, releases: readonly CalendarRelease[]): CalendarLane {
  return { trainId: trainId as TrainId, name: trainId, owner: '', zone: berlin, releases: [...releases] };
}

export function planRange(lanes: readonly CalendarLane[], changes: Partial<CalendarRange> = {}): CalendarRange {
  return { lanes: [...lanes], daysOff: [], leftOut: 0, ...changes };
}

/** A train whose releases leave every two weeks on Tuesday from Berlin. */
export function aTrain(changes: Loose<Train> = {}): Train {
  return Train.parse({ ...biweeklyPlan(), id: 'train-1', archived: false, source: null, ...changes });
}
