import { type } from '../tokens.ts';
import { useLook } from '../use-look.ts';

/** A mark of an axis: where, in pixels of the inner room, and its words. */
export interface AxisTick {
  readonly at: number;
  readonly label: string;
}

const words = { fontSize: type.micro.size, fontWeight: 420 } as const;

/** The axis under a drawing; `title` says what is measured, under its right end: 36 pixels in all. */
export function AxisBottom(props: {
  readonly ticks: readonly AxisTick[];
  readonly width: number;
  readonly height: number;
  readonly title?: string | undefined;
}) {
  const { ticks, width, height, title } = props;
  const look = useLook();
  return (
    <g transform={`translate(0 ${height})`} aria-hidden>
      <line x1={0} x2={width} y1={0.5} y2={0.5} stroke={look.edge} />
      {ticks.map(({ at, label }) => (
        <g key={`${at}-${label}`} transform={`translate(${at} 0)`}>
          <line y1={0} y2={4} stroke={look.edge} />
          <text y={17} textAnchor="middle" fill={look.textSoft} {...words}>
            {label}
          </text>
        </g>
      ))}
      {title !== undefined && (
        <text x={width} y={32} textAnchor="end" fill={look.textFaint} {...words}>
          {title}
        </text>
      )}
    </g>
  );
}

/** The axis left of a drawing, with a faint line across for each mark; `title` says what is measured, above it. */
export function AxisLeft(props: {
  readonly ticks: readonly AxisTick[];
  readonly width: number;
  readonly title?: string | undefined;
}) {
  const { ticks, width, title } = props;
  const look = useLook();
  return (
    <g aria-hidden>
      {ticks.map(({ at, label }) => (
        <g key={`${at}-${label}`} transform={`translate(0 ${at})`}>
          <line x1={0} x2={width} stroke={look.line} />
          <text x={-8} dy="0.32em" textAnchor="end" fill={look.textSoft} {...words}>
            {label}
          </text>
        </g>
      ))}
      {title !== undefined && (
        <text x={4} y={-2} fill={look.textFaint} {...words}>
          {title}
        </text>
      )}
    </g>
  );
}

/** An upright line that marks one value, with words at its upper end. */
export function ValueLine(props: {
  readonly x: number;
  readonly height: number;
  readonly label: string;
  readonly colour: string;
  /** Where the words stand, counted from the top in pixels: lines that are close are kept apart by it. */
  readonly labelY?: number | undefined;
  readonly anchor?: 'start' | 'end' | undefined;
}) {
  const { x, height, label, colour, labelY = 8, anchor = 'start' } = props;
  const look = useLook();
  return (
    <g transform={`translate(${x} 0)`}>
      <line y1={0} y2={height} stroke={colour} strokeDasharray="4 3" />
      <text x={anchor === 'start' ? 4 : -4} y={labelY} textAnchor={anchor} fill={look.text} {...words}>
        {label}
      </text>
    </g>
  );
}
