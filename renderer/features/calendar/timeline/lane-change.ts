import type { Edit } from './edit.ts';
import { isMovable } from './entry.ts';
import { laneIndex, type ModelLane, type TimelineItem, type TimelineModel } from './model.ts';

/** Whether an item may go to another lane: releases and milestones stay on their train's. */
export function changesLane(item: TimelineItem): boolean {
  return item.entry !== null && isMovable(item);
}

function ownIndex(edit: Edit, model: TimelineModel): number {
  return model.byId.get(edit.item.id)?.lane ?? edit.item.lane;
}

/** An edit held over a lane: it goes there where all of the item is held. A heading and the ground are no lanes. */
export function overLane(edit: Edit, over: ModelLane | undefined, model: TimelineModel): Edit {
  if (edit.part !== 'body' || !changesLane(edit.item)) return edit;
  const isOther = over !== undefined && over.lane.of !== 'heading' && over !== model.lanes[ownIndex(edit, model)];
  const to = isOther ? over.lane : null;
  return to?.id === edit.to?.id ? edit : { ...edit, to };
}

/** An edit taken to the next lane above or below that does not refuse it; the same edit where there is none. */
export function toNextLane(
  edit: Edit,
  direction: 1 | -1,
  { model, refusalOf }: { readonly model: TimelineModel; readonly refusalOf: (edit: Edit) => string | null },
): Edit {
  if (!changesLane(edit.item)) return edit;
  const own = ownIndex(edit, model);
  const from = edit.to === null ? own : laneIndex(model, edit.to.id);
  const ahead = direction === 1 ? model.lanes.slice(from + 1) : model.lanes.slice(0, Math.max(0, from)).reverse();
  for (const lane of ahead) {
    if (lane === model.lanes[own]) return { ...edit, part: 'body', to: null };
    const next: Edit = { ...edit, part: 'body', to: lane.lane };
    if (lane.lane.of !== 'heading' && refusalOf(next) === null) return next;
  }
  return edit;
}
