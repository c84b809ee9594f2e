import { MilestoneKind } from '../../../../shared/model/train.ts';
import { lookOf } from '../../../ui/milestone-kinds.ts';
import { fontFamily, type Palette } from '../../../ui/tokens.ts';
import type { Band } from './bands.ts';
import { mixColours } from './colour.ts';
import type { EntryLook } from './entry.ts';
import { entryLookNames, entryLooks } from './entry-looks.ts';
import { alignHatch, hatch } from './hatch.ts';
import type { Box } from './item-box.ts';
import type { TimelineItem } from './model.ts';
import { type BarMark, glyphFrom, type PointMark, type Scene } from './scene.ts';
import type { Sprite, Sprites } from './sprites.ts';
import type { Ticks } from './ticks.ts';
import { type Viewport, xAt } from './viewport.ts';

/** Bars of entries at least this wide carry their glyph, in pixels. */
const ENTRY_GLYPH_FROM = 22;

/** The fonts of labels; measured with the same. */
export const labelFonts = { plain: `430 11px ${fontFamily}`, strong: `600 12px ${fontFamily}` } as const;

type Pen = CanvasRenderingContext2D;

function entryColour(name: EntryLook, look: Palette): string {
  return look.tones[entryLooks[name].tone].mark;
}

/** What drawing needs besides the scene: colours, sprites and how dense the screen is. */
export interface Brush {
  readonly look: Palette;
  readonly sprites: Sprites;
  readonly barFill: ReadonlyMap<MilestoneKind | EntryLook, string>;
  readonly stripes: ReadonlyMap<EntryLook, CanvasPattern | null>;
  readonly bands: Readonly<Record<Band['kind'], CanvasPattern | null>>;
  readonly heading: string;
  readonly shade: string;
  readonly gridLine: string;
  readonly strip: string;
  readonly stripLit: string;
  readonly ratio: number;
}

/** Colours that follow from the palette, mixed once. */
export function createBrush(pen: Pen, look: Palette, sprites: Sprites, ratio: number): Brush {
  const tint = look.scheme === 'dark' ? 0.34 : 0.2;
  return {
    look,
    sprites,
    ratio,
    barFill: new Map<MilestoneKind | EntryLook, string>([
      ...MilestoneKind.options.map(
        (kind) => [kind, mixColours(lookOf(kind).colour[look.scheme], look.surface, tint)] as const,
      ),
      ...entryLookNames.map((name) => [name, mixColours(entryColour(name, look), look.surface, tint)] as const),
    ]),
    stripes: new Map(
      entryLookNames.map((name) => [
        name,
        hatch(pen, mixColours(entryColour(name, look), look.surface, look.scheme === 'dark' ? 0.5 : 0.34), 2, ratio),
      ]),
    ),
    bands: {
      freeze: hatch(pen, `${entryColour('freeze', look)}4d`, 1, ratio),
      maintenance: hatch(pen, `${entryColour('maintenance', look)}4d`, 1, ratio),
    },
    heading: look.frame,
    shade: look.scheme === 'dark' ? mixColours(look.frame, look.surface, 0.5) : look.muted,
    gridLine: mixColours(look.line, look.surface, 0.55),
    // See-through, so that days off show behind a release.
    strip: `${look.textFaint}${look.scheme === 'dark' ? '26' : '17'}`,
    stripLit: `${look.primary}${look.scheme === 'dark' ? '3d' : '26'}`,
  };
}

/** What a scene is drawn with. */
export interface SceneFrame {
  readonly view: Viewport;
  readonly ticks: Ticks;
  readonly height: number;
  readonly brush: Brush;
}

/** Puts a sprite on whole device pixels, where it stays sharp. */
function stamp(pen: Pen, sprite: Sprite | undefined, at: { x: number; y: number }, ratio: number): void {
  if (sprite === undefined) return;
  const x = Math.round(at.x * ratio) / ratio;
  const y = Math.round(at.y * ratio) / ratio;
  pen.drawImage(sprite.image, x, y, sprite.width, sprite.height);
}

