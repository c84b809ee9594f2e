import Typography from '@mui/material/Typography';
import { scaleLinear } from 'd3';
import { useState } from 'react';
import type { TrainSplit } from '../../../shared/model/forecast.ts';
import { AxisBottom, AxisLeft } from '../../ui/chart/axes.tsx';
import { Chart, type ChartRoom } from '../../ui/chart/chart.tsx';
import { numberTicks } from '../../ui/chart/scales.ts';
import { useMarks } from '../../ui/chart/use-marks.ts';
import { useLook } from '../../ui/use-look.ts';
import { splitLabel } from './size-model.ts';

interface FrontierProps {
  readonly splits: readonly TrainSplit[];
  readonly chosen: TrainSplit | null;
  readonly onChoose: (split: TrainSplit) => void;
}

function Curves({
  splits,
  chosen,
  onChoose,
  onPoint,
  width,
  height,
}: FrontierProps & ChartRoom & { onPoint: (text: string | null) => void }) {
  const look = useLook();
  const markOf = useMarks(
    splits.map((split) => ({ label: splitLabel(split), open: split === chosen, onOpen: () => onChoose(split) })),
  );
  const x = scaleLinear([0.5, splits.length + 0.5], [0, width]);
  const top = Math.max(0.01, ...splits.map(({ anyRisk }) => anyRisk));
  const y = scaleLinear([0, top * 100], [height, 0]).nice(4);
  const pathOf = (risk: (split: TrainSplit) => number) =>
    splits.map((split, at) => `${at === 0 ? 'M' : 'L'}${x(split.trains.length)} ${y(risk(split) * 100)}`).join('');
  const last = splits.at(-1);
  return (
    <>
      <AxisLeft ticks={numberTicks(y, 4, { unit: ' %' })} width={width} title="risk of failing" />
      <AxisBottom
        ticks={splits.map((split) => ({
          at: x(split.trains.length),
          label: split.trains.length === 1 ? '1 train' : String(split.trains.length),
        }))}
        width={width}
        height={height}
      />
      <path
        d={pathOf(({ anyRisk }) => anyRisk)}
        fill="none"
        stroke={look.textFaint}
        strokeWidth={1.5}
        strokeDasharray="5 4"
      />
      <path d={pathOf(({ maxRisk }) => maxRisk)} fill="none" stroke={look.primary} strokeWidth={2} />
      {last !== undefined && splits.length > 1 && (
        <g fontSize={11} fill={look.textSoft} textAnchor="end" aria-hidden>
          <text x={width} y={y(last.anyRisk * 100) - 10}>
            any of the trains
          </text>
          <text x={width} y={y(last.maxRisk * 100) - 12}>
            the riskiest train
          </text>
        </g>
      )}
      {splits.map((split, at) => {
        const mark = markOf(at);
        return (
          <g
            key={split.trains.length}
            {...mark}
            onFocus={() => {
              mark.onFocus();
              onPoint(splitLabel(split));
            }}
            onBlur={() => onPoint(null)}
            onMouseEnter={() => onPoint(splitLabel(split))}
            onMouseLeave={() => onPoint(null)}
            style={{ cursor: 'pointer' }}
            transform={`translate(${x(split.trains.length)} 0)`}
          >
            <rect x={-width / splits.length / 2} width={width / splits.length} height={height} fill="transparent" />
            <circle cy={y(split.anyRisk * 100)} r={3.5} fill={look.surface} stroke={look.textFaint} strokeWidth={1.5} />
            <circle
              cy={y(split.maxRisk * 100)}
              r={split === chosen ? 7 : 5}
              fill={look.primary}
              stroke={look.surface}
              strokeWidth={2}
            />
            {split === chosen && (
              <circle cy={y(split.maxRisk * 100)} r={10} fill="none" stroke={look.focus} strokeWidth={2} />
            )}
          </g>
        );
      })}
    </>
  );
}

/** The risk of failing against the number of trains that a scope is split over; each point is the best split of its kind. */
export function FrontierChart(props: FrontierProps) {
  const [pointed, setPointed] = useState<string | null>(null);
  return (
    <>
      <Chart
        label={`Risk against the number of trains: ${props.splits.map(splitLabel).join('. ')}`}
        height={240}
        margins={{ top: 20, right: 16, bottom: 28, left: 52 }}
        interactive
      >
        {(room) => <Curves {...props} {...room} onPoint={setPointed} />}
      </Chart>
      <Typography variant="body2" sx={{ color: 'text.secondary', minHeight: 32, mt: 1 }}>
        {pointed ?? 'Point at a split, or walk them with the arrow keys; Enter shows what rides which train.'}
      </Typography>
    </>
  );
}
