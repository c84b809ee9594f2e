import type { ConnectionHealth } from '../../shared/contract/connections.ts';
import { endingOf, type TicketState } from '../../shared/domain/work-items/ending.ts';
import type { StatusCategory, SyncState } from '../../shared/model/connection.ts';
import type { ReleaseState } from '../../shared/model/release.ts';
import type { ScopeState } from '../../shared/model/scope-item.ts';
import type { Tone } from './tokens.ts';

/** The small pictures that stand beside a state's word. */
export type StatusIcon =
  | 'circle'
  | 'half'
  | 'pause'
  | 'check'
  | 'cross'
  | 'clock'
  | 'play'
  | 'spin'
  | 'alert'
  | 'forward'
  | 'stop';

export interface StatusLook {
  readonly label: string;
  readonly tone: Tone;
  readonly icon: StatusIcon;
}

export const categoryLooks = {
  new: { label: 'New', tone: 'neutral', icon: 'circle' },
  active: { label: 'Active', tone: 'info', icon: 'half' },
  waiting: { label: 'Waiting', tone: 'warning', icon: 'pause' },
  done: { label: 'Done', tone: 'success', icon: 'check' },
} as const satisfies Record<StatusCategory, StatusLook>;

/** How what ended without being done looks. */
export const undoneLook: StatusLook = { label: 'Ended undone', tone: 'neutral', icon: 'cross' };

/** How a ticket's state looks: by what it means here, and apart where it ended without being done (`Won't Do`). */
export function ticketLook(ticket: TicketState): StatusLook {
  return endingOf(ticket) === 'undone' ? undoneLook : categoryLooks[ticket.category];
}

export const releaseLooks = {
  planned: { label: 'Planned', tone: 'neutral', icon: 'circle' },
  'under-way': { label: 'Under way', tone: 'info', icon: 'play' },
  departed: { label: 'Departed', tone: 'success', icon: 'check' },
  cancelled: { label: 'Cancelled', tone: 'neutral', icon: 'cross' },
} as const satisfies Record<ReleaseState, StatusLook>;

export const scopeLooks = {
  boarded: { label: 'Boarded', tone: 'success', icon: 'check' },
  late: { label: 'Late', tone: 'warning', icon: 'clock' },
  bumped: { label: 'Bumped', tone: 'accent', icon: 'forward' },
  dropped: { label: 'Dropped', tone: 'neutral', icon: 'cross' },
} as const satisfies Record<ScopeState, StatusLook>;

export const runLooks = {
  running: { label: 'Running', tone: 'info', icon: 'spin' },
  succeeded: { label: 'Succeeded', tone: 'success', icon: 'check' },
  failed: { label: 'Failed', tone: 'danger', icon: 'alert' },
  cancelled: { label: 'Cancelled', tone: 'neutral', icon: 'stop' },
  interrupted: { label: 'Interrupted', tone: 'warning', icon: 'pause' },
} as const satisfies Record<SyncState, StatusLook>;

/** A connection's health; the names are those of `ConnectionHealth.state`. */
export const healthLooks = {
  never: { label: 'Never synced', tone: 'neutral', icon: 'circle' },
  running: { label: 'Syncing', tone: 'info', icon: 'spin' },
  ok: { label: 'Up to date', tone: 'success', icon: 'check' },
  failing: { label: 'Failing', tone: 'danger', icon: 'alert' },
  waiting: { label: 'Waiting', tone: 'warning', icon: 'pause' },
} as const satisfies Record<ConnectionHealth['state'], StatusLook>;

const simulatedLook: StatusLook = { label: 'Simulated', tone: 'accent', icon: 'circle' };

/** How a connection's health looks; one whose facts are made up is never synced, and says so. */
export function healthLook(health: Pick<ConnectionHealth, 'state' | 'simulated'>): StatusLook {
  return health.simulated ? simulatedLook : healthLooks[health.state];
}
