import type { FactOf } from '../../../../shared/model/facts.ts';
import type { Instant } from '../../../../shared/model/time.ts';
import type { DeploymentStatus } from './schema.ts';

type Outcome = FactOf<'job'>['outcome'];

const CONCLUSIONS: Readonly<Record<string, Outcome>> = {
  success: 'success',
  neutral: 'success',
  failure: 'failure',
  timed_out: 'failure',
  startup_failure: 'failure',
  cancelled: 'cancelled',
  skipped: 'skipped',
};

/**
 * How a run or job ended: what has a conclusion has ended, in whatever case and with whatever status it is written.
 * GitHub lets a `neutral` one pass its checks, so it counts as a success.
 */
export function outcomeOf(status: string | null | undefined, conclusion: string | null | undefined): Outcome {
  if (conclusion) return CONCLUSIONS[conclusion.toLowerCase()] ?? 'unknown';
  return status?.toLowerCase() === 'completed' ? 'unknown' : 'running';
}

const STATES: Readonly<Record<string, Outcome>> = {
  success: 'success',
  failure: 'failure',
  error: 'failure',
  pending: 'running',
  queued: 'running',
  in_progress: 'running',
  waiting: 'running',
};

export interface DeploymentEnd {
  readonly originalStatus: string;
  readonly outcome: Outcome;
  readonly finishedAt: Instant | null;
  readonly url: string | null;
}

/**
 * How a deployment ended, by its latest status. `inactive` only says that a newer deployment took its place,
 * so it tells nothing of how this one went, unless it stands alone. Without any status GitHub calls it pending.
 */
export function deploymentEnd(statuses: readonly DeploymentStatus[]): DeploymentEnd {
  const newestFirst = [...statuses].sort((a, b) => b.created_at - a.created_at || Number(b.id) - Number(a.id));
  const latest = newestFirst.find((status) => status.state !== 'inactive');
  const originalStatus = newestFirst[0]?.state ?? 'pending';
  if (latest === undefined) {
    return { originalStatus, outcome: newestFirst.length === 0 ? 'running' : 'unknown', finishedAt: null, url: null };
  }
  const outcome = STATES[latest.state] ?? 'unknown';
  const ended = outcome === 'success' || outcome === 'failure';
  return {
    originalStatus,
    outcome,
    finishedAt: ended ? latest.created_at : null,
    url: latest.log_url ?? latest.target_url,
  };
}
