import { cullRange } from './cull.ts';
import type { Slice } from './item-box.ts';
import type { LaneLayout, Layout, PlacedItem } from './layout.ts';
import type { TimelineItem } from './model.ts';
import { lanesIn } from './scene.ts';
import { endOf, type Viewport } from './viewport.ts';

/** The items of a lane that the page holds as elements, for keys and screen readers. */
export interface MirroredLane {
  readonly lane: LaneLayout;
  readonly items: readonly PlacedItem[];
}

/** So many elements at most; further items are reached by keys, which bring them on screen. */
export const MIRROR_LIMIT = 300;

/** The item in use where it is laid out, on screen or not. */
function placeOf(layout: Layout, active: TimelineItem | null): PlacedItem | undefined {
  return active === null ? undefined : layout.lanes[active.lane]?.items.find(({ item }) => item.id === active.id);
}

/** The lanes on screen, and the one of the item in use: an element that goes away would take the focus with it. */
function withLaneInUse(
  lanes: readonly LaneLayout[],
  layout: Layout,
  active: TimelineItem | null,
): readonly LaneLayout[] {
  const own = active === null ? undefined : layout.lanes[active.lane];
  if (own === undefined || lanes.includes(own)) return lanes;
  return [...lanes, own].sort((one, other) => one.index - other.index);
}

/**
 * What is on screen, as elements: in each lane the items nearest to the one in use, or to the middle; and the one in use
 * wherever it is.
 */
export function mirrorOf(
  at: { readonly layout: Layout; readonly view: Viewport; readonly slice: Slice },
  active: TimelineItem | null,
): readonly MirroredLane[] {
  const inUse = placeOf(at.layout, active);
  const lanes = withLaneInUse(lanesIn(at.layout, at.slice), at.layout, inUse === undefined ? null : active);
  const each = Math.max(3, Math.floor(MIRROR_LIMIT / Math.max(1, lanes.length)));
  const to = endOf(at.view);
  return lanes.map((lane) => {
    const [first, last] = cullRange(lane.itemCull, at.view.start, to);
    const seen = lane.items.slice(first, last).filter(({ item }) => item.end >= at.view.start);
    const own = active !== null && active.lane === lane.index;
    const withInUse = (items: readonly PlacedItem[]) =>
      own && inUse !== undefined && !items.includes(inUse) ? [...items, inUse] : items;
    if (seen.length <= each) return { lane, items: withInUse(seen) };
    const middle = own ? active.start : (at.view.start + to) / 2;
    const centre = seen.findIndex(({ item }) => item.start >= middle);
    const from = Math.max(0, Math.min((centre < 0 ? seen.length : centre) - Math.floor(each / 2), seen.length - each));
    return { lane, items: withInUse(seen.slice(from, from + each)) };
  });
}
