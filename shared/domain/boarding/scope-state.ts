import type { Milestone } from '../../model/release.ts';
import type { ScopeState } from '../../model/scope-item.ts';
import type { Instant } from '../../model/time.ts';

/**
 * The moment after which a release's scope is closed: the end of its `scope-cut-off` milestone, or the milestone
 * itself where it is a point; the earliest where there are several; null where there is none.
 */
export function scopeCutOff(milestones: readonly Pick<Milestone, 'kind' | 'startAt' | 'endAt'>[]): Instant | null {
  return milestones
    .filter(({ kind }) => kind === 'scope-cut-off')
    .map(({ startAt, endAt }) => endAt ?? startAt)
    .reduce<Instant | null>((earliest, at) => (earliest === null || at < earliest ? at : earliest), null);
}

/** How an item boards at a moment: `boarded` up to the scope cut-off and at it, `late` after it. */
export function scopeStateAt(cutOff: Instant | null, now: Instant): Extract<ScopeState, 'boarded' | 'late'> {
  return cutOff !== null && now > cutOff ? 'late' : 'boarded';
}
