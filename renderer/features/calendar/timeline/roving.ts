import type { ModelLane, TimelineItem, TimelineModel } from './model.ts';

/** Where a key takes the focus. */
export type Step = 'next' | 'previous' | 'next-release' | 'previous-release' | 'up' | 'down' | 'first' | 'last';

/** The item of a lane whose start is nearest to a time; of two as near the earlier. */
export function nearestIn(lane: ModelLane, time: number): TimelineItem | null {
  let low = 0;
  let high = lane.items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((lane.items[middle]?.start ?? 0) < time) low = middle + 1;
    else high = middle;
  }
  const after = lane.items[low];
  const before = lane.items[low - 1];
  if (after === undefined || before === undefined) return after ?? before ?? null;
  return time - before.start <= after.start - time ? before : after;
}

/** The item nearest to a time in the first lane that has any: where the focus begins. */
export function entryItem(model: TimelineModel, time: number): TimelineItem | null {
  for (const lane of model.lanes) {
    const item = nearestIn(lane, time);
    if (item !== null) return item;
  }
  return null;
}

function inOtherLane(model: TimelineModel, from: TimelineItem, by: 1 | -1): TimelineItem | null {
  for (let index = from.lane + by; index >= 0 && index < model.lanes.length; index += by) {
    const lane = model.lanes[index];
    const item = lane && nearestIn(lane, from.start);
    if (item) return item;
  }
  return null;
}

function inLane(lane: ModelLane, from: TimelineItem, step: Exclude<Step, 'up' | 'down'>): TimelineItem | null {
  const place = lane.items.findIndex((item) => item.id === from.id);
  if (step === 'first') return lane.items[0] ?? null;
  if (step === 'last') return lane.items.at(-1) ?? null;
  if (step === 'next') return lane.items[place + 1] ?? null;
  if (step === 'previous') return lane.items[place - 1] ?? null;
  const isRelease = (item: TimelineItem) => item.what === 'release';
  if (step === 'next-release') return lane.items.slice(place + 1).find(isRelease) ?? null;
  return lane.items.slice(0, Math.max(0, place)).findLast(isRelease) ?? null;
}

/** The item that a key leads to from another; the same where there is nothing further. */
export function stepFrom(model: TimelineModel, from: TimelineItem, step: Step): TimelineItem {
  if (step === 'up') return inOtherLane(model, from, -1) ?? from;
  if (step === 'down') return inOtherLane(model, from, 1) ?? from;
  const lane = model.lanes[from.lane];
  return (lane && inLane(lane, from, step)) ?? from;
}
