import type { Severity } from '../../../../shared/model/severity.ts';
import type { Band } from './bands.ts';
import { cullRange } from './cull.ts';
import { type Ghost, ghostsOf, type Preview } from './ghosts.ts';
import { type Box, itemBox, type Slice } from './item-box.ts';
import {
  GLYPH_REACH,
  LABEL_GAP,
  type LaneLayout,
  type Layout,
  type Measure,
  PENNANT_REACH,
  type PlacedItem,
  SPAN_MIN,
} from './layout.ts';
import { type Marks, noMarks } from './marks.ts';
import type { TimelineItem, TimelineModel } from './model.ts';
import { DAY_MS, endOf, type Viewport, xAt } from './viewport.ts';

export interface BarMark extends Box {
  readonly item: TimelineItem;
  readonly faded: boolean;
  /** Drawn as a small sign in place of a stroke. */
  readonly small?: boolean;
}

/** A glyph, a tick or a pennant, by its middle. */
export interface PointMark {
  readonly x: number;
  readonly y: number;
  readonly item: TimelineItem;
  readonly faded: boolean;
  /** Drawn as a small sign in place of a stroke. */
  readonly small?: boolean;
}

export interface TextMark {
  readonly x: number;
  /** Middle of the line. */
  readonly y: number;
  readonly text: string;
  readonly strong: boolean;
  readonly item: TimelineItem;
}

/** What one frame shows, in pixels of the canvas; plain data, drawn by `draw.ts`. */
export interface Scene {
  readonly detail: Layout['detail'];
  readonly shades: readonly Box[];
  /** Freezes and maintenance behind items. */
  readonly bands: readonly (Box & { readonly kind: Band['kind'] })[];
  /** The grounds of headings. */
  readonly headings: readonly Box[];
  /** Bottom edges of lanes. */
  readonly rules: readonly number[];
  readonly strips: readonly (Box & { readonly lit: boolean })[];
  readonly bars: readonly BarMark[];
  readonly points: readonly PointMark[];
  readonly departures: readonly PointMark[];
  readonly labels: readonly TextMark[];
  /** On items that are in conflict, by the badge's middle. */
  readonly badges: readonly { readonly x: number; readonly y: number; readonly severity: Severity }[];
  /** Around the item that keys or the pointer are on. */
  readonly outlines: readonly (Box & { readonly strong: boolean })[];
  /** Where items would go if dropped now. */
  readonly ghosts: readonly Ghost[];
  readonly todayX: number | null;
  /** Where the last lane ends. */
  readonly end: number;
}

export interface SceneInput {
  readonly model: TimelineModel;
  readonly layout: Layout;
  readonly view: Viewport;
  readonly slice: Slice;
  readonly now: number;
  readonly hovered: string | null;
  readonly active: string | null;
  readonly preview: Preview;
  readonly marks?: Marks | undefined;
  readonly measure: Measure;
}

/** Bars at least this wide carry their kind's glyph, in pixels; from afar shorter ones are one block of colour. */
export function glyphFrom(detail: Layout['detail']): number {
  return detail === 'full' ? 22 : 40;
}
/** Labels may begin this far to the left of the screen; items further out are not looked at. */
const LABEL_OVERHANG = 240;
/** Weekends closer together than this are a pattern, not information: pixels per day. */
const SHADES_FROM = 3;

/** The lanes that touch a slice. */
export function lanesIn(layout: Layout, slice: Slice): readonly LaneLayout[] {
  let low = 0;
  let high = layout.lanes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const lane = layout.lanes[middle];
    if (lane !== undefined && lane.y + lane.height <= slice.top) low = middle + 1;
    else high = middle;
  }
  const seen: LaneLayout[] = [];
  for (let index = low; index < layout.lanes.length; index += 1) {
    const lane = layout.lanes[index];
    if (lane === undefined || lane.y >= slice.top + slice.height) break;
    seen.push(lane);
  }
  return seen;
}

interface Frame {
  readonly input: SceneInput;
  readonly offsetY: number;
  readonly bars: BarMark[];
  readonly points: PointMark[];
  readonly departures: PointMark[];
  readonly labels: TextMark[];
  readonly badges: { readonly x: number; readonly y: number; readonly severity: Severity }[];
}

/** What a span is called while the departure that it belongs to is off screen: with its release's name in front. */
function ownedLabel({ model, view }: SceneInput, { releaseId, label, entry }: TimelineItem): string | null {
  if (entry !== null) return null;
  const departure = model.byId.get(releaseId);
  if (departure === undefined) return null;
  const x = xAt(view, departure.start);
  return x >= 0 && x <= view.width ? null : `${departure.label} · ${label}`;
}

