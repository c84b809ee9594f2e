import { Failure } from '../../model/failure.ts';
import { CONFIDENCES, type HowMany, type Notice, type WhenDone } from '../../model/forecast.ts';
import type { Day } from '../../model/time.ts';
import { addDays, daysBetween } from '../calendar/days.ts';
import { dayWords } from '../calendar/time-words.ts';
import { histogram } from '../stats/histogram.ts';
import { percentile, reachedBy } from '../stats/percentile.ts';
import { randomStreams } from '../stats/seeded-random.ts';
import { counted, numberWords } from '../text/counted.ts';
import { historyNotices, noteHistory, type WorkHistory } from './history.ts';
import { createSampler, type Workforce, type WorkPlan, workPlan } from './sampler.ts';

/** What every forecast needs. */
export interface ForecastModel extends Workforce {
  readonly history: WorkHistory;
  /** The first day on which work is done. */
  readonly from: Day;
  /** The same seed, and nothing else changed, gives the same forecast. */
  readonly seed: number;
  /** 10,000 are plenty for P95. */
  readonly runs: number;
}

/** The civil days that `whenDone` looks ahead where nobody says otherwise: two years. */
export const HORIZON_DAYS = 730;

const MOST_RUNS = 1_000_000;
const MOST_DAYS = 3_660;
const NEVER = 2_147_483_647;
const ITEM_BINS = { most: 60, widths: [1, 2, 5, 10, 20, 50, 100] };
const DAY_BINS = { most: 60, widths: [1, 7, 14, 28] };

function whole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

/** Refuses a number of runs that cannot be simulated. */
export function checkRuns(runs: number): void {
  if (whole(runs, 1, MOST_RUNS)) return;
  throw new Failure('BAD_INPUT', `A forecast takes 1 to ${counted(MOST_RUNS, 'run')}, not ${runs}.`, {
    where: 'runs',
    remedy: 'Ask for 10,000 runs.',
  });
}

function checkReach(civilDays: number): void {
  if (civilDays <= MOST_DAYS) return;
  throw new Failure(
    'BAD_INPUT',
    `A forecast looks at most ${counted(MOST_DAYS, 'day')} ahead, not ${numberWords(civilDays)}.`,
    {
      where: 'by',
      remedy: 'Choose a nearer day: beyond a year or two the past says little.',
    },
  );
}

function checkHorizon(withinDays: number): void {
  if (whole(withinDays, 1, MOST_DAYS)) return;
  throw new Failure('BAD_INPUT', `A forecast looks 1 to ${counted(MOST_DAYS, 'day')} ahead, not ${withinDays}.`, {
    where: 'withinDays',
    remedy: `Leave it out for ${HORIZON_DAYS} days.`,
  });
}

function checkItems(items: number): void {
  if (whole(items, 0, 1_000_000)) return;
  throw new Failure('BAD_INPUT', `The number of items is a whole number from 0 to 1,000,000, not ${items}.`, {
    where: 'items',
    remedy: 'Count the items that are still to be done.',
  });
}

/** Tells where nobody will be there on any working day looked at. */
function peopleNotices({ factors }: WorkPlan): readonly Notice[] {
  if (factors.some((factor) => factor > 0)) return [];
  return [
    { kind: 'nobody-there', text: 'In all of the time looked at there is no working day on which anybody is there.' },
  ];
}

/** How many runs did not get there, in words. */
function missedText({ missed, runs }: { readonly missed: number; readonly runs: number }, what: string): string {
  if (missed === runs) return `None of ${counted(runs, 'run')} got ${what}`;
  return `${numberWords(missed)} of ${counted(runs, 'run')} (${((100 * missed) / runs).toFixed(1)} %) did not get ${what}`;
}

/** For each run how many civil days it takes until nothing is left (0: nothing to do), risen; `NEVER` beyond the plan. */
function runsUntilDone(model: ForecastModel, items: number, { offsets, factors }: WorkPlan): Int32Array {
  const { history, seed, runs } = model;
  const draw = createSampler(history);
  const canFinish = items === 0 || history.finished.some((count) => count > 0);
  const nextStream = randomStreams(seed);
  const taken = new Int32Array(runs).fill(NEVER);
  for (let run = 0; canFinish && run < runs; run += 1) {
    const stream = nextStream();
    let left = items;
    let day = 0;
    while (left > 0 && day < offsets.length) {
      left -= draw(stream, factors[day] ?? 0, day);
      day += 1;
    }
    if (left <= 0) taken[run] = day === 0 ? 0 : (offsets[day - 1] ?? 0) + 1;
  }
  return taken.sort();
}

