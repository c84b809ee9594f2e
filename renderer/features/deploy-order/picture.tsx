import { useNavigate } from '@tanstack/react-router';
import { scaleLinear } from 'd3';
import { useId } from 'react';
import { addDays } from '../../../shared/domain/calendar/days.ts';
import type { Skew } from '../../../shared/model/skew.ts';
import type { Instant, Zone } from '../../../shared/model/time.ts';
import { formatCount, formatInstant } from '../../lib/format.ts';
import { Chart, type ChartRoom } from '../../ui/chart/chart.tsx';
import { dayScale, dayTicks } from '../../ui/chart/scales.ts';
import { useMarks } from '../../ui/chart/use-marks.ts';
import { type } from '../../ui/tokens.ts';
import { useLook } from '../../ui/use-look.ts';
import { type BadSpot, lanesOf, spotsOf, type VersionBar, type VersionLane } from './lanes.ts';
import type { DayRange } from './range.ts';

const LANE = 34;
const BAR = 22;
const NAMES = 176;
const AXIS = 24;

export interface PictureProps {
  readonly skew: Skew;
  readonly range: DayRange;
  readonly zone: Zone;
  readonly now: Instant;
  /** The key of the pair that is lit; null for none. */
  readonly lit: string | null;
  /** The key of the pair that was pressed. */
  readonly open: string | undefined;
  readonly onLight: (key: string | null) => void;
  readonly onOpen: (key: string) => void;
}

interface DrawnProps {
  readonly x: (at: Instant) => number;
}

function barTop(lane: number): number {
  return lane * LANE + (LANE - BAR) / 2;
}

function barWords(lane: VersionLane, bar: VersionBar, titles: ReadonlyMap<string, string>, zone: Zone): string {
  const title = titles.get(bar.releaseId ?? '');
  const by = title === undefined ? '' : `, brought by ${title}`;
  const times = `${formatInstant(bar.from, zone)} to ${formatInstant(bar.until, zone)}`;
  return `${lane.name} ${bar.version ?? '(nobody said which version runs)'}${by}: ${times}`;
}

function Bar({ bar, top, words, x }: DrawnProps & { bar: VersionBar; top: number; words: string }) {
  const { tones, edge, muted } = useLook();
  const navigate = useNavigate();
  const { releaseId } = bar;
  const [left, right] = [x(bar.from), x(bar.until)];
  if (right <= left) return null;
  return (
    <g
      style={releaseId === null ? undefined : { cursor: 'pointer' }}
      onClick={() => {
        if (releaseId !== null) void navigate({ to: '/releases/$id', params: { id: releaseId } });
      }}
    >
      <title>{words}</title>
      <rect
        x={left + 0.5}
        y={top}
        width={Math.max(1, right - left - 1)}
        height={BAR}
        rx={3}
        fill={bar.version === null ? muted : tones.info.soft}
        stroke={bar.version === null ? edge : tones.info.mark}
        strokeDasharray={bar.version === null ? '3 3' : undefined}
      />
      {bar.deployedBy > bar.from && (
        <rect x={left} y={top} width={Math.max(3, x(bar.deployedBy) - left)} height={BAR} fill={tones.info.mark} />
      )}
    </g>
  );
}

/** Over the hatching, so that it can be read. */
function BarText({ bar, top, x }: DrawnProps & { bar: VersionBar; top: number }) {
  const { tones, surface, textSoft } = useLook();
  const left = bar.deployedBy > bar.from ? Math.max(x(bar.from) + 3, x(bar.deployedBy)) : x(bar.from);
  const room = x(bar.until) - left - 6;
  if (room < 18) return null;
  return (
    <svg x={left + 4} y={top} width={room} height={BAR} style={{ pointerEvents: 'none' }} aria-hidden>
      <text
        y={BAR / 2}
        dy="0.35em"
        fontSize={type.small.size}
        fontWeight={560}
        fill={bar.version === null ? textSoft : tones.info.text}
        stroke={surface}
        strokeWidth={3}
        strokeLinejoin="round"
        paintOrder="stroke"
      >
        {bar.version ?? 'not known'}
      </text>
    </svg>
  );
}

