import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { type ScaleLinear, scaleLinear } from 'd3';
import { useState } from 'react';
import type { Tone } from '../tokens.ts';
import { useLook } from '../use-look.ts';
import { AxisBottom, AxisLeft, type AxisTick, ValueLine } from './axes.tsx';
import { Chart, type ChartRoom } from './chart.tsx';
import { numberTicks } from './scales.ts';
import { useMarks } from './use-marks.ts';

/** A bar over a stretch of the axis below. */
export interface Bar {
  readonly key: string;
  readonly from: number;
  readonly to: number;
  readonly value: number;
  /** The bar in words. */
  readonly label: string;
  /** Drawn paler: a stretch that is not whole. */
  readonly pale?: boolean | undefined;
}

/** An upright line at a place of the axis below. */
export interface BarLine {
  readonly at: number;
  readonly label: string;
  readonly tone: Tone;
}

export interface BarChartProps {
  readonly label: string;
  readonly bars: readonly Bar[];
  readonly lines?: readonly BarLine[] | undefined;
  /** A line across at a height. */
  readonly level?: { readonly at: number; readonly label: string } | undefined;
  /** Marks of the axis below, over the whole stretch of the bars. */
  readonly ticks: (scale: ScaleLinear<number, number>) => readonly AxisTick[];
  /** What the height counts, and what lies below. */
  readonly counts: string;
  readonly along?: string | undefined;
  /** Said under the drawing while no bar is pointed at. */
  readonly hint: string;
  readonly height?: number | undefined;
  readonly openKey?: string | undefined;
  readonly onOpen: (bar: Bar) => void;
}

/** Lines this near to each other have their words one under the other. */
const LINE_HEIGHT = 15;

/** A bar of nothing is seen too. */
const LEAST_HEIGHT = 2;

function Bars(props: BarChartProps & ChartRoom & { readonly onPoint: (bar: Bar | null) => void }) {
  const { bars, lines = [], level, ticks, counts, along, openKey, onOpen, onPoint, width, height } = props;
  const look = useLook();
  const markOf = useMarks(
    bars.map((bar) => ({ label: bar.label, open: bar.key === openKey, onOpen: () => onOpen(bar) })),
  );
  const ends = [...bars.flatMap(({ from, to }) => [from, to]), ...lines.map(({ at }) => at)];
  const x = scaleLinear([Math.min(...ends), Math.max(...ends)], [0, width]);
  const y = scaleLinear([0, Math.max(1, ...bars.map(({ value }) => value))], [height, 0]).nice(4);
  return (
    <>
      <AxisLeft ticks={numberTicks(y, 4, { whole: true })} width={width} title={counts} />
      <AxisBottom ticks={ticks(x)} width={width} height={height} title={undefined} />
      {along !== undefined && (
        <text x={width} y={height + 32} textAnchor="end" fill={look.textFaint} fontSize={11} aria-hidden>
          {along}
        </text>
      )}
      {bars.map((bar, index) => {
        const [left, right] = [x(bar.from), x(bar.to)];
        const gap = right - left > 6 ? 1 : 0;
        const mark = markOf(index);
        return (
          <g
            key={bar.key}
            {...mark}
            onFocus={() => {
              mark.onFocus();
              onPoint(bar);
            }}
            onBlur={() => onPoint(null)}
            onMouseEnter={() => onPoint(bar)}
            onMouseLeave={() => onPoint(null)}
            style={{ cursor: 'pointer' }}
          >
            <rect x={left} y={0} width={right - left} height={height} fill="transparent" />
            <rect
              x={left + gap}
              y={Math.min(y(bar.value), height - LEAST_HEIGHT)}
              width={Math.max(1, right - left - 2 * gap)}
              height={Math.max(LEAST_HEIGHT, height - y(bar.value))}
              rx={right - left > 8 ? 2 : 0}
              fill={look.primary}
              opacity={bar.pale ? 0.5 : 1}
              stroke={bar.key === openKey ? look.focus : 'none'}
              strokeWidth={2}
            />
          </g>
        );
      })}
      {level !== undefined && (
        <g transform={`translate(0 ${y(level.at)})`} aria-hidden>
          <line x1={0} x2={width} stroke={look.tones.warning.mark} strokeDasharray="4 3" />
          <text x={width} y={-4} textAnchor="end" fill={look.text} fontSize={11}>
            {level.label}
          </text>
        </g>
      )}
      {lines.map(({ at, label, tone }, index) => (
        <ValueLine
          key={label}
          x={x(at)}
          height={height}
          label={label}
          colour={look.tones[tone].mark}
          labelY={-8 - (lines.length - 1 - index) * LINE_HEIGHT}
          anchor={x(at) > width * 0.6 ? 'end' : 'start'}
        />
      ))}
    </>
  );
}

/** Bars over an axis, walked by arrow keys; what is pointed at is said under the drawing. */
export function BarChart(props: BarChartProps) {
  const { label, bars, lines = [], hint, height = 220 } = props;
  const [pointed, setPointed] = useState<Bar | null>(null);
  if (bars.length === 0) return null;
  return (
    <Box>
      <Chart
        label={label}
        height={height}
        margins={{ top: 16 + lines.length * LINE_HEIGHT, right: 16, bottom: 36, left: 44 }}
        interactive
      >
        {(room) => <Bars {...props} {...room} onPoint={setPointed} />}
      </Chart>
      <Typography variant="body2" sx={{ color: 'text.secondary', minHeight: 32, mt: 1 }}>
        {pointed?.label ?? hint}
      </Typography>
    </Box>
  );
}
