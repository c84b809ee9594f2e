import { DAY_MS } from './viewport.ts';
import type { ZoneClock } from './zone-clock.ts';

/** A line of the time axis: where it stands and what is written beside it. */
export interface Tick {
  /** Milliseconds UTC. */
  readonly time: number;
  /** Empty for a line without words. */
  readonly label: string;
}

/** Two rows of an axis: wide spans above (`major`), their parts below (`minor`). */
export interface Ticks {
  readonly unit: TickUnit;
  readonly major: readonly Tick[];
  readonly minor: readonly Tick[];
}

export type TickUnit = 'hour' | 'day' | 'week' | 'month' | 'quarter';

/** What the minor row counts: `step` hours, or one of the wider units. */
export interface TickTier {
  readonly unit: TickUnit;
  readonly step: number;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** Pixels that a label of the minor row needs. */
const room = { hour: 44, day: 22, week: 24, month: 30 } as const;

/** Chooses what the minor row counts so that its labels have room. */
export function tierAt(msPerPx: number): TickTier {
  const day = DAY_MS / msPerPx;
  const step = [1, 2, 3, 6, 12].find((hours) => (day * hours) / 24 >= room.hour);
  if (step !== undefined) return { unit: 'hour', step };
  if (day >= room.day) return { unit: 'day', step: 1 };
  if (day * 7 >= room.week) return { unit: 'week', step: 1 };
  if (day * 30 >= room.month) return { unit: 'month', step: 1 };
  return { unit: 'quarter', step: 1 };
}

interface Civil {
  readonly year: number;
  /** 0 to 11. */
  readonly month: number;
  readonly date: number;
  readonly weekday: number;
}

function civilOf(dayNumber: number): Civil {
  const date = new Date(dayNumber * DAY_MS);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth(),
    date: date.getUTCDate(),
    weekday: date.getUTCDay(),
  };
}

function monthStart(year: number, month: number): number {
  return Date.UTC(year, month, 1) / DAY_MS;
}

const pad = (value: number) => String(value).padStart(2, '0');

/** `Thu 14 May 2026` of a day number, or as much of it as fits a day's width in pixels. */
export function dayLabel(dayNumber: number, width: number): string {
  const { year, month, date, weekday } = civilOf(dayNumber);
  if (width < 90) return `${weekdays[weekday]} ${date}`;
  const short = `${weekdays[weekday]} ${date} ${months[month]}`;
  return width < 140 ? short : `${short} ${year}`;
}

function hourTicks(clock: ZoneClock, dayNumber: number, step: number): readonly Tick[] {
  const from = clock.dayStart(dayNumber);
  const to = clock.dayStart(dayNumber + 1);
  const ticks: Tick[] = [];
  for (let time = from; time < to; time += 1_800_000) {
    const minute = clock.minuteOfDay(time);
    // After a change of clocks the hours go on by wall time: a skipped hour has no tick, a repeated one has two.
    if (minute % (step * 60) === 0) ticks.push({ time, label: `${pad(minute / 60)}:00` });
  }
  return ticks;
}

function dayTicks(clock: ZoneClock, days: Days, msPerPx: number): readonly Tick[] {
  const wide = DAY_MS / msPerPx >= 58;
  return eachDay(days).map((dayNumber) => {
    const { date, weekday } = civilOf(dayNumber);
    return { time: clock.dayStart(dayNumber), label: wide ? `${weekdays[weekday]} ${date}` : String(date) };
  });
}

function weekTicks(clock: ZoneClock, days: Days): readonly Tick[] {
  return eachDay(days)
    .map((dayNumber) => ({ dayNumber, ...civilOf(dayNumber) }))
    .filter(({ weekday }) => weekday === 1)
    .map(({ dayNumber, date }) => ({ time: clock.dayStart(dayNumber), label: String(date) }));
}

interface Days {
  readonly first: number;
  readonly last: number;
}

function eachDay({ first, last }: Days): readonly number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

/** The first days of each `step` months that touch the days; the first one may lie before them. */
function eachMonth({ first, last }: Days, step: number): readonly number[] {
  const start = civilOf(first);
  const starts: number[] = [];
  let month = start.month - (start.month % step);
  for (let day = monthStart(start.year, month); day <= last; day = monthStart(start.year, month)) {
    starts.push(day);
    month += step;
  }
  return starts;
}

function monthTicks(clock: ZoneClock, days: Days, withYear: boolean): readonly Tick[] {
  return eachMonth(days, 1).map((dayNumber) => {
    const { year, month } = civilOf(dayNumber);
    return { time: clock.dayStart(dayNumber), label: withYear ? `${months[month]} ${year}` : (months[month] ?? '') };
  });
}

function quarterTicks(clock: ZoneClock, days: Days): readonly Tick[] {
  return eachMonth(days, 3).map((dayNumber) => ({
    time: clock.dayStart(dayNumber),
    label: `Q${civilOf(dayNumber).month / 3 + 1}`,
  }));
}

function yearTicks(clock: ZoneClock, days: Days): readonly Tick[] {
  return eachMonth(days, 12).map((dayNumber) => ({
    time: clock.dayStart(dayNumber),
    label: String(civilOf(dayNumber).year),
  }));
}

/** The axis of a zone from `from` to `to` (ms UTC); the first tick of each row lies at or before `from`. */
export function ticksFor(
  clock: ZoneClock,
  range: { readonly from: number; readonly to: number },
  msPerPx: number,
): Ticks {
  const { unit, step } = tierAt(msPerPx);
  const days: Days = { first: clock.dayOf(range.from), last: clock.dayOf(range.to) };
  if (unit === 'hour') {
    const major = eachDay(days).map((day) => ({ time: clock.dayStart(day), label: dayLabel(day, DAY_MS / msPerPx) }));
    return { unit, major, minor: eachDay(days).flatMap((day) => hourTicks(clock, day, step)) };
  }
  if (unit === 'day') {
    return { unit, major: monthTicks(clock, days, true), minor: dayTicks(clock, days, msPerPx) };
  }
  if (unit === 'week') {
    const fromMonday = { ...days, first: days.first - ((civilOf(days.first).weekday + 6) % 7) };
    return { unit, major: monthTicks(clock, days, true), minor: weekTicks(clock, fromMonday) };
  }
  const minor = unit === 'month' ? monthTicks(clock, days, false) : quarterTicks(clock, days);
  return { unit, major: yearTicks(clock, days), minor };
}
