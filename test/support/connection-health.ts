import type { ConnectionHealth } from '../../shared/contract/connections.ts';
import { ConnectionId } from '../../shared/model/ids.ts';

/** A healthy GitHub connection that never synced, with some things changed. */
export function connectionHealth(changes: Partial<ConnectionHealth> = {}): ConnectionHealth {
  return {
    connection: {
      id: ConnectionId.parse('connection-1'),
      kind: 'github',
      name: 'GitHub',
      baseUrl: 'https://api.example.test',
      auth: 'token',
      user: '',
      scopes: ['acme/shop'],
      rules: { statuses: [], productionEnvironments: ['production'], deploymentJobs: [] },
      everyMinutes: 60,
    },
    state: 'never',
    hasSecret: true,
    lastSuccessAt: null,
    nextRunAt: null,
    rows: {},
    lastRun: null,
    simulated: false,
    ...changes,
  };
}
