import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import type { ConnectionHealth } from '../../shared/contract/connections.ts';
import { client, orpc } from '../lib/client.ts';
import { toFailure } from '../lib/failures.ts';
import { formatCount } from '../lib/format.ts';
import { notify } from '../lib/toasts.ts';

/** Starts a sync of every connection; each refusal is said by the connection's name. */
export function useSyncAll(): () => void {
  const queryClient = useQueryClient();
  return () => void startAll(queryClient);
}

/** How the connections are now; null where that could not be read, which has been said by then. */
async function readHealths(queryClient: QueryClient): Promise<readonly ConnectionHealth[] | null> {
  try {
    return await queryClient.fetchQuery(orpc.connections.list.queryOptions({ input: {} }));
  } catch (error) {
    notify.failed(toFailure(error));
    return null;
  }
}

async function startAll(queryClient: QueryClient): Promise<void> {
  const healths = await readHealths(queryClient);
  if (healths === null) return;
  const idle = healths.filter((health) => health.state !== 'running' && health.connection.kind !== 'simulated');
  if (idle.length === 0) {
    notify.info('There is no connection to sync.');
    return;
  }
  const started = await Promise.allSettled(
    idle.map(({ connection }) => client.sync.start({ connectionId: connection.id })),
  );
  const refused = started.flatMap((outcome) => (outcome.status === 'rejected' ? [toFailure(outcome.reason)] : []));
  for (const failure of refused) notify.failed(failure);
  const running = idle.length - refused.length;
  if (running > 0) notify.info(`Syncing ${formatCount(running, 'connection')}.`);
}
