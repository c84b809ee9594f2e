import Box from '@mui/material/Box';
import { type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useId, useRef, useState } from 'react';
import { type ActiveRow, placeOfActive, rowsToDraw } from './active-row.ts';
import { BodyRow, Cell, Frame, HeadCell, HeadRow } from './data-table-parts.tsx';
import { RowSkeletons } from './skeletons.tsx';
import { step, type TableKey } from './table-keys.ts';
import { size } from './tokens.ts';
import { useDensity } from './use-look.ts';
import { visuallyHidden } from './visually-hidden.ts';

export interface Column<Row> {
  readonly key: string;
  /** Empty where the cells speak for themselves; the key is then read out. */
  readonly header: string;
  /** A CSS grid track: `120px`, `1fr`, `minmax(200px, 2fr)`. */
  readonly width: string;
  readonly align?: 'start' | 'end' | undefined;
  readonly render: (row: Row) => ReactNode;
}

export interface DataTableProps<Row> {
  /** What the table lists, for screen readers. */
  readonly label: string;
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly columns: readonly Column<Row>[];
  readonly selectedKey?: string | null | undefined;
  /** Enter or a click on a row. */
  readonly onOpen?: ((row: Row) => void) | undefined;
  /** The last rows are near: fetch more. */
  readonly onNearEnd?: (() => void) | undefined;
  /** How far down it shows, a few rows more drawn than seen; told again when that changes. */
  readonly onReach?: ((row: number) => void) | undefined;
  /** Nothing is known yet: grey rows stand in. */
  readonly loading?: boolean | undefined;
  readonly rowHeight?: number | undefined;
  /** What stands in place of no rows. */
  readonly empty?: ReactNode;
}

/** Rows drawn above and below those in sight. */
const OVERSCAN = 8;

function keyOf(event: KeyboardEvent): TableKey | null {
  const keys: readonly string[] = ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'];
  return keys.includes(event.key) ? (event.key as TableKey) : null; // the list holds exactly the TableKeys
}

/** A virtualised table of any length: one tab stop, arrows move, Enter opens, the head stays. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, rows, rowKey, columns, selectedKey, onOpen, onNearEnd, onReach, loading = false, empty } = props;
  const density = useDensity();
  const rowHeight = props.rowHeight ?? size.row[density];
  const scroller = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<ActiveRow>({ key: null, index: 0 });
  const [focused, setFocused] = useState(false);
  const tableId = useId();
  const keyAt = (index: number) => {
    const row = rows[index];
    return row === undefined ? '' : rowKey(row);
  };
  const active = placeOfActive(rows.length, keyAt, at);
  const drawn = focused ? active : null;
  // The row that took the place of one that is gone is itself the active one from now on.
  if ((focused || at.key !== null) && rows.length > 0 && (at.key !== keyAt(active) || at.index !== active)) {
    setAt({ key: keyAt(active), index: active });
  }
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => {
      const row = rows[index];
      return row === undefined ? index : rowKey(row);
    },
    overscan: OVERSCAN,
    rangeExtractor: useCallback((range: Range) => rowsToDraw(range, drawn), [drawn]),
    scrollPaddingStart: 32,
  });
  // An id has no spaces.
  const idOf = (key: string) => `${tableId}-${encodeURIComponent(key)}`;
  const template = columns.map((column) => column.width).join(' ');
  const items = virtual.getVirtualItems();
  const last = items.length === 0 ? 0 : Math.min((virtual.range?.endIndex ?? 0) + OVERSCAN, rows.length - 1);

  useEffect(() => {
    if (rows.length > 0 && last >= rows.length - 20) onNearEnd?.();
  }, [last, rows.length, onNearEnd]);

  useEffect(() => onReach?.(last), [last, onReach]);

  useEffect(() => {
    virtual.measure();
  }, [virtual, rowHeight]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const key = keyOf(event);
    if (key !== null) {
      event.preventDefault();
      const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? rowHeight) / rowHeight) - 2);
      const next = step(key, active, { count: rows.length, page });
      setAt({ key: keyAt(next), index: next });
      virtual.scrollToIndex(next);
      // Where the page scrolls instead of the table.
      document.getElementById(idOf(keyAt(next)))?.scrollIntoView({ block: 'nearest' });
      return;
    }
    const row = rows[active];
    if (event.key === 'Enter' && row !== undefined && onOpen !== undefined) {
      event.preventDefault();
      onOpen(row);
    }
  }

  return (
    <Frame
      ref={scroller}
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length}
      aria-busy={loading}
      tabIndex={0}
      aria-activedescendant={focused && rows.length > 0 ? idOf(keyAt(active)) : undefined}
      onKeyDown={onKeyDown}
      onFocus={(event) => setFocused(event.target === event.currentTarget)}
      onBlur={() => setFocused(false)}
    >
      <div role="rowgroup" className="head">
        <HeadRow role="row" aria-rowindex={1} style={{ gridTemplateColumns: template }}>
          {columns.map((column) => (
            <HeadCell key={column.key} role="columnheader" align={column.align ?? 'start'}>
              {column.header === '' ? <span style={visuallyHidden}>{column.key}</span> : column.header}
            </HeadCell>
          ))}
        </HeadRow>
      </div>
      {loading && rows.length === 0 ? (
        <RowSkeletons rows={10} height={rowHeight} />
      ) : (
        <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {items.map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            const key = rowKey(row);
            return (
              <BodyRow
                key={key}
                id={idOf(key)}
                role="row"
                aria-rowindex={item.index + 2}
                aria-selected={selectedKey === undefined ? undefined : key === selectedKey}
                active={focused && item.index === active}
                opens={onOpen !== undefined}
                style={{ height: rowHeight, transform: `translateY(${item.start}px)`, gridTemplateColumns: template }}
                onClick={() => {
                  setAt({ key, index: item.index });
                  onOpen?.(row);
                }}
              >
                {columns.map((column) => (
                  <Cell key={column.key} role="gridcell" align={column.align ?? 'start'}>
                    {column.render(row)}
                  </Cell>
                ))}
              </BodyRow>
            );
          })}
        </div>
      )}
      {!loading && rows.length === 0 && <Box role="presentation">{empty}</Box>}
    </Frame>
  );
}
