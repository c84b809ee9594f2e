import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Connector } from '../../electron/core/connectors/_kit/connector.ts';
import { github } from '../../electron/core/connectors/github/index.ts';
import { jira } from '../../electron/core/connectors/jira/index.ts';
import { factKindNames, factTableName, factTables } from '../../electron/core/db/fact-tables.ts';
import { sql } from '../../electron/core/db/sql.ts';
import { fromRow } from '../../electron/core/db/table.ts';
import type { Connection } from '../../shared/model/connection.ts';
import type { MappedFact } from '../../shared/model/facts.ts';
import type { ConnectionId } from '../../shared/model/ids.ts';
import { startGithubServer } from '../servers/github-server.ts';
import { createJiraDataSource } from '../servers/jira-data-source.ts';
import { startJiraServer } from '../servers/jira-server.ts';
import type { ReplayServer } from '../servers/replay-server.ts';
import { testEnv } from '../support/env.ts';
import { githubPlan, jiraPlan } from '../support/simulator/connections.ts';
import { defaultConnections, factsOf } from '../support/simulator/facts.ts';
import { githubOf } from '../support/simulator/github.ts';
import { jiraOf } from '../support/simulator/jira.ts';
import { DAY } from '../support/simulator/rhythm.ts';
import { enterpriseOfSize } from '../support/simulator/size.ts';
import { syncOnce } from '../support/sync-run.ts';
import { openSyncStore, type SyncStore } from '../support/sync-store.ts';

const NOW = Date.parse('2026-11-23T09:00:00Z');
const enterprise = enterpriseOfSize({ facts: 2_500, seed: 6, to: NOW });

/** The world moves on by these days between two syncs. */
const STEPS = [0, 3, 0.25, 21];

const to = { ...defaultConnections, jira: 'connection-j' as ConnectionId, github: 'connection-g' as ConnectionId };

let store: SyncStore;
const closers: (() => Promise<void>)[] = [];

beforeEach(() => {
  store = openSyncStore();
});

afterEach(async () => {
  store.end();
  for (const close of closers.splice(0)) await close();
});

function byId(facts: readonly MappedFact[]): ReadonlyMap<string, MappedFact> {
  return new Map(facts.filter(({ kind }) => kind !== 'person').map((fact) => [fact.id as string, fact]));
}

/** The facts as they lie in the workspace, without when they were fetched. */
function stored(): ReadonlyMap<string, MappedFact> {
  const facts = factKindNames.flatMap((kind) =>
    store.db
      .all<Record<string, unknown>>(sql`SELECT * FROM ${{ text: factTableName(kind), values: [] }}`)
      .map((row) => {
        const { fetchedAt: _, ...fact } = fromRow(factTables[kind], row);
        return { kind, ...fact } as unknown as MappedFact;
      }),
  );
  return byId(facts);
}

interface Provider {
  readonly connection: Connection;
  readonly connector: Connector;
  readonly server: ReplayServer;
  /** Lets the server show the enterprise as it is at a moment. */
  readonly show: (asOf: number) => void;
}

async function gitHub(now: () => number): Promise<Provider> {
  const server = await startGithubServer({ data: githubOf(enterprise, { asOf: now() }), token: null, now });
  const connection: Connection = { ...githubPlan(enterprise, server.baseUrl), auth: 'none', id: to.github };
  return { connection, connector: github, server, show: (asOf) => server.setData(githubOf(enterprise, { asOf })) };
}

async function jiraCloud(now: () => number): Promise<Provider> {
  const source = (asOf: number) => createJiraDataSource(jiraOf(enterprise, asOf), { cloud: true });
  const server = await startJiraServer({ source: source(now()), credentials: null, now });
  const connection: Connection = { ...jiraPlan(enterprise, server.baseUrl), auth: 'none', id: to.jira };
  return { connection, connector: jira, server, show: (asOf) => server.setSource(source(asOf)) };
}

describe('syncing a simulated enterprise while its world moves on', () => {
  it.each([
    { name: 'GitHub', start: gitHub },
    { name: 'Jira', start: jiraCloud },
  ])('$name: each sync ends with the facts of that moment, and a soon repeated one reads little', async ({ start }) => {
    const env = testEnv(new Date(NOW - 60 * DAY).toISOString());
    const { connection, connector, server, show } = await start(env.now);
    closers.push(server.close);
    const details: number[] = [];

    for (const days of STEPS) {
      env.pass(days * DAY);
      show(env.now());
      const run = await syncOnce(store.db, connection, { connector, secret: null, env });

      expect(run).toMatchObject({ state: 'succeeded', droppedCount: 0 });
      // What only changed items are asked for; lists are read by whole pages.
      details.push((run.rows.transition ?? 0) + (run.rows.commit ?? 0));
      const jiraUrl = connector === jira ? connection.baseUrl : to.jiraUrl;
      const direct = [...factsOf(enterprise, { to: { ...to, jiraUrl }, asOf: env.now() })];
      const expected = byId(direct.filter(({ connectionId }) => connectionId === connection.id));
      const found = stored();
      expect([...found.keys()].sort()).toEqual([...expected.keys()].sort());
      expect(found).toEqual(expected);
    }

    expect(details[2]).toBeLessThan((details[0] ?? 0) / 4);
  });
});
