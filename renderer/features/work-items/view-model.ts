import type { StatusCategory } from '../../../shared/model/connection.ts';
import type { Transition } from '../../../shared/model/facts.ts';
import type { Instant } from '../../../shared/model/time.ts';
import { formatDuration } from '../../lib/format.ts';

/** One stay in a status, oldest first; the last one goes on. */
export interface Stay {
  readonly status: string;
  readonly category: StatusCategory;
  readonly since: Instant;
  /** How long it stayed; null for the status it is in now. */
  readonly lasted: string | null;
  readonly author: string | null;
}

/** The statuses that a work item went through, in order of time. */
export function staysOf(transitions: readonly Transition[]): readonly Stay[] {
  const sorted = transitions.toSorted((one, other) => one.at - other.at);
  return sorted.map((transition, at) => {
    const next = sorted[at + 1];
    return {
      status: transition.toStatus,
      category: transition.toCategory,
      since: transition.at,
      lasted: next === undefined ? null : formatDuration(next.at - transition.at),
      author: transition.author,
    };
  });
}
