import { packLanes } from '../../../../shared/domain/calendar/pack-lanes.ts';
import { type CullIndex, cullIndex } from './cull.ts';
import { type LabelSide, placeLabels } from './label-room.ts';
import type { ModelLane, TimelineGroup, TimelineItem, TimelineModel } from './model.ts';
import { packAround } from './pack-around.ts';
import { DAY_MS } from './viewport.ts';

/** `full` gives every point its glyph and its own room; `slim` draws points as ticks where glyphs would pile up. */
export type Detail = 'full' | 'slim';

/** Pixels that a row, a lane and their gaps take. */
export const metrics = {
  full: { row: 20, glyph: 14, stripGap: 3, lanePad: 6 },
  slim: { row: 14, glyph: 10, stripGap: 2, lanePad: 6 },
  laneMin: 48,
  heading: 28,
} as const;

/** Half the width of a point's glyph with its breathing space, in pixels. */
export const GLYPH_REACH = 9;
/** How far a departure's pennant reaches to the right of its pole, in pixels. */
export const PENNANT_REACH = 13;
/** Spans are drawn at least this wide, in pixels. */
export const SPAN_MIN = 5;
/** Space between a glyph and its label, in pixels. */
export const LABEL_GAP = 4;
/** Room between two releases on one strip, in pixels. */
const STRIP_GAP = 3;
/** Names are kept free as long as at most so many of them stand one above the other. */
const MOST_NAMES = 2;
/** From this zoom on, glyphs have room: pixels per day. */
const FULL_FROM = 6.5;

/** Buckets in an octave of zoom. */
const BUCKETS = 8;

export interface PlacedItem {
  readonly item: TimelineItem;
  /** Middle of its row, pixels from the top of all lanes. */
  readonly y: number;
  /** The side on which there is room for its label. */
  readonly label: LabelSide;
  /** Whether it is too narrow for a bar with a sign in it, or for its glyph, and a small sign has room in its place. */
  readonly small: boolean;
}

/** The ground on which a release's items stand. */
export interface PlacedStrip {
  readonly group: TimelineGroup;
  readonly y: number;
  readonly height: number;
}

export interface LaneLayout {
  readonly index: number;
  readonly y: number;
  readonly height: number;
  /** By start, with what culling needs. */
  readonly items: readonly PlacedItem[];
  readonly itemCull: CullIndex;
  readonly strips: readonly PlacedStrip[];
  readonly stripCull: CullIndex;
}

/** Where everything stands, from top to bottom; left to right is the viewport's affair. */
export interface Layout {
  readonly detail: Detail;
  readonly lanes: readonly LaneLayout[];
  readonly height: number;
}

/** Zooms of one bucket share a layout: an eighth of an octave each. */
export function zoomBucket(msPerPx: number): number {
  return Math.ceil(Math.log2(msPerPx) * BUCKETS - 1e-9);
}

/** Whether points have room for glyphs at a zoom. */
export function detailAt(msPerPx: number): Detail {
  return DAY_MS / msPerPx >= FULL_FROM ? 'full' : 'slim';
}

interface Extent {
  readonly start: number;
  readonly end: number;
}

/** The time that an item covers with its glyph at a zoom. */
function extentOf(item: TimelineItem, detail: Detail, msPerPx: number): Extent {
  if (item.what === 'span') return { start: item.start, end: Math.max(item.end, item.start + SPAN_MIN * msPerPx) };
  if (item.what === 'release') return { start: item.start - 2 * msPerPx, end: item.start + PENNANT_REACH * msPerPx };
  const reach = (detail === 'full' ? GLYPH_REACH : 1) * msPerPx;
  return { start: item.start - reach, end: item.start + reach };
}

interface GroupRows {
  readonly group: TimelineGroup;
  readonly rows: readonly number[];
  readonly rowCount: number;
  readonly extent: Extent;
}

/** Rows by the latest first, so that the departure, which its points precede, stands on the topmost row. */
function packFromEnd(extents: readonly Extent[]): ReturnType<typeof packLanes> {
  return packLanes(
    extents.map(({ start, end }) => ({ start: -end, end: -start })),
    { minWidth: 0, gap: 0 },
  );
}

