import { max, scaleLinear } from 'd3';
import type { SlipDistribution } from '../../../shared/model/adherence.ts';
import { formatCount } from '../../lib/format.ts';
import { AxisBottom, AxisLeft, ValueLine } from '../../ui/chart/axes.tsx';
import { Chart, type ChartRoom } from '../../ui/chart/chart.tsx';
import { numberTicks } from '../../ui/chart/scales.ts';
import { useMarks } from '../../ui/chart/use-marks.ts';
import { useLook } from '../../ui/use-look.ts';
import { slipWords } from './view-model.ts';

const HEIGHT = 230;

function slipCount(count: number, days: number, unit: SlipDistribution['unit']): string {
  return `${formatCount(count, 'release')} ${slipWords(days, unit)}`;
}

interface Drawn {
  readonly distribution: SlipDistribution;
  readonly openDays: number | undefined;
  readonly onOpen: (days: number) => void;
}

function Columns({ distribution, openDays, onOpen, width, height }: Drawn & ChartRoom) {
  const look = useLook();
  const { slips, summary, unit } = distribution;
  const markOf = useMarks(
    slips.map(({ days, keys }) => ({
      label: slipCount(keys.length, days, unit),
      open: days === openDays,
      onOpen: () => onOpen(days),
    })),
  );
  const [least, most] = [Math.min(0, summary?.least ?? 0), Math.max(1, summary?.most ?? 1)];
  const x = scaleLinear([least - 0.5, most + 0.5], [0, width]);
  const y = scaleLinear([0, max(slips, ({ keys }) => keys.length) ?? 1], [height, 0]).nice(4);
  const column = Math.max(3, Math.min(40, (width / (most - least + 1)) * 0.7));
  return (
    <>
      <AxisLeft ticks={numberTicks(y, 4, { whole: true })} width={width} title="releases" />
      <AxisBottom
        ticks={numberTicks(x, Math.min(10, most - least + 1), { whole: true })}
        width={width}
        height={height}
        title="days late"
      />
      {slips.map(({ days, keys }, index) => (
        <g key={days} {...markOf(index)} style={{ cursor: 'pointer' }}>
          <title>{slipCount(keys.length, days, unit)}</title>
          <rect x={x(days) - column / 2 - 4} y={0} width={column + 8} height={height} fill="transparent" />
          <rect
            x={x(days) - column / 2}
            y={y(keys.length)}
            width={column}
            height={height - y(keys.length)}
            rx={2}
            fill={days === 0 ? look.tones.success.mark : look.primary}
          />
          {days === openDays && (
            <rect
              x={x(days) - column / 2 - 3}
              y={y(keys.length) - 3}
              width={column + 6}
              height={height - y(keys.length) + 6}
              rx={4}
              fill="none"
              stroke={look.focus}
              strokeWidth={2}
            />
          )}
        </g>
      ))}
      {summary !== null && summary.p85 > 0 && (
        <ValueLine
          x={x(summary.p85)}
          height={height}
          label={`85 % by ${summary.p85}`}
          colour={look.tones.warning.mark}
          labelY={-14}
          anchor={x(summary.p85) > width * 0.7 ? 'end' : 'start'}
        />
      )}
    </>
  );
}

/** How slips are spread: how many releases had each; each column opens. */
export function SpreadChart(props: Drawn) {
  const { slips, unit } = props.distribution;
  const label = `Spread of slips: ${slips.map(({ days, keys }) => slipCount(keys.length, days, unit)).join(', ')}`;
  return (
    <Chart label={label} height={HEIGHT} margins={{ top: 28, right: 16, bottom: 38, left: 44 }} interactive>
      {(room) => <Columns {...props} {...room} />}
    </Chart>
  );
}
