import type { SimulatedDeparture, SimulatedTrain } from './enterprise.ts';
import { hash32 } from './random.ts';
import { DAY, HOUR } from './rhythm.ts';

/** ISO 8601 week and its year of a moment in UTC. */
export function isoWeek(at: number): { readonly year: number; readonly week: number } {
  const date = new Date(at);
  const weekday = (date.getUTCDay() + 6) % 7;
  const thursday = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate() - weekday + 3));
  const year = thursday.getUTCFullYear();
  const week = 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * DAY));
  return { year, week };
}

export interface TrainOptions {
  readonly seed: number;
  readonly index: number;
  readonly name: string;
  readonly from: number;
  /** Departures are planned for half a year beyond this. */
  readonly to: number;
}

/**
 * A train that departs every two or four weeks on a Tuesday, Wednesday or Thursday at 09:00 UTC; its scope is cut off
 * eight days before, its code frozen six days before at 17:00.
 */
export function trainOf(options: TrainOptions): SimulatedTrain {
  const everyDays = hash32(options.seed, 31, options.index) % 3 === 0 ? 28 : 14;
  const weekday = 1 + (hash32(options.seed, 32, options.index) % 3);
  const firstDay = Math.ceil(options.from / DAY) * DAY;
  const firstMonday = firstDay + ((8 - new Date(firstDay).getUTCDay()) % 7) * DAY;
  const departures: SimulatedDeparture[] = [];
  for (let at = firstMonday + weekday * DAY + 9 * HOUR; at < options.to + 183 * DAY; at += everyDays * DAY) {
    const { year, week } = isoWeek(at);
    departures.push({
      name: `${options.name} ${year}.${String(week).padStart(2, '0')}`,
      cutOffAt: at - 8 * DAY,
      freezeAt: at - 6 * DAY + 8 * HOUR,
      departsAt: at,
    });
  }
  return { index: options.index, name: options.name, departures };
}
