import Box from '@mui/material/Box';
import { styled } from '@mui/material/styles';
import { type KeyboardEvent, type PointerEvent, useId, useRef, useState } from 'react';
import { dayOf } from '../../../shared/domain/calendar/zoned-time.ts';
import type { Span } from '../../../shared/model/span.ts';
import type { Instant, Zone } from '../../../shared/model/time.ts';
import { ownTimes, readersTimes } from '../../lib/clock-words.ts';
import { dayScale, dayTicks } from '../../ui/chart/scales.ts';
import { useWidth } from '../../ui/chart/use-width.ts';
import { type } from '../../ui/tokens.ts';
import { useLook } from '../../ui/use-look.ts';
import { KindMark, KindPatterns, kindFill } from './kind-mark.tsx';
import { kindLooks } from './kinds.ts';
import {
  extentOf,
  firstPlace,
  occurrenceAt,
  outlineOf,
  type StripKey,
  type StripPlace,
  type StripRow,
  type StripScale,
  stepPlace,
  xOf,
} from './strip-model.ts';

const ROW = 26;
const BAR = 14;
const NAMES = 204;
const AXIS = 22;
const KEYS: readonly string[] = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'];

const Frame = styled('div')(({ theme }) => ({
  position: 'relative',
  overflow: 'auto',
  minHeight: 0,
  maxHeight: '42%',
  flexShrink: 0,
  background: theme.look.surface,
  borderBottom: `1px solid ${theme.look.line}`,
}));

const Name = styled('button')(({ theme }) => ({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  width: '100%',
  height: ROW,
  padding: '0 8px 0 24px',
  border: 0,
  background: 'none',
  color: theme.look.text,
  font: 'inherit',
  fontSize: type.small.size,
  textAlign: 'left',
  cursor: 'pointer',
  '&:hover': { background: theme.look.hover },
  '&[aria-current="true"]': { background: theme.look.selected },
  '&:focus-visible': { outline: `2px solid ${theme.look.focus}`, outlineOffset: -2 },
  '& > span': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
}));

/** Takes keys and presses for the whole drawing; the ring is drawn around the occurrence that is meant. */
const Ground = styled('div')({ flex: 1, minWidth: 0, '&:focus': { outline: 'none' } });

export interface StripProps {
  readonly rows: readonly StripRow[];
  readonly range: Span;
  readonly zone: Zone;
  readonly now: Instant;
  readonly selected: string | null;
  readonly onOpen: (ruleId: string) => void;
  /** Escape: leaves the rule that is open. */
  readonly onLeave: () => void;
}

function Axis({ scale, zone }: { scale: StripScale; zone: Zone }) {
  const look = useLook();
  const first = dayOf(scale.range.start, zone);
  const last = dayOf(scale.range.end, zone);
  const days = dayScale(first, last, scale.width);
  return (
    <svg width={scale.width} height={AXIS} aria-hidden style={{ display: 'block' }}>
      {dayTicks(days).map(({ at, label }) => (
        <text key={label} x={at + 4} y={15} fill={look.textSoft} fontSize={type.micro.size}>
          {label}
        </text>
      ))}
    </svg>
  );
}

function Months({ scale, zone, height }: { scale: StripScale; zone: Zone; height: number }) {
  const look = useLook();
  const days = dayScale(dayOf(scale.range.start, zone), dayOf(scale.range.end, zone), scale.width);
  return (
    <g>
      {dayTicks(days).map(({ at, label }) => (
        <line key={label} x1={at} x2={at} y1={0} y2={height} stroke={look.line} />
      ))}
    </g>
  );
}