/** Narrower than this, a cut text says nothing, in pixels. */
const CUT_MIN = 28;

/** As much of a text as there is room for. */
function cutLabel(mark: TextMark, room: number, measure: Measure): TextMark | null {
  if (room < CUT_MIN) return null;
  // No text of its own is measured for each width.
  const letters = Math.floor((room / measure(mark.text, false)) * mark.text.length) - 1;
  return letters < 2 ? null : { ...mark, text: `${mark.text.slice(0, letters).trimEnd()}…` };
}

/** The label of an item: inside its bar where it fits, else on the side where the layout found room. */
function labelMark(frame: Frame, placed: PlacedItem, y: number): TextMark | null {
  const { view, measure } = frame.input;
  const { item, label } = placed;
  const strong = item.what === 'release';
  const text = { y, text: item.label, strong, item };
  const left = xAt(view, item.start);
  if (item.what === 'span') {
    const right = Math.max(xAt(view, item.end), left + SPAN_MIN);
    // A bar that began off screen keeps its label at the edge as long as the label fits the rest of the bar.
    const inside = Math.max(left, 0) + (right - left >= glyphFrom(frame.input.layout.detail) ? 19 : 7);
    const owned = ownedLabel(frame.input, item);
    if (owned !== null && inside + measure(owned, false) + 4 <= right) return { ...text, text: owned, x: inside };
    if (inside + measure(item.label, false) + 4 <= right) return { ...text, x: inside };
    if (label === 'right' && right >= 0) return { ...text, x: right + LABEL_GAP };
    return item.entry === null ? null : cutLabel({ ...text, x: inside }, right - 4 - inside, measure);
  }
  // What keys stand on is named even where that covers a neighbour.
  if (label === null && !(strong && item.id === frame.input.active)) return null;
  const beside =
    label === 'left'
      ? left - LABEL_GAP - measure(item.label, strong)
      : left + (strong ? PENNANT_REACH : GLYPH_REACH) + LABEL_GAP - 2;
  // Half a word at the edge says nothing.
  return beside < 0 ? null : { ...text, x: beside };
}

function badgeAt(box: Box, severity: Severity): Scene['badges'][number] {
  return { x: Math.max(box.x, Math.min(4, box.x + box.width)), y: box.y + 1, severity };
}

function placeItem(frame: Frame, placed: PlacedItem): void {
  const { item, small } = placed;
  const { view, layout, preview, marks = noMarks } = frame.input;
  const y = placed.y - frame.offsetY;
  const faded = preview.has(item.id);
  const severity = marks.get(item.id);
  if (severity !== undefined && !faded) {
    frame.badges.push(badgeAt(itemBox({ view, detail: layout.detail, y }, item), severity));
  }
  if (item.what === 'span') {
    const box = itemBox({ view, detail: layout.detail, y }, item);
    if (box.x + box.width >= 0) frame.bars.push({ ...box, item, faded, small });
  } else {
    const mark = { x: xAt(view, item.start), y, item, faded, small };
    if (mark.x >= -PENNANT_REACH) (item.what === 'release' ? frame.departures : frame.points).push(mark);
  }
  const label = faded ? null : labelMark(frame, placed, y);
  if (label !== null) frame.labels.push(label);
}

function shadesOf(input: SceneInput, lane: LaneLayout, to: number): readonly Box[] {
  if (DAY_MS / input.view.msPerPx < SHADES_FROM) return [];
  const spans = input.model.lanes[lane.index]?.lane.daysOff ?? [];
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((spans[middle]?.to ?? 0) <= input.view.start) low = middle + 1;
    else high = middle;
  }
  const boxes: Box[] = [];
  for (let index = low; index < spans.length; index += 1) {
    const span = spans[index];
    if (span === undefined || span.from >= to) break;
    const x = Math.round(xAt(input.view, span.from));
    const right = Math.round(xAt(input.view, span.to));
    boxes.push({ x, y: lane.y - input.slice.top, width: Math.max(1, right - x), height: lane.height });
  }
  return boxes;
}

/** Bands narrower than this are not seen, in pixels. */
const BAND_MIN = 1;

function bandsOf(input: SceneInput, lane: LaneLayout, to: number): readonly (Box & { kind: Band['kind'] })[] {
  const set = input.model.lanes[lane.index]?.lane.bands;
  if (set === undefined) return [];
  const { view } = input;
  const [first, last] = cullRange(set.cull, view.start, to);
  const boxes: (Box & { kind: Band['kind'] })[] = [];
  for (let index = first; index < last; index += 1) {
    const band = set.bands[index];
    if (band === undefined || band.end <= view.start) continue;
    const x = Math.max(-2, Math.round(xAt(view, band.start)));
    const right = Math.min(view.width + 2, Math.round(xAt(view, band.end)));
    if (right - x < BAND_MIN) continue;
    boxes.push({ kind: band.kind, x, y: lane.y - input.slice.top, width: right - x, height: lane.height });
  }
  return boxes;
}

