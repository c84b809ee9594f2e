import type { Instant } from '../../shared/model/time.ts';

export type Freshness = 'fresh' | 'stale' | 'old';

const DAY = 86_400_000;

/** How far a fact of that age can be trusted: stale after one day, old after seven. */
export function freshnessOf(at: Instant, now: Instant): Freshness {
  if (now - at > 7 * DAY) return 'old';
  return now - at > DAY ? 'stale' : 'fresh';
}
