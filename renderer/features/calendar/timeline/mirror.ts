import { cullRange } from './cull.ts';
import type { LaneLayout, Layout, PlacedItem } from './layout.ts';
import type { TimelineItem } from './model.ts';
import { lanesIn, type Slice } from './scene.ts';
import { endOf, type Viewport } from './viewport.ts';

/** The items of a lane that the page holds as elements, for keys and screen readers. */
export interface MirroredLane {
  readonly lane: LaneLayout;
  readonly items: readonly PlacedItem[];
}

/** So many elements at most; further items are reached by keys, which bring them on screen. */
export const MIRROR_LIMIT = 300;

/** What is on screen, as elements: in each lane the items nearest to the one in use, or to the middle. */
export function mirrorOf(
  at: { readonly layout: Layout; readonly view: Viewport; readonly slice: Slice },
  active: TimelineItem | null,
): readonly MirroredLane[] {
  const lanes = lanesIn(at.layout, at.slice);
  const each = Math.max(3, Math.floor(MIRROR_LIMIT / Math.max(1, lanes.length)));
  const to = endOf(at.view);
  return lanes.map((lane) => {
    const [first, last] = cullRange(lane.itemCull, at.view.start, to);
    const seen = lane.items.slice(first, last).filter(({ item }) => item.end >= at.view.start);
    if (seen.length <= each) return { lane, items: seen };
    const own = active !== null && active.lane === lane.index;
    const middle = own ? active.start : (at.view.start + to) / 2;
    const centre = seen.findIndex(({ item }) => item.start >= middle);
    const from = Math.max(0, Math.min((centre < 0 ? seen.length : centre) - Math.floor(each / 2), seen.length - each));
    return { lane, items: seen.slice(from, from + each) };
  });
}