function Row({ row, y, scale, id }: { row: StripRow; y: number; scale: StripScale; id: string }) {
  const look = useLook();
  const { kind } = row.rule;
  const { mark } = look.tones[kindLooks[kind].tone];
  const place = { y: y + (ROW - BAR) / 2, height: BAR };
  const spans = row.occurrences.map(({ span }) => span);
  const overridden = (isApproved: boolean) =>
    outlineOf(
      row.overrides
        .filter(({ approvedBy }) => (approvedBy !== null) === isApproved)
        .map(({ startAt: start, endAt: end }) => ({ start, end }))
        .filter(({ start, end }) => end > scale.range.start && start < scale.range.end),
      scale,
      { y: y + 2, height: ROW - 4 },
    );
  const accent = look.tones.accent;
  return (
    <g>
      <path
        d={outlineOf(spans, scale, place)}
        fill={kindFill(kind, id, look)}
        stroke={kind === 'window' ? 'none' : mark}
        strokeWidth={0.75}
      />
      <path d={overridden(true)} fill={accent.mark} fillOpacity={0.85} stroke={accent.text} />
      <path d={overridden(false)} fill={look.surface} stroke={accent.mark} strokeWidth={1.5} strokeDasharray="3 2" />
    </g>
  );
}

function labelOf({ rule }: StripRow, span: Span, zone: Zone): string {
  const readers = readersTimes(span, rule.holds, zone);
  const own = `${kindLooks[rule.kind].label} ${rule.name}: ${ownTimes(span, rule.holds)}`;
  return readers === null ? own : `${own}; for you ${readers}`;
}

/** What is under the pointer or the keys, in a line that stands always, so that nothing jumps. */
function Readout({ text }: { text: string | null }) {
  return (
    <Box
      sx={{
        px: 6,
        py: 1,
        minHeight: 28,
        bgcolor: 'background.paper',
        borderBottom: 1,
        borderColor: 'divider',
        color: 'text.secondary',
        fontSize: 12,
        lineHeight: '20px',
        flexShrink: 0,
      }}
    >
      {text ?? 'Point at a bar, or use the arrow keys, to see when it holds. Enter opens the rule.'}
    </Box>
  );
}

/** Scrolls no farther than a row needs to be seen under the axis. */
function bringIntoSight(frame: HTMLElement | null, row: number): void {
  if (frame === null) return;
  const room = frame.clientHeight - AXIS;
  frame.scrollTop = Math.min(row * ROW, Math.max(frame.scrollTop, (row + 1) * ROW - room));
}

