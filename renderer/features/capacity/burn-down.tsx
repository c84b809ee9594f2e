import { scaleLinear } from 'd3';
import { toDayNumber } from '../../../shared/domain/calendar/days.ts';
import { AxisBottom, AxisLeft } from '../../ui/chart/axes.tsx';
import { Chart } from '../../ui/chart/chart.tsx';
import { dayScale, dayTicks, numberTicks } from '../../ui/chart/scales.ts';
import { useLook } from '../../ui/use-look.ts';
import type { FeverChartProps } from './fever-chart.tsx';

/** How many days of the buffer are left, week by week, beside how many were, had it gone in step with the work. */
export function BurnDown({ fever, pointed }: FeverChartProps) {
  const look = useLook();
  const { readings, buffer, releaseDay, name } = fever;
  const [first] = readings;
  if (first === undefined) return null;
  const label = `Buffer of ${name} burning down: ${readings.map(({ day, daysLeft }) => `${daysLeft} days on ${day}`).join(', ')}`;
  return (
    <Chart label={label} height={280} margins={{ top: 20, right: 16, bottom: 36, left: 52 }}>
      {({ width, height }) => {
        const x = dayScale(first.day, releaseDay > first.day ? releaseDay : first.day, width);
        const least = Math.min(0, ...readings.map(({ daysLeft }) => daysLeft));
        const y = scaleLinear([least, Math.max(1, buffer)], [height, 0]).nice(4);
        const at = (day: (typeof readings)[number]['day']) => x(toDayNumber(day));
        const steps = readings.map(({ day, daysLeft }, index) => {
          const place = `${at(day)} ${y(daysLeft)}`;
          return index === 0 ? `M${place}` : `H${at(day)}V${y(daysLeft)}`;
        });
        const inStep = readings.filter(({ daysLeftInStep }) => daysLeftInStep !== null);
        return (
          <>
            <AxisLeft ticks={numberTicks(y, 4, { whole: true })} width={width} title="working days left" />
            <AxisBottom ticks={dayTicks(x)} width={width} height={height} />
            <line x1={0} x2={width} y1={y(0)} y2={y(0)} stroke={look.tones.danger.mark} strokeWidth={1.5} />
            <path
              d={inStep
                .map(
                  ({ day, daysLeftInStep }, index) => `${index === 0 ? 'M' : 'L'}${at(day)} ${y(daysLeftInStep ?? 0)}`,
                )
                .join('')}
              fill="none"
              stroke={look.textFaint}
              strokeDasharray="5 4"
            />
            <path d={steps.join('')} fill="none" stroke={look.primary} strokeWidth={2} />
            {readings.map(({ day, daysLeft }) => (
              <circle key={day} cx={at(day)} cy={y(daysLeft)} r={day === pointed ? 6 : 3.5} fill={look.primary} />
            ))}
          </>
        );
      }}
    </Chart>
  );
}
