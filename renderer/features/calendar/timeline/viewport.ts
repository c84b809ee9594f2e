/** Milliseconds of a civil day without a change of clocks. */
export const DAY_MS = 86_400_000;

/** The part of time that is on screen: `start` (ms UTC, may be fractional) is at x = 0. */
export interface Viewport {
  readonly start: number;
  readonly msPerPx: number;
  /** Pixels. */
  readonly width: number;
}

/** The nearest zoom: a quarter of an hour is about 18 pixels. */
export const FINEST_MS_PER_PX = 50_000;
/** The farthest zoom: three years on a screen of 1,100 pixels. */
export const COARSEST_MS_PER_PX = 86_400_000;

/** The named zooms and how many days each shows across the screen. */
export const zoomSpans = { day: 1.5, week: 9, month: 35, quarter: 100, year: 380 } as const;
export type ZoomName = keyof typeof zoomSpans;

/** Pixels from the left edge at which an instant lies; may be outside the screen. */
export function xAt(view: Viewport, time: number): number {
  return (time - view.start) / view.msPerPx;
}

/** The instant at a pixel, the inverse of `xAt`. */
export function timeAt(view: Viewport, x: number): number {
  return view.start + x * view.msPerPx;
}

/** The instant at the right edge. */
export function endOf(view: Viewport): number {
  return timeAt(view, view.width);
}

/** Brings a zoom within what can be shown. */
export function clampZoom(msPerPx: number): number {
  return Math.min(COARSEST_MS_PER_PX, Math.max(FINEST_MS_PER_PX, msPerPx));
}

/** Moves the content by pixels: positive drags it to the right, towards earlier times. */
export function panBy(view: Viewport, pixels: number): Viewport {
  return { ...view, start: view.start - pixels * view.msPerPx };
}

/** Zooms by a factor (above 1 is nearer) so that the instant under `x` stays under `x`. */
export function zoomAt(view: Viewport, factor: number, x: number): Viewport {
  const msPerPx = clampZoom(view.msPerPx / factor);
  return { ...view, msPerPx, start: timeAt(view, x) - x * msPerPx };
}

/** A viewport of the same width that shows `from` to `to` edge to edge, as near as the zoom limits allow. */
export function fitRange(width: number, from: number, to: number): Viewport {
  const msPerPx = clampZoom((to - from) / Math.max(1, width));
  return { width, msPerPx, start: (from + to) / 2 - (width / 2) * msPerPx };
}

/** Keeps the zoom and puts an instant at the middle. */
export function centreOn(view: Viewport, time: number): Viewport {
  return { ...view, start: time - (view.width / 2) * view.msPerPx };
}

/** The instant in the middle of the screen. */
export function centreOf(view: Viewport): number {
  return timeAt(view, view.width / 2);
}

/** A viewport that shows so many days (of 24 hours) around the same middle. */
export function zoomToDays(view: Viewport, days: number): Viewport {
  return centreOn(fitRange(view.width, 0, days * DAY_MS), centreOf(view));
}

/** How many days (of 24 hours) are on screen. */
export function daysShown(view: Viewport): number {
  return (view.width * view.msPerPx) / DAY_MS;
}

/** Pans just far enough that `from` to `to` is on screen with a margin in pixels; wider spans show their start. */
export function reveal(view: Viewport, span: { readonly from: number; readonly to: number }, margin: number): Viewport {
  const room = Math.max(0, Math.min(margin, view.width / 4));
  const left = xAt(view, span.from);
  const right = xAt(view, span.to);
  const tooWide = right - left > view.width - 2 * room;
  if (left < room || tooWide) return left >= room && left < view.width - room ? view : panBy(view, room - left);
  if (right > view.width - room) return panBy(view, view.width - room - right);
  return view;
}

/** The wheel's delta as a zoom factor; equal and opposite deltas undo each other. */
export function wheelFactor(deltaY: number): number {
  return 2 ** (-Math.max(-240, Math.min(240, deltaY)) / 240);
}

/** The named zoom that is nearest to what is shown. */
export function nearestZoom(view: Viewport): ZoomName {
  const shown = Math.log(daysShown(view));
  const names = Object.keys(zoomSpans) as ZoomName[];
  const distance = (name: ZoomName) => Math.abs(Math.log(zoomSpans[name]) - shown);
  return names.reduce((best, name) => (distance(name) < distance(best) ? name : best));
}
