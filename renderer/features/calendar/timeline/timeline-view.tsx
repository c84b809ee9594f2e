import { styled } from '@mui/material/styles';
import {
  type MouseEvent,
  type ReactNode,
  type Ref,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Zone } from '../../../../shared/model/time.ts';
import { useLook } from '../../../ui/use-look.ts';
import { createTimeline, type TimelineController, type TimelineInput } from './controller.ts';
import { AXIS_HEIGHT } from './draw-axis.ts';
import type { Edit } from './edit.ts';
import { EditBanner } from './edit-banner.tsx';
import type { Preview } from './ghosts.ts';
import type { Hit } from './hit-test.ts';
import { itemBox, type Slice } from './item-box.ts';
import { ItemCard } from './item-card.tsx';
import { ItemGrid } from './item-grid.tsx';
import { notesOf } from './item-notes.ts';
import type { Layout } from './layout.ts';
import { type Marks, noMarks } from './marks.ts';
import type { ModelLane, TimelineItem, TimelineModel } from './model.ts';
import type { Pointer } from './pointers.ts';
import { useItemKeys } from './use-item-keys.ts';
import { fitRange, type Viewport } from './viewport.ts';
import { zoneClock } from './zone-clock.ts';

/** Pixels that the names of the trains take. */
export const LANE_NAMES = 208;

const Frame = styled('div')(({ theme }) => ({
  position: 'relative',
  flex: 1,
  minHeight: 0,
  minWidth: 0,
  display: 'grid',
  gridTemplateColumns: `${LANE_NAMES}px minmax(0, 1fr)`,
  gridTemplateRows: `${AXIS_HEIGHT}px minmax(0, 1fr)`,
  background: theme.look.ground,
  overflow: 'hidden',
  '& canvas': { display: 'block' },
}));

const Corner = styled('div')(({ theme }) => ({
  background: theme.look.surface,
  borderRight: `1px solid ${theme.look.line}`,
  borderBottom: `1px solid ${theme.look.line}`,
  display: 'flex',
  alignItems: 'end',
  padding: '0 12px 5px',
  fontSize: 11,
  lineHeight: '16px',
  color: theme.look.textFaint,
}));

const Scroller = styled('div')({
  gridColumn: '1 / -1',
  position: 'relative',
  overflowX: 'hidden',
  overflowY: 'auto',
  overscrollBehavior: 'contain',
  scrollbarGutter: 'stable',
});

/** What the page around a timeline may ask of it. */
export interface TimelineHandle {
  readonly view: () => Viewport;
  readonly setView: (view: Viewport) => void;
  readonly zoomBy: (factor: number) => void;
  readonly centre: (time: number) => void;
  readonly focusItem: (id: string) => void;
  /** Goes to an item and puts the focus on it; where it is not there yet, goes to its time and does so when it comes. */
  readonly reveal: (id: string, time: number) => void;
  /** Brings a span of time and the lanes of some items on screen; the focus stays where it is. */
  readonly look: TimelineController['look'];
}

export interface TimelineViewProps {
  readonly model: TimelineModel;
  readonly now: number;
  /** The zone of the axis. */
  readonly axisZone: Zone;
  /** The display zone, shown beside plans of other zones; null where none was chosen. */
  readonly displayZone: Zone | null;
  readonly editable: boolean;
  /** The items that are in conflict. */
  readonly marks?: Marks | undefined;
  /** What is pointed at. */
  readonly pointers?: readonly Pointer[] | undefined;
  /** What is on screen at first, ms UTC. */
  readonly initial: { readonly from: number; readonly to: number };
  readonly corner?: ReactNode;
  readonly renderName: (lane: ModelLane, inTabOrder: boolean) => ReactNode;
  readonly previewOf: (edit: Edit) => Preview;
  /** Why an item cannot be dropped where an edit takes it; null where it can. */
  readonly refusalOf: (edit: Edit) => string | null;
  readonly remarkOf: (edit: Edit) => string | null;
  /** What a move that is under way would do to the rest of the plan. */
  readonly renderEffect?: ((edit: Edit) => ReactNode) | undefined;
  readonly onOpen: (item: TimelineItem) => void;
  /** Asks for the first time from where an item stands at which it is allowed. */
  readonly onLegal?: ((item: TimelineItem) => void) | undefined;
  /** A menu was asked for at an item. */
  readonly onMenu?: ((item: TimelineItem, at: { readonly left: number; readonly top: number }) => void) | undefined;
  readonly onDrop: (edit: Edit) => void;
  /** It came to rest there, with what is being moved, which must stay loaded. */
  readonly onSettle: (view: Viewport, held: TimelineItem | null) => void;
  readonly onFrame?: ((milliseconds: number) => void) | undefined;
  readonly handle?: Ref<TimelineHandle> | undefined;
}

