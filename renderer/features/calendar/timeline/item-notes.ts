import { bandNotes } from './bands.ts';
import type { TimelineItem, TimelineModel } from './model.ts';

/** What lies over an item of the timeline, in words. */
export function notesOf({ lanes }: TimelineModel, item: TimelineItem): readonly string[] {
  const bands = lanes[item.lane]?.lane.bands;
  return bands === undefined ? [] : bandNotes(bands, item.start, item.end);
}