/**
 * When `items` will be done, working from `model.from` on: the first day at whose end as many items are finished as there
 * were and as were discovered until then. P85 is the day by which at least 85 % of the runs were done; null where fewer
 * were within `withinDays` civil days, and then the share that was not is told. No items are done on the first day.
 * Source: FORMULAS 4.10 (Monte Carlo over daily throughput, zero days and scope growth included); Vacanti, "When Will It
 * Be Done?" (2020).
 */
export function whenDone(items: number, model: ForecastModel, withinDays: number = HORIZON_DAYS): WhenDone {
  const { from, history, runs, seed } = model;
  checkItems(items);
  checkRuns(runs);
  checkHorizon(withinDays);
  const plan = workPlan(from, withinDays, model);
  const taken = runsUntilDone(model, items, plan);
  const firstNever = taken.indexOf(NEVER);
  const done = firstNever === -1 ? taken : taken.subarray(0, firstNever);
  const missed = runs - done.length;
  const dayOfCount = (count: number) => addDays(from, Math.max(0, count - 1));
  const notices: Notice[] = items === 0 ? [{ kind: 'nothing-to-do', text: 'There is nothing left to do.' }] : [];
  if (items > 0) notices.push(...historyNotices(history, from), ...peopleNotices(plan));
  if (missed > 0)
    notices.push({
      kind: 'not-within',
      text: missedText({ missed, runs }, `${counted(items, 'item')} done within ${counted(withinDays, 'day')}.`),
    });
  return {
    items,
    from,
    percentiles: CONFIDENCES.map((confidence) => {
      const count = percentile(taken, confidence / 100) ?? NEVER;
      return { confidence, day: count === NEVER ? null : dayOfCount(count) };
    }),
    bins: histogram(
      done.map((count) => Math.max(0, count - 1)),
      DAY_BINS,
    ).map((bin) => ({ firstDay: addDays(from, bin.from), lastDay: addDays(from, bin.to), runs: bin.count })),
    runs,
    seed,
    notWithin: { days: withinDays, runs: missed },
    history: noteHistory(history),
    notices,
  };
}

/**
 * For each run the largest number of items that could have been called done by the end of the plan: the highest that
 * finished less discovered items ever stood at. So a run reaches n by a day just where `whenDone` has it done by then.
 */
function runsReached(model: ForecastModel, { factors }: WorkPlan): Int32Array {
  const { history, seed, runs } = model;
  const draw = createSampler(history);
  const nextStream = randomStreams(seed);
  const reached = new Int32Array(runs);
  for (let run = 0; run < runs; run += 1) {
    const stream = nextStream();
    let [now, most] = [0, 0];
    for (const [day, factor] of factors.entries()) {
      now += draw(stream, factor, day);
      if (now > most) most = now;
    }
    reached[run] = most;
  }
  return reached.sort();
}

/**
 * How many items will be done by the end of the day `by`, working from `model.from` on, discovered work done beside them.
 * P85 is the number that at least 85 % of the runs reached: the higher the confidence, the lower the number. A day before
 * the first gives 0 items and says so. Source: as `whenDone`.
 */
export function howMany(by: Day, model: ForecastModel): HowMany {
  const { from, history, runs, seed } = model;
  checkRuns(runs);
  const civilDays = daysBetween(from, by) + 1;
  checkReach(civilDays);
  const plan = workPlan(from, civilDays, model);
  const reached = runsReached(model, plan);
  const notices: Notice[] = [...historyNotices(history, from)];
  if (civilDays < 1)
    notices.unshift({
      kind: 'past-date',
      text: `${dayWords(by)} lies before ${dayWords(from)}, the first day of work: nothing can be done by then.`,
    });
  else notices.push(...peopleNotices(plan));
  return {
    from,
    by,
    percentiles: CONFIDENCES.map((confidence) => ({ confidence, items: reachedBy(reached, confidence / 100) ?? 0 })),
    bins: histogram(reached, ITEM_BINS).map((bin) => ({ from: bin.from, to: bin.to, runs: bin.count })),
    runs,
    seed,
    history: noteHistory(history),
    notices,
  };
}
