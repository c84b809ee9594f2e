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

/** A train that departs every two or four weeks on a Tuesday, Wednesday or Thursday at 09:00 UTC. */
export function trainOf(options: TrainOptions): SimulatedTrain {
  const everyDays = hash32(options.seed, 31, options.index) % 3 === 0 ? 28 : 14;
  const weekday = 1 + (hash32(options.seed, 32, options.index) % 3);
  const firstMonday = Math.ceil(options.from / DAY + 3) * DAY - ((new Date(options.from).getUTCDay() + 6) % 7) * DAY;
  const departures: SimulatedDeparture[] = [];
  for (let at = firstMonday + weekday * DAY + 9 * HOUR; at < options.to + 183 * DAY; at += everyDays * DAY) {
    if (at < options.from) continue;
    const { year, week } = isoWeek(at);
    departures.push({
      name: `${options.name} ${year}.${String(week).padStart(2, '0')}`,
      cutOffAt: at - 6 * DAY,
      freezeAt: at - 4 * DAY,
      departsAt: at,
    });
  }
  return { index: options.index, name: options.name, departures };
}
