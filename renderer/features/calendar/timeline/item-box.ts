import { type Layout, metrics, PENNANT_REACH, SPAN_MIN } from './layout.ts';
import type { TimelineItem } from './model.ts';
import { type Viewport, xAt } from './viewport.ts';

/** Which part of the lanes is on screen, top to bottom, in pixels. */
export interface Slice {
  readonly top: number;
  readonly height: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The box in which an item is drawn and hit, at a time span that may differ from its own while it is dragged. */
export function itemBox(
  input: { readonly view: Viewport; readonly detail: Layout['detail']; readonly y: number },
  item: TimelineItem,
  span: { readonly start: number; readonly end: number } = item,
): Box {
  const size = metrics[input.detail];
  const x = xAt(input.view, span.start);
  if (item.what === 'release') {
    return { x: x - 2, y: input.y - size.row / 2 + 1, width: PENNANT_REACH + 2, height: size.row - 2 };
  }
  if (item.what === 'point') {
    const half = input.detail === 'full' ? size.glyph / 2 : 2;
    return { x: x - half, y: input.y - size.glyph / 2, width: half * 2, height: size.glyph };
  }
  const height = input.detail === 'full' ? 16 : 11;
  const width = Math.max(SPAN_MIN, (span.end - span.start) / input.view.msPerPx);
  return { x, y: input.y - height / 2, width, height };
}
