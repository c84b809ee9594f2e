import { scaleLinear } from 'd3';
import { FEVER_LINES, lineAt, type ZoneLine } from '../../../shared/domain/capacity/buffers.ts';
import type { Fever } from '../../../shared/model/forecast.ts';
import { AxisBottom, AxisLeft } from '../../ui/chart/axes.tsx';
import { Chart, type ChartRoom } from '../../ui/chart/chart.tsx';
import { numberTicks } from '../../ui/chart/scales.ts';
import { useMarks } from '../../ui/chart/use-marks.ts';
import { useLook } from '../../ui/use-look.ts';
import { feverTop, readingText } from './fever-model.ts';

export interface FeverChartProps {
  readonly fever: Fever;
  readonly pointed: string | null;
  readonly onPoint: (day: string | null) => void;
}

function Zones({ fever, pointed, onPoint, width, height }: FeverChartProps & ChartRoom) {
  const look = useLook();
  const known = fever.readings.filter(({ progress }) => progress !== null);
  const markOf = useMarks(
    known.map((reading) => ({
      label: readingText(reading),
      open: reading.day === pointed,
      onOpen: () => onPoint(reading.day),
    })),
  );
  const top = feverTop(fever);
  const x = scaleLinear([0, 100], [0, width]);
  const y = scaleLinear([0, top * 100], [height, 0]);
  const at = (line: ZoneLine, progress: number) => y(lineAt(line, progress) * 100);
  const { yellow, red } = FEVER_LINES;
  // A buffer of no days that is overrun has no share: it stands at the top.
  const place = (consumed: number | null) => y(Math.min(top, consumed ?? top) * 100);
  const path = known.map(
    ({ progress, consumed }, index) => `${index === 0 ? 'M' : 'L'}${x((progress ?? 0) * 100)} ${place(consumed)}`,
  );
  const { success, warning, danger } = look.tones;
  return (
    <>
      <path d={`M0 ${at(yellow, 0)}L${width} ${at(yellow, 1)}L${width} ${height}L0 ${height}Z`} fill={success.soft} />
      <path
        d={`M0 ${at(red, 0)}L${width} ${at(red, 1)}L${width} ${at(yellow, 1)}L0 ${at(yellow, 0)}Z`}
        fill={warning.soft}
      />
      <path d={`M0 0L${width} 0L${width} ${at(red, 1)}L0 ${at(red, 0)}Z`} fill={danger.soft} />
      <AxisLeft ticks={numberTicks(y, 5, { unit: ' %' })} width={width} title="buffer used up" />
      <AxisBottom ticks={numberTicks(x, 5, { unit: ' %' })} width={width} height={height} title="work done" />
      <g fontSize={11} textAnchor="end" aria-hidden>
        <text x={width - 8} y={14} fill={danger.text}>
          red
        </text>
        <text x={width - 8} y={(at(red, 1) + at(yellow, 1)) / 2 + 8} fill={warning.text}>
          yellow
        </text>
        <text x={width - 8} y={height - 8} fill={success.text}>
          green
        </text>
      </g>
      <path d={path.join('')} fill="none" stroke={look.text} strokeWidth={1.5} />
      {known.map((reading, index) => {
        const mark = markOf(index);
        const newest = index === known.length - 1;
        return (
          <g
            key={reading.day}
            {...mark}
            onFocus={() => {
              mark.onFocus();
              onPoint(reading.day);
            }}
            onBlur={() => onPoint(null)}
            onMouseEnter={() => onPoint(reading.day)}
            onMouseLeave={() => onPoint(null)}
            style={{ cursor: 'pointer' }}
            transform={`translate(${x((reading.progress ?? 0) * 100)} ${place(reading.consumed)})`}
          >
            <circle r={12} fill="transparent" />
            <circle r={newest ? 7 : 4} fill={newest ? look.primary : look.text} stroke={look.surface} strokeWidth={2} />
            {reading.day === pointed && <circle r={10} fill="none" stroke={look.focus} strokeWidth={2} />}
          </g>
        );
      })}
    </>
  );
}

/** How much of the buffer is used up over how much of the work is done. */
export function FeverChart(props: FeverChartProps) {
  return (
    <Chart
      label={`Fever chart of ${props.fever.name}: ${props.fever.readings.map(({ text }) => text).join(' ')}`}
      height={280}
      margins={{ top: 20, right: 16, bottom: 36, left: 52 }}
      interactive
    >
      {(room) => <Zones {...props} {...room} />}
    </Chart>
  );
}