/** A box with its corners taken off: looks rounded, and costs a third of a rounded path. No pixel is filled twice. */
function fillSoft(pen: Pen, box: Box): void {
  pen.fillRect(box.x + 1, box.y, box.width - 2, 1);
  pen.fillRect(box.x, box.y + 1, box.width, box.height - 2);
  pen.fillRect(box.x + 1, box.y + box.height - 1, box.width - 2, 1);
}

function drawGrid(pen: Pen, frame: SceneFrame, height: number): void {
  const { view, ticks, brush } = frame;
  pen.fillStyle = brush.gridLine;
  for (const tick of ticks.minor) {
    const x = Math.round(xAt(view, tick.time));
    if (x >= 0 && x <= view.width) pen.fillRect(x, 0, 1, height);
  }
  pen.fillStyle = brush.look.line;
  for (const tick of ticks.major) {
    const x = Math.round(xAt(view, tick.time));
    if (x >= 0 && x <= view.width) pen.fillRect(x, 0, 1, height);
  }
}

function drawStrips(pen: Pen, strips: Scene['strips'], brush: Brush): void {
  for (const strip of strips) {
    pen.fillStyle = strip.lit ? brush.stripLit : brush.strip;
    const x = Math.max(Math.round(strip.x), -4);
    fillSoft(pen, { x, y: strip.y, width: Math.round(strip.x + strip.width) - x, height: strip.height });
  }
}

/** The look of a bar or of a point's glyph; null for a departure. */
function styleOf(item: TimelineItem): MilestoneKind | EntryLook | null {
  if (item.entry === null) return item.kind;
  return item.entry.look === 'departure' ? null : item.entry.look;
}

/** A bar that stands on another lane than a train's: tinted, striped, or nothing but its edge. */
function drawEntryBar(pen: Pen, bar: BarMark, name: EntryLook, brush: Brush): void {
  const x = Math.max(Math.round(bar.x), -8);
  const width = Math.max(2, Math.round(bar.x + bar.width) - x);
  const colour = entryColour(name, brush.look);
  const { fill } = entryLooks[name];
  pen.globalAlpha = bar.faded ? 0.35 : 1;
  pen.fillStyle = fill === 'edge' ? brush.look.surface : (brush.barFill.get(name) ?? colour);
  fillSoft(pen, { x, y: bar.y, width, height: bar.height });
  const stripes = fill === 'stripes' ? brush.stripes.get(name) : null;
  if (stripes) {
    pen.fillStyle = stripes;
    pen.fillRect(x, bar.y + 1, width, bar.height - 2);
  }
  pen.fillStyle = colour;
  if (fill === 'edge' && width > 4) {
    pen.fillRect(x + 1, bar.y, width - 2, 1);
    pen.fillRect(x + 1, bar.y + bar.height - 1, width - 2, 1);
    pen.fillRect(x + width - 1, bar.y + 1, 1, bar.height - 2);
    pen.fillRect(x, bar.y + 1, 1, bar.height - 2);
  } else {
    pen.fillRect(x, bar.y + 1, Math.min(3, width), bar.height - 2);
  }
  const glyphX = Math.max(x, 0) + 6;
  if (bar.width >= ENTRY_GLYPH_FROM && glyphX + 12 <= bar.x + bar.width) {
    // Under the glyph and the words, stripes are covered.
    stamp(pen, brush.sprites.small.get(name), { x: glyphX, y: bar.y + bar.height / 2 - 5 }, brush.ratio);
  }
  pen.globalAlpha = 1;
}

/** A small sign around a point, in place of a stroke that could be anything. */
function drawSign(pen: Pen, at: { x: number; y: number; faded: boolean }, item: TimelineItem, brush: Brush): void {
  const style = styleOf(item);
  if (style === null) return;
  pen.globalAlpha = at.faded ? 0.35 : 1;
  stamp(pen, brush.sprites.small.get(style), { x: at.x - 5, y: at.y - 5 }, brush.ratio);
  pen.globalAlpha = 1;
}

