import { type Palette, radius } from '../../../ui/tokens.ts';
import { labelFonts } from './draw.ts';
import type { Ghost } from './ghosts.ts';
import { type Box, itemBox, type Slice } from './item-box.ts';
import type { Layout } from './layout.ts';
import type { TimelineModel } from './model.ts';
import { fitRange, reveal, type Viewport, xAt } from './viewport.ts';

/** A finger on the timeline: at an item, or at a span of time where it has no lane. */
export interface Pointer {
  /** One or two characters: `1`, `2`, `!`. */
  readonly label: string;
  /** The item that is pointed at; null where no lane shows it. */
  readonly id: string | null;
  readonly span: { readonly start: number; readonly end: number };
  /** The one that is looked at now. */
  readonly strong: boolean;
}

/** A pointer in pixels: a box around an item, or a band from top to bottom. */
export interface PlacedPointer {
  readonly label: string;
  readonly strong: boolean;
  readonly box: Box;
  readonly isBand: boolean;
  /** The middle of its number, kept on screen. */
  readonly tag: { readonly x: number; readonly y: number };
}

export interface PointersInput {
  readonly model: TimelineModel;
  readonly layout: Layout;
  readonly view: Viewport;
  readonly slice: Slice;
  /** Where what is being moved would go. */
  readonly ghosts: readonly Ghost[];
}

/** Half a number's disc, in pixels. */
const TAG = 9;
/** Numbers nearer than this are not linked, in pixels. */
const LINK_FROM = 72;

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}

function boxOf({ model, layout, view, slice, ghosts }: PointersInput, pointer: Pointer): Box | null {
  const ghost = ghosts.find(({ item }) => item.id === pointer.id);
  if (ghost !== undefined) return ghost.box;
  const item = pointer.id === null ? undefined : model.byId.get(pointer.id);
  const place = item && layout.lanes[item.lane]?.items.find((each) => each.item.id === item.id);
  if (item === undefined || place === undefined) return null;
  return itemBox({ view, detail: layout.detail, y: place.y - slice.top }, item);
}

/** Where pointers stand; what no lane shows is a band over all of them. Numbers never leave the screen. */
export function placePointers(input: PointersInput, pointers: readonly Pointer[]): readonly PlacedPointer[] {
  const { view, slice, layout } = input;
  const height = Math.max(0, Math.min(slice.height, layout.height - slice.top));
  return pointers.map((pointer) => {
    const own = boxOf(input, pointer);
    const x = xAt(view, pointer.span.start);
    const width = Math.max(2, xAt(view, pointer.span.end) - x);
    const box = own ?? { x, y: 0, width, height };
    const tag = {
      x: clamp(own === null ? Math.max(x, Math.min(x + width, TAG + 4)) : box.x - 4, TAG + 2, view.width - TAG - 2),
      y: clamp(own === null ? TAG + 6 : box.y - 6, TAG + 2, Math.max(TAG + 2, slice.height - TAG - 2)),
    };
    return { label: pointer.label, strong: pointer.strong, box, isBand: own === null, tag };
  });
}

/**
 * A view from which all of a span is seen: the one that there is, moved as little as need be, where the span has room and
 * can be told; else as near as it fits, with as much time again on each side, and never nearer than two days.
 */
export function viewOf(view: Viewport, span: { readonly start: number; readonly end: number }): Viewport {
  const [left, right] = [xAt(view, span.start), xAt(view, span.end)];
  const isReadable = right - left >= 40 && right - left <= view.width - 160;
  if (isReadable) return reveal(view, { from: span.start, to: span.end }, 80);
  const length = Math.max(span.end - span.start, 16 * 3_600_000);
  const middle = (span.start + span.end) / 2;
  return fitRange(view.width, middle - length * 1.5, middle + length * 1.5);
}

type Pen = CanvasRenderingContext2D;

function drawOne(pen: Pen, { box, isBand, strong }: PlacedPointer, look: Palette): void {
  pen.strokeStyle = look.text;
  pen.lineWidth = strong ? 2.5 : 1.5;
  pen.setLineDash(isBand ? [5, 4] : []);
  pen.beginPath();
  if (isBand) pen.rect(box.x, -4, box.width, box.height + 4);
  else pen.roundRect(box.x - 4, box.y - 3, box.width + 8, box.height + 6, radius.control);
  pen.stroke();
  pen.setLineDash([]);
}

function drawLink(pen: Pen, from: PlacedPointer, to: PlacedPointer, look: Palette): void {
  // Neighbours are seen together without a line through their names.
  if (Math.hypot(from.tag.x - to.tag.x, from.tag.y - to.tag.y) < LINK_FROM) return;
  pen.strokeStyle = look.text;
  pen.lineWidth = 1.25;
  pen.setLineDash([3, 3]);
  pen.beginPath();
  pen.moveTo(from.tag.x, from.tag.y);
  pen.lineTo(to.tag.x, to.tag.y);
  pen.stroke();
  pen.setLineDash([]);
}

function drawTag(pen: Pen, { tag, label, strong }: PlacedPointer, look: Palette): void {
  pen.fillStyle = look.surface;
  pen.beginPath();
  pen.arc(tag.x, tag.y, TAG + (strong ? 2.5 : 1.5), 0, 2 * Math.PI);
  pen.fill();
  pen.fillStyle = look.text;
  pen.beginPath();
  pen.arc(tag.x, tag.y, strong ? TAG + 1 : TAG, 0, 2 * Math.PI);
  pen.fill();
  pen.fillStyle = look.surface;
  pen.font = labelFonts.strong;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(label, tag.x, tag.y + 0.5);
  pen.textAlign = 'start';
}

/** Draws pointers over the lanes, each two in a row linked by a line. */
export function drawPointers(pen: Pen, placed: readonly PlacedPointer[], look: Palette): void {
  const [first, ...others] = placed;
  if (first === undefined) return;
  for (const one of placed) drawOne(pen, one, look);
  for (const other of others) drawLink(pen, first, other, look);
  for (const one of placed) drawTag(pen, one, look);
}
