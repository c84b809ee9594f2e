import type { CalendarLane, CalendarMilestone, CalendarRelease } from '../../../shared/contract/calendar.ts';
import { dayOf } from '../../../shared/domain/calendar/zoned-time.ts';
import type { ReleaseState } from '../../../shared/model/release.ts';
import { type Day, type Instant, instant, type Zone } from '../../../shared/model/time.ts';
import type { MilestoneKind } from '../../../shared/model/train.ts';
import type { LaneEntry } from './timeline/entry.ts';

/** A departure, a milestone, or what stands on another lane than a train's, on the days of its plan's own zone. */
export interface PlanItem {
  readonly id: string;
  readonly releaseId: string;
  readonly releaseName: string;
  readonly trainName: string;
  readonly state: ReleaseState;
  /** Null for what is no milestone. */
  readonly kind: MilestoneKind | null;
  readonly label: string;
  readonly startAt: Instant;
  readonly endAt: Instant | null;
  readonly first: Day;
  /** The last day that it touches; the first for a point. */
  readonly last: Day;
  readonly zone: Zone;
  readonly pinned: boolean;
  /** What it is where it is no departure or milestone. */
  readonly entry: LaneEntry | null;
}

/** A span that ends at midnight does not touch the day that begins there. */
function lastDay(startAt: Instant, endAt: Instant | null, zone: Zone): Day {
  return dayOf(endAt === null || endAt <= startAt ? startAt : instant(endAt - 1), zone);
}

function entryItem(entry: LaneEntry): PlanItem {
  const { id, label, title, zone, state } = entry;
  const [startAt, endAt] = [instant(entry.start), instant(entry.end)];
  const days = { first: dayOf(startAt, zone), last: lastDay(startAt, endAt, zone) };
  const owner = {
    releaseId: entry.releaseId ?? '',
    releaseName: label === title ? '' : label,
    trainName: entry.at,
    state,
  };
  return { ...owner, ...days, id, kind: null, label: title, startAt, endAt, zone, pinned: false, entry };
}

function milestoneItem(milestone: CalendarMilestone, release: CalendarRelease, trainName: string): PlanItem {
  const { id, kind, startAt, endAt, zone, pinned } = milestone;
  const first = dayOf(startAt, zone);
  const last = lastDay(startAt, endAt, zone);
  const owner = { releaseId: release.id, releaseName: release.name, trainName, state: release.state };
  return { ...owner, id, kind, label: milestone.name, startAt, endAt, first, last, zone, pinned, entry: null };
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
    entry: null,
  };
}

/** Whether an item is a departure: neither a milestone nor what stands on another lane. */
export function isDeparture({ kind, entry }: Pick<PlanItem, 'kind' | 'entry'>): boolean {
  return kind === null && entry === null;
}

/** By time, departures first, then by name: an order that never depends on the input's. */
export function byTime(a: PlanItem, b: PlanItem): number {
  const rank = (item: PlanItem) => (isDeparture(item) ? 0 : 1);
  return a.startAt - b.startAt || rank(a) - rank(b) || a.label.localeCompare(b.label) || (a.id < b.id ? -1 : 1);
}

/** Every departure and milestone of the lanes, and the entries beside them, by time. */
export function planItems(lanes: readonly CalendarLane[], entries: readonly LaneEntry[] = []): readonly PlanItem[] {
  const plan = lanes.flatMap((lane) =>
    lane.releases.flatMap((release) => [
      releaseItem(release, lane.name),
      ...release.milestones.map((milestone) => milestoneItem(milestone, release, lane.name)),
    ]),
  );
  return [...plan, ...entries.map(entryItem)].sort(byTime);
}

/** The words of an item where its train is not seen otherwise. */
export function barText(item: PlanItem): { readonly label: string; readonly of: string } {
  return isDeparture(item) ? { label: item.label, of: '' } : { label: item.label, of: item.releaseName };
}
