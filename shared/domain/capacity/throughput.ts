import { Failure } from '../../model/failure.ts';
import type { DailyThroughput, WeekThroughput } from '../../model/forecast.ts';
import type { Day, Instant, Zone } from '../../model/time.ts';
import { addDays, daysBetween, firstOfWeek, fromDayNumber, toDayNumber } from '../calendar/days.ts';
import { dayWords } from '../calendar/time-words.ts';
import { isWorkingDay, type WorkingDays } from '../calendar/working-days.ts';
import { dayOf } from '../calendar/zoned-time.ts';

/** What throughput asks of a work item. */
export interface FinishedItem {
  /** Null for one that is not done. */
  readonly doneAt: Instant | null;
  readonly type: string;
  /** Whether it ended without being done. */
  readonly undone: boolean;
}

/** Which history is looked at: civil days of a zone, both included, and how types of items make classes of work. */
export interface ThroughputWindow {
  readonly zone: Zone;
  readonly from: Day;
  readonly to: Day;
  /** The class of work that an item's type belongs to; each type is a class of its own where this is left out. */
  readonly classOf?: (type: string) => string;
}

/** Refuses a window that ends before it begins, and says how many days it has. */
export function daysInWindow(from: Day, to: Day): number {
  const count = daysBetween(from, to) + 1;
  if (count >= 1) return count;
  throw new Failure('BAD_INPUT', `The history would end on ${dayWords(to)}, before it begins on ${dayWords(from)}.`, {
    where: 'to',
    remedy: 'Exchange the two days, or choose an earlier first day.',
  });
}

/**
 * Work items finished on each civil day of the zone, days on which none was finished included, one list for each class
 * of work, classes by name. An item counts once, on the day of its `doneAt`; what lies outside of the window, is not done or
 * ended undone is counted as left out. A class of which nothing was finished in the window has no list.
 * Source: FORMULAS 4.10 (zero days, classes apart) and 4.6 (velocity: items done in a period).
 */
export function dailyThroughput(items: Iterable<FinishedItem>, window: ThroughputWindow): DailyThroughput {
  const { zone, from, to, classOf = (type) => type } = window;
  const size = daysInWindow(from, to);
  const first = toDayNumber(from);
  const leftOut = { open: 0, before: 0, after: 0, undone: 0 };
  const classes = new Map<string, number[]>();
  for (const { doneAt, type, undone } of items) {
    if (doneAt === null) {
      leftOut.open += 1;
      continue;
    }
    const index = toDayNumber(dayOf(doneAt, zone)) - first;
    if (index < 0) leftOut.before += 1;
    else if (index >= size) leftOut.after += 1;
    else if (undone) leftOut.undone += 1;
    else {
      const name = classOf(type);
      const counts = classes.get(name) ?? new Array<number>(size).fill(0);
      counts[index] = (counts[index] ?? 0) + 1;
      classes.set(name, counts);
    }
  }
  const listed = [...classes].sort(([left], [right]) => (left < right ? -1 : 1));
  return {
    from,
    to,
    classes: listed.map(([name, counts]) => ({ name, counts, total: counts.reduce((sum, count) => sum + count, 0) })),
    leftOut,
  };
}

/** The daily counts of some classes of work added up; of all of them where none is named. Zeros where there is none. */
export function countsOf(throughput: DailyThroughput, names?: readonly string[]): readonly number[] {
  const chosen = throughput.classes.filter(({ name }) => names === undefined || names.includes(name));
  const size = daysBetween(throughput.from, throughput.to) + 1;
  return Array.from({ length: size }, (_, index) => chosen.reduce((sum, { counts }) => sum + (counts[index] ?? 0), 0));
}

/** Daily counts, the first of them of the day `from`, added up by ISO week; cut weeks say how many days they hold. */
export function byWeek(counts: readonly number[], from: Day): readonly WeekThroughput[] {
  const weeks: { monday: Day; days: number; count: number }[] = [];
  for (const [index, count] of counts.entries()) {
    const monday = firstOfWeek(addDays(from, index));
    const last = weeks.at(-1);
    if (last?.monday === monday) {
      last.days += 1;
      last.count += count;
    } else weeks.push({ monday, days: 1, count });
  }
  return weeks;
}

/** Counts of working days, and what could not be placed because there is no working day. */
export interface WorkingCounts {
  readonly counts: readonly number[];
  readonly unplaced: number;
}

/**
 * Daily counts, the first of them of the day `from`, as counts of the working days alone, in order. What was finished on a
 * day off counts on the next working day, or after the last of them on the last: nothing is lost, and a weekend is not
 * taken for two days on which the team got nothing done. Ours.
 */
export function onWorkingDays(counts: readonly number[], from: Day, days: WorkingDays): WorkingCounts {
  const first = toDayNumber(from);
  const working: number[] = [];
  let carried = 0;
  for (const [index, count] of counts.entries()) {
    carried += count;
    if (!isWorkingDay(fromDayNumber(first + index), days)) continue;
    working.push(carried);
    carried = 0;
  }
  if (working.length === 0) return { counts: [], unplaced: carried };
  working[working.length - 1] = (working.at(-1) ?? 0) + carried;
  return { counts: working, unplaced: 0 };
}
