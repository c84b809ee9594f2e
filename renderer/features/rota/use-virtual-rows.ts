import { type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { rowsToDraw } from '../../ui/active-row.ts';

/** A row that is drawn, and the room above it that stands for rows that are not. */
export interface DrawnRow {
  readonly index: number;
  readonly gap: number;
}

/** The least height of a row, for those that were never drawn. */
const ROW = 44;
const OVERSCAN = 8;

/** The rows of a table inside a scroller with other things above it; each is as high as what stands in it. */
export function useVirtualRows(scroller: RefObject<HTMLElement | null>, keys: readonly string[]) {
  const table = useRef<HTMLTableElement>(null);
  const [top, setTop] = useState(0);
  const [focused, setFocused] = useState<number | null>(null);
  const virtual = useVirtualizer({
    count: keys.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    getItemKey: (index) => keys[index] ?? index,
    overscan: OVERSCAN,
    scrollMargin: top,
    // Where the focus is stays: it would be lost with its row.
    rangeExtractor: useCallback((range: Range) => rowsToDraw(range, focused), [focused]),
  });

  useLayoutEffect(() => {
    const above = table.current?.parentElement?.parentElement;
    const place = () => setTop(table.current?.offsetTop ?? 0);
    const watch = new ResizeObserver(place);
    for (const element of above?.children ?? []) watch.observe(element);
    place();
    return () => watch.disconnect();
  }, []);

  const items = virtual.getVirtualItems();
  const drawn = items.map(({ index, start }, at): DrawnRow => {
    const end = at === 0 ? top : (items[at - 1]?.end ?? top);
    return { index, gap: Math.max(0, start - end) };
  });
  const last = items.at(-1)?.end ?? top;
  return {
    table,
    drawn,
    /** The room below the last row. */
    below: Math.max(0, top + virtual.getTotalSize() - last),
    measure: virtual.measureElement,
    /** The focus is in the row of this index, or in none. */
    onFocus: (index: string | null) => setFocused(index === null ? null : Number(index)),
  };
}
