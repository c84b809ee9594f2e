import type { ConnectionPlan, MappingRules } from '../../../shared/model/connection.ts';
import type { ConnectionId } from '../../../shared/model/ids.ts';
import type { Enterprise } from './enterprise.ts';
import { workflows } from './workflows.ts';

/** Which connection the tickets and which the code come through; they may be the same. */
export interface SimulatedConnections {
  readonly jira: ConnectionId;
  readonly github: ConnectionId;
  /** As in the connection's base URL, without a slash at its end. */
  readonly jiraUrl: string;
  readonly githubUrl: string;
}

/** What the simulator's own names mean: its waiting statuses, its one production environment, no jobs that deploy. */
export const simulatedRules: MappingRules = {
  statuses: workflows.flatMap((workflow) =>
    workflow.statuses.map((status) => ({ pattern: status.name, category: status.category })),
  ),
  productionEnvironments: ['production'],
  deploymentJobs: [],
};

/** How the replayed Jira of an enterprise is connected: every project that has one. */
export function jiraPlan(enterprise: Enterprise, baseUrl: string): ConnectionPlan {
  return {
    kind: 'jira',
    name: 'Simulated Jira',
    baseUrl,
    auth: 'basic',
    user: 'signalbox@example.invalid',
    scopes: enterprise.teams.filter((team) => team.tracker === 'jira').map((team) => team.key),
    rules: simulatedRules,
    everyMinutes: null,
  };
}

/** How the replayed GitHub of an enterprise is connected: every repository. */
export function githubPlan(enterprise: Enterprise, baseUrl: string): ConnectionPlan {
  return {
    kind: 'github',
    name: 'Simulated GitHub',
    baseUrl,
    auth: 'token',
    user: '',
    scopes: enterprise.services.map((service) => service.fullName),
    rules: simulatedRules,
    everyMinutes: null,
  };
}
