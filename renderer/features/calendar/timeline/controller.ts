import type { Palette } from '../../../ui/tokens.ts';
import { bandNotes } from './bands.ts';
import { type Edit, isChanged } from './edit.ts';
import { isMovable } from './entry.ts';
import { drag, dragTo, edgePan, type Gesture, idle, press } from './gesture.ts';
import type { Preview } from './ghosts.ts';
import { type Hit, hitTest } from './hit-test.ts';
import type { Slice } from './item-box.ts';
import { changesLane, overLane } from './lane-change.ts';
import type { Layout } from './layout.ts';
import { createLayoutCache, createTicksCache } from './layout-cache.ts';
import type { Marks } from './marks.ts';
import { laneIndex, type ModelLane, type TimelineItem, type TimelineModel } from './model.ts';
import { type Pointer, placePointers, viewOf } from './pointers.ts';
import { buildScene, lanesIn } from './scene.ts';
import { createStage } from './stage.ts';
import { centreOn, panBy, reveal, timeAt, type Viewport, wheelFactor, zoomAt } from './viewport.ts';
import type { ZoneClock } from './zone-clock.ts';

/** The elements that the timeline lives in. */
export interface TimelineElements {
  readonly lanes: HTMLCanvasElement;
  readonly axis: HTMLCanvasElement;
  /** Scrolls the lanes; as high as the screen gives. */
  readonly scroller: HTMLElement;
  /** As high as all lanes: gives the scroller its range. */
  readonly spacer: HTMLElement;
}

/** What comes from outside and may change at any time. */
export interface TimelineInput {
  readonly model: TimelineModel;
  readonly now: number;
  readonly clock: ZoneClock;
  readonly look: Palette;
  readonly editable: boolean;
  /** The conflicts to mark. */
  readonly marks: Marks;
  /** What is pointed at. */
  readonly pointers: readonly Pointer[];
  /** The item that the keyboard is on. */
  readonly active: string | null;
  /** An edit by keys; drags make their own. */
  readonly edit: Edit | null;
  /** Where an edit takes its item and those that follow it. */
  readonly previewOf: (edit: Edit) => Preview;
  /** Why an item cannot be dropped where an edit takes it; null where it can. */
  readonly refusalOf: (edit: Edit) => string | null;
}

export interface TimelineEvents {
  /** Some time after the last movement: what is on screen now. */
  readonly onSettle: (view: Viewport, slice: Slice) => void;
  readonly onLayout: (layout: Layout) => void;
  readonly onHover: (hit: Hit | null, at: { readonly x: number; readonly y: number }) => void;
  readonly onPress: (hit: Hit | null) => void;
  readonly onOpen: (hit: Hit) => void;
  readonly onDrag: (edit: Edit | null) => void;
  readonly onDrop: (edit: Edit) => void;
  /** Script time of a frame in milliseconds, for benches. */
  readonly onFrame?: ((milliseconds: number) => void) | undefined;
}

export interface TimelineController {
  readonly update: (input: TimelineInput) => void;
  readonly view: () => Viewport;
  readonly slice: () => Slice;
  readonly setView: (view: Viewport) => void;
  readonly zoomBy: (factor: number, x?: number) => void;
  readonly centre: (time: number) => void;
  /** Brings a span of time on screen, and the lanes of some items as far as they have room together. */
  readonly look: (span: { readonly start: number; readonly end: number }, ids: readonly string[]) => void;
  /** Brings an item on screen. */
  readonly reveal: (id: string) => void;
  /** Shows an edit made by keys as dropped until the plan has changed. */
  readonly rest: (edit: Edit) => void;
  readonly cancel: () => void;
  /** The item that is drawn at a point of the window. */
  readonly itemAt: (point: Pick<MouseEvent, 'clientX' | 'clientY'>) => TimelineItem | null;
  readonly destroy: () => void;
}

const SETTLE_MS = 140;
const REST_MS = 1_500;
const noPreview: Preview = new Map();

