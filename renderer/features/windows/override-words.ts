import { countsIn } from '../../../shared/domain/freezes/override-rules.ts';
import type { Override } from '../../../shared/model/schedule-rule.ts';
import type { Instant } from '../../../shared/model/time.ts';
import type { StatusLook } from '../../ui/status-looks.ts';

/** How an override stands at a moment. */
export type OverrideState = 'asked' | 'approved' | 'counts' | 'over' | 'lapsed';

/** How the states of an override look. */
export const overrideLooks = {
  asked: { label: 'Waits for approval', tone: 'warning', icon: 'clock' },
  approved: { label: 'Approved', tone: 'success', icon: 'check' },
  counts: { label: 'Lets through now', tone: 'accent', icon: 'forward' },
  over: { label: 'Over', tone: 'neutral', icon: 'stop' },
  lapsed: { label: 'Never approved', tone: 'neutral', icon: 'cross' },
} as const satisfies Record<OverrideState, StatusLook>;

/** How an override stands: it counts only from its approval on. */
export function overrideState(override: Override, now: Instant): OverrideState {
  const counts = countsIn(override);
  if (override.endAt <= now) return counts === null ? 'lapsed' : 'over';
  if (counts === null) return 'asked';
  return counts.start <= now ? 'counts' : 'approved';
}
