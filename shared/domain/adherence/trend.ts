import type { Adherence, AdherenceTerms, PlanSource, ReleaseAdherence, TrendValue } from '../../model/adherence.ts';
import { measuredOf, slipIn } from './on-time.ts';

type Measured = ReturnType<typeof measuredOf>[number];

function sourcesOf({ baseline, actual }: Measured): PlanSource[] {
  return [baseline.source, actual.source];
}

/** The slips of the measured releases in the order of their departures, then by name: the values of a trend. */
export function slipSeries(releases: readonly ReleaseAdherence[], unit: AdherenceTerms['unit']): readonly TrendValue[] {
  return measuredOf(releases)
    .toSorted((a, b) => order(a.actual.day, b.actual.day) || order(a.name, b.name) || order(a.key, b.key))
    .map((release) => ({
      key: release.key,
      label: release.name,
      value: slipIn(unit, release),
      sources: sourcesOf(release),
    }));
}

function order(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** A trend of shares per quarter; quarters in which nothing was measured have no value and are named. */
export interface RateSeries {
  readonly values: readonly TrendValue[];
  readonly unmeasured: readonly string[];
}

/** The on-time rate of each quarter, exact or within the days that were asked for, oldest first. */
export function rateSeries(adherence: Adherence, which: 'exactRate' | 'withinRate'): RateSeries {
  const byKey = new Map(measuredOf(adherence.releases).map((release) => [release.key, release] as const));
  const values: TrendValue[] = [];
  const unmeasured: string[] = [];
  for (const group of adherence.byQuarter) {
    const label = group.quarter ?? '';
    const value = group[which];
    if (value === null) {
      unmeasured.push(label);
      continue;
    }
    const sources = group.measured.flatMap((key) => {
      const release = byKey.get(key);
      return release === undefined ? [] : sourcesOf(release);
    });
    values.push({ key: label, label, value, sources });
  }
  return { values, unmeasured };
}
