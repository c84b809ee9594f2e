import { addDays, daysBetween } from '../../shared/domain/calendar/days.ts';
import { isWorkingDay, workingDaysBetween } from '../../shared/domain/calendar/working-days.ts';
import { dayOf } from '../../shared/domain/calendar/zoned-time.ts';
import { cadenceTable } from '../../shared/domain/capacity/cadence.ts';
import type { ItemHistory } from '../../shared/domain/capacity/item-history.ts';
import { leadTimes } from '../../shared/domain/capacity/lead-times.ts';
import { type ForecastModel, howMany, whenDone } from '../../shared/domain/capacity/monte-carlo.ts';
import { hazardOf, type TrainItem } from '../../shared/domain/capacity/train-risk.ts';
import { bestSplit, trainFrontier, trainRisk } from '../../shared/domain/capacity/train-size.ts';
import { randomStreams } from '../../shared/domain/stats/seeded-random.ts';
import { type Day, instant } from '../../shared/model/time.ts';
import { aCalendar, aModel } from '../support/capacity.ts';
import { cpuMilliseconds } from '../support/cpu-time.ts';
import { aDay, anInstant, aZone } from '../support/times.ts';
import type { BenchContext } from './context.ts';
import { median, settle, spread } from './measure.ts';
import type { Row } from './row.ts';

/** Half a year ahead, and a scope that takes about as long. */
const BY = aDay('2026-11-27');
const ITEMS = 110;
/** A year of runs at four cadences is kept while it is sorted: a million runs would take half a gigabyte. */
const MOST_CADENCE_RUNS = 100_000;
const SPLIT_SIZES = [20, 100, 500];
const TRAINS = 5;

/** 26 weeks in which a team finished 0 to 5 items a day and discovered one every fifth day. */
function model(runs: number): ForecastModel {
  const { next } = randomStreams(2026)();
  const finished = Array.from({ length: 130 }, () => Math.max(0, Math.floor(next() * 9) - 3));
  const discovered = Array.from({ length: 130 }, () => (next() < 0.2 ? 1 : 0));
  return aModel({ finished, discovered, days: aCalendar(), runs });
}

/** What the reference asks each day. */
function worked({ from, days }: ForecastModel, civilDays: number): readonly boolean[] {
  return Array.from({ length: civilDays }, (_, offset) => isWorkingDay(addDays(from, offset), days));
}

function pick(list: readonly number[]): number {
  return list[Math.floor(Math.random() * list.length)] ?? 0;
}

/** The same simulation as it is written first: a loop over runs and days, the runtime's own random numbers. */
function plainWhenDone(forecast: ForecastModel, items: number): readonly number[] {
  const { finished, discovered } = forecast.history;
  const open = worked(forecast, 730);
  const taken: number[] = [];
  for (let run = 0; run < forecast.runs; run += 1) {
    let left = items;
    let day = 0;
    for (; day < open.length && left > 0; day += 1) if (open[day]) left += pick(discovered) - pick(finished);
    taken.push(day);
  }
  return taken.sort((one, other) => one - other);
}

function plainHowMany(forecast: ForecastModel, by: Day): readonly number[] {
  const { finished, discovered } = forecast.history;
  const open = worked(forecast, daysBetween(forecast.from, by) + 1);
  const reached: number[] = [];
  for (let run = 0; run < forecast.runs; run += 1) {
    let [now, most] = [0, 0];
    for (const isOpen of open) {
      if (isOpen) now += pick(finished) - pick(discovered);
      most = Math.max(most, now);
    }
    reached.push(most);
  }
  return reached.sort((one, other) => one - other);
}

/** Two ways to the same answer give nearly the same median; else something was measured that does something else. */
function mustAgree(what: string, ours: number, theirs: number): void {
  if (Math.abs(ours - theirs) > 3) throw new Error(`${what}: ${ours} here and ${theirs} in the plain loop`);
}

/** Milliseconds of processor time that each pass takes: all of this computes in one thread and waits for nothing. */
function passes(repeats: number, work: () => unknown): readonly number[] {
  return Array.from({ length: repeats }, () => {
    settle();
    const started = cpuMilliseconds();
    work();
    return cpuMilliseconds() - started;
  });
}

function row(name: string, size: number, ours: readonly number[], theirs: readonly number[], beside: string): Row {
  const reference = { name: beside, median: median(theirs) };
  return {
    name,
    size,
    unit: 'ms',
    median: median(ours),
    spread: spread(ours),
    reference,
    ratio: reference.median / median(ours),
  };
}

