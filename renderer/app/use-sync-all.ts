import { useQueryClient } from '@tanstack/react-query';
import { client, orpc } from '../lib/client.ts';
import { toFailure } from '../lib/failures.ts';
import { formatCount } from '../lib/format.ts';
import { notify } from '../lib/toasts.ts';

/** Starts a sync of every connection; each refusal is said by the connection's name. */
export function useSyncAll(): () => void {
  const queryClient = useQueryClient();
  return () => void startAll(queryClient);
}

async function startAll(queryClient: ReturnType<typeof useQueryClient>): Promise<void> {
  const healths = await queryClient.fetchQuery(orpc.connections.list.queryOptions({ input: {} })).catch(() => []);
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