function stripsOf(input: SceneInput, lane: LaneLayout, range: { from: number; to: number; lit: string | null }) {
  const [first, last] = cullRange(lane.stripCull, range.from, range.to);
  const boxes: (Box & { readonly lit: boolean })[] = [];
  for (let index = first; index < last; index += 1) {
    const strip = lane.strips[index];
    // A departure alone needs no ground to stand on.
    if (strip === undefined || strip.group.end < range.from || strip.group.items.length < 2) continue;
    if (strip.group.releaseId === null) continue;
    const x = xAt(input.view, strip.group.start) - GLYPH_REACH;
    const right = xAt(input.view, strip.group.end) + PENNANT_REACH;
    const lit = strip.group.releaseId === range.lit;
    boxes.push({ x, y: strip.y - input.slice.top, width: right - x, height: strip.height, lit });
  }
  return boxes;
}

function outlinesOf(input: SceneInput, placed: ReadonlyMap<string, PlacedItem>, ghosts: readonly Ghost[]) {
  const outlines: (Box & { readonly strong: boolean })[] = [];
  for (const [id, strong] of [
    [input.hovered, false],
    [input.active, true],
  ] as const) {
    const place = id === null ? undefined : placed.get(id);
    if (place === undefined) continue;
    if (input.preview.has(place.item.id)) {
      for (const { item, box } of ghosts) if (item.id === id) outlines.push({ ...box, strong });
      continue;
    }
    const y = place.y - input.slice.top;
    outlines.push({ ...itemBox({ view: input.view, detail: input.layout.detail, y }, place.item), strong });
  }
  return outlines;
}

/** Finds a few items by id in their lanes. */
function findPlaced(input: SceneInput): ReadonlyMap<string, PlacedItem> {
  const wanted = new Set([input.hovered, input.active]);
  const found = new Map<string, PlacedItem>();
  for (const id of wanted) {
    const item = id === null ? undefined : input.model.byId.get(id);
    const place = item && input.layout.lanes[item.lane]?.items.find((candidate) => candidate.item.id === id);
    if (place !== undefined) found.set(place.item.id, place);
  }
  return found;
}

/** Decides what a frame shows: only what touches the viewport and the slice is looked at. */
export function buildScene(input: SceneInput): Scene {
  const { view, layout, slice, model } = input;
  const to = endOf(view);
  const focus = input.active ?? input.hovered;
  const lit = focus === null ? null : (model.byId.get(focus)?.releaseId ?? null);
  const frame: Frame = { input, offsetY: slice.top, bars: [], points: [], departures: [], labels: [], badges: [] };
  const shades: Box[] = [];
  const bands: (Box & { readonly kind: Band['kind'] })[] = [];
  const headings: Box[] = [];
  const rules: number[] = [];
  const strips: (Box & { readonly lit: boolean })[] = [];
  const from = view.start - LABEL_OVERHANG * view.msPerPx;
  for (const lane of lanesIn(layout, slice)) {
    rules.push(lane.y + lane.height - slice.top);
    if (model.lanes[lane.index]?.lane.of === 'heading') {
      headings.push({ x: 0, y: lane.y - slice.top, width: view.width, height: lane.height });
      continue;
    }
    shades.push(...shadesOf(input, lane, to));
    bands.push(...bandsOf(input, lane, to));
    strips.push(...stripsOf(input, lane, { from: view.start - PENNANT_REACH * view.msPerPx, to, lit }));
    const [first, last] = cullRange(lane.itemCull, from, to + GLYPH_REACH * view.msPerPx);
    for (let index = first; index < last; index += 1) {
      const placed = lane.items[index];
      if (placed !== undefined && placed.item.end >= from) placeItem(frame, placed);
    }
  }
  const ghosts = ghostsOf(input);
  for (const { item, box } of ghosts) {
    const severity = input.marks?.get(item.id);
    if (severity !== undefined) frame.badges.push(badgeAt(box, severity));
  }
  const todayX = xAt(view, input.now);
  return {
    detail: layout.detail,
    shades,
    bands,
    headings,
    rules,
    strips,
    bars: frame.bars,
    points: frame.points,
    departures: frame.departures,
    labels: frame.labels,
    badges: frame.badges,
    outlines: outlinesOf(input, findPlaced(input), ghosts),
    ghosts,
    todayX: todayX >= 0 && todayX <= view.width ? todayX : null,
    end: layout.height - slice.top,
  };
}
