import { fontFamily, type Palette } from '../../../ui/tokens.ts';
import type { Tick, Ticks } from './ticks.ts';
import { type Viewport, xAt } from './viewport.ts';

/** Pixels that the axis takes above the lanes. */
export const AXIS_HEIGHT = 44;
const ROW = AXIS_HEIGHT / 2;

const fonts = { major: `600 12px ${fontFamily}`, minor: `430 11px ${fontFamily}` } as const;

const NOW = 'Now';

type Pen = CanvasRenderingContext2D;

/** Labels of wide spans stay at the left edge while their span is on screen. */
function drawMajor(pen: Pen, view: Viewport, ticks: readonly Tick[], look: Palette): void {
  pen.font = fonts.major;
  for (let index = 0; index < ticks.length; index += 1) {
    const tick = ticks[index];
    if (tick === undefined) continue;
    const x = xAt(view, tick.time);
    const next = ticks[index + 1];
    const right = next === undefined ? Number.POSITIVE_INFINITY : xAt(view, next.time);
    if (right < 0 || x > view.width) continue;
    pen.fillStyle = look.line;
    pen.fillRect(Math.round(x), 0, 1, AXIS_HEIGHT);
    const width = pen.measureText(tick.label).width;
    const labelX = Math.min(Math.max(x, 0) + 8, right - width - 8);
    pen.fillStyle = look.text;
    if (labelX >= Math.max(x, 0)) pen.fillText(tick.label, labelX, ROW / 2 + 1);
  }
}

interface Interval {
  readonly from: number;
  readonly to: number;
}

/** Labels that the flag of the time now would cover are left out. */
function drawMinor(pen: Pen, view: Viewport, ticks: readonly Tick[], at: { look: Palette; flag: Interval }): void {
  const { look, flag } = at;
  pen.font = fonts.minor;
  for (let index = 0; index < ticks.length; index += 1) {
    const tick = ticks[index];
    if (tick === undefined) continue;
    const x = xAt(view, tick.time);
    if (x < -120 || x > view.width) continue;
    pen.fillStyle = look.line;
    pen.fillRect(Math.round(x), ROW, 1, ROW);
    const left = Math.round(x) + 5;
    if (left < flag.to && left + pen.measureText(tick.label).width > flag.from) continue;
    pen.fillStyle = look.textSoft;
    pen.fillText(tick.label, left, ROW * 1.5);
  }
}

/** The time now as a flag on the axis. */
function drawNow(pen: Pen, x: number, width: number, look: Palette): void {
  pen.font = fonts.major;
  pen.fillStyle = look.tones.danger.mark;
  pen.fillRect(Math.round(x) - 0.5, ROW, 1.5, ROW);
  pen.beginPath();
  pen.roundRect(x - width / 2, ROW + 3, width, ROW - 6, 4);
  pen.fillStyle = look.tones.danger.text;
  pen.fill();
  pen.fillStyle = look.surface;
  pen.fillText(NOW, x - width / 2 + 6, ROW * 1.5 + 0.5);
}

/** Draws the time axis; the pen is scaled to CSS pixels. */
export function drawAxis(
  pen: Pen,
  frame: { readonly view: Viewport; readonly ticks: Ticks; readonly now: number; readonly look: Palette },
): void {
  const { view, ticks, look } = frame;
  pen.fillStyle = look.surface;
  pen.fillRect(0, 0, view.width, AXIS_HEIGHT);
  pen.textBaseline = 'middle';
  pen.font = fonts.major;
  const width = pen.measureText(NOW).width + 12;
  const x = xAt(view, frame.now);
  const seen = x >= 0 && x <= view.width;
  const flag = seen ? { from: x - width / 2 - 2, to: x + width / 2 + 2 } : { from: 0, to: -1 };
  drawMinor(pen, view, ticks.minor, { look, flag });
  drawMajor(pen, view, ticks.major, look);
  pen.fillStyle = look.line;
  pen.fillRect(0, AXIS_HEIGHT - 1, view.width, 1);
  if (seen) drawNow(pen, x, width, look);
}