function Spot({ spot, lit, hatch, x }: DrawnProps & { spot: BadSpot; lit: boolean; hatch: string }) {
  const { danger } = useLook().tones;
  const [left, right] = [x(spot.from), Math.max(x(spot.until), x(spot.from) + 4)];
  const [upper, lower] = [Math.min(...spot.lanes), Math.max(...spot.lanes)];
  const width = lit ? 3 : 1.5;
  return (
    <>
      {[upper, lower].map((lane) => (
        <rect
          key={lane}
          x={left}
          y={barTop(lane) - 2}
          width={right - left}
          height={BAR + 4}
          rx={3}
          fill={`url(#${hatch})`}
          stroke={danger.mark}
          strokeWidth={width}
        />
      ))}
      <line
        x1={left}
        x2={left}
        y1={barTop(upper) + BAR + 2}
        y2={barTop(lower) - 2}
        stroke={danger.mark}
        strokeWidth={width}
      />
      {[barTop(upper) + BAR + 2, barTop(lower) - 2].map((y) => (
        <circle key={y} cx={left} cy={y} r={lit ? 4 : 3} fill={danger.mark} />
      ))}
    </>
  );
}

function Drawn({ width, height, ...props }: PictureProps & ChartRoom) {
  const { skew, range, zone, now, lit, open, onLight, onOpen } = props;
  const look = useLook();
  const hatch = useId();
  const x = scaleLinear([skew.from, skew.until], [0, width]);
  const [lanes, spots] = [lanesOf(skew), spotsOf(skew)];
  const titles = new Map(skew.releases.map(({ releaseId, title }) => [releaseId as string, title]));
  const ticks = dayTicks(dayScale(range.from, addDays(range.until, 1), width));
  const markOf = useMarks(
    spots.map(({ key, text }) => ({ label: text, open: key === open, onOpen: () => onOpen(key) })),
  );
  return (
    <>
      <pattern id={hatch} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width={6} height={6} fill={look.tones.danger.soft} fillOpacity={0.7} />
        <line x1={0} x2={0} y1={0} y2={6} stroke={look.tones.danger.mark} strokeWidth={2.5} />
      </pattern>
      <g aria-hidden>
        {ticks.map(({ at, label }) => (
          <g key={label} transform={`translate(${at} 0)`}>
            <line y1={-4} y2={height} stroke={look.line} />
            <text x={3} y={-8} fontSize={type.micro.size} fill={look.textSoft}>
              {label}
            </text>
          </g>
        ))}
      </g>
      {lanes.map((lane, at) => (
        <g key={lane.serviceId}>
          <line x1={-NAMES} x2={width} y1={at * LANE} y2={at * LANE} stroke={look.line} />
          <svg x={-NAMES} y={at * LANE} width={NAMES - 10} height={LANE}>
            <title>{lane.name}</title>
            <text y={LANE / 2} dy="0.35em" fontSize={type.body.size} fontWeight={540} fill={look.text}>
              {lane.name}
            </text>
          </svg>
          {lane.bars.map((bar) => (
            <Bar key={bar.key} bar={bar} top={barTop(at)} words={barWords(lane, bar, titles, zone)} x={x} />
          ))}
        </g>
      ))}
      {spots.map((spot, index) => {
        const mark = markOf(index);
        return (
          <g
            key={spot.key}
            {...mark}
            onFocus={() => {
              mark.onFocus();
              onLight(spot.key);
            }}
            onBlur={() => onLight(null)}
            onMouseEnter={() => onLight(spot.key)}
            onMouseLeave={() => onLight(null)}
            opacity={lit === null || lit === spot.key ? 1 : 0.3}
            style={{ cursor: 'pointer' }}
          >
            <title>{spot.text}</title>
            <Spot spot={spot} lit={lit === spot.key} hatch={hatch} x={x} />
          </g>
        );
      })}
      {lanes.flatMap((lane, at) => lane.bars.map((bar) => <BarText key={bar.key} bar={bar} top={barTop(at)} x={x} />))}
      {now > skew.from && now < skew.until && (
        <line x1={x(now)} x2={x(now)} y1={-4} y2={height} stroke={look.primary} strokeWidth={2} aria-hidden />
      )}
    </>
  );
}

/** Which version of each service runs when, as planned, and where two stand together that do not fit. */
export function Picture(props: PictureProps) {
  const { skew } = props;
  const bad = skew.planned.bad.length;
  const told = bad === 0 ? 'nothing that does not fit runs together' : `${formatCount(bad, 'pair')} do not fit`;
  return (
    <Chart
      label={`Versions of ${formatCount(skew.services.length, 'service')} over time, as planned: ${told}`}
      height={AXIS + skew.services.length * LANE + 6}
      margins={{ top: AXIS, right: 8, bottom: 6, left: NAMES }}
      leastWidth={520}
      interactive={bad > 0}
    >
      {(room) => <Drawn {...props} {...room} />}
    </Chart>
  );
}
