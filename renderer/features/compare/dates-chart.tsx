import { toDayNumber } from '../../../shared/domain/calendar/days.ts';
import { releaseTitle } from '../../../shared/domain/text/release-title.ts';
import type { Standing } from '../../../shared/model/compared-release.ts';
import type { Day } from '../../../shared/model/time.ts';
import { AxisBottom } from '../../ui/chart/axes.tsx';
import { Chart } from '../../ui/chart/chart.tsx';
import { type DayScale, dayScale, dayTicks } from '../../ui/chart/scales.ts';
import { type } from '../../ui/tokens.ts';
import { useLook } from '../../ui/use-look.ts';
import { type DumbbellRow, type SideNames, shiftText, standingText } from './dates.ts';

const ROW = 26;
const LEFT = 220;
const LONGEST_NAME = 30;

function short(name: string): string {
  const letters = [...name];
  return letters.length <= LONGEST_NAME ? name : `${letters.slice(0, LONGEST_NAME - 1).join('')}…`;
}

interface DumbbellProps {
  readonly row: Extract<DumbbellRow, { kind: 'release' }>;
  readonly scale: DayScale;
  readonly y: number;
  readonly sides: SideNames;
}

function Dumbbell({ row, scale, y, sides }: DumbbellProps) {
  const look = useLook();
  const { name, trainName, one, other } = row.release;
  const at = (standing: Standing | null) => (standing === null ? null : scale(toDayNumber(standing.day)));
  const [from, to] = [at(one), at(other)];
  const end = Math.max(from ?? 0, to ?? 0);
  const words = shiftText(row.release, sides);
  const title = `${releaseTitle(trainName, name)}: ${sides.one} ${standingText(one)}; ${sides.other} ${standingText(other)}`;
  return (
    <g transform={`translate(0 ${y})`}>
      <title>{`${title}; ${words}`}</title>
      <text x={-12} dy="0.32em" textAnchor="end" fontSize={type.small.size} fill={look.text}>
        {short(name)}
      </text>
      {from !== null && to !== null && (
        <line x1={from} x2={to} y1={0} y2={0} stroke={look.tones.accent.mark} strokeWidth={3} />
      )}
      {from !== null && <circle cx={from} r={5} fill={look.surface} stroke={look.textSoft} strokeWidth={2} />}
      {to !== null && <circle cx={to} r={6} fill={look.tones.accent.mark} />}
      <text x={end + 12} dy="0.32em" fontSize={type.micro.size} fill={look.textSoft}>
        {words}
      </text>
    </g>
  );
}

export interface DatesChartProps {
  readonly rows: readonly DumbbellRow[];
  readonly first: Day;
  readonly last: Day;
  readonly sides: SideNames;
}

/** Where releases stand on the one side (a ring) and on the other (a dot), train by train. */
export function DatesChart({ rows, first, last, sides }: DatesChartProps) {
  const look = useLook();
  const height = rows.length * ROW + 48;
  return (
    <Chart
      label={`Days of releases in ${sides.one} and in ${sides.other}; the table below has them in words`}
      height={height}
      margins={{ top: 12, right: 120, bottom: 28, left: LEFT }}
    >
      {({ width, height: inner }) => {
        const scale = dayScale(first, last, width);
        const ticks = dayTicks(scale);
        return (
          <>
            {ticks.map(({ at }) => (
              <line key={at} x1={at} x2={at} y1={0} y2={inner} stroke={look.line} />
            ))}
            {rows.map((row, index) => {
              const y = (index + 0.5) * ROW;
              if (row.kind === 'release') return <Dumbbell key={row.key} row={row} scale={scale} y={y} sides={sides} />;
              return (
                <text
                  key={row.key}
                  x={12 - LEFT}
                  y={y + 3}
                  dy="0.32em"
                  fontSize={type.small.size}
                  fontWeight={620}
                  fill={look.textSoft}
                >
                  {short(row.name)}
                </text>
              );
            })}
            <AxisBottom ticks={ticks} width={width} height={inner} />
          </>
        );
      }}
    </Chart>
  );
}