/**
 * Rows inside a group: departure and points above, spans below them. In slim detail the departure stands alone above,
 * so that its name has room, and the points are ticks over the spans; only spans push each other apart.
 */
function rowsOf(group: TimelineGroup, { detail, msPerPx }: LaneFrame, name: number): GroupRows {
  const extents = group.items.map((item) => {
    const { start, end } = extentOf(item, detail, msPerPx);
    return { start, end: item.what === 'release' ? end + name : end };
  });
  const extent = {
    start: Math.min(...extents.map(({ start }) => start)),
    end: Math.max(...extents.map(({ end }) => end)),
  };
  const isSpan = group.items.map((item) => item.what === 'span');
  const points = packFromEnd(extents.filter((_, index) => isSpan[index] === false));
  const spans = packLanes(
    extents.filter((_, index) => isSpan[index] === true),
    { minWidth: 0, gap: 0 },
  );
  const slim = detail === 'slim';
  const alone = slim && group.items.length > 1 && isSpan.includes(false) ? 1 : 0;
  const above = slim ? alone : points.rowCount;
  let point = 0;
  let span = 0;
  const rows = isSpan.map((below) => {
    if (below) return above + (spans.rows[span++] ?? 0);
    return slim ? 0 : (points.rows[point++] ?? 0);
  });
  if (slim) {
    const ticks = rows.map((row, index) => (group.items[index]?.what === 'point' ? alone : row));
    return { group, rows: ticks, rowCount: Math.max(1 + alone, above + spans.rowCount), extent };
  }
  return { group, rows, rowCount: Math.max(1, above + spans.rowCount), extent };
}

/** How wide a text is in pixels; strong for the names of releases. */
export type Measure = (text: string, strong: boolean) => number;

/**
 * How long a time the name of each group's release takes beside its departure. Where departures follow so closely that
 * names would pile up on many rows, none is kept free.
 */
function nameRooms(lane: ModelLane, at: LaneFrame): readonly number[] {
  const departures = lane.groups.map(({ items }) => items.find(({ what }) => what === 'release'));
  const starts = departures.flatMap((one) => one?.start ?? []).sort((one, other) => one - other);
  const nextOf = new Map(starts.map((start, index) => [start, starts[index + 1] ?? Number.POSITIVE_INFINITY]));
  return departures.map((departure) => {
    if (departure === undefined || at.detail === 'slim') return 0;
    const room = (labelWidth(departure, at) + 2 * LABEL_GAP) * at.msPerPx;
    const gap = (nextOf.get(departure.start) ?? Number.POSITIVE_INFINITY) - departure.start;
    return room <= MOST_NAMES * gap ? room : 0;
  });
}

interface RowEntry {
  readonly row: number;
  readonly item: TimelineItem;
  readonly extent: Extent;
}

/** Where each item's label goes at the bucket's farthest zoom, where room is scarcest; entries come by start. */
function labelSides(entries: readonly RowEntry[], at: LaneFrame): ReadonlyMap<string, LabelSide> {
  const rows = new Map<number, RowEntry[]>();
  for (const entry of entries) {
    const row = rows.get(entry.row);
    if (row === undefined) rows.set(entry.row, [entry]);
    else row.push(entry);
  }
  const sides = new Map<string, LabelSide>();
  for (const row of rows.values()) {
    const marks = row.map(({ item, extent }) => ({
      start: extent.start / at.msPerPx,
      end: extent.end / at.msPerPx,
      // In slim detail milestones are not named.
      label: at.detail === 'slim' && item.kind !== null ? Number.POSITIVE_INFINITY : labelWidth(item, at),
      first: item.what === 'release',
    }));
    placeLabels(marks).forEach((side, index) => {
      const entry = row[index];
      if (entry !== undefined) sides.set(entry.item.id, side);
    });
  }
  return sides;
}

/** What is narrower is a stroke, in pixels. */
const STROKE_TO = 12;
/** Half a small sign with the space around it, in pixels. */
const SIGN_REACH = 7;

