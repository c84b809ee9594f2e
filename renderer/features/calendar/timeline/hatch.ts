/** Distance between two stripes, in pixels. */
const STEP = 8;

/** Slanting stripes on a clear ground, for a screen of `ratio` device pixels a pixel. */
export function hatch(
  pen: CanvasRenderingContext2D,
  colour: string,
  width: number,
  ratio: number,
): CanvasPattern | null {
  const side = Math.round(STEP * ratio);
  const tile = new OffscreenCanvas(side, side);
  const ink = tile.getContext('2d');
  if (ink === null) return null;
  ink.scale(side / STEP, side / STEP);
  ink.strokeStyle = colour;
  ink.lineWidth = width;
  ink.beginPath();
  for (const shift of [-STEP, 0, STEP]) {
    ink.moveTo(shift - 1, STEP + 1);
    ink.lineTo(shift + STEP + 1, -1);
  }
  ink.stroke();
  return pen.createPattern(tile, 'repeat');
}

/** Holds stripes to the content: what is panned takes them along. */
export function alignHatch(pattern: CanvasPattern, x: number, ratio: number): void {
  const side = Math.round(STEP * ratio);
  pattern.setTransform(new DOMMatrix([STEP / side, 0, 0, STEP / side, ((x % STEP) + STEP) % STEP, 0]));
}
