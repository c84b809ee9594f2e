import { scaleLinear } from 'd3';
import { AxisBottom } from '../../ui/chart/axes.tsx';
import { Chart } from '../../ui/chart/chart.tsx';
import { numberTicks } from '../../ui/chart/scales.ts';
import { type } from '../../ui/tokens.ts';
import { useLook } from '../../ui/use-look.ts';
import type { Beside } from './figures.ts';

const ROW = 40;
const LONGEST_NAME = 26;

/** A name with a share on both sides and the difference in words. */
export interface BarRow {
  readonly key: string;
  readonly name: string;
  readonly share: Beside;
  readonly words: string;
}

function short(name: string): string {
  const letters = [...name];
  return letters.length <= LONGEST_NAME ? name : `${letters.slice(0, LONGEST_NAME - 1).join('')}…`;
}

/** Shares of the plan (pale) and of the branch (full) under each other, one pair a row. */
export function BarsChart({ label, rows }: { label: string; rows: readonly BarRow[] }) {
  const look = useLook();
  const most = Math.max(0.01, ...rows.flatMap(({ share }) => [share.plan ?? 0, share.branch ?? 0]));
  return (
    <Chart label={label} height={rows.length * ROW + 44} margins={{ top: 8, right: 120, bottom: 28, left: 190 }}>
      {({ width, height }) => {
        const x = scaleLinear([0, most * 100], [0, width]).nice(4);
        const ticks = numberTicks(x, 4, { unit: ' %' });
        const wide = (share: number | null) => (share === null ? 0 : Math.max(2, x(share * 100)));
        return (
          <>
            {ticks.map(({ at }) => (
              <line key={at} x1={at} x2={at} y1={0} y2={height} stroke={look.line} />
            ))}
            {rows.map(({ key, name, share, words }, index) => (
              <g key={key} transform={`translate(0 ${index * ROW})`}>
                <title>{`${name}: ${words}`}</title>
                <text x={-12} y={ROW / 2} dy="0.32em" textAnchor="end" fontSize={type.small.size} fill={look.text}>
                  {short(name)}
                </text>
                <rect
                  y={8}
                  width={wide(share.plan)}
                  height={10}
                  rx={2}
                  fill={look.surface}
                  stroke={look.textSoft}
                  strokeWidth={1.5}
                />
                <rect y={22} width={wide(share.branch)} height={11} rx={2} fill={look.tones.accent.mark} />
                <text
                  x={Math.max(wide(share.plan), wide(share.branch)) + 10}
                  y={ROW / 2}
                  dy="0.32em"
                  fontSize={type.micro.size}
                  fill={look.textSoft}
                >
                  {words}
                </text>
              </g>
            ))}
            <AxisBottom ticks={ticks} width={width} height={height} />
          </>
        );
      }}
    </Chart>
  );
}
