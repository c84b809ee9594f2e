import type { Day } from '../../model/time.ts';
import { fromDayNumber, toDayNumber } from '../calendar/days.ts';
import { isWorkingDay, type WorkingDays } from '../calendar/working-days.ts';
import type { RandomStream } from '../stats/seeded-random.ts';
import type { WorkHistory } from './history.ts';
import type { Presence } from './presence.ts';

/** The working days of a stretch of time, and how much of the usual gets done on each. */
export interface WorkPlan {
  /** Civil days from the first day of the stretch: 0 is that day itself. */
  readonly offsets: Int32Array;
  /** 1 is as much as in history. */
  readonly factors: Float64Array;
}

/** Who works when, beside what was usual in the history that is drawn from. */
export interface Workforce {
  readonly days: WorkingDays;
  readonly presence: Presence;
  /** The mean presence over the working days of the history; see `meanPresence`. */
  readonly historicPresence: number;
}

/**
 * The working days from `from` on, over so many civil days, each with its factor: presence that day over the mean presence
 * in history, which held absences too. Nobody there gives 0. Where nobody was there in history, presence counts as it is.
 * Ours.
 */
export function workPlan(from: Day, civilDays: number, workforce: Workforce): WorkPlan {
  const { days, presence, historicPresence } = workforce;
  const usual = historicPresence > 0 ? historicPresence : 1;
  const first = toDayNumber(from);
  const offsets: number[] = [];
  const factors: number[] = [];
  for (let offset = 0; offset < civilDays; offset += 1) {
    const day = fromDayNumber(first + offset);
    if (!isWorkingDay(day, days)) continue;
    offsets.push(offset);
    factors.push(presence(day) / usual);
  }
  return { offsets: Int32Array.from(offsets), factors: Float64Array.from(factors) };
}

/** Draws a working day of a run, by its place in it: items finished less items discovered. */
export type Sampler = (stream: RandomStream, factor: number, day: number) => number;

/** Picks the day of history that a day of a run gets: where days are drawn together, those after the first follow it. */
function createPick(days: number, together: number): (place: number, day: number) => number {
  let first = 0;
  return (place, day) => {
    const step = day % together;
    if (step === 0) first = Math.floor(place) * together;
    return Math.min(first + step, days - 1);
  };
}

/** What luck is drawn from. */
type Drawn = Pick<WorkHistory, 'finished' | 'discovered' | 'together'>;

/**
 * Draws a day's work from history with replacement: the items finished on one of its working days, zero days included,
 * times the day's factor, less the items discovered on one of its open days. A product that is no whole number is rounded
 * up with a chance of its fraction, so that the mean is kept. Each list takes one random number a day: its first part picks
 * the day of history, what is left rounds; where only weeks are known, a week's days are drawn together. So a larger factor never gives fewer items for the same luck.
 * Source: FORMULAS 4.10; rounding by chance is ours.
 */
export function createSampler({ finished, discovered, together }: Drawn): Sampler {
  const work = Float64Array.from(finished);
  const growth = Float64Array.from(discovered);
  const pick = createPick(work.length, together);
  const drawWork: Sampler = (stream, factor, day) => {
    const place = stream.next() * (work.length / together);
    return Math.floor((work[pick(place, day)] ?? 0) * factor + (place - Math.floor(place)));
  };
  if (growth.length === 0) return drawWork;
  return (stream, factor, day) =>
    drawWork(stream, factor, day) - (growth[Math.floor(stream.next() * growth.length)] ?? 0);
}

/** The luck of one run, working day by working day: what `createSampler` would draw, before any factor. */
export interface RunLuck {
  readonly work: Float64Array;
  readonly rest: Float64Array;
  readonly found: Float64Array;
}

/**
 * Draws whole runs of so many working days from history, to be looked at with several factors: the numbers are those that
 * `createSampler` takes from the same stream. Each call overwrites what the one before returned.
 */
export function createRunSampler(
  { finished, discovered, together }: Drawn,
  workingDays: number,
): (stream: RandomStream) => RunLuck {
  const work = Float64Array.from(finished);
  const growth = Float64Array.from(discovered);
  const pick = createPick(work.length, together);
  const empty = () => new Float64Array(workingDays);
  const luck = { work: empty(), rest: empty(), found: empty() };
  return (stream) => {
    for (let day = 0; day < workingDays; day += 1) {
      const place = stream.next() * (work.length / together);
      luck.work[day] = work[pick(place, day)] ?? 0;
      luck.rest[day] = place - Math.floor(place);
      if (growth.length > 0) luck.found[day] = growth[Math.floor(stream.next() * growth.length)] ?? 0;
    }
    return luck;
  };
}

/** Items finished less items discovered on a working day of a run, with the day's factor. */
export function itemsOn({ work, rest, found }: RunLuck, day: number, factor: number): number {
  return Math.floor((work[day] ?? 0) * factor + (rest[day] ?? 0)) - (found[day] ?? 0);
}
