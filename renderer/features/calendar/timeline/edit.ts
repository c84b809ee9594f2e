import { fromDayNumber, toDayNumber } from '../../../../shared/domain/calendar/days.ts';
import {
  clockOfLocal,
  dayOfLocal,
  endInstant,
  toInstant,
  toLocal,
} from '../../../../shared/domain/calendar/zoned-time.ts';
import { type ClockTime, type Day, type Instant, instant, type LocalTime } from '../../../../shared/model/time.ts';
import type { HitPart } from './hit-test.ts';
import type { TimelineItem, TimelineLane } from './model.ts';
import { DAY_MS } from './viewport.ts';

/** What a drag counts in: whole days, or quarters of an hour where they can be told apart. */
export type Grain = 'day' | 'quarter-hour';

const DAY_MINUTES = 1440;
const QUARTER = 15;
/** A quarter of an hour can be aimed at when it is at least this wide, in pixels. */
const QUARTER_WIDTH = 4;

/** An item on its way: its start and its end by wall-clock minutes from where they stand, and to which lane. */
export interface Edit {
  readonly item: TimelineItem;
  /** What is held: all of it, or one edge. */
  readonly part: HitPart;
  readonly startBy: number;
  readonly endBy: number;
  /** Null for its own. */
  readonly to: TimelineLane | null;
}

/** Where an edit puts its item. */
export interface EditTarget {
  readonly startLocal: LocalTime;
  readonly endLocal: LocalTime | null;
  readonly start: Instant;
  readonly end: Instant;
}

/** The grain that suits a zoom. */
export function grainAt(msPerPx: number): Grain {
  return (QUARTER * 60_000) / msPerPx >= QUARTER_WIDTH ? 'quarter-hour' : 'day';
}

function wallMinutes(time: LocalTime): number {
  const clock = clockOfLocal(time);
  return toDayNumber(dayOfLocal(time)) * DAY_MINUTES + Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}

/** The wall clock `minutes` later; no zone is asked, so a day always has 24 hours. */
export function shiftLocal(time: LocalTime, minutes: number): LocalTime {
  const wall = wallMinutes(time) + minutes;
  const days = Math.floor(wall / DAY_MINUTES);
  const rest = wall - days * DAY_MINUTES;
  const clock = `${String(Math.floor(rest / 60)).padStart(2, '0')}:${String(rest % 60).padStart(2, '0')}`;
  return `${fromDayNumber(days)}T${clock}` as LocalTime;
}

function localOf(time: number, item: TimelineItem): LocalTime {
  return toLocal(instant(time), item.zone);
}

/** The edge of an item that a part of it stands for. */
function edgeOf(item: TimelineItem, part: HitPart): LocalTime {
  return localOf(part === 'end' ? item.end : item.start, item);
}

/**
 * Wall-clock minutes by which a part of an item moves for a drag of `delta` milliseconds: whole days keep
 * the time of day; quarters of an hour land on full quarters.
 */
export function snapMinutes(item: TimelineItem, part: HitPart, drag: { delta: number; grain: Grain }): number {
  if (drag.grain === 'day') return Math.round(drag.delta / DAY_MS) * DAY_MINUTES;
  const from = wallMinutes(edgeOf(item, part));
  const wanted = from + drag.delta / 60_000;
  const snapped = Math.round(wanted / QUARTER) * QUARTER;
  return Math.abs(drag.delta) < (QUARTER / 2) * 60_000 ? 0 : snapped - from;
}

/** One step of a key: a day or a quarter of an hour; a large step is a week or an hour. */
export function stepMinutes(grain: Grain, large: boolean): number {
  if (grain === 'day') return large ? 7 * DAY_MINUTES : DAY_MINUTES;
  return large ? 60 : QUARTER;
}

/** Starts an edit where the item stands; only spans have edges. */
export function beginEdit(item: TimelineItem, part: HitPart): Edit {
  return { item, part: item.what === 'span' ? part : 'body', startBy: 0, endBy: 0, to: null };
}

/** How long a span is by its wall clock, in minutes. */
function wallLength(item: TimelineItem): number {
  return wallMinutes(localOf(item.end, item)) - wallMinutes(localOf(item.start, item));
}

/** Moves what is held by minutes; a span stays at least a quarter of an hour long by its wall clock. */
export function shiftEdit(edit: Edit, part: HitPart, minutes: number): Edit {
  const { item, startBy, endBy } = edit;
  if (part === 'body' || item.what !== 'span') {
    return { ...edit, part: 'body', startBy: startBy + minutes, endBy: endBy + minutes };
  }
  const room = wallLength(item) - QUARTER;
  if (part === 'start') return { ...edit, part, startBy: Math.min(startBy + minutes, endBy + room) };
  return { ...edit, part, endBy: Math.max(endBy + minutes, startBy - room) };
}

/** Where the edit puts its item, by the wall clock of the item's zone. */
export function targetOf(edit: Edit): EditTarget {
  const { item } = edit;
  const { zone } = item;
  const startLocal = shiftLocal(localOf(item.start, item), edit.startBy);
  const endLocal = item.what === 'span' ? shiftLocal(localOf(item.end, item), edit.endBy) : null;
  const start = toInstant(startLocal, zone);
  return { startLocal, endLocal, start, end: endLocal === null ? start : endInstant(endLocal, startLocal, zone) };
}

/** Whether dropping now would change anything. */
export function isChanged(edit: Edit): boolean {
  const { start, end } = targetOf(edit);
  return edit.to !== null || start !== edit.item.start || end !== edit.item.end;
}

/** The day and time of day that a moved release departs at. */
export function departureOf(target: EditTarget): { readonly day: Day; readonly time: ClockTime } {
  return { day: dayOfLocal(target.startLocal), time: clockOfLocal(target.startLocal) };
}
