import { scaleLinear } from 'd3';
import { packLanes } from '../../shared/domain/calendar/pack-lanes.ts';
import type { MilestoneKind } from '../../shared/model/train.ts';

/** A departure (no kind), a point (no end) or a span on one time axis, in milliseconds UTC. */
export interface StripMark {
  readonly id: string;
  readonly kind: MilestoneKind | null;
  readonly label: string;
  /** Behind the label, quieter. */
  readonly note: string;
  readonly start: number;
  readonly end: number | null;
}

/** The first of some steps (days, ascending) that leaves room between the ticks of so many days; else a year of weeks. */
export function tickStep(days: number, steps: readonly number[]): number {
  return steps.find((step) => days / step <= 12) ?? 364;
}

export interface PlacedMark {
  readonly mark: StripMark;
  readonly x: number;
  /** Of a span; 0 for a point. */
  readonly width: number;
  readonly row: number;
  /** Where its text begins, or ends: on the right of the mark, near the edge on its left, and over it where neither has room. */
  readonly textX: number;
  readonly anchor: 'start' | 'end';
}

export interface Strip {
  readonly x: (time: number) => number;
  readonly marks: readonly PlacedMark[];
  readonly rows: number;
}

export interface StripFrame {
  /** Milliseconds at the left and right edge. */
  readonly from: number;
  readonly to: number;
  readonly width: number;
  /** Pixels kept free at both sides. */
  readonly margin: number;
  readonly measure: (text: string) => number;
}

/** Half a glyph, and the space between a mark and its text, in pixels. */
const REACH = 8;
const GAP = 6;
const SPAN_MIN = 6;

function startingAt(textX: number) {
  return { textX, anchor: 'start' as const };
}

/** Places marks and their texts on rows so that nothing overlaps; every text is shown. */
export function layStrip(marks: readonly StripMark[], frame: StripFrame): Strip {
  const x = scaleLinear()
    .domain([frame.from, Math.max(frame.to, frame.from + 1)])
    .range([frame.margin, Math.max(frame.margin + 1, frame.width - frame.margin)]);
  const departing = marks.find(({ kind }) => kind === null);
  const departure = departing === undefined ? Number.NEGATIVE_INFINITY : x(departing.start);
  const placed = marks.map((mark) => {
    const left = x(mark.start);
    const width = mark.end === null ? 0 : Math.max(SPAN_MIN, x(mark.end) - left);
    const reach = mark.end === null ? REACH : 0;
    const text = frame.measure(mark.note === '' ? mark.label : `${mark.label} ${mark.note}`) + GAP;
    const right = left + width + reach;
    // A text that would lie across the line of the departure stands on the other side, where there is room for it.
    const crosses = left < departure && right + text > departure && left - reach - text >= 0;
    const fits = right + text <= frame.width && !crosses;
    const beside = { mark, x: left, width };
    if (fits) return { ...beside, ...startingAt(right + GAP), extent: { start: left - reach, end: right + text } };
    if (left - reach - text >= 0) {
      const extent = { start: left - reach - text, end: right };
      return { ...beside, textX: left - reach - GAP, anchor: 'end' as const, extent };
    }
    // Room on neither side: over the mark, as far to the left as it must be.
    const textX = Math.max(0, Math.min(left + GAP, frame.width - text));
    return {
      ...beside,
      ...startingAt(textX),
      extent: { start: Math.min(left, textX), end: Math.max(right, textX + text) },
    };
  });
  const { rows, rowCount } = packLanes(
    placed.map(({ extent }) => extent),
    { minWidth: 0, gap: 8 },
  );
  return {
    x: (time) => x(time),
    rows: Math.max(1, rowCount),
    marks: placed.map(({ extent: _extent, ...rest }, index) => ({ ...rest, row: rows[index] ?? 0 })),
  };
}
