import type { CalendarMilestone, CalendarRelease } from '../../../../shared/contract/calendar.ts';
import type { DaysOffSpan } from '../../../../shared/domain/calendar/days-off.ts';
import type { ReleaseState } from '../../../../shared/model/release.ts';
import type { Zone } from '../../../../shared/model/time.ts';
import type { MilestoneKind } from '../../../../shared/model/train.ts';

export type TimelineMilestone = CalendarMilestone;
export type TimelineRelease = Pick<CalendarRelease, 'id' | 'name' | 'departsAt' | 'zone' | 'state' | 'milestones'>;

/** What the timeline draws for one train. */
export interface TimelineLane {
  readonly id: string;
  readonly name: string;
  readonly releases: readonly TimelineRelease[];
  /** By start, not overlapping. */
  readonly daysOff: readonly DaysOffSpan[];
}

/** A release (its departure), a point or a span. */
export interface TimelineItem {
  readonly id: string;
  readonly what: 'release' | 'point' | 'span';
  /** Index of its lane. */
  readonly lane: number;
  readonly releaseId: string;
  readonly releaseName: string;
  /** Milliseconds UTC; a point ends where it starts. */
  readonly start: number;
  readonly end: number;
  readonly label: string;
  /** Null for a departure. */
  readonly kind: MilestoneKind | null;
  readonly state: ReleaseState;
  readonly pinned: boolean;
  readonly zone: Zone;
  readonly stageKey: string | null;
}

/** The items of one release: a group that stays together. */
export interface TimelineGroup {
  readonly releaseId: string;
  readonly items: readonly TimelineItem[];
  readonly start: number;
  readonly end: number;
}

export interface ModelLane {
  readonly lane: TimelineLane;
  /** By start. */
  readonly groups: readonly TimelineGroup[];
  /** By start, then as they are read: the order in which keys walk them. */
  readonly items: readonly TimelineItem[];
}

export interface TimelineModel {
  /** The moment from which releases are packed outwards, so that more of them at either end move none. */
  readonly anchor: number;
  readonly lanes: readonly ModelLane[];
  readonly byId: ReadonlyMap<string, TimelineItem>;
  readonly groupOf: ReadonlyMap<string, TimelineGroup>;
}

/** The release's name without its train's name in front, which the lane already says. */
export function shortName(release: string, train: string): string {
  if (!release.toLowerCase().startsWith(train.toLowerCase())) return release;
  const rest = release.slice(train.length).replace(/^[\s:–-]+/, '');
  return rest === '' ? release : rest;
}

function groupItems(release: TimelineRelease, lane: TimelineLane, index: number): readonly TimelineItem[] {
  const shared = { lane: index, releaseId: release.id, releaseName: release.name, state: release.state };
  const milestones = release.milestones.map((milestone) => ({
    ...shared,
    id: milestone.id,
    what: milestone.endAt === null ? ('point' as const) : ('span' as const),
    start: milestone.startAt,
    end: milestone.endAt ?? milestone.startAt,
    label: milestone.name,
    kind: milestone.kind,
    pinned: milestone.pinned,
    zone: milestone.zone,
    stageKey: milestone.stageKey,
  }));
  const departure = {
    ...shared,
    id: release.id,
    what: 'release' as const,
    start: release.departsAt,
    end: release.departsAt,
    label: shortName(release.name, lane.name),
    kind: null,
    pinned: false,
    zone: release.zone,
    stageKey: null,
  };
  return [...milestones, departure].sort(byStart);
}

/** By start; of two at one moment the longer first, then by id, so that the order never depends on the input's. */
export function byStart(a: TimelineItem, b: TimelineItem): number {
  return a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : Number(a.id > b.id));
}

function modelLane(lane: TimelineLane, index: number): ModelLane {
  const groups = lane.releases
    .map((release) => {
      const items = groupItems(release, lane, index);
      const start = items[0]?.start ?? release.departsAt;
      return { releaseId: release.id, items, start, end: Math.max(...items.map((item) => item.end)) };
    })
    .sort((a, b) => a.start - b.start || a.end - b.end);
  return { lane, groups, items: groups.flatMap((group) => group.items).sort(byStart) };
}

/** Turns lanes into items, sorted once, for layout, drawing, hit tests and keys. */
export function buildModel(lanes: readonly TimelineLane[], anchor: number): TimelineModel {
  const modelLanes = lanes.map(modelLane);
  return {
    anchor,
    lanes: modelLanes,
    byId: new Map(modelLanes.flatMap((lane) => lane.items.map((item) => [item.id, item] as const))),
    groupOf: new Map(modelLanes.flatMap((lane) => lane.groups.map((group) => [group.releaseId, group] as const))),
  };
}
