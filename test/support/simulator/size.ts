import type { Enterprise } from './enterprise.ts';
import { createEnterprise } from './organisation.ts';

/** Facts that come of one change, a little below the mean, so that a size asked for is reached. */
const FACTS_A_CHANGE = 21.3;
const YEARS = 3;
const YEAR = 365.25 * 86_400_000;

export interface SizeOptions {
  readonly facts: number;
  readonly seed?: number;
  /** The end of history: the enterprise's now. */
  readonly to?: number;
}

/** Three years of an enterprise with at least so many facts, and at most a fifth more from ten thousand on. */
export function enterpriseOfSize(options: SizeOptions): Enterprise {
  const to = options.to ?? Date.UTC(2026, 10, 23, 9);
  const changes = Math.max(40, Math.ceil(options.facts / FACTS_A_CHANGE));
  return createEnterprise({ seed: options.seed ?? 1, from: to - YEARS * YEAR, to, changes });
}
