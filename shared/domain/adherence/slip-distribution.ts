import type { AdherenceTerms, ReleaseAdherence, SlipDistribution } from '../../model/adherence.ts';
import { percentile } from '../stats/percentile.ts';
import { measuredOf, slipIn } from './on-time.ts';

function summaryOf(sorted: readonly number[]): SlipDistribution['summary'] {
  const [least] = sorted;
  const most = sorted.at(-1);
  if (least === undefined || most === undefined) return null;
  // There is at least one slip, so each percentile is there.
  const at = (share: number) => percentile(sorted, share) ?? most;
  return {
    least,
    most,
    mean: sorted.reduce((sum, days) => sum + days, 0) / sorted.length,
    p50: at(0.5),
    p80: at(0.8),
    p85: at(0.85),
    p95: at(0.95),
  };
}

/**
 * How the slips of the measured releases are spread, each with the releases that had it; others have no slip. Percentiles
 * are nearest rank (`../stats/percentile.ts`): slips that occurred.
 */
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
