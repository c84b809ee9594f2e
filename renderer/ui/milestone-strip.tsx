import Box from '@mui/material/Box';
import { useMemo, useState } from 'react';
import { useWidth } from './chart/use-width.ts';
import { lookOf } from './milestone-kinds.ts';
import { layStrip, type PlacedMark, type StripMark } from './milestone-strip-model.ts';
import { fontFamily, type Palette, type } from './tokens.ts';
import { useLook } from './use-look.ts';

/** A line of the axis with its words. */
export interface StripTick {
  readonly time: number;
  readonly label: string;
  readonly strong: boolean;
}

export interface MilestoneStripProps {
  /** What the drawing shows, for those who do not see it; the same facts stand in a table or list beside it. */
  readonly label: string;
  readonly marks: readonly StripMark[];
  readonly ticks: readonly StripTick[];
  /** Days off, ms UTC, with the holidays' names. */
  readonly shades: readonly { readonly from: number; readonly to: number; readonly name: string }[];
  readonly now: number | null;
  readonly from: number;
  readonly to: number;
}

const ROW = 24;
const AXIS = 24;
const MARGIN = 18;
const font = `420 ${type.small.size}px ${fontFamily}`;

let ruler: CanvasRenderingContext2D | null = null;

function measure(text: string): number {
  ruler ??= document.createElement('canvas').getContext('2d');
  if (ruler === null) return text.length * 7;
  ruler.font = font;
  return ruler.measureText(text).width;
}

function Sign({ placed, y, look }: { placed: PlacedMark; y: number; look: Palette }) {
  const { mark, x, width } = placed;
  if (mark.kind === null) {
    return (
      <g transform={`translate(${x} ${y})`}>
        <path d="M-1 -9h2v18h-2z" fill={look.primary} />
        <path d="M1 -8L11 -3.5L1 1z" fill={look.primary} />
      </g>
    );
  }
  const colour = lookOf(mark.kind).colour[look.scheme];
  if (mark.end !== null) {
    return (
      <g>
        <rect x={x} y={y - 7} width={width} height={14} rx={3} fill={colour} fillOpacity={0.24} />
        <rect x={x} y={y - 7} width={3} height={14} rx={1} fill={colour} />
      </g>
    );
  }
  return (
    <path
      d={lookOf(mark.kind).glyph}
      transform={`translate(${x - 7} ${y - 7}) scale(0.875)`}
      fill={colour}
      fillRule="evenodd"
    />
  );
}

/** The way of one release: its milestones and its departure on a time axis. */
export function MilestoneStrip({ label, marks, ticks, shades, now, from, to }: MilestoneStripProps) {
  const look = useLook();
  const [element, setElement] = useState<HTMLElement | null>(null);
  const width = useWidth(element);
  const strip = useMemo(
    () => layStrip(marks, { from, to, width: Math.max(320, width), margin: MARGIN, measure }),
    [marks, from, to, width],
  );
  const height = AXIS + strip.rows * ROW + 6;
  const departure = marks.find((mark) => mark.kind === null);

  return (
    <Box ref={setElement} sx={{ minHeight: height, overflow: 'hidden' }}>
      {width > 0 && (
        <svg role="img" aria-label={label} width="100%" height={height} style={{ display: 'block', fontFamily }}>
          {shades.map((shade) => (
            <rect
              key={shade.from}
              x={strip.x(shade.from)}
              y={AXIS}
              width={Math.max(1, strip.x(shade.to) - strip.x(shade.from))}
              height={height - AXIS}
              fill={look.scheme === 'dark' ? look.frame : look.muted}
            >
              {shade.name !== '' && <title>{shade.name}</title>}
            </rect>
          ))}
          {ticks.map((tick) => (
            <g key={tick.time}>
              <line x1={strip.x(tick.time)} x2={strip.x(tick.time)} y1={AXIS - 6} y2={height} stroke={look.line} />
              <text
                x={strip.x(tick.time)}
                y={12}
                textAnchor="middle"
                fontSize={type.micro.size}
                fontWeight={tick.strong ? 600 : 420}
                fill={tick.strong ? look.text : look.textSoft}
              >
                {tick.label}
              </text>
            </g>
          ))}
          <line x1={0} x2="100%" y1={AXIS - 0.5} y2={AXIS - 0.5} stroke={look.line} />
          {departure !== undefined && (
            <line
              x1={strip.x(departure.start)}
              x2={strip.x(departure.start)}
              y1={AXIS}
              y2={height}
              stroke={look.primary}
              strokeDasharray="3 3"
            />
          )}
          {now !== null && now >= from && now <= to && (
            <line
              x1={strip.x(now)}
              x2={strip.x(now)}
              y1={AXIS - 6}
              y2={height}
              stroke={look.tones.danger.mark}
              strokeWidth={1.5}
            />
          )}
          {strip.marks.map((placed) => {
            const y = AXIS + 4 + placed.row * ROW + ROW / 2;
            return (
              <g key={placed.mark.id}>
                <Sign placed={placed} y={y} look={look} />
                <text
                  x={placed.textX}
                  y={y + 4}
                  textAnchor={placed.anchor}
                  fontSize={type.small.size}
                  fill={look.text}
                  paintOrder="stroke"
                  stroke={look.surface}
                  strokeWidth={3}
                >
                  <tspan fontWeight={placed.mark.kind === null ? 600 : 480}>{placed.mark.label}</tspan>
                  {placed.mark.note !== '' && <tspan fill={look.textSoft}> {placed.mark.note}</tspan>}
                </text>
              </g>
            );
          })}
        </svg>
      )}
    </Box>
  );
}
