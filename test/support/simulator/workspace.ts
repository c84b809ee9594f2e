import { type Core, openCore } from '../../../electron/core/core.ts';
import { openDatabase } from '../../../electron/core/db/open.ts';
import type { Env } from '../../../shared/model/env.ts';
import { instant, type Zone } from '../../../shared/model/time.ts';
import { testHost } from '../core.ts';
import { githubPlan, jiraPlan, type SimulatedConnections } from './connections.ts';
import type { Enterprise } from './enterprise.ts';
import { factsOf } from './facts.ts';
import { type Filled, fillFacts } from './fill.ts';
import { type Planned, planTrains } from './plan.ts';

/** The clock of a simulated workspace: it starts at the enterprise's now and runs on with the real one. */
export function simulatedEnv(enterprise: Enterprise): Env {
  const started = performance.now();
  let ids = 0;
  return {
    now: () => instant(Math.floor(enterprise.to + performance.now() - started)),
    newId: (prefix) => {
      ids += 1;
      return `${prefix}-${ids}`;
    },
    random: () => 0.5,
  };
}

export interface SimulatedWorkspace {
  readonly core: Core;
  readonly env: Env;
  readonly connections: SimulatedConnections;
  readonly filled: Filled;
  readonly planned: Planned;
}

const JIRA_URL = 'https://jira.example';
const GITHUB_URL = 'https://github.example';

/** Makes a workspace file that holds a whole enterprise: its facts written directly, its trains planned by commands. */
export async function createSimulatedWorkspace(file: string, enterprise: Enterprise): Promise<SimulatedWorkspace> {
  const env = simulatedEnv(enterprise);
  const create = { name: 'Simulated enterprise', zone: 'UTC' as Zone };
  const core = await openCore({ file, mode: 'write', create, env, host: testHost(), schedule: false, actor: 'Ada' });
  const { client } = core;
  const { id: jira } = await client.connections.add(jiraPlan(enterprise, JIRA_URL));
  const { id: github } = await client.connections.add(githubPlan(enterprise, GITHUB_URL));
  const connections = { jira, github, jiraUrl: JIRA_URL, githubUrl: GITHUB_URL };
  // As a sync does: facts go in through a connection of their own.
  const db = openDatabase({ file, readOnly: false, create: false });
  const filled = fillFacts(db, factsOf(enterprise, { to: connections }), { fetchedAt: enterprise.to });
  db.close();
  const planned = await planTrains(client, enterprise, { jira, now: enterprise.to });
  return { core, env, connections, filled, planned };
}