/** The strokes of a lane that can be drawn as their small signs without touching what is beside them on their rows. */
function smallSigns(entries: readonly RowEntry[], { detail, msPerPx }: LaneFrame): ReadonlySet<string> {
  const isStroke = ({ item, extent }: RowEntry) =>
    item.what !== 'release' &&
    (item.what === 'span' || detail === 'slim') &&
    extent.end - extent.start < STROKE_TO * msPerPx;
  const found = new Set<string>();
  const last = new Map<number, { readonly id: string; readonly end: number }>();
  for (const entry of entries) {
    const { item, row, extent } = entry;
    const stroke = isStroke(entry);
    const middle = (extent.start + extent.end) / 2;
    const reach = SIGN_REACH * msPerPx;
    const [start, end] = stroke ? [middle - reach, middle + reach] : [extent.start, extent.end];
    const before = last.get(row);
    const isClear = before === undefined || before.end <= start;
    if (!isClear) found.delete(before.id);
    if (stroke && isClear) found.add(item.id);
    // A longer one further back still covers what follows.
    last.set(row, before !== undefined && before.end > end ? before : { id: item.id, end });
  }
  return found;
}

function labelWidth(item: TimelineItem, at: LaneFrame): number {
  return at.measure(item.label, item.what === 'release') + LABEL_GAP;
}

interface LaneFrame {
  readonly index: number;
  readonly top: number;
  readonly detail: Detail;
  readonly msPerPx: number;
  readonly anchor: number;
  readonly measure: Measure;
}

function layLane(lane: ModelLane, at: LaneFrame): LaneLayout {
  const size = metrics[at.detail];
  const names = nameRooms(lane, at);
  const grouped = lane.groups.map((group, index) => rowsOf(group, at, names[index] ?? 0));
  const extents = grouped.map(({ extent }) => extent);
  const packed = packAround(extents, at.anchor, STRIP_GAP * at.msPerPx);
  const stripRows = Array.from({ length: packed.rowCount }, () => 1);
  grouped.forEach(({ rowCount }, index) => {
    const strip = packed.rows[index] ?? 0;
    stripRows[strip] = Math.max(stripRows[strip] ?? 1, rowCount);
  });
  const content = stripRows.reduce((sum, rows) => sum + rows * size.row + size.stripGap, -size.stripGap);
  const least = lane.lane.of === 'heading' ? metrics.heading : metrics.laneMin;
  // As high as its fullest time, on screen or not: by what is on screen, every lane below would move with each pan.
  const height = Math.max(least, Math.max(0, content) + 2 * size.lanePad);
  const tops: number[] = [];
  let top = at.top + Math.round((height - Math.max(0, content)) / 2);
  for (const rows of stripRows) {
    tops.push(top);
    top += rows * size.row + size.stripGap;
  }

  const strips: PlacedStrip[] = [];
  const places = new Map<string, RowEntry & { readonly y: number }>();
  grouped.forEach(({ group, rows, rowCount }, index) => {
    const strip = packed.rows[index] ?? 0;
    const stripTop = tops[strip] ?? at.top;
    strips.push({ group, y: stripTop, height: rowCount * size.row });
    group.items.forEach((item, place) => {
      const row = rows[place] ?? 0;
      const y = stripTop + (row + 0.5) * size.row;
      places.set(item.id, { item, row: strip * 64 + row, y, extent: extentOf(item, at.detail, at.msPerPx) });
    });
  });
  const placed = lane.items.flatMap((item) => places.get(item.id) ?? []);
  const sides = labelSides(placed, at);
  const small = smallSigns(placed, at);
  const items = placed.map(({ item, y }) => ({
    item,
    y,
    label: sides.get(item.id) ?? null,
    small: small.has(item.id),
  }));
  return {
    index: at.index,
    y: at.top,
    height,
    items,
    itemCull: cullIndex(items.map(({ item }) => item)),
    strips,
    stripCull: cullIndex(strips.map(({ group }) => group)),
  };
}

/** Places every item for all zooms of a bucket, so that nothing overlaps at any of them; computed once per bucket. */
export function layOut(model: TimelineModel, bucket: number, measure: Measure): Layout {
  const msPerPx = 2 ** (bucket / BUCKETS);
  const detail = detailAt(msPerPx);
  const lanes: LaneLayout[] = [];
  let top = 0;
  model.lanes.forEach((lane, index) => {
    const laid = layLane(lane, { index, top, detail, msPerPx, anchor: model.anchor, measure });
    lanes.push(laid);
    top += laid.height;
  });
  return { detail, lanes, height: top };
}
