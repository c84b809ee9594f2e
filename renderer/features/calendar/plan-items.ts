import type { CalendarLane, CalendarMilestone, CalendarRelease } from '../../../shared/contract/calendar.ts';
import { dayOf } from '../../../shared/domain/calendar/zoned-time.ts';
import type { ReleaseState } from '../../../shared/model/release.ts';
import { type Day, type Instant, instant, type Zone } from '../../../shared/model/time.ts';
import type { MilestoneKind } from '../../../shared/model/train.ts';

/** A departure or a milestone on the days of its plan's own zone. */
export interface PlanItem {
  readonly id: string;
  readonly releaseId: string;
  readonly releaseName: string;
  readonly trainName: string;
  readonly state: ReleaseState;
  /** Null for a departure. */
  readonly kind: MilestoneKind | null;
  readonly label: string;
  readonly startAt: Instant;
  readonly endAt: Instant | null;
  readonly first: Day;
  /** The last day that it touches; the first for a point. */
  readonly last: Day;
  readonly zone: Zone;
  readonly pinned: boolean;
}

function milestoneItem(milestone: CalendarMilestone, release: CalendarRelease, trainName: string): PlanItem {
  const { id, kind, startAt, endAt, zone, pinned } = milestone;
  const first = dayOf(startAt, zone);
  // A span that ends at midnight does not touch the day that begins there.
  const last = endAt === null || endAt <= startAt ? first : dayOf(instant(endAt - 1), zone);
  const owner = { releaseId: release.id, releaseName: release.name, trainName, state: release.state };
  return { ...owner, id, kind, label: milestone.name, startAt, endAt, first, last, zone, pinned };
}

function releaseItem(release: CalendarRelease, trainName: string): PlanItem {
  const { id, name, day, departsAt, zone, state } = release;
  return {
    id,
    releaseId: id,
    releaseName: name,
    trainName,
    state,
    kind: null,
    label: name,
    startAt: departsAt,
    endAt: null,
    first: day,
    last: day,
    zone,
    pinned: false,
  };
}

/** By time, departures first, then by name: an order that never depends on the input's. */
export function byTime(a: PlanItem, b: PlanItem): number {
  const rank = (item: PlanItem) => (item.kind === null ? 0 : 1);
  return a.startAt - b.startAt || rank(a) - rank(b) || a.label.localeCompare(b.label) || (a.id < b.id ? -1 : 1);
}

/** Every departure and milestone of the lanes, by time. */
export function planItems(lanes: readonly CalendarLane[]): readonly PlanItem[] {
  return lanes
    .flatMap((lane) =>
      lane.releases.flatMap((release) => [
        releaseItem(release, lane.name),
        ...release.milestones.map((milestone) => milestoneItem(milestone, release, lane.name)),
      ]),
    )
    .sort(byTime);
}

/** The words of an item where its train is not seen otherwise. */
export function barText(item: PlanItem): { readonly label: string; readonly of: string } {
  return item.kind === null ? { label: item.label, of: '' } : { label: item.label, of: item.releaseName };
}