function drawBar(pen: Pen, bar: BarMark, slim: boolean, brush: Brush): void {
  const { item } = bar;
  if (bar.small === true) {
    const middle = { x: bar.x + bar.width / 2, y: bar.y + bar.height / 2, faded: bar.faded };
    return drawSign(pen, middle, item, brush);
  }
  const style = styleOf(item);
  if (style !== null && item.kind === null) drawEntryBar(pen, bar, style as EntryLook, brush); // no milestone's
  if (item.kind === null) return;
  const x = Math.max(Math.round(bar.x), -8);
  const width = Math.max(1, Math.round(bar.x + bar.width) - x);
  const colour = lookOf(item.kind).colour[brush.look.scheme];
  pen.globalAlpha = bar.faded ? 0.35 : 1;
  const hasGlyph = bar.width >= glyphFrom(slim ? 'slim' : 'full');
  const solid = slim && !hasGlyph;
  pen.fillStyle = solid ? colour : (brush.barFill.get(item.kind) ?? colour);
  fillSoft(pen, { x, y: bar.y, width, height: bar.height });
  if (!solid) {
    pen.fillStyle = colour;
    pen.fillRect(x, bar.y + 1, Math.min(3, width), bar.height - 2);
    const glyphX = Math.max(x, 0) + 6;
    if (hasGlyph && glyphX + 12 <= bar.x + bar.width) {
      stamp(pen, brush.sprites.small.get(item.kind), { x: glyphX, y: bar.y + bar.height / 2 - 5 }, brush.ratio);
    }
    if (item.pinned) drawPin(pen, bar.x + bar.width - 2, bar.y + 1, brush);
  }
  pen.globalAlpha = 1;
}

/** A small square at the top right: moved by hand. */
function drawPin(pen: Pen, x: number, y: number, brush: Brush): void {
  pen.fillStyle = brush.look.surface;
  pen.fillRect(Math.round(x) - 3, Math.round(y) - 3, 6, 6);
  pen.fillStyle = brush.look.text;
  pen.fillRect(Math.round(x) - 2, Math.round(y) - 2, 4, 4);
}

function drawPoint(pen: Pen, mark: PointMark, slim: boolean, brush: Brush): void {
  const { item } = mark;
  if (item.kind === null) return;
  if (mark.small === true) return drawSign(pen, mark, item, brush);
  if (mark.faded) pen.globalAlpha = 0.35;
  if (slim) {
    pen.fillStyle = lookOf(item.kind).colour[brush.look.scheme];
    pen.fillRect(Math.round(mark.x) - 1, mark.y - 5, 2, 10);
  } else {
    stamp(pen, brush.sprites.large.get(item.kind), { x: mark.x - 7, y: mark.y - 7 }, brush.ratio);
    if (item.pinned) drawPin(pen, mark.x + 7, mark.y - 6, brush);
  }
  if (mark.faded) pen.globalAlpha = 1;
}

function drawDeparture(pen: Pen, mark: PointMark, slim: boolean, brush: Brush): void {
  const sprites = slim ? brush.sprites.slimDepartures : brush.sprites.departures;
  const sprite = sprites.get(mark.item.state);
  if (mark.faded) pen.globalAlpha = 0.35;
  stamp(pen, sprite, { x: mark.x - 2, y: mark.y - (sprite?.height ?? 0) / 2 }, brush.ratio);
  if (mark.faded) pen.globalAlpha = 1;
}

function drawLabels(pen: Pen, labels: Scene['labels'], brush: Brush): void {
  pen.textBaseline = 'middle';
  pen.font = labelFonts.plain;
  pen.fillStyle = brush.look.textSoft;
  for (const label of labels) {
    if (!label.strong) pen.fillText(label.text, Math.round(label.x), label.y + 0.5);
  }
  pen.font = labelFonts.strong;
  pen.fillStyle = brush.look.text;
  for (const label of labels) {
    if (label.strong) pen.fillText(label.text, Math.round(label.x), label.y + 0.5);
  }
}

