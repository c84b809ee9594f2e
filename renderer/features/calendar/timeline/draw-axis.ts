import { fontFamily, type Palette } from '../../../ui/tokens.ts';
import type { Tick, Ticks } from './ticks.ts';
import { type Viewport, xAt } from './viewport.ts';

/** Pixels that the axis takes above the lanes. */
export const AXIS_HEIGHT = 44;
const ROW = AXIS_HEIGHT / 2;

const fonts = { major: `600 12px ${fontFamily}`, minor: `430 11px ${fontFamily}` } as const;

const NOW = 'Now';

type Pen = CanvasRenderingContext2D;

/** Labels of wide spans stay at the left edge while their span is on screen. Answers where labels stand. */
function drawMajor(pen: Pen, view: Viewport, ticks: readonly Tick[], look: Palette): readonly Interval[] {
  pen.font = fonts.major;
  const labels: Interval[] = [];
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
    if (labelX < Math.max(x, 0)) continue;
    pen.fillText(tick.label, labelX, ROW / 2 + 1);
    labels.push({ from: labelX, to: labelX + width });
  }
  return labels;
}

interface Interval {
  readonly from: number;
  readonly to: number;
}

const NOWHERE: Interval = { from: Number.POSITIVE_INFINITY, to: Number.NEGATIVE_INFINITY };

/** The flag of the time now: its middle, its width, and over which row it stands. */
interface Flag {
  readonly x: number;
  readonly width: number;
  readonly row: 'major' | 'minor';
}

function minorLabels(pen: Pen, view: Viewport, ticks: readonly Tick[]): readonly Interval[] {
  pen.font = fonts.minor;
  return ticks.map(({ time, label }) => {
    const from = Math.round(xAt(view, time)) + 5;
    return { from, to: from + pen.measureText(label).width };
  });
}

/** Whether a label is on screen from end to end, and not under the flag of the time now. */
export function isWholeLabel(label: Interval, width: number, flag: Interval): boolean {
  if (label.from < 0 || label.to > width) return false;
  return label.from >= flag.to || label.to <= flag.from;
}

/** Where the flag of the time now stands: among the days if it hides none, else over the months if it hides none there. */
export function flagRow(
  flag: Interval,
  rows: { readonly major: readonly Interval[]; readonly minor: readonly Interval[] },
): 'major' | 'minor' {
  const hides = (labels: readonly Interval[]) => labels.some(({ from, to }) => from < flag.to && to > flag.from);
  return hides(rows.minor) && !hides(rows.major) ? 'major' : 'minor';
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
    if (!isWholeLabel({ from: left, to: left + pen.measureText(tick.label).width }, view.width, flag)) continue;
    pen.fillStyle = look.textSoft;
    pen.fillText(tick.label, left, ROW * 1.5);
  }
}

/** The time now as a flag on the axis. */
function drawNow(pen: Pen, flag: Flag, look: Palette): void {
  const { x, width } = flag;
  const top = flag.row === 'major' ? 0 : ROW;
  pen.font = fonts.major;
  pen.fillStyle = look.tones.danger.mark;
  pen.fillRect(Math.round(x) - 0.5, top, 1.5, AXIS_HEIGHT - top);
  pen.beginPath();
  pen.roundRect(x - width / 2, top + 3, width, ROW - 6, 4);
  pen.fillStyle = look.tones.danger.text;
  pen.fill();
  pen.fillStyle = look.surface;
  pen.fillText(NOW, x - width / 2 + 6, top + ROW / 2 + 0.5);
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
  const flag = seen ? { from: x - width / 2 - 2, to: x + width / 2 + 2 } : NOWHERE;
  const major = drawMajor(pen, view, ticks.major, look);
  const row = flagRow(flag, { major, minor: minorLabels(pen, view, ticks.minor) });
  drawMinor(pen, view, ticks.minor, { look, flag: row === 'minor' ? flag : NOWHERE });
  pen.fillStyle = look.line;
  pen.fillRect(0, AXIS_HEIGHT - 1, view.width, 1);
  if (seen) drawNow(pen, { x, width, row }, look);
}
