import { scaleLinear } from 'd3';
import type { AdherenceGroup } from '../../../shared/model/adherence.ts';
import { AxisLeft } from '../../ui/chart/axes.tsx';
import { Chart, type ChartRoom } from '../../ui/chart/chart.tsx';
import { useMarks } from '../../ui/chart/use-marks.ts';
import { type } from '../../ui/tokens.ts';
import { useLook } from '../../ui/use-look.ts';

const HEIGHT = 230;

interface Drawn {
  /** Quarters in which something was measured, oldest first. */
  readonly quarters: readonly AdherenceGroup[];
  /** Whether days around the day count too, beside the very day. */
  readonly withWithin: boolean;
  readonly openQuarter: string | undefined;
  readonly onOpen: (quarter: string) => void;
}

function quarterLabel(group: AdherenceGroup, withWithin: boolean): string {
  const count = group.measured.length;
  const within = withWithin ? `, ${group.within} within the days allowed` : '';
  return `${group.quarter}: ${group.exact} of ${count} on the very day${within}`;
}

function Bars({ quarters, withWithin, openQuarter, onOpen, width, height }: Drawn & ChartRoom) {
  const look = useLook();
  const markOf = useMarks(
    quarters.map((group) => ({
      label: quarterLabel(group, withWithin),
      open: group.quarter === openQuarter,
      onOpen: () => onOpen(group.quarter ?? ''),
    })),
  );
  const y = scaleLinear([0, 1], [height, 0]);
  // A quarter in which nothing was on time is still seen.
  const tall = (share: number) => Math.max(2, height - y(share));
  const step = width / quarters.length;
  const bar = Math.min(56, step * 0.62);
  const every = Math.max(1, Math.ceil(64 / step));
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((share) => ({ at: y(share), label: `${share * 100} %` }));
  return (
    <>
      <AxisLeft ticks={ticks} width={width} title="of the releases that departed" />
      {quarters.map((group, index) => {
        const [exact, within] = [group.exactRate ?? 0, withWithin ? (group.withinRate ?? 0) : 0];
        const middle = (index + 0.5) * step;
        const top = y(Math.max(exact, within));
        return (
          <g key={group.quarter} {...markOf(index)} style={{ cursor: 'pointer' }}>
            <title>{quarterLabel(group, withWithin)}</title>
            <rect x={index * step} y={0} width={step} height={height} fill="transparent" />
            <rect
              x={middle - bar / 2}
              y={height - tall(within)}
              width={bar}
              height={tall(within)}
              rx={2}
              fill={look.primary}
              fillOpacity={0.3}
            />
            <rect
              x={middle - bar / 2}
              y={height - tall(exact)}
              width={bar}
              height={tall(exact)}
              rx={2}
              fill={look.primary}
            />
            {group.quarter === openQuarter && (
              <rect
                x={middle - bar / 2 - 3}
                y={top - 3}
                width={bar + 6}
                height={height - top + 6}
                rx={4}
                fill="none"
                stroke={look.focus}
                strokeWidth={2}
              />
            )}
          </g>
        );
      })}
      {/* Beside the marks, whose names say more. */}
      {quarters.map((group, index) => {
        const middle = (index + 0.5) * step;
        const top = y(Math.max(group.exactRate ?? 0, withWithin ? (group.withinRate ?? 0) : 0));
        return (
          <g key={group.quarter} aria-hidden>
            {bar >= 22 && (
              <text x={middle} y={top - 6} textAnchor="middle" fontSize={type.micro.size} fill={look.text}>
                {withWithin ? group.within : group.exact}/{group.measured.length}
              </text>
            )}
            {index % every === 0 && (
              <text
                x={middle}
                y={height + 17}
                textAnchor="middle"
                fontSize={type.micro.size}
                fill={look.textSoft}
                aria-hidden
              >
                {group.quarter?.replace('-', ' ')}
              </text>
            )}
          </g>
        );
      })}
      <line x1={0} x2={width} y1={height + 0.5} y2={height + 0.5} stroke={look.edge} />
    </>
  );
}

/** The on-time rate of each quarter: on the very day in full colour, within the days allowed in pale; each bar opens. */
export function RateChart(props: Drawn) {
  const label = `On-time rate of ${props.quarters.length} quarters: ${props.quarters.map((group) => quarterLabel(group, props.withWithin)).join('; ')}`;
  return (
    <Chart label={label} height={HEIGHT} margins={{ top: 22, right: 16, bottom: 38, left: 48 }} interactive>
      {(room) => <Bars {...props} {...room} />}
    </Chart>
  );
}
