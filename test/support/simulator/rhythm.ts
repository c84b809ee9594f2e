import { hash32 } from './random.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** A moment with a share of the crowd that is at work then; the days nearby follow. */
export interface Peak {
  /** Milliseconds UTC. */
  readonly at: number;
  /** How much livelier the last day before it is: 1.5 = two and a half times an ordinary day. */
  readonly rise: number;
  /** Days before over which the rise fades by a factor e. */
  readonly fadeDays: number;
  /** Days after it that stay quiet, and how quiet: 0.4 = four tenths of an ordinary day. */
  readonly quietDays: number;
  readonly quiet: number;
}

export interface RhythmOptions {
  readonly seed: number;
  readonly from: number;
  /** Tables reach one year beyond this, so that what began before it can end. */
  readonly to: number;
  /** Whole hours east of UTC; the simulator's people know no daylight saving. */
  readonly zoneHours: number;
  readonly peaks: readonly Peak[];
}

/** When a crowd works: maps clock time to working hours done so far, and back. */
export interface Rhythm {
  /** Working hours since the start of the table (an ordinary weekday has about eight). */
  readonly hoursAt: (at: number) => number;
  /** The moment at which that many working hours are done. */
  readonly momentOf: (hours: number) => number;
  /** The moment `hours` working hours after `at`. */
  readonly after: (at: number, hours: number) => number;
}

/** Monday to Sunday, in parts of an ordinary day. */
export const WEEKDAY_SHARES: readonly number[] = [0.98, 1.06, 1.08, 1.04, 0.84, 0.09, 0.08];

/** Midnight to midnight, in parts of a day. */
export const HOUR_SHARES: readonly number[] = [
  0.006, 0.003, 0.002, 0.002, 0.002, 0.004, 0.012, 0.034, 0.074, 0.106, 0.114, 0.096, 0.062, 0.086, 0.11, 0.108, 0.086,
  0.048, 0.02, 0.014, 0.013, 0.012, 0.01, 0.008,
];

const HOURS_A_DAY = 8;
/** A quiet fortnight at the turn of the year and a summer dip. */
function seasonShare(at: number): number {
  const date = new Date(at);
  const month = date.getUTCMonth();
  const dayOfMonth = date.getUTCDate();
  if ((month === 11 && dayOfMonth >= 24) || (month === 0 && dayOfMonth === 1)) return 0.15;
  return month === 7 ? 0.85 : 1;
}

/** Day-to-day noise between 0.6 and 1.5, so that counts scatter more than Poisson. */
function noiseShare(seed: number, dayIndex: number): number {
  const uniform = hash32(seed, 7_001, dayIndex) / 4_294_967_296;
  return 0.6 + 0.9 * uniform * uniform + 0.1 * uniform;
}

function peakShare(peaks: readonly Peak[], at: number): number {
  let share = 1;
  for (const peak of peaks) {
    const days = (peak.at - at) / DAY;
    if (days >= 0 && days < 6 * peak.fadeDays) share *= 1 + peak.rise * Math.exp(-days / peak.fadeDays);
    if (days < 0 && -days <= peak.quietDays) share *= peak.quiet;
  }
  return share;
}

function hourTable(): Float64Array {
  const sum = HOUR_SHARES.reduce((left, right) => left + right, 0);
  const table = new Float64Array(25);
  for (const [hour, share] of HOUR_SHARES.entries()) table[hour + 1] = (table[hour] ?? 0) + share / sum;
  return table;
}

const hours = hourTable();

function nearbyPeaks(peaks: readonly Peak[]): (at: number) => readonly Peak[] {
  const sorted = [...peaks].sort((left, right) => left.at - right.at);
  const reach = Math.max(0, ...sorted.map((peak) => Math.max(6 * peak.fadeDays, peak.quietDays))) * DAY;
  let first = 0;
  return (at) => {
    while (first < sorted.length && (sorted[first]?.at ?? 0) < at - reach) first += 1;
    const near: Peak[] = [];
    for (let index = first; index < sorted.length; index += 1) {
      const peak = sorted[index];
      if (peak === undefined || peak.at > at + reach) break;
      near.push(peak);
    }
    return near;
  };
}

function dayTable(options: RhythmOptions, start: number, days: number): Float64Array {
  const peaksNear = nearbyPeaks(options.peaks);
  const table = new Float64Array(days + 1);
  for (let index = 0; index < days; index += 1) {
    const noon = start + index * DAY + DAY / 2;
    const weekday = (new Date(noon).getUTCDay() + 6) % 7;
    const share =
      (WEEKDAY_SHARES[weekday] ?? 1) *
      seasonShare(noon) *
      noiseShare(options.seed, index) *
      peakShare(peaksNear(noon), noon);
    table[index + 1] = (table[index] ?? 0) + HOURS_A_DAY * share;
  }
  return table;
}

/** The last index whose value is not above `wanted`; the table rises. */
function placeIn(table: Float64Array, wanted: number): number {
  let low = 0;
  let high = table.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((table[middle] ?? 0) <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Builds the tables of a crowd's working time; both directions cost a binary search. */
export function createRhythm(options: RhythmOptions): Rhythm {
  const shift = options.zoneHours * HOUR;
  const start = Math.floor((options.from + shift) / DAY) * DAY;
  const days = Math.ceil((options.to + shift - start) / DAY) + 366;
  const table = dayTable(options, start, days);
  const total = table[days] ?? 0;
  function hoursAt(at: number): number {
    const local = at + shift - start;
    if (local <= 0) return 0;
    const dayIndex = Math.floor(local / DAY);
    if (dayIndex >= days) return total;
    const inDay = (local - dayIndex * DAY) / HOUR;
    const hour = Math.floor(inDay);
    const dayStart = table[dayIndex] ?? 0;
    const hourStart = hours[hour] ?? 0;
    const share = hourStart + ((hours[hour + 1] ?? 1) - hourStart) * (inDay - hour);
    return dayStart + ((table[dayIndex + 1] ?? total) - dayStart) * share;
  }
  function momentOf(done: number): number {
    const wanted = Math.min(Math.max(done, 0), total * (1 - 1e-12));
    const dayIndex = placeIn(table, wanted);
    const dayStart = table[dayIndex] ?? 0;
    const share = (wanted - dayStart) / ((table[dayIndex + 1] ?? total) - dayStart);
    const hour = placeIn(hours, share);
    const hourStart = hours[hour] ?? 0;
    const inHour = (share - hourStart) / ((hours[hour + 1] ?? 1) - hourStart);
    return Math.floor(start - shift + dayIndex * DAY + (hour + inHour) * HOUR);
  }
  return { hoursAt, momentOf, after: (at, more) => momentOf(hoursAt(at) + more) };
}
