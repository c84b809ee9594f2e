import { ReleaseState } from '../../../../shared/model/release.ts';
import { Severity } from '../../../../shared/model/severity.ts';
import { MilestoneKind } from '../../../../shared/model/train.ts';
import { severityLooks } from '../../../ui/conflict-looks.ts';
import { lookOf } from '../../../ui/milestone-kinds.ts';
import type { Palette } from '../../../ui/tokens.ts';
import type { EntryLook } from './entry.ts';
import { entryLookNames, entryLooks } from './entry-looks.ts';
import { PENNANT_REACH } from './layout.ts';

/** Small pictures drawn once and copied many times: a copy costs a tenth of drawing a path. */
export interface Sprites {
  readonly large: ReadonlyMap<MilestoneKind, Sprite>;
  readonly small: ReadonlyMap<MilestoneKind | EntryLook, Sprite>;
  readonly departures: ReadonlyMap<ReleaseState, Sprite>;
  readonly slimDepartures: ReadonlyMap<ReleaseState, Sprite>;
  readonly badges: ReadonlyMap<Severity, Sprite>;
}

export interface Sprite {
  readonly image: CanvasImageSource;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

type Pen = OffscreenCanvasRenderingContext2D;

function sprite(width: number, height: number, ratio: number, draw: (pen: Pen) => void): Sprite {
  const canvas = new OffscreenCanvas(Math.ceil(width * ratio), Math.ceil(height * ratio));
  const pen = canvas.getContext('2d');
  if (pen !== null) {
    pen.scale(ratio, ratio);
    draw(pen);
  }
  // A bitmap is copied faster than a canvas, which is looked at anew each time.
  return { image: canvas.transferToImageBitmap(), width, height };
}

function glyph(path: string, colour: string, size: number, ratio: number): Sprite {
  return sprite(size, size, ratio, (pen) => {
    pen.scale(size / 16, size / 16);
    pen.fillStyle = colour;
    pen.fill(new Path2D(path), 'evenodd');
  });
}

/** A pole with a pennant; the state is told by its shape: hollow, full, with a tick, or crossed out. */
function departure(state: ReleaseState, height: number, look: Palette, ratio: number): Sprite {
  return sprite(PENNANT_REACH + 2, height, ratio, (pen) => {
    const over = state === 'departed' || state === 'cancelled';
    const colour = over ? look.textFaint : look.primary;
    const flag = Math.min(11, height - 3);
    pen.fillStyle = colour;
    pen.strokeStyle = colour;
    pen.fillRect(1, 0, 2, height);
    pen.beginPath();
    pen.moveTo(3, 1);
    pen.lineTo(PENNANT_REACH, 1 + flag / 2);
    pen.lineTo(3, 1 + flag);
    pen.closePath();
    pen.lineWidth = 1.5;
    pen.lineJoin = 'round';
    if (state === 'planned' || state === 'cancelled') {
      pen.fillStyle = look.surface;
    }
    pen.fill();
    pen.stroke();
    if (state === 'cancelled') {
      pen.strokeStyle = look.tones.danger.mark;
      pen.beginPath();
      pen.moveTo(0, 0);
      pen.lineTo(PENNANT_REACH, height);
      pen.stroke();
    }
  });
}

/** A severity's shape on a disc of the ground, so that it is told from the item below it. */
function badge(severity: Severity, look: Palette, ratio: number): Sprite {
  const { glyph, tone } = severityLooks[severity];
  return sprite(13, 13, ratio, (pen) => {
    pen.fillStyle = look.surface;
    pen.beginPath();
    pen.arc(6.5, 6.5, 6.5, 0, 2 * Math.PI);
    pen.fill();
    pen.translate(1.25, 1.25);
    pen.scale(10.5 / 16, 10.5 / 16);
    pen.fillStyle = look.tones[tone].mark;
    pen.fill(new Path2D(glyph), 'evenodd');
  });
}

/** Draws every sprite of a palette for a screen of `ratio` device pixels a pixel. */
export function createSprites(look: Palette, ratio: number): Sprites {
  const glyphs = (size: number) =>
    MilestoneKind.options.map((kind) => {
      const { colour, glyph: path } = lookOf(kind);
      return [kind, glyph(path, colour[look.scheme], size, ratio)] as const;
    });
  const small = new Map<MilestoneKind | EntryLook, Sprite>([
    ...glyphs(10),
    ...entryLookNames.map((name) => {
      const { tone, glyph: path } = entryLooks[name];
      return [name, glyph(path, look.tones[tone].mark, 10, ratio)] as const;
    }),
  ]);
  const poles = (height: number) =>
    new Map(ReleaseState.options.map((state) => [state, departure(state, height, look, ratio)] as const));
  const badges = new Map(Severity.options.map((severity) => [severity, badge(severity, look, ratio)] as const));
  return { large: new Map(glyphs(14)), small, departures: poles(18), slimDepartures: poles(12), badges };
}
