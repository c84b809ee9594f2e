import type { SyncRun } from '../../../shared/model/connection.ts';
import { type Instant, instant } from '../../../shared/model/time.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Runs are moved later by up to this part of their interval, so that many do not start at once. */
const JITTER = 0.1;
/** A first or interrupted run waits for at most so long. */
const SOON_MS = 15_000;

export interface ScheduleInput {
  /** Null for by hand only. */
  readonly everyMinutes: number | null;
  /** The latest runs, newest first. */
  readonly runs: readonly Pick<SyncRun, 'state' | 'startedAt' | 'finishedAt'>[];
  readonly now: Instant;
  /** Uniform in [0, 1): where in its jitter this run lies; keep it for as long as the runs are the same. */
  readonly random: number;
}

function failuresInARow(runs: ScheduleInput['runs']): number {
  const good = runs.findIndex((run) => run.state !== 'failed');
  return good < 0 ? runs.length : good;
}

/**
 * When a connection is synced next by its schedule; null for never. The interval counts from the end of the
 * last run, doubles with each failure in a row up to a day, and is lengthened by up to a tenth by chance. A
 * connection that was never synced, or whose run was interrupted, is due soon.
 */
export function nextRunAt({ everyMinutes, runs, now, random }: ScheduleInput): Instant | null {
  if (everyMinutes === null) return null;
  const last = runs[0];
  if (last === undefined || last.state === 'interrupted') return instant(now + Math.floor(random * SOON_MS));
  const interval = everyMinutes * MINUTE_MS;
  const doubled = interval * 2 ** Math.max(0, failuresInARow(runs) - 1);
  const backedOff = Math.min(doubled, Math.max(interval, DAY_MS));
  const from = last.finishedAt ?? last.startedAt;
  return instant(from + Math.floor(backedOff * (1 + random * JITTER)));
}
