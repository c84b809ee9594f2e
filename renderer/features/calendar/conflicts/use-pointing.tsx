import { type ReactNode, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Edit } from '../timeline/edit.ts';
import type { Marks } from '../timeline/marks.ts';
import type { TimelineModel } from '../timeline/model.ts';
import type { Pointer } from '../timeline/pointers.ts';
import type { TimelineHandle } from '../timeline/timeline-view.tsx';
import { type Effect, MoveEffect } from './move-effect.tsx';
import { itemOfSide, marksOn, pointersAgainst, pointersTo, spanOfSides } from './targets.ts';
import type { PlanConflicts } from './use-plan-conflicts.ts';

/** What the timeline shows of conflicts. */
export interface Pointing {
  readonly marks: Marks;
  readonly pointers: readonly Pointer[];
  readonly renderEffect: (edit: Edit) => ReactNode;
}

/** Marks what is in conflict, points at the sides of the one that is looked at, and goes there. */
export function usePointing(
  handle: RefObject<TimelineHandle | null>,
  model: TimelineModel,
  conflicts: PlanConflicts,
): Pointing {
  const { all, chosen, side } = conflicts;
  const [effect, setEffect] = useState<Effect | null>(null);
  const conflict = chosen?.conflict ?? null;
  const marks = useMemo(() => marksOn(model, all), [model, all]);
  const pointers = useMemo(() => {
    if (effect !== null && effect.added.length > 0) return pointersAgainst(model, effect.added, effect.itemId);
    return conflict === null ? [] : pointersTo(model, conflict, side?.at ?? null);
  }, [model, conflict, side, effect]);

  const newest = useRef({ model, conflict });
  useEffect(() => {
    newest.current = { model, conflict };
  });
  // Where it went by itself, so that it never takes somebody back who has gone elsewhere since.
  const went = useRef<{ readonly key: string; readonly start: number } | null>(null);
  const key = conflict?.key ?? null;
  const known = pointers.filter(({ id }) => id !== null).length;

  useEffect(() => {
    const { model: items, conflict: looked } = newest.current;
    const timeline = handle.current;
    if (timeline === null || looked === null || key === null) {
      went.current = null;
      return;
    }
    if (went.current?.key === key && (known === 0 || went.current.start !== timeline.view().start)) return;
    const ids = looked.sides.slice(0, 6).flatMap((one) => itemOfSide(items, one) ?? []);
    timeline.look(spanOfSides(looked), ids);
    went.current = { key, start: timeline.view().start };
  }, [handle, key, known]);

  useEffect(() => {
    const { model: items, conflict: looked } = newest.current;
    const one = side === null ? undefined : looked?.sides[side.at];
    if (side === null || one === undefined) return;
    const id = itemOfSide(items, one);
    if (side.focus && id !== null) handle.current?.reveal(id, one.span.start);
    else handle.current?.look(one.span, id === null ? [] : [id]);
  }, [handle, side]);

  const renderEffect = useCallback((edit: Edit) => <MoveEffect edit={edit} onEffect={setEffect} />, []);
  return { marks, pointers, renderEffect };
}
