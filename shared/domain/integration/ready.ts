import type { Readiness } from '../../model/integration.ts';
import type { Milestone } from '../../model/release.ts';
import type { Instant } from '../../model/time.ts';
import type { MilestoneKind } from '../../model/train.ts';
import { scopeCutOff } from '../boarding/scope-state.ts';

type Dated = Pick<Milestone, 'kind' | 'name' | 'startAt' | 'endAt'>;

function endOf({ startAt, endAt }: Dated): Instant {
  return endAt ?? startAt;
}

/** The later one; of two at once the one whose name comes first. */
function later(one: Dated, other: Dated): Dated {
  const after = endOf(one) - endOf(other);
  return after > 0 || (after === 0 && one.name < other.name) ? one : other;
}

/**
 * When a release is ready to be tried with others: at the end of its last milestone of a kind; where it has none, at its scope
 * cut-off; where it has none either, at the start of the time asked about. The answer says which it was.
 */
export function readinessOf(milestones: readonly Dated[], kind: MilestoneKind, start: Instant): Readiness {
  const [first, ...others] = milestones.filter((one) => one.kind === kind);
  if (first !== undefined) {
    const last = others.reduce(later, first);
    return { at: endOf(last), by: 'milestone', milestone: last.name };
  }
  const cutOff = scopeCutOff(milestones);
  if (cutOff === null) return { at: start, by: 'start', milestone: null };
  const named = milestones.filter((one) => one.kind === 'scope-cut-off' && endOf(one) === cutOff);
  return { at: cutOff, by: 'scope-cut-off', milestone: named.map(({ name }) => name).sort()[0] ?? null };
}
