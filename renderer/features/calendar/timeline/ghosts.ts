import { type Box, itemBox, type Slice } from './item-box.ts';
import { type LaneLayout, type Layout, metrics } from './layout.ts';
import { laneIndex, type TimelineItem, type TimelineModel } from './model.ts';
import type { Viewport } from './viewport.ts';

export interface PreviewSpan {
  readonly start: number;
  readonly end: number;
  /** The ids of the lanes that it would stand on, none where it would be gone; its own where left out. */
  readonly on?: readonly string[] | undefined;
}

/** Where items stand while they are dragged, by id. */
export type Preview = ReadonlyMap<string, PreviewSpan>;

/** An item where it would go if it were dropped now; `y` is the middle of its row. */
export interface Ghost {
  readonly item: TimelineItem;
  readonly box: Box;
  readonly y: number;
}

export interface GhostsInput {
  readonly model: TimelineModel;
  readonly layout: Layout;
  readonly view: Viewport;
  readonly slice: Slice;
  readonly preview: Preview;
}

/** The middle of the first row of a lane that is free at a time; where none is, its lower edge covers least. */
function freeRow(lane: LaneLayout, { start, end }: PreviewSpan, { layout }: GhostsInput): number {
  const half = metrics[layout.detail].row / 2;
  if (lane.strips.length === 0) return lane.y + lane.height / 2;
  const taken = lane.strips.filter(({ group }) => group.start < end && group.end > start).map(({ y }) => y);
  const free = lane.strips.map(({ y }) => y).filter((y) => !taken.includes(y));
  return free.length === 0 ? lane.y + lane.height - half : Math.min(...free) + half;
}

/** The rows that an item would stand on: its own, or one in each lane that it would go to. */
function rowsOf(item: TimelineItem, span: PreviewSpan, input: GhostsInput): readonly number[] {
  const { model, layout } = input;
  if (span.on === undefined) {
    const place = layout.lanes[item.lane]?.items.find((each) => each.item.id === item.id);
    return place === undefined ? [] : [place.y];
  }
  return span.on.flatMap((id) => {
    const lane = layout.lanes[laneIndex(model, id)];
    return lane === undefined ? [] : [freeRow(lane, span, input)];
  });
}

/** Where the items of a preview would go. */
export function ghostsOf(input: GhostsInput): readonly Ghost[] {
  const { model, layout, view, slice, preview } = input;
  return [...preview].flatMap(([id, span]) => {
    const item = model.byId.get(id);
    if (item === undefined) return [];
    return rowsOf(item, span, input).map((row) => {
      const y = row - slice.top;
      return { item, y, box: itemBox({ view, detail: layout.detail, y }, item, span) };
    });
  });
}
