import type { ConnectionId } from '../../shared/model/ids.ts';
import type { Change } from '../../shared/model/journal.ts';
import type { CoreContext } from './core-context.ts';

function rulesChanged({ before, after }: Change): boolean {
  return before !== null && after !== null && JSON.stringify(before.rules) !== JSON.stringify(after.rules);
}

/**
 * Lets syncing follow what was decided about connections, by whatever command, undo and redo included: a removed
 * one stops, changed mapping rules are applied to its kept pages (where that cannot be now, the next sync does
 * it), and the schedule is made anew.
 */
export function followConnections(core: CoreContext, changes: readonly Change[]): void {
  const connections = changes.filter(({ kind }) => kind === 'connection');
  if (connections.length === 0) return;
  for (const change of connections) {
    // Changes of the kind `connection` carry the ids of connections.
    const id = change.id as ConnectionId;
    if (change.after === null) core.sync.cancel(id);
    if (!rulesChanged(change)) continue;
    core.sync.remap(id).catch((error: unknown) => {
      core.log.warn({ err: error, connection: id }, 'changed rules wait for the next sync');
    });
  }
  core.sync.reschedule();
}
