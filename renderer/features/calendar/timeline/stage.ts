import type { Palette } from '../../../ui/tokens.ts';
import { type Brush, createBrush, drawScene, labelFonts } from './draw.ts';
import { AXIS_HEIGHT, drawAxis } from './draw-axis.ts';
import { drawPointers, type PlacedPointer } from './pointers.ts';
import type { Scene } from './scene.ts';
import { createSprites } from './sprites.ts';
import type { Ticks } from './ticks.ts';
import type { Viewport } from './viewport.ts';

/** The two canvases and what is drawn on them; knows nothing of data or gestures. */
export interface Stage {
  /** Fits the canvases to a size in CSS pixels and a device pixel ratio. */
  readonly resize: (width: number, height: number, ratio: number) => void;
  readonly dress: (look: Palette) => void;
  readonly measure: (text: string, strong: boolean) => number;
  /** After a font has come, texts are measured again. */
  readonly forgetWidths: () => void;
  readonly paint: (frame: {
    readonly scene: Scene;
    readonly view: Viewport;
    readonly ticks: Ticks;
    readonly now: number;
    readonly pointers: readonly PlacedPointer[];
  }) => void;
}

function fit(canvas: HTMLCanvasElement, width: number, height: number, ratio: number): void {
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
}

function penOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const pen = canvas.getContext('2d', { alpha: false });
  if (pen === null) throw new Error('This browser cannot draw on a canvas.');
  return pen;
}

/** Prepares the canvases of the lanes and of the axis for drawing. */
export function createStage(lanes: HTMLCanvasElement, axis: HTMLCanvasElement, look: Palette): Stage {
  const lanePen = penOf(lanes);
  const axisPen = penOf(axis);
  const widths = { plain: new Map<string, number>(), strong: new Map<string, number>() };
  let size = { width: 0, height: 0, ratio: 1 };
  let worn = look;
  let brush: Brush | null = null;

  function measure(text: string, strong: boolean): number {
    const known = strong ? widths.strong : widths.plain;
    const width = known.get(text);
    if (width !== undefined) return width;
    lanePen.font = strong ? labelFonts.strong : labelFonts.plain;
    const measured = Math.ceil(lanePen.measureText(text).width);
    known.set(text, measured);
    return measured;
  }

  return {
    measure,
    forgetWidths() {
      widths.plain.clear();
      widths.strong.clear();
    },
    resize(width, height, ratio) {
      if (size.width === width && size.height === height && size.ratio === ratio) return;
      if (size.ratio !== ratio) brush = null;
      size = { width, height, ratio };
      fit(lanes, width, height, ratio);
      fit(axis, width, AXIS_HEIGHT, ratio);
      for (const pen of [lanePen, axisPen]) pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    },
    dress(next) {
      if (next === worn) return;
      worn = next;
      brush = null;
    },
    paint({ scene, view, ticks, now, pointers }) {
      brush ??= createBrush(lanePen, worn, createSprites(worn, size.ratio), size.ratio);
      drawScene(lanePen, scene, { view, ticks, height: size.height, brush });
      drawPointers(lanePen, pointers, worn);
      drawAxis(axisPen, { view, ticks, now, look: worn });
    },
  };
}
