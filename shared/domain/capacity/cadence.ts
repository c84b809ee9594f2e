import { Failure } from '../../model/failure.ts';
import {
  type CadenceKind,
  type CadenceRow,
  type CadenceTable,
  CONFIDENCES,
  type Notice,
} from '../../model/forecast.ts';
import type { Day } from '../../model/time.ts';
import { addDays, addMonths, daysBetween } from '../calendar/days.ts';
import { reachedBy } from '../stats/percentile.ts';
import { randomStreams } from '../stats/seeded-random.ts';
import { counted, numberWords } from '../text/counted.ts';
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
}

const KINDS: readonly CadenceKind[] = ['weekly', 'bi-weekly', 'monthly', 'quarterly'];
/** From this probability on a scope fits; below the other it does not. Ours: P85 and P50. */
const FITS = 0.85;
const TIGHT = 0.5;

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
  const { model, overheadHours, teamHoursPerDay } = question;
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
    intervals.push({ civilDays, first, end: first + factors.length, factor: left / before, hasTime });
    first += factors.length;
  }
}

/** What each interval of each run reaches, risen, for each cadence: every run has the same luck in all of them. */
function itemsReached(model: ForecastModel, cadences: readonly (readonly Interval[])[]): readonly Int32Array[] {
  const { history, runs, seed, from } = model;
  const { factors } = workPlan(from, daysBetween(from, addMonths(from, 12)), model);
  const drawRun = createRunSampler(history, factors.length);
  const nextStream = randomStreams(seed);
  const reached = cadences.map((intervals) => new Int32Array(runs * intervals.length));
  for (let run = 0; run < runs; run += 1) {
    const luck = drawRun(nextStream());
    for (const [cadence, intervals] of cadences.entries()) {
      const into = reached[cadence] ?? new Int32Array(0);
      for (const [index, { first, end, factor }] of intervals.entries()) {
        let [now, most] = [0, 0];
        for (let day = first; day < end; day += 1) {
          now += itemsOn(luck, day, (factors[day] ?? 0) * factor);
          if (now > most) most = now;
        }
        into[run * intervals.length + index] = most;
      }
    }
  }
  return reached.map((each) => each.sort());
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

/** A share in whole percent; never 0 or 100 for what only comes near to it. */
function percent(share: number): string {
  if (share > 0 && share < 0.01) return 'less than 1 %';
  if (share < 1 && share >= 0.995) return 'more than 99 %';
  return `${Math.round(share * 100)} %`;
}

type Judged = Pick<CadenceRow, 'fits' | 'overheadShare' | 'intervalsWithoutTime' | 'trainsPerYear'>;

/** A row's verdict, and why, in words. */
function judge({
  fits,
  overheadShare,
  intervalsWithoutTime,
  trainsPerYear,
}: Judged): Pick<CadenceRow, 'verdict' | 'text'> {
  const cost =
    overheadShare === null || overheadShare === 0
      ? ''
      : ` Overhead takes ${percent(overheadShare)} of the team's hours.`;
  const idle =
    intervalsWithoutTime === 0
      ? ''
      : ` ${numberWords(intervalsWithoutTime)} of ${counted(trainsPerYear, 'train')} have no time left for work.`;
  if (intervalsWithoutTime * 2 > trainsPerYear)
    return {
      verdict: 'no-time',
      text: `Not feasible: a train's overhead takes all the time between two of them.${idle}`,
    };
  // The largest scope is the one that fits least.
  const worst = fits.reduce<CadenceRow['fits'][number] | null>(
    (least, each) => (least === null || each.items > least.items ? each : least),
    null,
  );
  if (worst === null) return { verdict: 'fits', text: `No release was named to fit.${cost}${idle}` };
  const said = `${worst.name} (${counted(worst.items, 'item')}) fits into a train in ${percent(worst.probability)} of the cases`;
  if (worst.probability >= FITS) return { verdict: 'fits', text: `Every release fits: even ${said}.${cost}${idle}` };
  if (worst.probability >= TIGHT) return { verdict: 'tight', text: `Tight: ${said}.${cost}${idle}` };
  return { verdict: 'too-small', text: `Too small: ${said}.${cost}${idle}` };
}

/**
 * A year of a team at four cadences: items that one train takes (over all trains of the year, holidays and absences
 * included), how likely each release's scope fits into one, what the fixed overhead costs, how long a finished item waits.
 * A train has the working days since the one before; overhead is taken from their hours, and throughput shrinks in
 * proportion, beside the history's own overhead. Work discovered in an interval is done in it. Overhead and throughput
 * in proportion are ours (FEATURES M2.1, idea 6); drawing is that of FORMULAS 4.10; the wait is the mean residual time of
 * renewal theory, E[L^2] / 2 E[L], with items finished evenly over civil days (Ross, "Introduction to Probability Models").
 */
export function cadenceTable(question: CadenceQuestion): CadenceTable {
  const { model, overheadHours, teamHoursPerDay, releases } = question;
  checkRuns(model.runs);
  checkHours(question);
  const yearDays = daysBetween(model.from, addMonths(model.from, 12));
  const presences = workPlan(model.from, yearDays, { ...model, historicPresence: 1 }).factors;
  const yearHours = teamHoursPerDay * presences.reduce((sum, presence) => sum + presence, 0);
  const cadences = KINDS.map((kind) => intervalsOf(kind, question));
  const found = itemsReached(model, cadences);
  const rows = KINDS.map((cadence, index): CadenceRow => {
    const intervals = cadences[index] ?? [];
    const reached = found[index] ?? new Int32Array(0);
    const overhead = overheadHours * intervals.length;
    const row = {
      cadence,
      trainsPerYear: intervals.length,
      items: CONFIDENCES.map((confidence) => ({ confidence, items: reachedBy(reached, confidence / 100) ?? 0 })),
      fits: releases.map(({ name, items }) => ({ name, items, probability: shareReaching(reached, items) })),
      overheadHours: overhead,
      overheadShare: yearHours > 0 ? overhead / yearHours : null,
      intervalsWithoutTime: intervals.filter(({ hasTime }) => !hasTime).length,
      expectedWaitDays: expectedWait(intervals),
    };
    return { ...row, ...judge(row) };
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