/** Runs a timeline on its elements: draws at most once a frame, and only when something changed. */
export function createTimeline(
  elements: TimelineElements,
  start: { readonly input: TimelineInput; readonly view: Viewport },
  events: TimelineEvents,
): TimelineController {
  const { lanes, axis, scroller, spacer } = elements;
  const stage = createStage(lanes, axis, start.input.look);
  const layouts = createLayoutCache(stage.measure);
  const ticksOf = createTicksCache();
  let { input, view } = start;
  let layout = layouts.of(input.model, view.msPerPx);
  let height = 0;
  let gesture: Gesture = idle;
  let pointer = { x: -1, y: -1 };
  let hover: Hit | null = null;
  let preview = noPreview;
  let rested: { readonly edit: Edit; readonly model: TimelineModel } | null = null;
  let requested = 0;
  let settling = 0;
  let resting = 0;
  let destroyed = false;

  const slice = (): Slice => ({ top: scroller.scrollTop, height });
  const edit = () => (gesture.kind === 'editing' ? gesture.edit : (input.edit ?? rested?.edit ?? null));

  function request(): void {
    if (requested === 0) requested = requestAnimationFrame(frame);
  }

  function moved(): void {
    request();
    clearTimeout(settling);
    settling = window.setTimeout(() => events.onSettle(view, slice()), SETTLE_MS);
  }

  /** Keeps the lane at the top where it is while lanes change their heights. */
  function relayout(): void {
    const next = layouts.of(input.model, view.msPerPx);
    if (next === layout) return;
    const top = scroller.scrollTop;
    const anchor = layout.lanes.findLast((lane) => lane.y <= top);
    const kept = anchor && next.lanes[anchor.index];
    layout = next;
    spacer.style.height = `${layout.height}px`;
    if (anchor !== undefined && kept !== undefined) scroller.scrollTop = kept.y + (top - anchor.y);
    events.onLayout(layout);
  }

  function setView(next: Viewport): void {
    view = next;
    relayout();
    moved();
  }

  function frame(): void {
    requested = 0;
    const began = performance.now();
    if (gesture.kind === 'editing') {
      const across = edgePan(view.width, pointer.x);
      const along = changesLane(gesture.edit.item) ? edgePan(height, pointer.y) : 0;
      if (along !== 0) scroller.scrollTop -= along;
      if (across !== 0 || along !== 0) {
        follow({ ...gesture, edit: dragTo(gesture.edit, gesture.time, { view, x: pointer.x }) });
      }
      if (across !== 0) setView(panBy(view, across));
    }
    const ticks = ticksOf(input.clock, view);
    const scene = buildScene({
      model: input.model,
      layout,
      view,
      slice: slice(),
      now: input.now,
      hovered: hover?.item.id ?? null,
      active: input.active,
      preview,
      marks: input.marks,
      measure: stage.measure,
    });
    const placing = { model: input.model, layout, view, slice: slice(), ghosts: scene.ghosts };
    const pointers = placePointers(placing, input.pointers);
    stage.paint({ scene, view, ticks, now: input.now, pointers });
    events.onFrame?.(performance.now() - began);
  }

  /** What is held goes to the lane under the pointer too. */
  function follow(held: Gesture & { readonly kind: 'editing' }): void {
    const edit = overLane(held.edit, laneAt(pointer.y), input.model);
    gesture = { ...held, edit };
    lanes.style.cursor = input.refusalOf(edit) === null ? 'grabbing' : 'not-allowed';
    events.onDrag(edit);
    refreshPreview();
  }

  function refreshPreview(): void {
    const current = edit();
    preview = current === null ? noPreview : input.previewOf(current);
    request();
  }

  function resize(): void {
    const box = lanes.parentElement?.getBoundingClientRect();
    const width = Math.max(1, Math.floor(box?.width ?? 1));
    height = scroller.clientHeight;
    stage.resize(width, height, window.devicePixelRatio || 1);
    if (width !== view.width) setView({ ...view, width });
    else moved();
  }

  function place(event: Pick<MouseEvent, 'clientX' | 'clientY'>): { readonly x: number; readonly y: number } {
    const box = lanes.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }

  function hitAt(at: { readonly x: number; readonly y: number }): Hit | null {
    return hitTest({ layout, view, slice: slice() }, at.x, at.y);
  }

  function laneAt(y: number): ModelLane | undefined {
    const [laid] = lanesIn(layout, { top: scroller.scrollTop + y, height: 1 });
    return laid && input.model.lanes[laid.index];
  }

  function setHover(next: Hit | null): void {
    const resizing = next !== null && next.part !== 'body' && input.editable && isMovable(next.item);
    const ground = gesture.kind === 'panning' ? 'grabbing' : 'grab';
    const body = next === null ? ground : 'pointer';
    lanes.style.cursor = resizing ? 'ew-resize' : body;
    if (next?.item.id === hover?.item.id && next?.part === hover?.part) return;
    hover = next;
    events.onHover(next, pointer);
    request();
  }

  /** Freezes and maintenance are named where nothing but them is under the pointer. */
  function nameGround(isGround: boolean): void {
    const bands = isGround ? laneAt(pointer.y)?.lane.bands : undefined;
    const name = bands === undefined ? '' : bandNotes(bands, timeAt(view, pointer.x)).join('\n');
    if (lanes.title !== name) lanes.title = name;
  }

  function onPointerDown(event: PointerEvent): void {
    if (event.button !== 0) return;
    pointer = place(event);
    const hit = hitAt(pointer);
    gesture = press(view, pointer, hit);
    lanes.setPointerCapture(event.pointerId);
    events.onPress(hit);
  }

  function onPointerMove(event: PointerEvent): void {
    const before = pointer;
    pointer = place(event);
    if (gesture.kind === 'idle') {
      const hit = hitAt(pointer);
      nameGround(hit === null);
      return setHover(hit);
    }
    const was = gesture;
    gesture = drag(gesture, { view, ...pointer }, input.editable);
    if (gesture.kind === 'panning') {
      if (was.kind === 'pressed') setHover(null);
      scroller.scrollTop -= pointer.y - before.y;
      setView(panBy(view, pointer.x - before.x));
    }
    if (gesture.kind === 'editing') follow(gesture);
  }

  function onPointerUp(event: PointerEvent): void {
    pointer = place(event);
    const ended = gesture;
    gesture = idle;
    if (ended.kind === 'editing') {
      events.onDrag(null);
      if (isChanged(ended.edit) && input.refusalOf(ended.edit) === null) {
        rest(ended.edit);
        events.onDrop(ended.edit);
      }
      refreshPreview();
    }
    setHover(hitAt(pointer));
  }

  /** A dropped item stays where it was let go until the plan has changed, or has not for a while. */
  function rest(dropped: Edit): void {
    rested = { edit: dropped, model: input.model };
    clearTimeout(resting);
    resting = window.setTimeout(() => {
      if (rested?.edit === dropped) rested = null;
      refreshPreview();
    }, REST_MS);
    refreshPreview();
  }

  function cancel(): void {
    if (gesture.kind === 'editing') events.onDrag(null);
    gesture = idle;
    rested = null;
    refreshPreview();
  }

  function onPointerLeave(): void {
    if (gesture.kind === 'idle') setHover(null);
  }

  function onDoubleClick(event: MouseEvent): void {
    const hit = hitAt(place(event));
    if (hit !== null) events.onOpen(hit);
  }

  function onWheel(event: WheelEvent): void {
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    const across = event.deltaX + (event.shiftKey ? event.deltaY : 0);
    const overflows = layout.height > height;
    const zooms = event.ctrlKey || event.metaKey || event.currentTarget === axis;
    if (zooms || (!event.shiftKey && !overflows && Math.abs(event.deltaY) > Math.abs(event.deltaX))) {
      event.preventDefault();
      // A pinch comes as small deltas with the Control key.
      const gain = event.ctrlKey && Math.abs(event.deltaY) < 40 ? 4 : 1;
      setView(zoomAt(view, wheelFactor(event.deltaY * unit * gain), place(event).x));
    } else if (Math.abs(across) > Math.abs(event.shiftKey ? 0 : event.deltaY)) {
      event.preventDefault();
      setView(panBy(view, -across * unit));
    }
  }

  const observer = new ResizeObserver(resize);
  const listening = new AbortController();
  const options = { signal: listening.signal };
  observer.observe(scroller);
  lanes.addEventListener('pointerdown', onPointerDown, options);
  lanes.addEventListener('pointermove', onPointerMove, options);
  lanes.addEventListener('pointerup', onPointerUp, options);
  lanes.addEventListener('pointercancel', cancel, options);
  lanes.addEventListener('pointerleave', onPointerLeave, options);
  lanes.addEventListener('dblclick', onDoubleClick, options);
  for (const canvas of [lanes, axis]) canvas.addEventListener('wheel', onWheel, { ...options, passive: false });
  scroller.addEventListener('scroll', moved, { ...options, passive: true });
  spacer.style.height = `${layout.height}px`;
  // Labels are measured again when the font has come.
  void document.fonts.ready.then(() => {
    if (destroyed) return;
    stage.forgetWidths();
    layouts.forget();
    relayout();
    request();
  });
  events.onLayout(layout);
  resize();

  return {
    update(next) {
      const sameEdit = next.edit === input.edit && next.previewOf === input.previewOf && next.model === input.model;
      input = next;
      if (rested !== null && rested.model !== next.model) rested = null;
      stage.dress(next.look);
      relayout();
      if (!sameEdit) refreshPreview();
      if (hover !== null && !input.model.byId.has(hover.item.id)) setHover(null);
      request();
    },
    view: () => view,
    slice,
    setView,
    zoomBy: (factor, x) => setView(zoomAt(view, factor, x ?? view.width / 2)),
    centre: (time) => setView(centreOn(view, time)),
    look(span, ids) {
      setView(viewOf(view, span));
      const found = ids.flatMap((id) => layout.lanes[input.model.byId.get(id)?.lane ?? -1] ?? []);
      if (found.length === 0) return;
      const top = Math.min(...found.map((lane) => lane.y));
      const bottom = Math.max(...found.map((lane) => lane.y + lane.height));
      const isSeen = top >= scroller.scrollTop && bottom <= scroller.scrollTop + height;
      if (!isSeen) scroller.scrollTop = top;
    },
    reveal(id) {
      const item = input.model.byId.get(id);
      const onto = preview.get(id)?.on?.[0];
      const lane = item && layout.lanes[onto === undefined ? item.lane : laneIndex(input.model, onto)];
      if (item === undefined || lane === undefined) return;
      const above = lane.y - scroller.scrollTop;
      if (above < 0) scroller.scrollTop = lane.y;
      else if (above + lane.height > height) scroller.scrollTop = lane.y + lane.height - height;
      const span = preview.get(id) ?? item;
      setView(reveal(view, { from: span.start, to: span.end }, 80));
    },
    rest,
    cancel,
    itemAt: (point) => hitAt(place(point))?.item ?? null,
    destroy() {
      destroyed = true;
      listening.abort();
      observer.disconnect();
      cancelAnimationFrame(requested);
      clearTimeout(settling);
      clearTimeout(resting);
    },
  };
}
