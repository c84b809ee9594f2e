import Box from '@mui/material/Box';
import { scaleLinear } from 'd3';
import { offsetAt } from '../../../shared/domain/calendar/zoned-time.ts';
import type { SurgePlan } from '../../../shared/model/environment-use.ts';
import type { Zone } from '../../../shared/model/time.ts';
import { dayIn, formatCount, formatDay, formatTime, zoneName } from '../../lib/format.ts';
import { AxisBottom, AxisLeft } from '../../ui/chart/axes.tsx';
import { Chart } from '../../ui/chart/chart.tsx';
import { numberTicks } from '../../ui/chart/scales.ts';
import { MarkLegend } from '../../ui/mark-legend.tsx';
import { type } from '../../ui/tokens.ts';
import { useLook } from '../../ui/use-look.ts';
import { type SurgeCluster, surgeClusters, timeMarks } from './surge-picture.ts';

const HEIGHT = 210;

export interface SurgeChartProps {
  readonly plan: SurgePlan;
  readonly standingUnits: number;
  readonly zone: Zone;
}

function ClusterChart({ cluster, plan, standingUnits, zone }: SurgeChartProps & { readonly cluster: SurgeCluster }) {
  const look = useLook();
  const { info, danger, accent, neutral } = look.tones;
  const { capacity } = plan;
  const need = Math.max(1, ...plan.steps.map(({ extra, reserved }) => standingUnits + Math.max(extra, reserved)));
  // A capacity far above all that is needed would leave nothing to see: it is then told, not drawn.
  const isFar = capacity > need * 2.5;
  const most = isFar ? need * 1.5 : Math.max(capacity, need);
  const pad = Math.max(600_000, (cluster.end - cluster.start) * 0.06);
  const day = formatDay(dayIn(cluster.start, zone));
  const short = Math.max(...cluster.steps.map((step) => step.short));
  const label = `Units on ${day}: ${standingUnits} run anyhow, of ${capacity}; ${
    short === 0 ? 'nothing is short' : `${formatCount(short, 'unit')} short at most`
  }`;
  return (
    <Box>
      <Box sx={{ fontWeight: 560 }}>
        {day}, {zoneName(zone, cluster.start)}
      </Box>
      <Chart label={label} height={HEIGHT} margins={{ top: 18, right: 96, bottom: 28, left: 44 }}>
        {({ width, height }) => {
          const x = scaleLinear([cluster.start - pad, cluster.end + pad], [0, width]);
          const y = scaleLinear([0, most * 1.08], [height, 0]);
          const marks = timeMarks(cluster.start, cluster.end, {
            most: Math.max(2, Math.floor(width / 70)),
            offset: offsetAt(cluster.start, zone),
          });
          return (
            <>
              <AxisLeft ticks={numberTicks(y, 5, { whole: true })} width={width} title="units" />
              <rect x={0} width={width} y={y(standingUnits)} height={height - y(standingUnits)} fill={neutral.soft} />
              {cluster.steps.map(({ span, extra, reserved, short: lacks }) => {
                const [left, right] = [x(span.start), x(span.end)];
                const box = { x: left, width: Math.max(1, right - left) };
                return (
                  <g key={span.start}>
                    <rect
                      {...box}
                      y={y(standingUnits + extra)}
                      height={y(standingUnits) - y(standingUnits + extra)}
                      fill={info.soft}
                      stroke={info.mark}
                    />
                    {lacks > 0 && (
                      <rect
                        {...box}
                        y={y(standingUnits + extra)}
                        height={y(standingUnits + extra - lacks) - y(standingUnits + extra)}
                        fill={danger.soft}
                        stroke={danger.mark}
                        strokeWidth={1.5}
                      />
                    )}
                    {reserved > 0 && (
                      <line
                        x1={left}
                        x2={right}
                        y1={y(standingUnits + reserved)}
                        y2={y(standingUnits + reserved)}
                        stroke={accent.mark}
                        strokeWidth={3}
                      />
                    )}
                  </g>
                );
              })}
              {!isFar && (
                <line
                  x1={0}
                  x2={width}
                  y1={y(capacity)}
                  y2={y(capacity)}
                  stroke={look.edge}
                  strokeWidth={1.5}
                  strokeDasharray="4 3"
                />
              )}
              <text x={width + 4} y={isFar ? 4 : y(capacity) + 4} fontSize={type.micro.size} fill={look.text}>
                {capacity} there{isFar && ', above'}
              </text>
              <text x={width + 4} y={y(standingUnits) + 4} fontSize={type.micro.size} fill={look.textSoft}>
                {Math.abs(y(capacity) - y(standingUnits)) < 12 ? '' : `${standingUnits} run`}
              </text>
              <AxisBottom
                ticks={marks.map((at) => ({ at: x(at), label: formatTime(at, zone) }))}
                width={width}
                height={height}
              />
            </>
          );
        }}
      </Chart>
    </Box>
  );
}

/** What rollouts take over time beyond what runs anyhow, what is reserved, and what is short; days apart drawn apart. */
export function SurgeChart(props: SurgeChartProps) {
  const look = useLook();
  const { info, danger, accent, neutral } = look.tones;
  const marks = [
    { label: 'runs anyhow', background: neutral.soft, border: `1px solid ${neutral.mark}` },
    { label: 'extra for rollouts', background: info.soft, border: `1px solid ${info.mark}` },
    { label: 'short', background: danger.soft, border: `2px solid ${danger.mark}` },
    { label: 'reserved', background: accent.mark, border: `1px solid ${accent.mark}` },
  ];
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 4 }}>
      {surgeClusters(props.plan.steps).map((cluster) => (
        <ClusterChart key={cluster.start} {...props} cluster={cluster} />
      ))}
      <MarkLegend marks={marks} />
    </Box>
  );
}
