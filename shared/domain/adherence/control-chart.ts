import type { ControlChart, TrendSignal, TrendValue } from '../../model/adherence.ts';

/**
 * Constants for moving ranges of two values: d2 = 2 / sqrt(pi), rounded to 1.128, and D4 = 3.267. Source: NIST/SEMATECH
 * e-Handbook of Statistical Methods 6.3.2.2 (limits: mean ± 3 * mean moving range / 1.128) and its table of factors;
 * 3 / 1.128 is the 2.66 of Wheeler, "Understanding Variation" (1993).
 */
const D2 = 1.128;
const D4 = 3.267;

/** Limits from fewer values are still soft. Source: Wheeler, as above ("begin to solidify" at 15 to 20 values). */
const SOLID_FROM = 15;

/** So many values in a row on one side of the centre are no chance. Source: Wheeler, as above. */
const LONG_RUN = 8;

type Limits = NonNullable<ControlChart['limits']>;

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function limitsOf(values: readonly number[], ranges: readonly number[]): Limits | null {
  if (ranges.length === 0) return null;
  const centre = mean(values);
  const meanMovingRange = mean(ranges);
  const reach = (3 * meanMovingRange) / D2;
  return {
    centre,
    lower: centre - reach,
    upper: centre + reach,
    meanMovingRange,
    upperRange: D4 * meanMovingRange,
    provisional: values.length < SOLID_FROM,
  };
}

/** Which side of the centre a value is on; 0 on it, which ends every run. */
function sideOf(value: number, { centre }: Limits): -1 | 0 | 1 {
  if (value === centre) return 0;
  return value < centre ? -1 : 1;
}

/** The places whose values belong to a run of eight or more on one side of the centre. */
function longRuns(values: readonly number[], limits: Limits): ReadonlySet<number> {
  const found = new Set<number>();
  let start = 0;
  values.forEach((value, at) => {
    const side = sideOf(value, limits);
    if (at > 0 && side !== sideOf(values[at - 1] as number, limits)) start = at;
    if (side === 0 || at - start + 1 < LONG_RUN) return;
    for (let member = start; member <= at; member += 1) found.add(member);
  });
  return found;
}

/** The places of three of four values in a row that lie nearer to one and the same limit than to the centre. */
function nearLimits(values: readonly number[], limits: Limits): ReadonlySet<number> {
  const found = new Set<number>();
  const half = (limits.upper - limits.centre) / 2;
  if (half === 0) return found;
  for (const side of [-1, 1]) {
    const near = values.map((value) => side * (value - limits.centre) > half);
    for (let first = 0; first < values.length; first += 1) {
      const members = [first, first + 1, first + 2, first + 3].filter((at) => near[at]);
      if (members.length >= 3) for (const member of members) found.add(member);
    }
  }
  return found;
}

/**
 * An XmR chart (individuals and moving ranges) of values in order: the natural process limits that chance alone would
 * stay within, and the signals of something else: a value beyond a limit, eight or more in a row on one side of the
 * centre, three of four nearer to one limit than to the centre, a moving range beyond its limit. No limits for fewer
 * than two values, and soft ones below fifteen. Where all values are equal the limits are that value.
 * Source: Wheeler, "Understanding Variation" (1993); constants: see there.
 */
export function controlChart(series: readonly TrendValue[]): ControlChart {
  const values = series.map(({ value }) => value);
  const ranges = values.slice(1).map((value, at) => Math.abs(value - (values[at] as number)));
  const limits = limitsOf(values, ranges);
  const runs = limits === null ? new Set<number>() : longRuns(values, limits);
  const near = limits === null ? new Set<number>() : nearLimits(values, limits);
  const points = series.map((one, at) => {
    const movingRange = ranges[at - 1] ?? null;
    const signals: TrendSignal[] = [];
    if (limits !== null) {
      if (one.value > limits.upper || one.value < limits.lower) signals.push('beyond-limit');
      if (runs.has(at)) signals.push('run-on-one-side');
      if (near.has(at)) signals.push('near-one-limit');
      if (movingRange !== null && movingRange > limits.upperRange) signals.push('moving-range');
    }
    return { ...one, movingRange, signals };
  });
  return { points, limits };
}
