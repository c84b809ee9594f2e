import type { CalendarMilestone, CalendarRelease } from '../../../../shared/contract/calendar.ts';
import type { DaysOffSpan } from '../../../../shared/domain/calendar/days-off.ts';
import type { ReleaseState } from '../../../../shared/model/release.ts';
import type { Zone } from '../../../../shared/model/time.ts';
import type { MilestoneKind } from '../../../../shared/model/train.ts';
import type { BandSet } from './bands.ts';
import type { LaneEntry } from './entry.ts';

export type TimelineMilestone = CalendarMilestone;
export type TimelineRelease = Pick<CalendarRelease, 'id' | 'name' | 'departsAt' | 'zone' | 'state' | 'milestones'>;

/** What a lane is about; a heading stands over the lanes of a group. */
export type LaneSort = 'heading' | 'train' | 'rules' | 'environment' | 'team';

/** What the timeline draws for one train, or for something else that has a lane. */
export interface TimelineLane {
  /** A train's where left out. */
  readonly of?: LaneSort | undefined;
  readonly id: string;
  readonly name: string;
  readonly releases: readonly TimelineRelease[];
  /** By start, not overlapping. */
  readonly daysOff: readonly DaysOffSpan[];
  /** What stands on it besides releases; nothing where left out. */
  readonly entries?: readonly LaneEntry[] | undefined;
  /** Behind its items. */
  readonly bands?: BandSet | undefined;
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
  /** Null for what is no milestone. */
  readonly kind: MilestoneKind | null;
  readonly state: ReleaseState;
  readonly pinned: boolean;
  readonly zone: Zone;
  readonly stageKey: string | null;
  /** What it is where it is no release or milestone. */
  readonly entry: LaneEntry | null;
}

/** The items of one release, or the entries of one row key: a group that stays together. */
export interface TimelineGroup {
  /** Null for entries. */
  readonly releaseId: string | null;
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
}

/** The release's name without its train's name in front, which the lane already says. */
export function shortName(release: string, train: string): string {
  if (!release.toLowerCase().startsWith(train.toLowerCase())) return release;
  const rest = release.slice(train.length).replace(/^[\s:–-]+/, '');
  return rest === '' ? release : rest;
}

function groupItems(release: TimelineRelease, lane: TimelineLane, index: number): readonly TimelineItem[] {
  const shared = { lane: index, releaseId: release.id, releaseName: release.name, state: release.state, entry: null };
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

function entryItem(entry: LaneEntry, lane: number): TimelineItem {
  const { id, look, start, end, label, title, zone, releaseId, state } = entry;
  const what = look === 'departure' ? 'release' : 'span';
  const owner = { releaseId: releaseId ?? '', releaseName: title, state };
  return { ...owner, id, what, lane, start, end, label, kind: null, pinned: false, zone, stageKey: null, entry };
}

function groupOf(releaseId: string | null, items: readonly TimelineItem[]): TimelineGroup {
  const start = items[0]?.start ?? 0;
  return { releaseId, items, start, end: items.reduce((latest, item) => Math.max(latest, item.end), start) };
}

function entryGroups(entries: readonly LaneEntry[], lane: number): readonly TimelineGroup[] {
  const rows = new Map<string, TimelineItem[]>();
  for (const entry of entries) {
    const row = rows.get(entry.row);
    const item = entryItem(entry, lane);
    if (row === undefined) rows.set(entry.row, [item]);
    else row.push(item);
  }
  return [...rows.values()].map((items) => groupOf(null, items.sort(byStart)));
}

function modelLane(lane: TimelineLane, index: number): ModelLane {
  const releases = lane.releases.map((release) => groupOf(release.id, groupItems(release, lane, index)));
  const groups = [...releases, ...entryGroups(lane.entries ?? [], index)].sort(
    (a, b) => a.start - b.start || a.end - b.end,
  );
  return { lane, groups, items: groups.flatMap((group) => group.items).sort(byStart) };
}

/** Turns lanes into items, sorted once, for layout, drawing, hit tests and keys. */
export function buildModel(lanes: readonly TimelineLane[], anchor: number): TimelineModel {
  const modelLanes = lanes.map(modelLane);
  return {
    anchor,
    lanes: modelLanes,
    byId: new Map(modelLanes.flatMap((lane) => lane.items.map((item) => [item.id, item] as const))),
  };
}

/** The index of the lane of an id; -1 where there is none. */
export function laneIndex({ lanes }: TimelineModel, id: string): number {
  return lanes.findIndex(({ lane }) => lane.id === id);
}
