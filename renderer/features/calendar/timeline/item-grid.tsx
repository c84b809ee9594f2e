import { styled } from '@mui/material/styles';
import { type CSSProperties, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import type { Severity } from '../../../../shared/model/severity.ts';
import type { Zone } from '../../../../shared/model/time.ts';
import { describeItem, labelOf } from './describe.ts';
import { type Box, itemBox, type Slice } from './item-box.ts';
import { notesOf } from './item-notes.ts';
import { ITEM_KEYS } from './keys.ts';
import type { Layout } from './layout.ts';
import type { Marks } from './marks.ts';
import { mirrorOf } from './mirror.ts';
import type { ModelLane, TimelineItem, TimelineModel } from './model.ts';
import { nearestIn } from './roving.ts';
import type { ItemKeys } from './use-item-keys.ts';
import type { Viewport } from './viewport.ts';

const Row = styled('div')({ position: 'absolute', left: 0, right: 0, pointerEvents: 'none' });

const Name = styled('div')(({ theme }) => ({
  position: 'absolute',
  left: 0,
  top: 0,
  height: '100%',
  padding: '7px 12px',
  overflow: 'hidden',
  pointerEvents: 'auto',
  background: theme.look.surface,
  borderRight: `1px solid ${theme.look.line}`,
  borderBottom: `1px solid ${theme.look.line}`,
}));

const Cells = styled('div')({ position: 'absolute', top: 0, bottom: 0, right: 0, overflow: 'hidden' });

// The ring around the focus is drawn on the canvas, where it moves with its item.
const Cell = styled('div')({ position: 'absolute', '&, &:focus, &:focus-visible': { outline: 'none' } });

const TARGET = 24;

interface CellProps {
  /** A key leads from the lane's first item to the lane's name. */
  readonly leavesLane: (event: KeyboardEvent<HTMLElement>, item: TimelineItem) => void;
  readonly item: TimelineItem;
  readonly box: Box;
  readonly tabIndex: 0 | -1;
  readonly displayZone: Zone | null;
  readonly severity: Severity | undefined;
  /** What lies over it, in words. */
  readonly notes: readonly string[];
  readonly keys: ItemKeys;
}

/** At least as large as a target must be (WCAG 2.5.8), around the item's middle. */
function targetOf(box: Box): CSSProperties {
  const width = Math.max(TARGET, box.width);
  const height = Math.max(TARGET, box.height);
  return { left: box.x - (width - box.width) / 2, top: box.y - (height - box.height) / 2, width, height };
}

function ItemCell({ item, box, tabIndex, displayZone, severity, notes, keys, leavesLane }: CellProps) {
  const element = useRef<HTMLDivElement>(null);
  const wanted = keys.active === item.id && keys.wantsFocus;
  const { onFocusTaken } = keys;
  useEffect(() => {
    if (!wanted) return;
    element.current?.focus({ preventScroll: true });
    onFocusTaken();
  }, [wanted, onFocusTaken]);

  return (
    <Cell
      ref={element}
      role="gridcell"
      tabIndex={tabIndex}
      aria-label={labelOf(describeItem(item, displayZone), { severity, notes })}
      aria-keyshortcuts="Enter M Alt+ArrowLeft Alt+ArrowRight"
      data-item={item.id}
      data-keys={ITEM_KEYS}
      style={targetOf(box)}
      onFocus={() => keys.onFocus(item)}
      onBlur={keys.onBlur}
      onKeyDown={(event) => leavesLane(event, item)}
    />
  );
}

export interface ItemGridProps {
  readonly model: TimelineModel;
  readonly layout: Layout;
  readonly settled: { readonly view: Viewport; readonly slice: Slice };
  readonly keys: ItemKeys;
  readonly displayZone: Zone | null;
  readonly marks: Marks;
  readonly nameWidth: number;
  readonly renderName: (lane: ModelLane, inTabOrder: boolean) => ReactNode;
}

/** The names of the lanes, and an element for each item on screen, one of them in the tab order. */
export function ItemGrid({ model, layout, settled, keys, displayZone, marks, nameWidth, renderName }: ItemGridProps) {
  const active = keys.active === null ? null : (model.byId.get(keys.active) ?? null);
  // A screen more of names above and below, so that scrolling does not uncover empty ones.
  const near = { top: settled.slice.top - settled.slice.height, height: settled.slice.height * 3 };
  const mirrored = mirrorOf({ layout, view: settled.view, slice: near }, active);
  const grid = useRef<HTMLDivElement>(null);

  function focusName(lane: number): boolean {
    const link = grid.current?.querySelector<HTMLElement>(
      `[aria-rowindex="${lane + 1}"] [role="rowheader"] :is(a, button)`,
    );
    link?.focus();
    return link !== null && link !== undefined;
  }

  function leavesLane(event: KeyboardEvent<HTMLElement>, item: TimelineItem): void {
    const plain = !event.altKey && !event.shiftKey && !event.ctrlKey && !event.metaKey && keys.edit === null;
    const isFirst = model.lanes[item.lane]?.items[0]?.id === item.id;
    if (event.key !== 'ArrowLeft' || !plain || !isFirst || !focusName(item.lane)) return;
    event.preventDefault();
  }

  /** From a train's name, arrows go to its items and to the names above and below. */
  function onNameKey(event: KeyboardEvent<HTMLElement>, lane: ModelLane): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const index = model.lanes.indexOf(lane);
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const { start, width, msPerPx } = settled.view;
    const item = event.key === 'ArrowRight' ? nearestIn(lane, start + (width * msPerPx) / 2) : null;
    if (by === undefined && item === null) return;
    event.preventDefault();
    if (by !== undefined) focusName(index + by);
    if (item !== null) keys.focusItem(item.id);
  }

  const elements = mirrored.flatMap(({ items }) => items);
  const inTabOrder = elements.find(({ item }) => item.id === active?.id) ?? elements[0];

  return (
    <div
      ref={grid}
      role="grid"
      aria-label="Timeline, a row for each lane"
      aria-rowcount={model.lanes.length}
      data-rows="lane"
      aria-multiselectable={false}
    >
      {mirrored.map(({ lane, items }) => {
        const modelLane = model.lanes[lane.index];
        if (modelLane === undefined) return null;
        return (
          <Row
            key={modelLane.lane.id}
            role="row"
            aria-rowindex={lane.index + 1}
            style={{ top: lane.y, height: lane.height }}
          >
            <Name role="rowheader" style={{ width: nameWidth }} onKeyDown={(event) => onNameKey(event, modelLane)}>
              {renderName(modelLane, inTabOrder === undefined && lane === mirrored[0]?.lane)}
            </Name>
            <Cells role="presentation" style={{ left: nameWidth }}>
              {items.map((placed) => (
                <ItemCell
                  key={placed.item.id}
                  item={placed.item}
                  box={itemBox({ view: settled.view, detail: layout.detail, y: placed.y - lane.y }, placed.item)}
                  tabIndex={placed === inTabOrder ? 0 : -1}
                  displayZone={displayZone}
                  severity={marks.get(placed.item.id)}
                  notes={notesOf(model, placed.item)}
                  keys={keys}
                  leavesLane={leavesLane}
                />
              ))}
            </Cells>
          </Row>
        );
      })}
    </div>
  );
}
