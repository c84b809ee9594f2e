import type { ConnectionHealth } from '../../../shared/contract/connections.ts';
import type { SyncProgress } from '../../../shared/contract/sync.ts';
import type { SyncRun } from '../../../shared/model/connection.ts';
import type { Instant, Zone } from '../../../shared/model/time.ts';
import { formatAge, formatCount, formatDuration } from '../../lib/format.ts';

/** All rows of a count by kind. */
export function totalRows(rows: Readonly<Record<string, number>>): number {
  return Object.values(rows).reduce((sum, count) => sum + count, 0);
}

/** The kinds that have rows, most first. */
export function rowsByKind(
  rows: Readonly<Record<string, number>>,
): ReadonlyArray<readonly [kind: string, count: number]> {
  return Object.entries(rows)
    .filter(([, count]) => count > 0)
    .sort(([oneKind, one], [otherKind, other]) => other - one || oneKind.localeCompare(otherKind));
}

/** A fact kind for people: `pipeline-run` is `pipeline runs`. */
export function kindLabel(kind: string): string {
  const words = kind.replaceAll('-', ' ');
  if (words === 'person') return 'people';
  return words.endsWith('s') ? words : `${words}s`;
}

/** When the next sync is, for people. */
export function nextRunText(
  health: Pick<ConnectionHealth, 'nextRunAt' | 'connection' | 'state' | 'simulated'>,
  now: Instant,
  zone: Zone,
): string {
  if (health.simulated) return 'never, it is simulated';
  if (health.state === 'running') return 'running now';
  if (health.connection.everyMinutes === null) return 'by hand only';
  if (health.nextRunAt === null) return 'paused';
  if (health.nextRunAt > now) return formatAge(health.nextRunAt, now, zone);
  return health.state === 'waiting' ? 'once there is a network' : 'any moment';
}

/** How often a connection syncs, for people. */
export function scheduleText(everyMinutes: number | null): string {
  if (everyMinutes === null) return 'by hand only';
  if (everyMinutes % 1_440 === 0) return everyMinutes === 1_440 ? 'every day' : `every ${everyMinutes / 1_440} days`;
  if (everyMinutes % 60 === 0) return everyMinutes === 60 ? 'every hour' : `every ${everyMinutes / 60} hours`;
  return `every ${everyMinutes} minutes`;
}

export interface ProgressText {
  readonly text: string;
  /** 0 to 100; null where how much is left is not known. */
  readonly percent: number | null;
}

/** How far a running sync is, for people. */
export function progressText(progress: SyncProgress, now: Instant): ProgressText {
  const done = `${formatCount(progress.pages, 'page')}, ${formatCount(progress.rows, 'row')}`;
  const known = progress.pages + progress.pending;
  const percent = known === 0 ? null : Math.round((progress.pages / known) * 100);
  if (progress.state === 'waiting' && progress.waitingUntil !== null) {
    const left = progress.waitingUntil - now;
    const wait = left > 0 ? `for ${formatDuration(left)}` : 'a moment longer';
    return { text: `The provider asked to wait ${wait}. So far ${done}.`, percent };
  }
  return { text: `Reading ${progress.reading}: ${done}.`, percent };
}

/** What a finished pass did, in one line. */
export function runText(run: SyncRun): string {
  const rows = formatCount(totalRows(run.rows), 'row');
  const dropped = run.droppedCount === 0 ? '' : `, ${formatCount(run.droppedCount, 'row')} dropped`;
  return `${formatCount(run.pages, 'page')}, ${rows}${dropped}`;
}

export const triggerLabels = {
  hand: 'by hand',
  schedule: 'on schedule',
  cli: 'from the command line',
} as const satisfies Record<SyncRun['trigger'], string>;

/** What a provider's clock tells against ours; null where it does not matter (less than two minutes). */
export function skewText(clockSkewMs: number): string | null {
  if (Math.abs(clockSkewMs) < 120_000) return null;
  const side = clockSkewMs > 0 ? 'ahead of' : 'behind';
  return `The provider's clock is ${formatDuration(clockSkewMs)} ${side} this machine's: ages may look wrong.`;
}

export type ProgressById = ReadonlyMap<string, SyncProgress>;

/** The running syncs after one more message: a finished one is no longer running. */
export function withProgress(known: ProgressById, progress: SyncProgress): ProgressById {
  const next = new Map(known);
  if (progress.state === 'finished') next.delete(progress.connectionId);
  else next.set(progress.connectionId, progress);
  return next;
}
