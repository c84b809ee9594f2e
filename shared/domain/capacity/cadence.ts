import { Failure } from '../../model/failure.ts';
import {
  type CadenceKind,
  type CadenceRow,
  type CadenceTable,
  type CiCapacity,
  CONFIDENCES,
  type Notice,
} from '../../model/forecast.ts';
import type { Day } from '../../model/time.ts';
import { addDays, addMonths, daysBetween } from '../calendar/days.ts';
import { reachedBy } from '../stats/percentile.ts';
import { randomStreams } from '../stats/seeded-random.ts';
import { counted, numberWords } from '../text/counted.ts';
import { judgeCadence } from './cadence-verdict.ts';
import { checkCi, ciRoom } from './ci-capacity.ts';
import { historyNotices, noteHistory } from './history.ts';
import { checkRuns, type ForecastModel } from './monte-carlo.ts';
import { createRunSampler, itemsOn, workPlan } from './sampler.ts';

/** A release whose scope is to fit into one train. */
export interface ReleaseScope {
  readonly name: string;
  readonly items: number;
}

/** What the table is computed from. */
export interface CadenceQuestion {
  /** The year begins on `model.from`. */
  readonly model: ForecastModel;
  /** Person-hours that a train costs whatever it carries: regression tests, approvals, the night itself. */
  readonly overheadHours: number;
  /** Person-hours that the whole team has on a working day. */
  readonly teamHoursPerDay: number;
  /** Trains that departed during the history: their overhead is in its throughput already. */
  readonly trainsInHistory: number;
  /** What CI can do; null where it is no limit. */
  readonly ci: CiCapacity | null;
  readonly releases: readonly ReleaseScope[];
}

/** One interval of a cadence: working days by their place in the year's plan, and what is left of the team's time. */
interface Interval {
  readonly civilDays: number;
  readonly first: number;
  readonly end: number;
  /** Working time less overhead beside what it was in history; 0 where overhead takes it all. */
  readonly factor: number;
  readonly hasTime: boolean;
  /** Items that CI can test in it. */
  readonly ciItems: number;
  readonly testsTrain: boolean;
}

const KINDS: readonly CadenceKind[] = ['weekly', 'bi-weekly', 'monthly', 'quarterly'];

/** The day on which the interval after so many begins. */
function intervalStart(kind: CadenceKind, from: Day, index: number): Day {
  if (kind === 'weekly') return addDays(from, index * 7);
  if (kind === 'bi-weekly') return addDays(from, index * 14);
  return addMonths(from, index * (kind === 'monthly' ? 1 : 3));
}

/** The share of the team's time that overhead took in history, 0 to below 1. */
function historicShare({ model, overheadHours, teamHoursPerDay, trainsInHistory }: CadenceQuestion): number {
  const hours = teamHoursPerDay * model.historicPresence * model.history.finished.length;
  const overhead = overheadHours * trainsInHistory;
  if (overhead === 0) return 0;
  if (overhead < hours) return overhead / hours;
  throw new Failure(
    'BAD_INPUT',
    `The ${counted(trainsInHistory, 'train')} of the history would have cost ${numberWords(Math.round(overhead))} hours, and the team had ${numberWords(Math.round(hours))}.`,
    { where: 'overheadHours', remedy: 'Lower the overhead of a train, or correct the hours of the team.' },
  );
}

function checkHours(question: CadenceQuestion): void {
  const { overheadHours, teamHoursPerDay, trainsInHistory } = question;
  const numbers = { overheadHours, teamHoursPerDay, trainsInHistory };
  const wrong = Object.entries(numbers).find(([, value]) => !(Number.isFinite(value) && value >= 0));
  if (wrong === undefined) return;
  throw new Failure('BAD_INPUT', `Hours and trains are numbers from 0 up, not ${wrong[1]}.`, {
    where: wrong[0],
    remedy: 'Enter a number, 0 for none.',
  });
}

/** The whole intervals of a cadence in the year from the model's first day on. */
function intervalsOf(kind: CadenceKind, question: CadenceQuestion): readonly Interval[] {
  const { model, overheadHours, teamHoursPerDay, ci } = question;
  const { from, days, presence } = model;
  const yearEnd = addMonths(from, 12);
  const before = 1 - historicShare(question);
  const intervals: Interval[] = [];
  let first = 0;
  for (let index = 0; ; index += 1) {
    const start = intervalStart(kind, from, index);
    const next = intervalStart(kind, from, index + 1);
    if (next > yearEnd) return intervals;
    const civilDays = daysBetween(start, next);
    const { factors } = workPlan(start, civilDays, { days, presence, historicPresence: 1 });
    const hours = teamHoursPerDay * factors.reduce((sum, factor) => sum + factor, 0);
    const left = overheadHours === 0 ? 1 : Math.max(0, 1 - overheadHours / Math.max(hours, overheadHours));
    const hasTime = overheadHours === 0 ? factors.length > 0 : left > 0;
    const { items: ciItems, testsTrain } = ciRoom(ci, civilDays);
    const end = first + factors.length;
    intervals.push({ civilDays, first, end, factor: left / before, hasTime, ciItems, testsTrain });
    first += factors.length;
  }
}

