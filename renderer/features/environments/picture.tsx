import Box from '@mui/material/Box';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { addDays } from '../../../shared/domain/calendar/days.ts';
import { startOfDay } from '../../../shared/domain/calendar/zoned-time.ts';
import type { Booking } from '../../../shared/model/environment.ts';
import type { Utilisation } from '../../../shared/model/environment-use.ts';
import type { BookingId } from '../../../shared/model/ids.ts';
import type { Instant, Zone } from '../../../shared/model/time.ts';
import { dayScale, dayTicks } from '../../ui/chart/scales.ts';
import { useWidth } from '../../ui/chart/use-width.ts';
import { type } from '../../ui/tokens.ts';
import { useLook } from '../../ui/use-look.ts';
import { heightOf, LaneBody, LaneName, type LaneScale } from './lane-row.tsx';
import { laneOf } from './lanes.ts';
import type { DayRange } from './range.ts';
import type { TreeRow } from './tree.ts';
import { UseBar } from './use-bar.tsx';
import { isWalkKey, walk, walkRow } from './walk.ts';

const AXIS = 26;

export interface PictureProps {
  readonly rows: readonly TreeRow[];
  readonly bookings: readonly Booking[];
  readonly clashing: ReadonlySet<BookingId>;
  readonly use: Utilisation | undefined;
  readonly range: DayRange;
  readonly zone: Zone;
  readonly now: Instant;
  readonly openId: string | undefined;
  readonly openBooking: string | undefined;
  /** What the picture is scrolled by; null before it is there. */
  readonly scroller: HTMLElement | null;
  /** Beside an open panel: less room. */
  readonly narrow: boolean;
  readonly onOpenEnvironment: (id: string) => void;
  readonly onOpenBooking: (booking: Booking) => void;
}

