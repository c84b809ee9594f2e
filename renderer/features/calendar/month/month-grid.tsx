import { styled } from '@mui/material/styles';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Day } from '../../../../shared/model/time.ts';
import { formatCount, formatDay } from '../../../lib/format.ts';
import type { Palette } from '../../../ui/tokens.ts';
import { visuallyHidden } from '../../../ui/visually-hidden.ts';
import { MonthBar } from './month-bar.tsx';
import type { MonthDayOff } from './month-days-off.ts';
import { fitWeek, type Month, type MonthDay, type MonthWeek, stepDay, type WeekBar } from './month-model.ts';

/** Pixels of a bar with its gap, and of a day's number. */
const BAR = 22;
const NUMBER = 26;

const Grid = styled('div')(({ theme }) => ({
  flex: 1,
  minHeight: 0,
  display: 'flex',
  flexDirection: 'column',
  overflow: 'auto',
  background: theme.look.surface,
}));

const Head = styled('div')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'repeat(7, minmax(0, 1fr))',
  position: 'sticky',
  top: 0,
  zIndex: 2,
  background: theme.look.surface,
  borderBottom: `1px solid ${theme.look.line}`,
  fontSize: 12,
  fontWeight: 560,
  lineHeight: '28px',
  color: theme.look.textSoft,
  '& > div': { padding: '0 8px' },
}));

const Week = styled('div')(({ theme }) => ({
  flex: '1 0 116px',
  display: 'grid',
  gridTemplateColumns: 'repeat(7, minmax(0, 1fr))',
  borderBottom: `1px solid ${theme.look.line}`,
}));

function offGround(look: Palette): string {
  return look.scheme === 'dark' ? look.frame : look.muted;
}

const Cell = styled('div')(({ theme }) => ({
  position: 'relative',
  minWidth: 0,
  borderRight: `1px solid ${theme.look.line}`,
  cursor: 'default',
  '&[data-off="all"]': { background: offGround(theme.look) },
  // Some trains work: only the head of the day is shaded.
  '&[data-off="some"]': {
    background: `linear-gradient(${offGround(theme.look)} ${NUMBER}px, transparent ${NUMBER}px)`,
  },
  '&[data-outside="true"] > .number': { color: theme.look.textFaint, fontWeight: 420 },
  '& > .number': {
    display: 'inline-flex',
    minWidth: 22,
    height: 20,
    margin: '3px 0 0 4px',
    padding: '0 5px',
    alignItems: 'center',
    justifyContent: 'center',
    borderRadius: 10,
    fontSize: 12,
    fontWeight: 560,
    fontVariantNumeric: 'tabular-nums',
  },
  '&[data-today="true"] > .number': { background: theme.look.primary, color: theme.look.onPrimary },
  '&:focus-visible': { outline: `2px solid ${theme.look.focus}`, outlineOffset: -2, zIndex: 1 },
}));

