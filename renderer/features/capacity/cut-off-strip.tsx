import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { addDays, toDayNumber } from '../../../shared/domain/calendar/days.ts';
import type { CutOff } from '../../../shared/model/forecast.ts';
import type { Day } from '../../../shared/model/time.ts';
import { formatCount, formatDay } from '../../lib/format.ts';
import { AxisBottom, ValueLine } from '../../ui/chart/axes.tsx';
import { Chart, type ChartRoom } from '../../ui/chart/chart.tsx';
import { dayScale, dayTicks } from '../../ui/chart/scales.ts';
import { useMarks } from '../../ui/chart/use-marks.ts';
import { useLook } from '../../ui/use-look.ts';
import { cutOffRows, cutOffText, stepAside, stripDays } from './cut-off-model.ts';

interface StripProps {
  readonly cutOffs: readonly CutOff[];
  readonly chosen: CutOff | null;
  readonly today: Day;
  readonly releaseDay: Day;
  readonly releaseName: string;
  readonly onChoose: (cutOff: CutOff) => void;
}

const ROW = 40;
/** How far apart marks of one day stand, in pixels. */
const ASIDE = 13;
const SIZE = 6;

/** P50 is a circle, P85 a diamond, P95 a square: told apart without their colours. */
function Shape({ cutOff, colour, ground }: { cutOff: CutOff; colour: string; ground: string }) {
  const look = { fill: cutOff.passed ? ground : colour, stroke: colour, strokeWidth: 2 };
  if (cutOff.confidence === 50) return <circle r={SIZE} {...look} />;
  const turn = cutOff.confidence === 85 ? 'rotate(45)' : '';
  return <rect x={-SIZE + 0.5} y={-SIZE + 0.5} width={2 * SIZE - 1} height={2 * SIZE - 1} transform={turn} {...look} />;
}

function Rows(props: StripProps & ChartRoom & { readonly onPoint: (text: string | null) => void }) {
  const { cutOffs, chosen, today, releaseDay, releaseName, onChoose, onPoint, width, height } = props;
  const look = useLook();
  const rows = cutOffRows(cutOffs);
  const inOrder = rows.flatMap((row) => row.cutOffs.toSorted((one, other) => (one.day < other.day ? -1 : 1)));
  const markOf = useMarks(
    inOrder.map((cutOff) => ({ label: cutOffText(cutOff), open: cutOff === chosen, onOpen: () => onChoose(cutOff) })),
  );
  const { from, to } = stripDays(cutOffs, { today, releaseDay });
  const scale = dayScale(from, to, width);
  // A cut-off is the end of its day.
  const endOf = (day: Day) => scale(toDayNumber(day) + 1);
  const colours = { 50: look.tones.neutral.mark, 85: look.tones.warning.mark, 95: look.tones.danger.mark };
  return (
    <>
      <AxisBottom ticks={dayTicks(scale)} width={width} height={height} />
      {rows.map((row, at) => {
        const y = at * ROW + ROW / 2;
        const own = row.cutOffs.includes(chosen ?? ({} as CutOff)) ? chosen : null;
        return (
          <g key={row.key} transform={`translate(0 ${y})`}>
            <text x={-10} dy="0.32em" textAnchor="end" fontSize={12} fill={look.text} aria-hidden>
              {row.name.length > 22 ? `${row.name.slice(0, 21)}…` : row.name}
            </text>
            <line x1={0} x2={width} stroke={look.line} />
            {own?.steps.map((step, index) => (
              <g key={step.name}>
                <title>{`${step.name}: ${formatCount(step.workingDays, 'working day')}`}</title>
                <rect
                  x={endOf(step.begins)}
                  y={-9}
                  width={Math.max(0, endOf(step.ends) - endOf(step.begins))}
                  height={18}
                  fill={index % 2 === 0 ? look.selected : look.muted}
                  stroke={look.edge}
                  strokeWidth={0.5}
                />
              </g>
            ))}
          </g>
        );
      })}
      <ValueLine x={scale(toDayNumber(today))} height={height} label="today" colour={look.edge} labelY={-6} />
      <ValueLine
        x={endOf(releaseDay)}
        height={height}
        label={`${releaseName}, ${formatDay(releaseDay, 'medium')}`}
        colour={look.primary}
        labelY={-20}
        anchor="end"
      />
      {inOrder.map((cutOff, index) => {
        const at = rows.findIndex((each) => each.cutOffs.includes(cutOff));
        const row = rows[at];
        const y = at * ROW + ROW / 2 + (row === undefined ? 0 : stepAside(row, cutOff) * ASIDE);
        const mark = markOf(index);
        return (
          <g
            key={cutOffText(cutOff)}
            {...mark}
            onFocus={() => {
              mark.onFocus();
              onPoint(cutOffText(cutOff));
            }}
            onBlur={() => onPoint(null)}
            onMouseEnter={() => onPoint(cutOffText(cutOff))}
            onMouseLeave={() => onPoint(null)}
            style={{ cursor: 'pointer' }}
            transform={`translate(${endOf(cutOff.day)} ${y})`}
          >
            <circle r={12} fill="transparent" />
            <Shape cutOff={cutOff} colour={colours[cutOff.confidence]} ground={look.surface} />
            {cutOff === chosen && <circle r={10.5} fill="none" stroke={look.focus} strokeWidth={2} />}
          </g>
        );
      })}
    </>
  );
}

/** For each kind of work the last moments to board and to start, before the release. */
export function CutOffStrip(props: StripProps) {
  const [pointed, setPointed] = useState<string | null>(null);
  const rows = cutOffRows(props.cutOffs);
  const { from } = stripDays(props.cutOffs, props);
  return (
    <>
      <Chart
        label={`Cut-offs before ${props.releaseName}, from ${formatDay(addDays(from, 0))}`}
        height={rows.length * ROW + 68}
        margins={{ top: 34, right: 16, bottom: 34, left: 160 }}
        interactive
      >
        {(room) => <Rows {...props} {...room} onPoint={setPointed} />}
      </Chart>
      <Typography variant="body2" sx={{ color: 'text.secondary', minHeight: 32, mt: 1 }}>
        {pointed ??
          '● P50  ◆ P85  ■ P95; hollow ones have passed. Walk them with the arrow keys; Enter shows one in full.'}
      </Typography>
    </>
  );
}