/** Who has which environment when: a lane each, with how much of it is used. One tab stop; arrows walk. */
export function Picture(props: PictureProps) {
  const { rows, bookings, clashing, use, range, zone, now, scroller, narrow } = props;
  const look = useLook();
  const [room, setRoom] = useState<HTMLElement | null>(null);
  const picture = useRef<HTMLDivElement>(null);
  const [above, setAbove] = useState(0);
  const [active, setActive] = useState<string | null>(null);
  const [moved, setMoved] = useState(0);
  const width = useWidth(room);
  const template = narrow ? '160px minmax(0, 1fr) 92px' : '208px minmax(0, 1fr) 124px';

  const lanes = useMemo(() => {
    const byEnvironment = Map.groupBy(bookings, ({ environmentId }) => environmentId);
    return rows.map((row) => {
      const own = byEnvironment.get(row.environment.id) ?? [];
      return { row, lane: laneOf(row.environment, own, clashing), count: own.length };
    });
  }, [rows, bookings, clashing]);
  const walked = useMemo(() => lanes.map(({ row, lane }) => walkRow(row.environment.id, lane)), [lanes]);
  const laneOfItem = (item: string | null) =>
    walked.findIndex(({ name, items }) => name === item || (item !== null && items.includes(item)));
  const activeLane = Math.max(0, laneOfItem(active));
  const activeKey = laneOfItem(active) >= 0 ? active : (walked[0]?.name ?? null);

  const scale: LaneScale = useMemo(() => {
    const [start, end] = [startOfDay(range.from, zone), startOfDay(addDays(range.to, 1), zone)];
    return { width, x: (at) => ((at - start) / (end - start)) * width };
  }, [range.from, range.to, zone, width]);
  const ticks = useMemo(
    () => (width === 0 ? [] : dayTicks(dayScale(range.from, addDays(range.to, 1), width))),
    [range.from, range.to, width],
  );
  const nowX = scale.x(now);
  const nowAt = nowX >= 0 && nowX <= width ? nowX : null;
  const tickPlaces = useMemo(() => ticks.map(({ at }) => at), [ticks]);
  const useOf = useMemo(() => new Map(use?.environments.map((one) => [one.environmentId, one])), [use]);

  // What stands above the lanes comes and goes; the height of the page's content changes with it.
  useEffect(() => {
    const [own, content] = [picture.current, scroller?.firstElementChild];
    if (scroller === null || own === null || !content) return undefined;
    const place = () => {
      const tops = own.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
      setAbove(Math.round(tops + scroller.scrollTop));
    };
    const observer = new ResizeObserver(place);
    observer.observe(content);
    return () => observer.disconnect();
  }, [scroller]);

  const virtual = useVirtualizer({
    count: lanes.length,
    getScrollElement: () => scroller,
    scrollMargin: above,
    scrollPaddingStart: AXIS,
    estimateSize: (index) => {
      const lane = lanes[index]?.lane;
      return lane === undefined ? 46 : heightOf(lane);
    },
    getItemKey: (index) => lanes[index]?.row.environment.id ?? index,
    overscan: 4,
    // What holds the focus is drawn wherever it lies: keys that come faster than frames would lose it otherwise.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), activeLane])]
        .filter((at) => at < range.count)
        .sort((a, b) => a - b),
  });
  const total = virtual.getTotalSize();

  useEffect(() => {
    if (lanes.length > 0) virtual.measure();
  }, [virtual, lanes]);

  // The thing that a key led to may be drawn only now.
  useEffect(() => {
    if (moved === 0 || activeKey === null) return;
    picture.current?.querySelector<HTMLElement>(`[data-item="${CSS.escape(activeKey)}"]`)?.focus();
  }, [moved, activeKey]);

  function onKeyDown(event: KeyboardEvent): void {
    if (!isWalkKey(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const next = walk(walked, activeKey, event.key);
    if (next === null) return;
    virtual.scrollToIndex(laneOfItem(next));
    setActive(next);
    setMoved((count) => count + 1);
  }

  return (
    <Box>
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: template,
          height: AXIS,
          borderBottom: 1,
          borderColor: 'divider',
          pr: 3,
          // In sight as long as its lanes are.
          position: 'sticky',
          top: 0,
          zIndex: 1,
          bgcolor: 'background.paper',
        }}
      >
        <span />
        <Box ref={setRoom} aria-hidden sx={{ position: 'relative', overflow: 'hidden' }}>
          <svg width="100%" height={AXIS}>
            {ticks.map(({ at, label }) => (
              <text key={label} x={at + 3} y={17} fontSize={type.micro.size} fill={look.textSoft}>
                {label}
              </text>
            ))}
          </svg>
        </Box>
        <Box aria-hidden sx={{ fontSize: 11, lineHeight: `${AXIS}px`, color: 'text.secondary', pl: 3 }}>
          Used
        </Box>
      </Box>
      <Box
        ref={picture}
        role="group"
        aria-label="Bookings by environment; the arrow keys walk them, Enter opens"
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          const item = event.target.dataset['item'];
          if (item !== undefined) setActive(item);
        }}
        sx={{ position: 'relative', height: total, overflow: 'clip' }}
      >
        {virtual.getVirtualItems().map(({ index, start, size }) => {
          const one = lanes[index];
          if (one === undefined) return null;
          const { row, lane } = one;
          const parts = {
            ...props,
            row,
            lane,
            scale,
            nowAt,
            ticks: tickPlaces,
            activeKey,
            selected: props.openBooking,
          };
          return (
            <Box
              key={row.environment.id}
              style={{ transform: `translateY(${start - above}px)`, height: size, gridTemplateColumns: template }}
              sx={{
                position: 'absolute',
                insetInline: 0,
                pr: 3,
                display: 'grid',
                borderBottom: 1,
                borderColor: 'divider',
                bgcolor: props.openId === row.environment.id ? look.selected : 'transparent',
                opacity: row.environment.archived ? 0.75 : 1,
              }}
            >
              <LaneName {...parts} />
              <LaneBody {...parts} />
              <UseBar use={useOf.get(row.environment.id)} />
            </Box>
          );
        })}
      </Box>
    </Box>
  );
}