const More = styled('button')(({ theme }) => ({
  position: 'absolute',
  left: 4,
  right: 4,
  height: 20,
  border: 0,
  padding: '0 6px',
  borderRadius: 4,
  background: 'transparent',
  color: theme.look.textSoft,
  font: 'inherit',
  fontSize: 12,
  lineHeight: '20px',
  textAlign: 'left',
  cursor: 'pointer',
  zIndex: 1,
  '&:hover': { background: theme.look.hover, color: theme.look.text },
}));

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** How many rows of bars fit a week of the grid now. */
function useRows(element: HTMLElement | null, weeks: number): number {
  const [rows, setRows] = useState(3);
  useEffect(() => {
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      const week = Math.max(116, (element.clientHeight - 29) / weeks);
      setRows(Math.max(2, Math.floor((week - NUMBER - 2) / BAR)));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [element, weeks]);
  return rows;
}

export interface MonthGridProps {
  readonly month: Month;
  readonly daysOff: ReadonlyMap<Day, MonthDayOff>;
  /** The day that keys stand on. */
  readonly at: Day;
  readonly today: Day;
  readonly onAt: (day: Day) => void;
  readonly onOpen: (day: Day, anchor: HTMLElement) => void;
}

interface DayCellProps extends Omit<MonthGridProps, 'month' | 'daysOff'> {
  readonly entry: MonthDay;
  readonly off: MonthDayOff | undefined;
  readonly bars: readonly WeekBar[];
  readonly more: number;
  readonly rows: number;
  readonly onKey: (event: KeyboardEvent<HTMLElement>, day: Day) => void;
}

function offOf(off: MonthDayOff | undefined): 'all' | 'some' | undefined {
  if (off === undefined) return undefined;
  return off.whole ? 'all' : 'some';
}

function dayLabel({ day, items }: MonthDay, off: MonthDayOff | undefined): string {
  const what = items.length === 0 ? 'nothing planned' : formatCount(items.length, 'item');
  const free = off === undefined ? '' : `, ${off.text || (off.whole ? 'not worked' : 'not worked by some trains')}`;
  return `${formatDay(day)}, ${what}${free}`;
}

function DayCell({ entry, off, bars, more, rows, at, today, onOpen, onKey }: DayCellProps) {
  const { day, inMonth } = entry;
  return (
    <Cell
      role="gridcell"
      aria-current={day === today ? 'date' : undefined}
      tabIndex={day === at ? 0 : -1}
      data-day={day}
      data-off={offOf(off)}
      title={off?.text === '' ? undefined : off?.text}
      data-outside={!inMonth}
      data-today={day === today}
      onKeyDown={(event) => onKey(event, day)}
      onDoubleClick={(event) => onOpen(day, event.currentTarget)}
    >
      <span style={visuallyHidden}>{dayLabel(entry, off)}</span>
      <span className="number" aria-hidden>
        {Number(day.slice(8))}
      </span>
      {bars.map((bar) => (
        <MonthBar key={bar.item.id} bar={bar} top={NUMBER + bar.row * BAR} />
      ))}
      {more > 0 && (
        <More
          type="button"
          tabIndex={-1}
          style={{ top: NUMBER + (rows - 1) * BAR }}
          onClick={(event) => onOpen(day, event.currentTarget)}
        >
          +{more} more
        </More>
      )}
    </Cell>
  );
}

function WeekRow({
  week,
  rows,
  daysOff,
  ...rest
}: { week: MonthWeek; daysOff: MonthGridProps['daysOff'] } & Omit<DayCellProps, 'entry' | 'off' | 'bars' | 'more'>) {
  const { shown, more } = fitWeek(week, rows);
  return (
    <Week role="row">
      {week.days.map((entry, column) => (
        <DayCell
          {...rest}
          key={entry.day}
          entry={entry}
          off={daysOff.get(entry.day)}
          rows={rows}
          bars={shown.filter((bar) => bar.from === column)}
          more={more[column] ?? 0}
        />
      ))}
    </Week>
  );
}

/** Days in weeks: one tab stop, arrows walk the days, Enter lists a day. */
export function MonthGrid({ month, daysOff, at, today, onAt, onOpen }: MonthGridProps) {
  const [element, setElement] = useState<HTMLElement | null>(null);
  const wanted = useRef<Day | null>(null);
  const rows = useRows(element, month.weeks.length);

  useEffect(() => {
    if (wanted.current !== at) return;
    wanted.current = null;
    element?.querySelector<HTMLElement>(`[data-day="${at}"]`)?.focus();
  }, [element, at]);

  function onKey(event: KeyboardEvent<HTMLElement>, day: Day): void {
    if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      return onOpen(day, event.currentTarget);
    }
    const next = stepDay(day, event.key);
    if (next === null) return;
    event.preventDefault();
    wanted.current = next;
    onAt(next);
  }

  return (
    <Grid ref={setElement} role="grid" aria-label="Month">
      <Head role="row">
        {weekdays.map((name) => (
          <div key={name} role="columnheader" aria-label={name}>
            {name.slice(0, 3)}
          </div>
        ))}
      </Head>
      {month.weeks.map((week) => (
        <WeekRow
          key={week.days[0]?.day}
          week={week}
          rows={rows}
          daysOff={daysOff}
          at={at}
          today={today}
          onAt={onAt}
          onOpen={onOpen}
          onKey={onKey}
        />
      ))}
    </Grid>
  );
}
