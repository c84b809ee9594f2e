import type { Day, Zone } from '../../model/time.ts';
import type { Train } from '../../model/train.ts';
import { fromDayNumber, toDayNumber, weekdayOf } from './days.ts';
import type { WorkingDays } from './working-days.ts';
import { startOfDay } from './zoned-time.ts';

/** A run of days off as instants (ms UTC) of its zone. */
export interface DaysOffSpan {
  readonly from: number;
  readonly to: number;
  /** The holidays' names; empty for the days that the week leaves free. */
  readonly name: string;
}

/** A public holiday or another day that a train's calendar leaves free, by name. */
export interface DayOff {
  readonly trainId: Train['id'];
  readonly day: Day;
  readonly name: string;
}

/** A train's working days where its holidays are told day by day. */
export function workingDaysOf(train: Pick<Train, 'id' | 'calendar'>, daysOff: readonly DayOff[]): WorkingDays {
  const { workdays } = train.calendar;
  const named = daysOff.filter(({ trainId, day }) => trainId === train.id && workdays.includes(weekdayOf(day)));
  return { workdays, daysOff: new Map(named.map(({ day, name }) => [day, name])) };
}

/** The runs of days off from one day to another, both included, as instants of a zone. */
export function daysOffSpans(
  days: WorkingDays,
  zone: Zone,
  range: { readonly from: Day; readonly to: Day },
): readonly DaysOffSpan[] {
  const last = toDayNumber(range.to);
  const spans: DaysOffSpan[] = [];
  let open: { readonly from: Day; readonly names: string[] } | null = null;
  for (let number = toDayNumber(range.from); number <= last + 1; number += 1) {
    const day = fromDayNumber(number);
    const holiday = days.daysOff.get(day);
    const off = number <= last && (holiday !== undefined || !days.workdays.includes(weekdayOf(day)));
    if (off) {
      open ??= { from: day, names: [] };
      if (holiday !== undefined) open.names.push(holiday);
    } else if (open !== null) {
      spans.push({ from: startOfDay(open.from, zone), to: startOfDay(day, zone), name: open.names.join(', ') });
      open = null;
    }
  }
  return spans;
}