function benchRuns(runs: number): readonly Row[] {
  const forecast = model(runs);
  const repeats = runs > 100_000 ? 1 : 5;
  const beside = 'a plain loop';
  const [when, many] = [whenDone(ITEMS, forecast), howMany(BY, forecast)];
  const middle = when.percentiles[0]?.day;
  if (middle == null) throw new Error('half of the runs were never done');
  mustAgree('when done', daysBetween(forecast.from, middle) + 1, median(plainWhenDone(forecast, ITEMS)));
  mustAgree('how many', many.percentiles[0]?.items ?? 0, median(plainHowMany(forecast, BY)));
  const ourWhen = passes(repeats, () => whenDone(ITEMS, forecast));
  const plainWhen = passes(repeats, () => plainWhenDone(forecast, ITEMS));
  const ourMany = passes(repeats, () => howMany(BY, forecast));
  const plainMany = passes(repeats, () => plainHowMany(forecast, BY));
  const bar = (ours: readonly number[]) =>
    runs === 10_000 ? { bar: { text: '10k runs < 1 s', ok: median(ours) < 1_000 } } : {};
  const rows: Row[] = [
    { ...row('forecast: when done, about half a year', runs, ourWhen, plainWhen, beside), ...bar(ourWhen) },
    { ...row('forecast: how many in half a year', runs, ourMany, plainMany, beside), ...bar(ourMany) },
  ];
  if (runs > MOST_CADENCE_RUNS) return rows;
  const question = {
    model: forecast,
    overheadHours: 40,
    teamHoursPerDay: 40,
    trainsInHistory: 6,
    ci: null,
    releases: [{ name: 'R', items: 30 }],
  };
  const ourTable = passes(repeats, () => cadenceTable(question));
  // A year at four cadences: the plain loop over a year, four times.
  const year = aDay('2027-05-31');
  const plainTable = passes(repeats, () => [1, 2, 3, 4].map(() => plainHowMany(forecast, year)));
  return [...rows, { ...row('forecast: cadence table, a year', runs, ourTable, plainTable, beside), ...bar(ourTable) }];
}

/** Items that took up to ten weeks, each with four changes. */
function histories(count: number): readonly ItemHistory[] {
  const { next } = randomStreams(7)();
  const first = anInstant('2025-06-02T08:00:00Z');
  const hour = 3_600_000;
  return Array.from({ length: count }, () => {
    const createdAt = instant(first + Math.floor(next() * 4_000) * hour);
    const steps = [1, 2, 3, 4].map(() => Math.floor(next() * 400) * hour);
    const at = (step: number) => instant(createdAt + steps.slice(0, step + 1).reduce((sum, each) => sum + each, 0));
    const changes = (['active', 'waiting', 'active', 'done'] as const).map((toCategory, step) => ({
      at: at(step),
      fromCategory: null,
      toCategory,
    }));
    return {
      itemClass: next() < 0.5 ? 'Story' : 'Bug',
      createdAt,
      boardedAt: null,
      doneAt: at(3),
      undone: false,
      changes,
    };
  });
}

function benchLeadTimes(items: number): Row {
  const calendar = { zone: aZone('Europe/Berlin'), days: aCalendar() };
  const list = histories(items);
  const walk = () =>
    list.map(({ createdAt, changes }) =>
      [createdAt, ...changes.map(({ at }) => at)]
        .map((at) => dayOf(at, calendar.zone))
        .map((day, index, days) => workingDaysBetween(days[index - 1] ?? day, day, calendar.days)),
    );
  const repeats = items > 100_000 ? 1 : 3;
  const ours = passes(repeats, () => leadTimes(list, calendar));
  const theirs = passes(repeats, walk);
  return row('forecast: lead times of items', items, ours, theirs, 'walking each span');
}

function scope(count: number): readonly TrainItem[] {
  const { next } = randomStreams(count)();
  return Array.from({ length: count }, (_, index) => ({
    id: `i${index}`,
    failure: 0.002 + (next() * 4) / count,
    services: [`s${Math.floor((next() * count) / 4)}`],
    dependsOn: index > 0 && next() < 0.3 ? [`i${Math.floor(next() * index)}`] : [],
  }));
}

/** Items in the order in which they came, cut into trains of as many each: what people do by hand. */
function byCount(items: readonly TrainItem[], beta: number): number {
  const size = Math.ceil(items.length / TRAINS);
  const trains = Array.from({ length: TRAINS }, (_, train) => items.slice(train * size, (train + 1) * size));
  return Math.max(...trains.map((train) => trainRisk({ items: train, beta })));
}

function benchSplit(size: number): readonly Row[] {
  const question = { items: scope(size), beta: 0.1 };
  const split = bestSplit(question, TRAINS);
  const over = (risk: number) => 100 * (hazardOf(risk) / hazardOf(split.lowerBound) - 1);
  const ours = passes(3, () => bestSplit(question, TRAINS));
  const frontier = passes(size > 100 ? 1 : 3, () => trainFrontier(question));
  const time = (name: string, values: readonly number[]): Row => ({
    name,
    size,
    unit: 'ms',
    median: median(values),
    spread: spread(values),
  });
  return [
    time(`forecast: best split into ${TRAINS} trains`, ours),
    time('forecast: frontier of 1 to 8 trains', frontier),
    {
      name: 'forecast: hazard above the bound',
      size,
      unit: '%',
      median: over(split.maxRisk),
      spread: 0,
      reference: { name: 'as many items a train', median: over(byCount(question.items, question.beta)) },
      // How much nearer to the bound; both may be at it.
      ratio: (1 + over(byCount(question.items, question.beta)) / 100) / (1 + over(split.maxRisk) / 100),
    },
  ];
}

/** Forecasts beside a plain loop, lead times beside walking, and how near splits come to what is possible; processor time. */
export function benchForecast(context: BenchContext): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const size of context.sizes) {
    context.tell(`forecast: ${size} runs`);
    rows.push(...benchRuns(size));
    context.tell(`forecast: ${size} items`);
    rows.push(benchLeadTimes(size));
  }
  for (const size of context.smoke ? SPLIT_SIZES.slice(0, 2) : SPLIT_SIZES) {
    context.tell(`forecast: a scope of ${size}`);
    rows.push(...benchSplit(size));
  }
  return Promise.resolve(rows);
}