interface Settled {
  readonly view: Viewport;
  readonly slice: Slice;
}

interface Pointed {
  readonly hit: Hit;
  readonly x: number;
  readonly y: number;
}

/** Where the card of a focused item goes; null where the item is not in sight. */
function besideItem(item: TimelineItem | null, layout: Layout | null, settled: Settled | null) {
  const placed = item && layout?.lanes[item.lane]?.items.find((each) => each.item.id === item.id);
  if (!item || !layout || !settled || !placed) return null;
  const box = itemBox({ view: settled.view, detail: layout.detail, y: placed.y - settled.slice.top }, item);
  if (box.x > settled.view.width || box.x + box.width < 0) return null;
  return { item, x: Math.max(0, box.x), y: box.y + box.height };
}

const noPointers: readonly Pointer[] = [];

/** A lane per train on a continuous time axis; drawn on canvas, mirrored as elements for keys and screen readers. */
export function TimelineView(props: TimelineViewProps) {
  const { model, now, axisZone, displayZone, editable, previewOf, refusalOf } = props;
  const { marks = noMarks, pointers = noPointers } = props;
  const look = useLook();
  const lanes = useRef<HTMLCanvasElement>(null);
  const axis = useRef<HTMLCanvasElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const spacer = useRef<HTMLDivElement>(null);
  const controller = useRef<TimelineController | null>(null);
  const newest = useRef(props);
  const [layout, setLayout] = useState<Layout | null>(null);
  const [settled, setSettled] = useState<Settled | null>(null);
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const [dragged, setDragged] = useState<Edit | null>(null);
  const clock = useMemo(() => zoneClock(axisZone), [axisZone]);

  function settleNow(): void {
    const current = controller.current;
    if (current !== null) setSettled({ view: current.view(), slice: current.slice() });
  }

  const keys = useItemKeys({
    model,
    editable,
    controller,
    refusalOf,
    onOpen: (item) => props.onOpen(item),
    onLegal: (item) => props.onLegal?.(item),
    onDrop: (edit) => props.onDrop(edit),
    onMoved: settleNow,
  });
  const { active } = keys;
  const seen = { model, now, clock, look, editable, marks, pointers };
  const input: TimelineInput = { ...seen, active, edit: keys.edit, previewOf, refusalOf };
  const newestKeys = useRef(keys);
  const newestInput = useRef(input);
  const edit = dragged ?? keys.edit;
  const newestEdit = useRef(edit);

  useEffect(() => {
    newest.current = props;
    newestKeys.current = keys;
    newestInput.current = input;
    newestEdit.current = edit;
  });

  // Mounted once: everything that changes later goes through `update`.
  useEffect(() => {
    const elements = [lanes.current, axis.current, scroller.current, spacer.current] as const;
    const [lanesElement, axisElement, scrollerElement, spacerElement] = elements;
    if (!lanesElement || !axisElement || !scrollerElement || !spacerElement) return;
    const width = Math.max(1, scrollerElement.clientWidth - LANE_NAMES);
    const { from, to } = newest.current.initial;
    const timeline = createTimeline(
      { lanes: lanesElement, axis: axisElement, scroller: scrollerElement, spacer: spacerElement },
      { input: newestInput.current, view: fitRange(width, from, to) },
      {
        onSettle(view, slice) {
          setSettled({ view, slice });
          newest.current.onSettle(view, newestEdit.current?.item ?? null);
        },
        onLayout: setLayout,
        onHover: (hit, at) => setPointed(hit === null ? null : { hit, ...at }),
        onPress: (hit) => newestKeys.current.press(hit?.item ?? null),
        onOpen: (hit) => newest.current.onOpen(hit.item),
        onDrag(edit) {
          setPointed(null);
          setDragged(edit);
        },
        onDrop: (edit) => newest.current.onDrop(edit),
        onFrame: (milliseconds) => newest.current.onFrame?.(milliseconds),
      },
    );
    controller.current = timeline;
    return () => {
      controller.current = null;
      timeline.destroy();
    };
  }, []);

  useEffect(() => controller.current?.update(input));

  // Escape lets go of what the pointer drags, wherever the focus is.
  useEffect(() => {
    if (dragged === null) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      // Nothing else is closed by the same press.
      event.preventDefault();
      controller.current?.cancel();
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, [dragged]);

  const awaited = useRef<string | null>(null);
  // What was asked for before it was read gets the focus when it comes.
  useEffect(() => {
    const id = awaited.current;
    if (id === null || !model.byId.has(id)) return;
    awaited.current = null;
    newestKeys.current.focusItem(id);
  }, [model]);

  const focusedItem = keys.focused && keys.active !== null ? (model.byId.get(keys.active) ?? null) : null;

  useImperativeHandle(props.handle, () => ({
    view: () => controller.current?.view() ?? fitRange(1, props.initial.from, props.initial.to),
    setView: (view) => controller.current?.setView(view),
    zoomBy(factor) {
      const timeline = controller.current;
      const view = timeline?.view();
      // Around the item that has the focus, else around the middle.
      timeline?.zoomBy(factor, focusedItem && view ? (focusedItem.start - view.start) / view.msPerPx : undefined);
    },
    centre: (time) => controller.current?.centre(time),
    look: (span, ids) => controller.current?.look(span, ids),
    focusItem: keys.focusItem,
    reveal(id, time) {
      awaited.current = model.byId.has(id) ? null : id;
      if (awaited.current === null) keys.focusItem(id);
      else controller.current?.centre(time);
    },
  }));

  function askMenu(event: MouseEvent<HTMLElement>): void {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-item]') : null;
    const onCell = cell === null ? undefined : model.byId.get(cell.dataset.item ?? '');
    const item = onCell ?? controller.current?.itemAt(event);
    if (item === undefined || item === null || props.onMenu === undefined) return;
    event.preventDefault();
    const box = cell?.getBoundingClientRect();
    // A key that asks for it has no place of its own.
    const byKey = box !== undefined && event.button !== 2;
    props.onMenu(item, byKey ? { left: box.left, top: box.bottom } : { left: event.clientX, top: event.clientY });
  }

  const shown =
    pointed === null
      ? besideItem(focusedItem, layout, settled)
      : { item: pointed.hit.item, x: pointed.x, y: pointed.y };
  return (
    <Frame>
      <Corner>{props.corner}</Corner>
      <canvas ref={axis} aria-hidden />
      <Scroller ref={scroller} data-testid="timeline-scroller" onContextMenu={askMenu}>
        <div ref={spacer} style={{ position: 'relative', minHeight: '100%' }}>
          <div style={{ position: 'sticky', top: 0, marginLeft: LANE_NAMES, height: 0 }}>
            <canvas ref={lanes} aria-hidden data-testid="timeline-canvas" style={{ touchAction: 'none' }} />
          </div>
          {layout !== null && settled !== null && (
            <ItemGrid
              model={model}
              layout={layout}
              settled={settled}
              keys={keys}
              displayZone={displayZone}
              marks={marks}
              nameWidth={LANE_NAMES}
              renderName={props.renderName}
            />
          )}
        </div>
      </Scroller>
      {shown !== null && edit === null && (
        <ItemCard
          item={shown.item}
          displayZone={displayZone}
          severity={marks.get(shown.item.id)}
          notes={notesOf(model, shown.item)}
          at={{ x: shown.x + LANE_NAMES, y: shown.y + AXIS_HEIGHT }}
          editable={editable}
        />
      )}
      <EditBanner
        edit={edit}
        previewOf={previewOf}
        refusalOf={refusalOf}
        remarkOf={props.remarkOf}
        effect={edit === null ? null : props.renderEffect?.(edit)}
        byKeys={keys.edit !== null}
        said={keys.said}
      />
    </Frame>
  );
}
