import { extent, scaleLinear } from 'd3';
import type { AdherenceTerms, ControlChart } from '../../../shared/model/adherence.ts';
import { AxisLeft } from '../../ui/chart/axes.tsx';
import { Chart, type ChartRoom } from '../../ui/chart/chart.tsx';
import { numberTicks } from '../../ui/chart/scales.ts';
import { useMarks } from '../../ui/chart/use-marks.ts';
import { type Palette, type } from '../../ui/tokens.ts';
import { useLook } from '../../ui/use-look.ts';
import { signalText, slipWords } from './view-model.ts';

const HEIGHT = 250;
const MARGINS = { top: 20, right: 84, bottom: 40, left: 44 };
/** The least distance between two names under the points, in pixels. */
const NAME_ROOM = 96;

interface Drawn {
  readonly chart: ControlChart;
  readonly unit: AdherenceTerms['unit'];
  readonly openKey: string | undefined;
  readonly onOpen: (key: string) => void;
}

function Limit(props: { y: number; width: number; words: string; colour: string; dashed: boolean; look: Palette }) {
  const { y, width, words, colour, dashed, look } = props;
  return (
    <g aria-hidden transform={`translate(0 ${y})`}>
      <line x1={0} x2={width} stroke={colour} strokeDasharray={dashed ? '5 4' : undefined} />
      <text x={width + 6} dy="0.32em" fontSize={type.micro.size} fill={look.textSoft}>
        {words}
      </text>
    </g>
  );
}

function rounded(value: number): string {
  return `${Math.round(value * 10) / 10}`.replace('-', '−');
}

function Points({ chart, unit, openKey, onOpen, width, height }: Drawn & ChartRoom) {
  const look = useLook();
  const { points, limits } = chart;
  const markOf = useMarks(
    points.map(({ key, label, value, signals }) => ({
      label: [label, slipWords(value, unit), signalText(signals)].filter(Boolean).join(', '),
      open: key === openKey,
      onOpen: () => onOpen(key),
    })),
  );
  const bounds = extent([...points.map(({ value }) => value), 0, 1, ...(limits ? [limits.lower, limits.upper] : [])]);
  const y = scaleLinear([bounds[0] ?? 0, bounds[1] ?? 1], [height, 0]).nice();
  const step = width / points.length;
  const x = (index: number) => (index + 0.5) * step;
  const every = Math.max(1, Math.ceil(NAME_ROOM / step));
  return (
    <>
      <AxisLeft ticks={numberTicks(y, 5, { whole: true })} width={width} title="days late" />
      <line x1={0} x2={width} y1={y(0)} y2={y(0)} stroke={look.edge} />
      {limits !== null && (
        <>
          <Limit
            y={y(limits.centre)}
            width={width}
            words={`mean ${rounded(limits.centre)}`}
            colour={look.textSoft}
            dashed={false}
            look={look}
          />
          <Limit
            y={y(limits.upper)}
            width={width}
            words={`limit ${rounded(limits.upper)}`}
            colour={look.tones.warning.mark}
            dashed
            look={look}
          />
          <Limit
            y={y(limits.lower)}
            width={width}
            words={`limit ${rounded(limits.lower)}`}
            colour={look.tones.warning.mark}
            dashed
            look={look}
          />
        </>
      )}
      <polyline
        points={points.map(({ value }, index) => `${x(index)},${y(value)}`).join(' ')}
        fill="none"
        stroke={look.primary}
        strokeOpacity={0.55}
        strokeWidth={1.5}
      />
      {points.map((point, index) => {
        const isSignal = point.signals.length > 0;
        const colour = isSignal ? look.tones.danger.mark : look.primary;
        return (
          <g
            key={point.key}
            {...markOf(index)}
            transform={`translate(${x(index)} ${y(point.value)})`}
            style={{ cursor: 'pointer' }}
          >
            <title>{`${point.label}: ${slipWords(point.value, unit)}${isSignal ? `\n${signalText(point.signals)}` : ''}`}</title>
            <circle r={12} fill="transparent" />
            {point.key === openKey && <circle r={9} fill="none" stroke={look.focus} strokeWidth={2} />}
            {isSignal ? <path d="M0 -6.5L6.5 0L0 6.5L-6.5 0z" fill={colour} /> : <circle r={4.5} fill={colour} />}
          </g>
        );
      })}
      {points.map(
        (point, index) =>
          index % every === 0 && (
            <text
              key={point.key}
              x={x(index)}
              y={height + 18}
              textAnchor="middle"
              fontSize={type.micro.size}
              fill={look.textSoft}
              aria-hidden
            >
              {point.label.length > 15 ? `${point.label.slice(0, 14)}…` : point.label}
            </text>
          ),
      )}
    </>
  );
}

/** The slip of each release in order of departure, between its natural process limits; each point opens. */
export function SlipChart(props: Drawn) {
  const { chart, unit } = props;
  const values = chart.points.map(({ value }) => value);
  const label = `Slips of ${values.length} releases in order of departure, from ${slipWords(Math.min(...values), unit)} to ${slipWords(Math.max(...values), unit)}`;
  return (
    <Chart label={label} height={HEIGHT} margins={MARGINS} interactive>
      {(room) => <Points {...props} {...room} />}
    </Chart>
  );
}
