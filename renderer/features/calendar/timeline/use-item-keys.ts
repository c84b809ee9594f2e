import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { useActions } from '../../../lib/actions.ts';
import type { TimelineController } from './controller.ts';
import { describeEdit } from './describe.ts';
import { beginEdit, type Edit, grainAt, isChanged, shiftEdit, stepMinutes } from './edit.ts';
import { type Intent, itemActions } from './keys.ts';
import { changesLane, toNextLane } from './lane-change.ts';
import type { TimelineItem, TimelineModel } from './model.ts';
import { stepFrom } from './roving.ts';
import { panBy } from './viewport.ts';

/** The keyboard's side of the timeline: which item it is on, and the edit that it makes. */
export interface ItemKeys {
  readonly active: string | null;
  /** Whether the active item has the focus now. */
  readonly focused: boolean;
  readonly edit: Edit | null;
  /** The latest sentence for the live region. */
  readonly said: string;
  /** Whether the active item wants the focus as soon as its element is there. */
  readonly wantsFocus: boolean;
  readonly onFocus: (item: TimelineItem) => void;
  readonly onFocusTaken: () => void;
  readonly onBlur: () => void;
  readonly press: (item: TimelineItem | null) => void;
  readonly focusItem: (id: string) => void;
}

export interface ItemKeysInput {
  readonly model: TimelineModel;
  readonly editable: boolean;
  readonly controller: RefObject<TimelineController | null>;
  /** Why an item cannot be dropped where an edit takes it; null where it can. */
  readonly refusalOf: (edit: Edit) => string | null;
  readonly onOpen: (item: TimelineItem) => void;
  readonly onLegal: (item: TimelineItem) => void;
  readonly onDrop: (edit: Edit) => void;
  /** After a key has moved the screen: elements must follow at once. */
  readonly onMoved: () => void;
}

/** Steps from item to item, and edits by keys; `keys.ts` says which key does what. */
export function useItemKeys(input: ItemKeysInput): ItemKeys {
  const { model, controller } = input;
  const [active, setActive] = useState<string | null>(null);
  const [wantsFocus, setWantsFocus] = useState(false);
  const [focused, setFocused] = useState(false);
  const [edit, setEdit] = useState<Edit | null>(null);
  const [said, setSaid] = useState('');

  // What is moved by keys stays on screen; its new place is known once the edit has been drawn.
  useEffect(() => {
    if (edit === null) return undefined;
    const request = requestAnimationFrame(() => controller.current?.reveal(edit.item.id));
    return () => cancelAnimationFrame(request);
  }, [edit, controller]);

  function goTo(item: TimelineItem): void {
    setActive(item.id);
    setWantsFocus(true);
    controller.current?.reveal(item.id);
    input.onMoved();
  }

  function stop(sentence: string): void {
    setEdit(null);
    setSaid(sentence);
  }

  function begin(item: TimelineItem): Edit | null {
    const fixed = item.entry?.fixed ?? null;
    if (input.editable && fixed !== null) {
      setSaid(fixed);
      return null;
    }
    if (input.editable) {
      setWantsFocus(true);
      return edit ?? beginEdit(item, 'body');
    }
    setSaid('This workspace is read-only: dates cannot be moved.');
    return null;
  }

  function change(next: Edit): void {
    setEdit(next);
    setSaid(describeEdit(next, 0));
  }

  function obey(intent: Intent, item: TimelineItem): void {
    const timeline = controller.current;
    if (timeline === null) return;
    const view = timeline.view();
    if (intent.kind === 'open') return input.onOpen(item);
    if (intent.kind === 'legal') return input.onLegal(item);
    if (intent.kind === 'step') return goTo(stepFrom(model, item, intent.step));
    if (intent.kind === 'cancel') return stop('Cancelled. Nothing was moved.');
    if (intent.kind === 'pan') return timeline.setView(panBy(view, -intent.direction * view.width * 0.8));
    if (intent.kind === 'keep') {
      if (edit !== null && isChanged(edit)) {
        timeline.rest(edit);
        input.onDrop(edit);
        return stop(`Moved: ${describeEdit(edit, 0)}`);
      }
      return stop('Nothing was moved.');
    }
    const begun = begin(item);
    if (begun === null) return;
    if (intent.kind === 'begin') {
      setEdit(begun);
      const lanes = changesLane(item) ? ' Page Up and Page Down take it to another lane,' : '';
      return setSaid(`Moving ${item.label}. Arrow keys move it,${lanes} Enter keeps it there, Escape cancels.`);
    }
    if (intent.kind === 'lane') {
      const next = toNextLane(begun, intent.direction, { model, refusalOf: input.refusalOf });
      if (next !== begun) return change(next);
      const side = intent.direction === 1 ? 'below' : 'above';
      return setSaid(
        changesLane(item)
          ? `No lane ${side} takes it.`
          : `${item.label} stays on its lane: only bookings go to another.`,
      );
    }
    const minutes = intent.direction * stepMinutes(grainAt(view.msPerPx), intent.large);
    change(shiftEdit(begun, intent.part, minutes));
  }

  const inUse = active === null ? undefined : model.byId.get(active);
  const lane = inUse && model.lanes[inUse.lane]?.lane.id;
  const wasOn = useRef(lane);
  // On another lane it has another element: the focus goes along.
  useEffect(() => {
    if (wasOn.current !== lane && focused) setWantsFocus(true);
    wasOn.current = lane;
  }, [lane, focused]);

  useActions(
    itemActions({ active: inUse !== undefined, editing: edit !== null }, (intent) => {
      if (inUse !== undefined) obey(intent, inUse);
    }),
  );

  return {
    active,
    edit,
    said,
    wantsFocus,
    focused,
    onFocus(item) {
      setActive(item.id);
      setFocused(true);
    },
    onFocusTaken: useCallback(() => setWantsFocus(false), []),
    onBlur() {
      setFocused(false);
      if (edit !== null) stop('Cancelled. Nothing was moved.');
    },
    press(item) {
      setEdit(null);
      setActive(item?.id ?? null);
      setWantsFocus(item !== null);
      input.onMoved();
    },
    focusItem(id) {
      const item = model.byId.get(id);
      if (item !== undefined) goTo(item);
    },
  };
}
