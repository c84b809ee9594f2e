import { toDayNumber } from '../../../shared/domain/calendar/days.ts';
import type { PlanTrack } from '../../../shared/model/adherence.ts';
import { day as asDay, type Day } from '../../../shared/model/time.ts';
import { formatDay } from '../../lib/format.ts';
import { AxisBottom, AxisLeft } from '../../ui/chart/axes.tsx';
import { Chart, type ChartRoom } from '../../ui/chart/chart.tsx';
import { dayScale, dayTicks } from '../../ui/chart/scales.ts';
import { useLook } from '../../ui/use-look.ts';

function bounds(days: readonly Day[]): readonly [Day, Day] {
  const sorted = days.toSorted();
  return [asDay(sorted[0] ?? '1970-01-01'), asDay(sorted.at(-1) ?? '1970-01-01')];
}

function Steps({ track, width, height }: { track: PlanTrack } & ChartRoom) {
  const look = useLook();
  const { versions } = track;
  const x = dayScale(...bounds(versions.map(({ on }) => on)), width);
  const [first, last] = bounds(versions.map(({ day }) => day));
  const y = dayScale(first, last, height);
  const placed = versions.map((version, index) => ({
    key: `${index}`,
    version,
    x: x(toDayNumber(version.on)),
    // Later days stand higher.
    y: height - y(toDayNumber(version.day)),
  }));
  const path = placed
    .map((point, index) => (index === 0 ? `M${point.x} ${point.y}` : `H${point.x}V${point.y}`))
    .join('');
  const rows = dayTicks(y).map(({ at, label }) => ({ at: height - at, label }));
  return (
    <>
      <AxisLeft ticks={rows} width={width} title="planned for" />
      <AxisBottom ticks={dayTicks(x)} width={width} height={height} title="said on" />
      <path d={`${path}H${width}`} fill="none" stroke={look.primary} strokeWidth={1.75} />
      {placed.map((point) => (
        <circle
          key={point.key}
          cx={point.x}
          cy={point.y}
          r={3.5}
          fill={point.version.state === 'departed' ? look.tones.success.mark : look.primary}
        />
      ))}
    </>
  );
}

/** Every day that was ever said of a release, over the days on which it was said. */
export function TrackChart({ track }: { track: PlanTrack }) {
  const days = track.versions.map(({ day }) => formatDay(day)).join(', then ');
  return (
    <Chart
      label={`The planned day of ${track.name} over time: ${days}`}
      height={190}
      margins={{ top: 18, right: 8, bottom: 38, left: 52 }}
    >
      {(room) => <Steps track={track} {...room} />}
    </Chart>
  );
}
