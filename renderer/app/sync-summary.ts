import type { ConnectionHealth } from '../../shared/contract/connections.ts';
import type { Instant, Zone } from '../../shared/model/time.ts';
import { formatAge, formatCount } from '../lib/format.ts';
import { healthLooks, type StatusLook } from '../ui/status-looks.ts';

export interface SyncSummary {
  readonly look: StatusLook;
  readonly text: string;
}

function latest(healths: readonly ConnectionHealth[]): Instant | null {
  return healths.reduce<Instant | null>(
    (found, { lastSuccessAt: at }) => (at !== null && (found === null || at > found) ? at : found),
    null,
  );
}

/** One line for all connections: the worst state wins, and the age of the last success is always told. */
export function summariseSync(all: readonly ConnectionHealth[], now: Instant, zone: Zone): SyncSummary {
  const healths = all.filter((health) => !health.simulated);
  if (healths.length === 0) {
    return { look: healthLooks.never, text: all.length === 0 ? 'No connections' : 'Simulated facts only' };
  }
  const running = healths.filter((health) => health.state === 'running').length;
  const failing = healths.filter((health) => health.state === 'failing').length;
  const at = latest(healths);
  const age = at === null ? 'never synced' : `synced ${formatAge(at, now, zone)}`;
  if (running > 0) return { look: healthLooks.running, text: `Syncing ${formatCount(running, 'connection')}` };
  if (failing > 0) return { look: healthLooks.failing, text: `${failing} failing, ${age}` };
  if (healths.some((health) => health.state === 'waiting'))
    return { look: healthLooks.waiting, text: `Waiting, ${age}` };
  if (at === null) return { look: healthLooks.never, text: 'Never synced' };
  return { look: healthLooks.ok, text: `Synced ${formatAge(at, now, zone)}` };
}
