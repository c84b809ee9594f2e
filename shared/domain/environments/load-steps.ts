import type { Span } from '../../model/span.ts';
import { instant } from '../../model/time.ts';

/** Units held over a span; `whole` where the holder has the thing for itself, whatever its units. */
export interface Load extends Span {
  readonly id: string;
  readonly units: number;
  readonly whole: boolean;
}

/** A stretch of time in which the same loads hold. */
export interface LoadStep {
  readonly span: Span;
  /** The units of all that hold, added up. */
  readonly units: number;
  /** Whether one of them has the thing for itself. */
  readonly whole: boolean;
  /** Who holds, in the order in which they began. */
  readonly ids: readonly string[];
}

/**
 * The stretches of time in which something is held, in order, each with what holds there: a sweep over starts and ends.
 * Loads that end as another starts do not meet; loads of no length hold nothing. Stretches in which nothing is held
 * are left out. O(n log n + n * k) for k that hold at once.
 */
export function loadSteps(loads: readonly Load[]): readonly LoadStep[] {
  const lasting = loads.filter(({ start, end }) => start < end).toSorted((a, b) => a.start - b.start);
  const moments = [...new Set(lasting.flatMap(({ start, end }): number[] => [start, end]))].sort((a, b) => a - b);
  const steps: LoadStep[] = [];
  let next = 0;
  let holding: Load[] = [];
  moments.forEach((moment, at) => {
    holding = holding.filter(({ end }) => end > moment);
    for (let load = lasting[next]; load !== undefined && load.start <= moment; load = lasting[next]) {
      holding.push(load);
      next += 1;
    }
    const until = moments[at + 1];
    if (until === undefined || holding.length === 0) return;
    steps.push({
      span: { start: instant(moment), end: instant(until) },
      units: holding.reduce((sum, { units }) => sum + units, 0),
      whole: holding.some(({ whole }) => whole),
      ids: holding.map(({ id }) => id),
    });
  });
  return steps;
}
