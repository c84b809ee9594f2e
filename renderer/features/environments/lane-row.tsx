import WarningRounded from '@mui/icons-material/WarningRounded';
import Box from '@mui/material/Box';
import { styled } from '@mui/material/styles';
import { memo } from 'react';
import type { Booking } from '../../../shared/model/environment.ts';
import type { Zone } from '../../../shared/model/time.ts';
import { formatCount } from '../../lib/format.ts';
import { radius, type } from '../../ui/tokens.ts';
import { useLook } from '../../ui/use-look.ts';
import { visuallyHidden } from '../../ui/visually-hidden.ts';
import { BAR, LaneBar } from './lane-bar.tsx';
import { type Lane, type PlacedBooking, stepPath } from './lanes.ts';
import type { TreeRow } from './tree.ts';
import { bookingLabel, kindWords } from './view-model.ts';

const PITCH = BAR + 3;
const PAD = 6;
export const STEP_ROOM = 26;

/** How high a lane is drawn, in pixels. */
export function heightOf({ rows, steps }: Lane): number {
  return Math.max(46, PAD * 2 + rows * PITCH - 3 + (steps.length > 0 ? STEP_ROOM : 0));
}

/** Where things stand across the picture, in pixels of the lane's room. */
export interface LaneScale {
  readonly width: number;
  readonly x: (at: number) => number;
}

export const NameButton = styled('button')(({ theme }) => ({
  appearance: 'none',
  border: 0,
  background: 'none',
  padding: '4px 8px 4px 16px',
  margin: 0,
  font: 'inherit',
  color: theme.look.text,
  textAlign: 'left',
  cursor: 'pointer',
  minWidth: 0,
  overflow: 'hidden',
  display: 'flex',
  flexDirection: 'column',
  justifyContent: 'center',
  borderRadius: radius.small,
  '&:hover': { background: theme.look.hover },
  '&:focus-visible': { outline: `2px solid ${theme.look.focus}`, outlineOffset: -2 },
}));

const Ellipsis = styled('span')({
  position: 'relative',
  display: 'block',
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
  maxWidth: '100%',
});

function Steps({ lane, scale, capacity, top }: { lane: Lane; scale: LaneScale; capacity: number; top: number }) {
  const look = useLook();
  const most = Math.max(capacity, ...lane.steps.map(({ units }) => units));
  const y = (units: number) => STEP_ROOM - 4 - (units / most) * (STEP_ROOM - 8);
  const over = lane.steps.filter(({ units }) => units > capacity);
  return (
    <svg
      aria-hidden
      width={scale.width}
      height={STEP_ROOM}
      style={{ position: 'absolute', left: 0, top, overflow: 'hidden', pointerEvents: 'none' }}
    >
      <line x1={0} x2={scale.width} y1={y(capacity)} y2={y(capacity)} stroke={look.edge} strokeDasharray="2 3" />
      <path
        d={stepPath(lane.steps, scale.x, y)}
        fill={look.tones.info.soft}
        stroke={look.tones.info.mark}
        strokeWidth={1.25}
      />
      {over.map((step) => (
        <path
          key={step.start}
          d={stepPath([step], scale.x, y)}
          fill={look.tones.danger.soft}
          stroke={look.tones.danger.mark}
          strokeWidth={1.5}
        />
      ))}
    </svg>
  );
}

interface BarProps {
  readonly placed: PlacedBooking;
  readonly scale: LaneScale;
  readonly row: TreeRow;
  readonly zone: Zone;
  readonly active: boolean;
  readonly selected: boolean;
  readonly onOpen: (booking: Booking) => void;
}

