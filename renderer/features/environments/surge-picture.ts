import type { SurgeStep } from '../../../shared/model/environment-use.ts';
import { type Instant, instant } from '../../../shared/model/time.ts';

const HOUR = 3_600_000;
/** Steps farther apart than this are drawn apart. */
const APART = 12 * HOUR;

/** Steps that are near to each other in time, drawn together. */
export interface SurgeCluster {
  readonly start: Instant;
  readonly end: Instant;
  readonly steps: readonly SurgeStep[];
}

/** Steps in order of time, parted where nothing happens for half a day; reservations far from any rollout are left out. */
export function surgeClusters(steps: readonly SurgeStep[]): readonly SurgeCluster[] {
  const groups: SurgeStep[][] = [];
  for (const step of steps) {
    const last = groups.at(-1);
    const before = last?.at(-1);
    if (last !== undefined && before !== undefined && step.span.start - before.span.end <= APART) last.push(step);
    else groups.push([step]);
  }
  return groups
    .filter((group) => group.some(({ rollouts }) => rollouts.length > 0))
    .map((group) => ({
      start: instant(Math.min(...group.map(({ span }) => span.start))),
      end: instant(Math.max(...group.map(({ span }) => span.end))),
      steps: group,
    }));
}

const tickSteps = [0.25, 0.5, 1, 2, 3, 6, 12, 24, 48, 168, 720].map((hours) => hours * HOUR);

/** Moments on whole steps of a clock between two, `most` of them at most; `offset` is the zone's distance from UTC. */
export function timeMarks(start: Instant, end: Instant, options: { readonly most: number; readonly offset: number }) {
  const { most, offset } = options;
  const step = tickSteps.find((size) => (end - start) / size <= most) ?? 720 * HOUR;
  const marks: Instant[] = [];
  for (let wall = Math.ceil((start + offset) / step) * step; wall - offset <= end; wall += step) {
    marks.push(instant(wall - offset));
  }
  return marks;
}
