import { type ScaleLinear, scaleLinear } from 'd3';
import { addMonths, civilDay, firstOfMonth, fromDayNumber, toDayNumber } from '../../../shared/domain/calendar/days.ts';
import { dayWords, MONTHS } from '../../../shared/domain/calendar/time-words.ts';
import type { Day } from '../../../shared/model/time.ts';
import type { AxisTick } from './axes.tsx';

/** A scale of days: its domain are day numbers. */
export type DayScale = ScaleLinear<number, number>;

/** A scale from the first to the last of some days over a width in pixels; a single day stands in the middle. */
export function dayScale(first: Day, last: Day, width: number): DayScale {
  const [from, to] = [toDayNumber(first), toDayNumber(last)];
  return scaleLinear()
    .domain(from === to ? [from - 1, to + 1] : [from, to])
    .range([0, width]);
}

const monthSteps = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1_200];
const dayStepsOf = [1, 2, 7, 14];

/** The year stands with the first mark and with each January; marks of whole years are years. */
function monthLabel(day: Day, step: number, isFirst: boolean): string {
  const [year, month] = [day.slice(0, 4), MONTHS[civilDay(day).month - 1]?.slice(0, 3) ?? ''];
  if (step >= 12) return year;
  return month === 'Jan' || isFirst ? `${month} ${year}` : month;
}

function monthTicks(scale: DayScale, first: Day, last: Day, most: number): readonly AxisTick[] {
  const monthOf = (day: Day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  const months = monthOf(last) - monthOf(first);
  const step = monthSteps.find((size) => months / size <= most) ?? 6_000;
  const ticks: AxisTick[] = [];
  for (let day = firstOfMonth(first); day <= last; day = addMonths(day, 1)) {
    if (day < first || monthOf(day) % step !== 0) continue;
    ticks.push({ at: scale(toDayNumber(day)), label: monthLabel(day, step, ticks.length === 0) });
  }
  return ticks;
}

/** Marks of a scale of days: days, weeks, months or years, about 80 pixels apart at least. */
export function dayTicks(scale: DayScale): readonly AxisTick[] {
  const [from = 0, to = 0] = scale.domain();
  const most = Math.max(1, Math.floor((scale(to) - scale(from)) / 80));
  const [first, last] = [fromDayNumber(Math.ceil(from)), fromDayNumber(Math.floor(to))];
  const step = dayStepsOf.find((size) => (to - from) / size <= most);
  if (step === undefined) return monthTicks(scale, first, last, most);
  const ticks: AxisTick[] = [];
  for (let number = Math.ceil(from); number <= to; number += step) {
    ticks.push({ at: scale(number), label: dayWords(fromDayNumber(number), 'short') });
  }
  return ticks;
}

/** Marks of a scale of numbers, about `count` of them; never fractions where `whole` is asked. */
export function numberTicks(
  scale: ScaleLinear<number, number>,
  count: number,
  { whole = false, unit = '' }: { readonly whole?: boolean; readonly unit?: string } = {},
): readonly AxisTick[] {
  const format = scale.tickFormat(count, whole ? ',d' : undefined);
  return scale
    .ticks(count)
    .filter((value) => !whole || Number.isInteger(value))
    .map((value) => ({ at: scale(value), label: `${format(value)}${unit}` }));
}
