import { cullRange } from './cull.ts';
import { type Box, itemBox, type Slice } from './item-box.ts';
import type { Layout, PlacedItem } from './layout.ts';
import type { TimelineItem } from './model.ts';
import { lanesIn } from './scene.ts';
import { timeAt, type Viewport } from './viewport.ts';

/** Which part of an item lies under the pointer: a span's edges are for resizing. */
export type HitPart = 'body' | 'start' | 'end';

export interface Hit {
  readonly item: TimelineItem;
  readonly part: HitPart;
}

export interface HitInput {
  readonly layout: Layout;
  readonly view: Viewport;
  readonly slice: Slice;
}

/** The pointer may miss an item by this much, in pixels: a glyph of 14 is then a target of 24 (WCAG 2.5.8). */
export const HIT_SLACK = 5;
/** Spans narrower than this are held by their outside, wider ones by the inside of their edges, in pixels. */
const NARROW = 22;
const EDGE = 6;

/** How far a point is from a box, in pixels: the greater of both axes; 0 inside. */
function distance(box: Box, x: number, y: number): number {
  const dx = Math.max(box.x - x, x - (box.x + box.width), 0);
  const dy = Math.max(box.y - y, y - (box.y + box.height), 0);
  return Math.max(dx, dy);
}

function partOf(box: Box, item: TimelineItem, x: number): HitPart {
  if (item.what !== 'span') return 'body';
  const inner = box.width < NARROW ? 0 : EDGE;
  if (x < box.x + inner) return 'start';
  return x > box.x + box.width - inner ? 'end' : 'body';
}

/** A number by which hits are compared: nearer first, then points over spans, then the middle that is nearer. */
function rank(box: Box, item: TimelineItem, x: number, y: number): readonly [number, number, number] {
  return [distance(box, x, y), item.what === 'span' ? 1 : 0, Math.abs(box.x + box.width / 2 - x)];
}

function isBefore(a: readonly number[], b: readonly number[]): boolean {
  const index = a.findIndex((value, place) => value !== b[place]);
  return index >= 0 && (a[index] ?? 0) < (b[index] ?? 0);
}

/** The nearest of some items to a point, within the slack; of two as near as each other the first. */
export function nearestHit(placed: readonly PlacedItem[], input: HitInput, x: number, y: number): Hit | null {
  let best: { readonly hit: Hit; readonly rank: readonly number[] } | null = null;
  for (const { item, y: middle } of placed) {
    const box = itemBox({ view: input.view, detail: input.layout.detail, y: middle - input.slice.top }, item);
    if (distance(box, x, y) > HIT_SLACK) continue;
    const ranked = rank(box, item, x, y);
    if (best === null || isBefore(ranked, best.rank))
      best = { hit: { item, part: partOf(box, item, x) }, rank: ranked };
  }
  return best?.hit ?? null;
}

/** The item under a point of the canvas (pixels), or null; only the lane under it and the times near it are searched. */
export function hitTest(input: HitInput, x: number, y: number): Hit | null {
  const reach = 24;
  const candidates = lanesIn(input.layout, { top: input.slice.top + y - HIT_SLACK, height: 2 * HIT_SLACK }).flatMap(
    (lane) => {
      const [first, last] = cullRange(lane.itemCull, timeAt(input.view, x - reach), timeAt(input.view, x + reach));
      return lane.items.slice(first, last);
    },
  );
  return nearestHit(candidates, input, x, y);
}