/** A row for each rule over time: windows solid, freezes hatched, maintenance dotted, overrides on top. */
export function Strip({ rows, range, zone, now, selected, onOpen, onLeave }: StripProps) {
  const look = useLook();
  const id = useId();
  const [element, setElement] = useState<HTMLElement | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<StripPlace | null>(null);
  const [hovered, setHovered] = useState<StripPlace | null>(null);
  const [focused, setFocused] = useState(false);
  const scale: StripScale = { range, width: Math.max(1, useWidth(element)) };
  const height = rows.length * ROW;
  const isThere = (one: StripPlace | null) => one !== null && rows[one.row]?.occurrences[one.at] !== undefined;
  const active = isThere(place) ? place : firstPlace(rows, now);
  const byKeys = focused ? active : null;
  const told = isThere(hovered) ? hovered : byKeys;
  const toldRow = told === null ? undefined : rows[told.row];
  const toldSpan = told === null ? undefined : toldRow?.occurrences[told.at]?.span;
  const activeRow = active === null ? undefined : rows[active.row];
  const activeSpan = active === null ? undefined : activeRow?.occurrences[active.at]?.span;

  function onKeyDown(event: KeyboardEvent): void {
    if (active === null || event.ctrlKey || event.metaKey || event.altKey) return;
    if (KEYS.includes(event.key)) {
      event.preventDefault();
      const next = stepPlace(rows, active, event.key as StripKey); // the list holds exactly the StripKeys
      setPlace(next);
      bringIntoSight(frame.current, next.row);
    }
    if (event.key === 'Escape') onLeave();
    if (event.key === 'Enter' && activeRow !== undefined) {
      event.preventDefault();
      onOpen(activeRow.rule.id);
    }
  }

  function placeAt(event: PointerEvent): StripPlace | null {
    const box = event.currentTarget.getBoundingClientRect();
    const row = Math.floor((event.clientY - box.top) / ROW);
    const own = rows[row];
    const at = own === undefined ? null : occurrenceAt(own, event.clientX - box.left, scale);
    return at === null ? null : { row, at };
  }

  return (
    <>
      <Frame ref={frame}>
        <Box sx={{ display: 'flex', position: 'sticky', top: 0, zIndex: 1, bgcolor: 'background.paper' }}>
          <Box sx={{ width: NAMES, flexShrink: 0 }} />
          <Box sx={{ flex: 1, minWidth: 0, borderBottom: 1, borderColor: 'divider' }}>
            <Axis scale={scale} zone={zone} />
          </Box>
        </Box>
        <Box sx={{ display: 'flex' }}>
          <Box
            component="ul"
            aria-label="Rules of the picture"
            sx={{ width: NAMES, flexShrink: 0, m: 0, p: 0, listStyle: 'none' }}
          >
            {rows.map(({ rule }) => (
              <li key={rule.id}>
                <Name
                  type="button"
                  title={`${kindLooks[rule.kind].label}: ${rule.name}`}
                  aria-current={rule.id === selected}
                  tabIndex={-1}
                  onClick={() => onOpen(rule.id)}
                >
                  <KindMark kind={rule.kind} />
                  <span>{rule.name}</span>
                </Name>
              </li>
            ))}
          </Box>
          <Ground
            ref={setElement}
            {...(activeSpan === undefined
              ? {}
              : {
                  role: 'listbox',
                  tabIndex: 0,
                  'aria-label': 'When rules hold',
                  'aria-activedescendant': `${id}-active`,
                })}
            onKeyDown={onKeyDown}
            onFocus={() => setFocused(true)}
            onBlur={() => setFocused(false)}
            onPointerMove={(event) => setHovered(placeAt(event))}
            onPointerLeave={() => setHovered(null)}
            onClick={(event) => {
              const at = placeAt(event as unknown as PointerEvent); // a click is where its pointer is
              const row = at === null ? undefined : rows[at.row];
              if (at === null || row === undefined) return;
              setPlace(at);
              onOpen(row.rule.id);
            }}
            sx={{ cursor: hovered === null ? 'default' : 'pointer' }}
          >
            <svg role="presentation" width={scale.width} height={height} style={{ display: 'block' }}>
              <KindPatterns id={id} look={look} />
              {now > range.start && <rect width={xOf(now, scale)} height={height} fill={look.muted} />}
              <Months scale={scale} zone={zone} height={height} />
              {rows.map((row, at) => (
                <Row key={row.rule.id} row={row} y={at * ROW} scale={scale} id={id} />
              ))}
              {now >= range.start && now < range.end && (
                <line
                  x1={xOf(now, scale)}
                  x2={xOf(now, scale)}
                  y2={height}
                  stroke={look.tones.danger.mark}
                  strokeWidth={1.5}
                />
              )}
              {active !== null && activeRow !== undefined && activeSpan !== undefined && (
                <rect
                  id={`${id}-active`}
                  role="option"
                  aria-selected={activeRow.rule.id === selected}
                  aria-label={labelOf(activeRow, activeSpan, zone)}
                  x={extentOf(activeSpan, scale).x - 2}
                  y={active.row * ROW + 3}
                  width={extentOf(activeSpan, scale).width + 4}
                  height={ROW - 6}
                  rx={2}
                  fill="none"
                  stroke={focused ? look.focus : 'none'}
                  strokeWidth={2}
                />
              )}
            </svg>
          </Ground>
        </Box>
      </Frame>
      <Readout text={toldRow === undefined || toldSpan === undefined ? null : labelOf(toldRow, toldSpan, zone)} />
    </>
  );
}
