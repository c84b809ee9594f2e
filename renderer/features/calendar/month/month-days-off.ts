import type { CalendarRange } from '../../../../shared/contract/calendar.ts';
import { weekdayOf } from '../../../../shared/domain/calendar/days.ts';
import type { Day } from '../../../../shared/model/time.ts';
import type { Train } from '../../../../shared/model/train.ts';

/** A day that some of the trains shown do not work on. */
export interface MonthDayOff {
  /** Whether no train works. */
  readonly whole: boolean;
  /** Holidays and days off by name, with the trains where not all have them; empty for free weekdays. */
  readonly text: string;
}

type Lane = { readonly trainId: string; readonly name: string };

function namesOf(off: CalendarRange['daysOff'], trains: ReadonlyMap<string, Train>, lanes: readonly Lane[]): string {
  const byName = new Map<string, string[]>();
  for (const { trainId, day, name } of off) {
    // A weekday that the train leaves free anyhow needs no name.
    if (trains.get(trainId)?.calendar.workdays.includes(weekdayOf(day)) !== true) continue;
    const lane = lanes.find((one) => one.trainId === trainId)?.name ?? '';
    byName.set(name, [...(byName.get(name) ?? []), lane]);
  }
  return [...byName]
    .map(([name, of]) => (of.length === lanes.length ? name : `${name} (${of.toSorted().join(', ')})`))
    .join('; ');
}

/** The days off of the trains that are shown, by day. */
export function monthDaysOff(
  lanes: readonly Lane[],
  daysOff: CalendarRange['daysOff'],
  trains: ReadonlyMap<string, Train>,
): ReadonlyMap<Day, MonthDayOff> {
  const shown = new Set<string>(lanes.map(({ trainId }) => trainId));
  const byDay = new Map<Day, Map<string, CalendarRange['daysOff'][number]>>();
  for (const one of daysOff) {
    if (!shown.has(one.trainId)) continue;
    const ofDay = byDay.get(one.day) ?? new Map();
    // Windows of the plan may overlap: a train counts once.
    byDay.set(one.day, ofDay.set(one.trainId, one));
  }
  return new Map(
    [...byDay].map(([day, off]) => [
      day,
      { whole: off.size === lanes.length, text: namesOf([...off.values()], trains, lanes) },
    ]),
  );
}