function drawGhosts(pen: Pen, scene: Scene, brush: Brush): void {
  const slim = scene.detail === 'slim';
  for (const { item, box, y } of scene.ghosts) {
    // What lies underneath must not be read as part of it.
    pen.fillStyle = brush.look.surface;
    if (item.what !== 'span') fillSoft(pen, { ...box, x: box.x - 2, width: box.width + 4 });
    if (item.what === 'span') drawBar(pen, { ...box, item, faded: false }, slim, brush);
    const mark = { x: item.what === 'release' ? box.x + 2 : box.x + box.width / 2, y, item, faded: false };
    if (item.what === 'point') drawPoint(pen, mark, slim, brush);
    if (item.what === 'release') drawDeparture(pen, mark, slim, brush);
  }
}

function drawOutline(pen: Pen, box: Box & { readonly strong: boolean }, brush: Brush): void {
  pen.strokeStyle = box.strong ? brush.look.focus : brush.look.edge;
  pen.lineWidth = box.strong ? 2 : 1;
  pen.beginPath();
  pen.roundRect(box.x - 3, box.y - 2, box.width + 6, box.height + 4, 4);
  pen.stroke();
}

function alignStripes({ view, brush }: SceneFrame): void {
  const x = xAt(view, 0);
  for (const pattern of [...brush.stripes.values(), brush.bands.freeze, brush.bands.maintenance]) {
    if (pattern !== null) alignHatch(pattern, x, brush.ratio);
  }
}

/** Quiet stripes with an edge where a freeze or maintenance begins and ends. */
function drawBands(pen: Pen, bands: Scene['bands'], brush: Brush): void {
  for (const band of bands) {
    const stripes = brush.bands[band.kind];
    if (stripes !== null) {
      pen.fillStyle = stripes;
      pen.fillRect(band.x, band.y, band.width, band.height);
    }
    pen.fillStyle = `${entryColour(band.kind, brush.look)}80`;
    pen.fillRect(band.x, band.y, 1, band.height);
    pen.fillRect(band.x + band.width - 1, band.y, 1, band.height);
  }
}

/** Draws a frame of the lanes; the pen is scaled to CSS pixels. */
export function drawScene(pen: Pen, scene: Scene, frame: SceneFrame): void {
  const { view, height, brush } = frame;
  const slim = scene.detail === 'slim';
  pen.fillStyle = brush.look.surface;
  pen.fillRect(0, 0, view.width, height);
  pen.fillStyle = brush.shade;
  for (const box of scene.shades) pen.fillRect(box.x, box.y, box.width, box.height);
  if (scene.bands.length > 0 || scene.bars.some(({ item }) => item.entry !== null)) alignStripes(frame);
  drawBands(pen, scene.bands, brush);
  const end = Math.min(scene.end, height);
  drawGrid(pen, frame, end);
  pen.fillStyle = brush.look.ground;
  pen.fillRect(0, end, view.width, height - end);
  pen.fillStyle = brush.heading;
  for (const box of scene.headings) pen.fillRect(box.x, box.y, box.width, box.height);
  pen.fillStyle = brush.look.line;
  for (const y of scene.rules) pen.fillRect(0, y - 1, view.width, 1);
  drawStrips(pen, scene.strips, brush);
  if (scene.todayX !== null) {
    pen.fillStyle = brush.look.tones.danger.mark;
    pen.fillRect(Math.round(scene.todayX) - 0.5, 0, 1.5, end);
  }
  for (const bar of scene.bars) drawBar(pen, bar, slim, brush);
  for (const mark of scene.points) drawPoint(pen, mark, slim, brush);
  for (const mark of scene.departures) drawDeparture(pen, mark, slim, brush);
  drawLabels(pen, scene.labels, brush);
  drawGhosts(pen, scene, brush);
  for (const { x, y, severity } of scene.badges) {
    stamp(pen, brush.sprites.badges.get(severity), { x: x - 6.5, y: y - 6.5 }, brush.ratio);
  }
  for (const box of scene.outlines) drawOutline(pen, box, brush);
}
