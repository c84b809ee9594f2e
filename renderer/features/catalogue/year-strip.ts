import { addMonths, fromDayNumber, toDayNumber } from '../../../shared/domain/calendar/days.ts';
import { MONTHS } from '../../../shared/domain/calendar/time-words.ts';
import type { Absence } from '../../../shared/model/catalogue.ts';
import { type Day, day } from '../../../shared/model/time.ts';

/** A part of a year as shares of its width, from 0 to 1. */
export interface Share {
  readonly from: number;
  readonly to: number;
}

/** The first and the last day of a year. */
export function daysOfYear(year: number): { readonly first: Day; readonly last: Day } {
  const text = String(year).padStart(4, '0');
  return { first: day(`${text}-01-01`), last: day(`${text}-12-31`) };
}

/** The part of a year that days take, both included; null where they lie outside. */
export function shareOf({ firstDay, lastDay }: Pick<Absence, 'firstDay' | 'lastDay'>, year: number): Share | null {
  const { first, last } = daysOfYear(year);
  if (lastDay < first || firstDay > last) return null;
  const [start, end] = [toDayNumber(first), toDayNumber(last) + 1];
  const share = (number: number) => (number - start) / (end - start);
  return {
    from: share(Math.max(start, toDayNumber(firstDay))),
    to: share(Math.min(end, toDayNumber(lastDay) + 1)),
  };
}

/** The months of a year: where each begins and ends, and its name. */
export function monthsOf(year: number): readonly (Share & { readonly label: string })[] {
  const { first } = daysOfYear(year);
  return Array.from({ length: 12 }, (_, at) => {
    const begin = addMonths(first, at);
    const end = fromDayNumber(toDayNumber(addMonths(first, at + 1)) - 1);
    const share = shareOf({ firstDay: begin, lastDay: end }, year) ?? { from: 0, to: 0 };
    return { ...share, label: (MONTHS[at] ?? '').slice(0, 3) };
  });
}

/** A day off of a team by its name. */
export interface NamedDay {
  readonly day: Day;
  readonly name: string;
}

/** A team's days off in a year: public holidays, and those that it names itself, each day once and in order. */
export function daysOffIn(year: number, holidays: readonly NamedDay[], extra: readonly Day[]): readonly NamedDay[] {
  const { first, last } = daysOfYear(year);
  const all = new Map<Day, string>(extra.map((one) => [one, 'Day off']));
  for (const { day: one, name } of holidays) all.set(one, name);
  return [...all]
    .filter(([one]) => one >= first && one <= last)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([one, name]) => ({ day: one, name }));
}
