import type { ConnectionId } from '../../../shared/model/ids.ts';
import { orpc } from '../../lib/client.ts';

/** Every connection with its health. */
export function connectionsQuery() {
  return orpc.connections.list.queryOptions({ input: {} });
}

/** The providers that can be connected. */
export function connectorKindsQuery() {
  return orpc.connections.kinds.queryOptions({ input: {}, staleTime: Number.POSITIVE_INFINITY });
}

/** The latest passes over a connection. */
export function runsQuery(connectionId: ConnectionId) {
  return orpc.sync.runs.queryOptions({ input: { connectionId, limit: 20 } });
}
