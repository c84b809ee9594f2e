import { addDays, toDayNumber } from '../../../shared/domain/calendar/days.ts';
import { byWeek, countsOf } from '../../../shared/domain/capacity/throughput.ts';
import type { DailyThroughput } from '../../../shared/model/forecast.ts';
import type { Day } from '../../../shared/model/time.ts';
import { formatCount, formatDay, formatNumber } from '../../lib/format.ts';
import type { Bar } from '../../ui/chart/bars.tsx';

/** A week as it is drawn, and the days of it that the history holds. */
export interface WeekBar extends Bar {
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly days: number;
}

/** One bar a week, weeks without any included; a week that is cut by the history's ends is paler and says so. */
export function weekBars(daily: DailyThroughput, types: readonly string[] | undefined): readonly WeekBar[] {
  return byWeek(countsOf(daily, types), daily.from).map(({ monday, days, count }, at) => {
    const firstDay = at === 0 ? daily.from : monday;
    const cut = days < 7 ? `, ${formatCount(days, 'day')} of it` : '';
    return {
      key: monday,
      from: toDayNumber(monday),
      to: toDayNumber(monday) + 7,
      value: count,
      label: `${formatCount(count, 'item')} finished in the week of ${formatDay(monday)}${cut}`,
      pale: days < 7,
      firstDay,
      lastDay: addDays(firstDay, days - 1),
      days,
    };
  });
}

/** The middle of some numbers; null for none. */
function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.ceil(sorted.length / 2) - 1] ?? null;
}

export interface ThroughputFigures {
  readonly total: number;
  readonly weeks: number;
  readonly zeroWeeks: number;
  readonly zeroDays: number;
  readonly median: number | null;
  /** All of it in a sentence. */
  readonly text: string;
}

/** What a team finished, in figures; whole weeks only count for the median. */
export function throughputFigures(daily: DailyThroughput, types: readonly string[] | undefined): ThroughputFigures {
  const counts = countsOf(daily, types);
  const bars = weekBars(daily, types);
  const whole = bars.filter(({ days }) => days === 7);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const zeroDays = counts.filter((count) => count === 0).length;
  const middle = median(whole.map(({ value }) => value));
  const perWeek = middle === null ? '' : `, ${formatCount(middle, 'item')} in the median week`;
  return {
    total,
    weeks: bars.length,
    zeroWeeks: bars.filter(({ value }) => value === 0).length,
    zeroDays,
    median: middle,
    text: `${formatCount(total, 'item')} finished from ${formatDay(daily.from)} to ${formatDay(daily.to)}${perWeek}. Nothing was finished on ${formatNumber(zeroDays)} of ${formatCount(counts.length, 'day')}, weekends included.`,
  };
}

/** What the figures leave out, in words; null where nothing is. */
export function leftOutText(daily: DailyThroughput, types: readonly string[] | undefined): string | null {
  const { before, after, open, undone } = daily.leftOut;
  const others = daily.classes.filter(({ name }) => types !== undefined && !types.includes(name));
  const parts = [
    ...others.map(({ name, total }) => `${formatNumber(total)} of ${name}, which do not count here`),
    ...(before > 0 ? [`${formatNumber(before)} finished before`] : []),
    ...(after > 0 ? [`${formatNumber(after)} finished today, which is not over`] : []),
    ...(undone > 0 ? [`${formatNumber(undone)} that ended undone`] : []),
    ...(open > 0 ? [`${formatNumber(open)} not finished`] : []),
  ];
  return parts.length === 0 ? null : `Left out: ${parts.join('; ')}.`;
}
