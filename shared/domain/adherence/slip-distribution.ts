import type { AdherenceTerms, ReleaseAdherence, SlipDistribution } from '../../model/adherence.ts';
import { measuredOf, slipIn } from './on-time.ts';

/**
 * The value that at least `percent` of the sorted values do not exceed: the nearest rank, ceil(percent / 100 * n).
 * It is always one of the values. Source: Hyndman and Fan, "Sample Quantiles in Statistical Packages" (1996), type 1.
 */
function nearestRank(sorted: readonly number[], percent: number): number {
  // In whole numbers first: 0.07 * 100 is not 7.
  const rank = Math.max(1, Math.ceil((percent * sorted.length) / 100));
  // The rank lies between 1 and the number of values.
  return sorted[rank - 1] as number;
}

function summaryOf(sorted: readonly number[]): SlipDistribution['summary'] {
  const [least] = sorted;
  const most = sorted.at(-1);
  if (least === undefined || most === undefined) return null;
  return {
    least,
    most,
    mean: sorted.reduce((sum, days) => sum + days, 0) / sorted.length,
    p50: nearestRank(sorted, 50),
    p80: nearestRank(sorted, 80),
    p85: nearestRank(sorted, 85),
    p95: nearestRank(sorted, 95),
  };
}

/** How the slips of the measured releases are spread, each with the releases that had it; others have no slip. */
export function slipDistribution(
  releases: readonly ReleaseAdherence[],
  unit: AdherenceTerms['unit'],
): SlipDistribution {
  const measured = measuredOf(releases);
  const byDays = Map.groupBy(measured, (release) => slipIn(unit, release));
  const slips = [...byDays]
    .sort(([a], [b]) => a - b)
    .map(([days, members]) => ({ days, keys: members.map(({ key }) => key) }));
  const sorted = slips.flatMap(({ days, keys }) => keys.map(() => days));
  return { count: measured.length, unit, slips, summary: summaryOf(sorted) };
}