function Bar({ placed, scale, row, zone, active, selected, onOpen }: BarProps) {
  const { booking, alone, clashes } = placed;
  const left = Math.max(0, scale.x(booking.startAt));
  const right = Math.min(scale.width, scale.x(booking.endAt));
  const label = bookingLabel(booking, { environment: row.environment, zone, clashes });
  return (
    <LaneBar
      type="button"
      alone={alone}
      spare={booking.purpose !== 'use'}
      along={booking.causedBy !== null}
      clashes={clashes}
      aria-label={label}
      aria-pressed={selected}
      title={label}
      data-item={booking.id}
      tabIndex={active ? 0 : -1}
      style={{ left, width: Math.max(6, right - left - 1), top: PAD + placed.row * PITCH }}
      onClick={() => onOpen(booking)}
    >
      {clashes && right - left > 26 && <WarningRounded aria-hidden sx={{ fontSize: 13, flexShrink: 0 }} />}
      <span style={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>{booking.title}</span>
    </LaneBar>
  );
}

export interface LaneRowProps {
  readonly row: TreeRow;
  readonly lane: Lane;
  readonly scale: LaneScale;
  readonly zone: Zone;
  readonly nowAt: number | null;
  readonly ticks: readonly number[];
  readonly activeKey: string | null;
  readonly selected: string | undefined;
  readonly openId: string | undefined;
  readonly onOpenEnvironment: (id: string) => void;
  readonly onOpenBooking: (booking: Booking) => void;
}

/** The name of an environment, indented below what it stands on. */
export const LaneName = memo(function LaneName(props: LaneRowProps) {
  const { row, lane, activeKey, openId, onOpenEnvironment } = props;
  const { environment, depth, alsoOn } = row;
  const on = alsoOn.length === 0 ? '' : `; also on ${alsoOn.join(', ')}`;
  const about = `${kindWords[environment.kind]}${environment.region === null ? '' : `, ${environment.region}`}${on}`;
  const more = lane.hidden === 0 ? '' : ` · ${formatCount(lane.hidden, 'booking')} not drawn`;
  return (
    <NameButton
      type="button"
      data-item={environment.id}
      tabIndex={activeKey === environment.id ? 0 : -1}
      aria-current={openId === environment.id ? 'true' : undefined}
      title={`${environment.name} (${about})`}
      onClick={() => onOpenEnvironment(environment.id)}
    >
      <Ellipsis style={{ paddingLeft: depth * 14, fontWeight: 560 }}>
        {depth > 0 && <span aria-hidden>└ </span>}
        {environment.name}
        <span style={visuallyHidden}>, </span>
      </Ellipsis>
      <Ellipsis style={{ paddingLeft: depth * 14, fontSize: type.micro.size, opacity: 0.86 }}>
        {about}
        {more}
        <span style={visuallyHidden}>, {formatCount(lane.placed.length + lane.hidden, 'booking')}</span>
      </Ellipsis>
    </NameButton>
  );
});

/** The lane of one environment: its bookings, and the units in use where it has several. */
export const LaneBody = memo(function LaneBody(props: LaneRowProps) {
  const { row, lane, scale, zone, nowAt, ticks, activeKey, selected, onOpenBooking } = props;
  const look = useLook();
  return (
    <Box
      role="group"
      aria-label={`Bookings of ${row.environment.name}`}
      sx={{ position: 'relative', overflow: 'hidden', borderLeft: 1, borderColor: 'divider' }}
    >
      {ticks.map((at) => (
        <span
          key={at}
          aria-hidden
          style={{ position: 'absolute', left: at, top: 0, bottom: 0, width: 1, background: look.line }}
        />
      ))}
      {lane.steps.length > 0 && (
        <Steps lane={lane} scale={scale} capacity={row.environment.capacity} top={PAD + lane.rows * PITCH} />
      )}
      {lane.placed.map((placed) => (
        <Bar
          key={placed.booking.id}
          placed={placed}
          scale={scale}
          row={row}
          zone={zone}
          active={activeKey === placed.booking.id}
          selected={selected === placed.booking.id}
          onOpen={onOpenBooking}
        />
      ))}
      {nowAt !== null && (
        <span
          aria-hidden
          style={{
            position: 'absolute',
            left: nowAt,
            top: 0,
            bottom: 0,
            width: 2,
            background: look.tones.danger.mark,
            pointerEvents: 'none',
          }}
        />
      )}
    </Box>
  );
});
