import { Failure } from '../../model/failure.ts';
import { type Instant, instant, type LocalTime, type Zone } from '../../model/time.ts';
import { addDays } from '../calendar/days.ts';
import { clockOfLocal, dayOfLocal, endInstant, local, toInstant, toLocal } from '../calendar/zoned-time.ts';

/** A span as people typed it, in a zone; `endLocal` null for a point. */
export interface LocalSpan {
  readonly startLocal: LocalTime;
  readonly endLocal: LocalTime | null;
  readonly zone: Zone;
}

/** Where a local span lies. */
export interface PlacedSpan extends LocalSpan {
  readonly startAt: Instant;
  readonly endAt: Instant | null;
}

/** By whole days on the wall clock, or by milliseconds on the time line. */
export type Shift = { readonly days: number } | { readonly milliseconds: number };

const MINUTE = 60_000;
const DAY = 86_400_000;

/** How far a shift goes, in days; a part of a day where it is by hours. */
export function daysOf(shift: Shift): number {
  return 'days' in shift ? shift.days : shift.milliseconds / DAY;
}

function byDays({ startLocal, endLocal, zone }: LocalSpan, days: number): PlacedSpan {
  const moved = (time: LocalTime) => local(addDays(dayOfLocal(time), days), clockOfLocal(time));
  const start = moved(startLocal);
  const end = endLocal === null ? null : moved(endLocal);
  const endAt = end === null ? null : endInstant(end, start, zone);
  return { startLocal: start, endLocal: end, zone, startAt: toInstant(start, zone), endAt };
}

function byTime({ startLocal, endLocal, zone }: LocalSpan, milliseconds: number): PlacedSpan | null {
  const from = toInstant(startLocal, zone);
  const until = endLocal === null ? null : endInstant(endLocal, startLocal, zone);
  const startAt = instant(from + milliseconds);
  const endAt = until === null ? null : instant(until + milliseconds);
  const start = toLocal(startAt, zone);
  const end = endAt === null ? null : toLocal(endAt, zone);
  const isSaid = toInstant(start, zone) === startAt && (end === null || endInstant(end, start, zone) === endAt);
  return isSaid ? { startLocal: start, endLocal: end, zone, startAt, endAt } : null;
}

/**
 * A span moved. By days the wall clock's times stay, and a change of clocks makes it an hour shorter or longer, as when
 * somebody drags it; by milliseconds its length stays. Null where no local time says that: between two minutes, or in the
 * second of two hours that a clock shows twice, or beyond the calendar's end.
 */
export function shifted(span: LocalSpan, shift: Shift): PlacedSpan | null {
  try {
    return 'days' in shift ? byDays(span, shift.days) : byTime(span, shift.milliseconds);
  } catch (error) {
    if (error instanceof Failure) return null;
    throw error;
  }
}

/** `2 days later`, `3 h 30 min earlier`. */
export function shiftText(shift: Shift): string {
  const days = Math.abs(daysOf(shift));
  const way = daysOf(shift) < 0 ? 'earlier' : 'later';
  if (Number.isInteger(days)) return `${days === 1 ? '1 day' : `${days} days`} ${way}`;
  const minutes = Math.round((days * DAY) / MINUTE);
  const parts = [
    [Math.floor(minutes / 1440), minutes >= 2880 ? 'days' : 'day'],
    [Math.floor(minutes / 60) % 24, 'h'],
    [minutes % 60, 'min'],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`);
  return `${said.join(' ')} ${way}`;
}