/** What the trains of one cadence take, over all runs and intervals. */
interface Reached {
  /** Risen. */
  readonly items: Int32Array;
  /** Trains that take less than people finished, for CI cannot test more. */
  limited: number;
}

/** What each interval of each run reaches, for each cadence: every run has the same luck in all of them. */
function itemsReached(model: ForecastModel, cadences: readonly (readonly Interval[])[]): readonly Reached[] {
  const { history, runs, seed, from } = model;
  const { factors } = workPlan(from, daysBetween(from, addMonths(from, 12)), model);
  const drawRun = createRunSampler(history, factors.length);
  const nextStream = randomStreams(seed);
  const reached = cadences.map(
    (intervals): Reached => ({ items: new Int32Array(runs * intervals.length), limited: 0 }),
  );
  for (let run = 0; run < runs; run += 1) {
    const luck = drawRun(nextStream());
    for (const [cadence, intervals] of cadences.entries()) {
      const into = reached[cadence];
      if (into === undefined) continue;
      for (const [index, { first, end, factor, ciItems }] of intervals.entries()) {
        let [now, most] = [0, 0];
        for (let day = first; day < end; day += 1) {
          now += itemsOn(luck, day, (factors[day] ?? 0) * factor);
          if (now > most) most = now;
        }
        if (most > ciItems) into.limited += 1;
        into.items[run * intervals.length + index] = Math.min(most, ciItems);
      }
    }
  }
  for (const { items } of reached) items.sort();
  return reached;
}

/** The share of risen values that are at least so large. */
function shareReaching(sorted: Int32Array, items: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < items) low = middle + 1;
    else high = middle;
  }
  return sorted.length === 0 ? 0 : (sorted.length - low) / sorted.length;
}

/** The mean wait until the next departure from a moment chosen evenly: the sum of squares over twice the sum. */
function expectedWait(intervals: readonly Interval[]): number {
  const sum = intervals.reduce((total, { civilDays }) => total + civilDays, 0);
  return intervals.reduce((total, { civilDays }) => total + civilDays ** 2, 0) / (2 * sum);
}

/**
 * A year of a team at four cadences: items that one train takes (over all trains of the year, holidays and absences
 * included), how likely each release's scope fits into one, what the fixed overhead costs, how long a finished item waits.
 * A train has the working days since the one before; overhead is taken from their hours, and throughput shrinks in
 * proportion, beside the history's own overhead. CI is a second limit: a train takes what people finished, as far as CI can
 * test it (`ci-capacity.ts`). Work discovered in an interval is done in it. Overhead and throughput
 * in proportion are ours (FEATURES M2.1, idea 6); drawing is that of FORMULAS 4.10; the wait is the mean residual time of
 * renewal theory, E[L^2] / 2 E[L], with items finished evenly over civil days (Ross, "Introduction to Probability Models").
 */
export function cadenceTable(question: CadenceQuestion): CadenceTable {
  const { model, overheadHours, teamHoursPerDay, ci, releases } = question;
  checkRuns(model.runs);
  checkHours(question);
  checkCi(ci);
  const yearDays = daysBetween(model.from, addMonths(model.from, 12));
  const presences = workPlan(model.from, yearDays, { ...model, historicPresence: 1 }).factors;
  const yearHours = teamHoursPerDay * presences.reduce((sum, presence) => sum + presence, 0);
  const cadences = KINDS.map((kind) => intervalsOf(kind, question));
  const found = itemsReached(model, cadences);
  const rows = KINDS.map((cadence, index): CadenceRow => {
    const intervals = cadences[index] ?? [];
    const { items: reached, limited } = found[index] ?? { items: new Int32Array(0), limited: 0 };
    const ciHours = (ci?.hoursPerDay ?? 0) * yearDays;
    const ciTests = (ci?.hoursPerTrain ?? 0) * intervals.length;
    const overhead = overheadHours * intervals.length;
    const row = {
      cadence,
      trainsPerYear: intervals.length,
      items: CONFIDENCES.map((confidence) => ({ confidence, items: reachedBy(reached, confidence / 100) ?? 0 })),
      fits: releases.map(({ name, items }) => ({ name, items, probability: shareReaching(reached, items) })),
      overheadHours: overhead,
      overheadShare: yearHours > 0 ? overhead / yearHours : null,
      intervalsWithoutTime: intervals.filter(({ hasTime }) => !hasTime).length,
      ci: ci && {
        hours: ciTests,
        share: ciHours > 0 ? ciTests / ciHours : null,
        untested: intervals.filter(({ testsTrain }) => !testsTrain).length,
        limited: reached.length === 0 ? 0 : limited / reached.length,
      },
      expectedWaitDays: expectedWait(intervals),
    };
    return { ...row, ...judgeCadence(row) };
  });
  const notices: Notice[] = [...historyNotices(model.history, model.from)];
  return {
    from: model.from,
    to: addDays(addMonths(model.from, 12), -1),
    rows,
    runs: model.runs,
    seed: model.seed,
    history: noteHistory(model.history),
    notices,
  };
}
