import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type CoreClient, openCore } from '../../electron/core/core.ts';
import { systemEnv } from '../../electron/core/env.ts';
import type { ConnectionPlan, SyncRun } from '../../shared/model/connection.ts';
import { instant, type Zone } from '../../shared/model/time.ts';
import { testHost } from '../support/core.ts';
import { defaultConnections, factsOf } from '../support/simulator/facts.ts';
import { type BareRow, emptyWorkspace, factRows, openBare } from './bare.ts';
import type { BenchContext } from './context.ts';
import { median, spread } from './measure.ts';
import type { Reference, Row } from './row.ts';
import { type Served, serveEnterprise } from './served.ts';
import { benchNow } from './workspaces.ts';

interface Synced {
  readonly facts: number;
  readonly pages: number;
  readonly seconds: number;
}

async function syncOne(client: CoreClient, plan: ConnectionPlan): Promise<Synced> {
  const { id } = await client.connections.add(plan);
  const started = performance.now();
  const run: SyncRun = await client.sync.run({ connectionId: id });
  const seconds = (performance.now() - started) / 1_000;
  if (run.state !== 'succeeded') throw new Error(`the sync of ${plan.name} ${run.state}: ${run.errorMessage}`);
  return { facts: Object.values(run.rows).reduce((left, right) => left + right, 0), pages: run.pages, seconds };
}

/** A new workspace synced with both providers, one after the other, over HTTP. */
async function syncAll(file: string, served: Served): Promise<{ readonly github: Synced; readonly jira: Synced }> {
  const create = { name: 'Bench', zone: 'UTC' as Zone };
  const core = await openCore({
    file,
    mode: 'write',
    create,
    env: systemEnv(),
    host: testHost(),
    schedule: false,
    actor: 'Ada',
  });
  try {
    const github = await syncOne(core.client, served.github);
    const jira = await syncOne(core.client, served.jira);
    return { github, jira };
  } finally {
    await core.close();
    for (const end of ['', '-wal', '-shm', '-lock']) rmSync(`${file}${end}`, { force: true });
  }
}

/** The same pages asked as fast as the server gives them, and thrown away. */
async function askAll(served: Served, pages: number): Promise<number> {
  const scope = served.github.scopes[0] ?? '';
  const url = `${served.github.baseUrl}/repos/${scope}`;
  const asked = Math.min(pages, 2_000);
  const started = performance.now();
  for (let page = 0; page < asked; page += 8) {
    await Promise.all(Array.from({ length: 8 }, async () => (await fetch(url)).text()));
  }
  return ((performance.now() - started) / 1_000 / asked) * pages;
}

/** A commit of the sync holds about so many facts. */
const FACTS_A_COMMIT = 2_000;

/** Facts a second of a bare prepared insert of the same facts into the same tables, at commits of the same size. */
async function bareRate(context: BenchContext, served: Served, connection: 'github' | 'jira'): Promise<number> {
  const file = join(context.folder, 'bare.signalbox');
  await emptyWorkspace(file);
  const bare = openBare(file);
  const fetchedAt = instant(benchNow());
  let [facts, spent] = [0, 0];
  let rows: BareRow[] = [];
  for (const fact of factsOf(served.enterprise)) {
    if (fact.connectionId !== defaultConnections[connection]) continue;
    rows.push(...factRows(fact, fetchedAt));
    facts += 1;
    if (facts % FACTS_A_COMMIT !== 0) continue;
    spent += bare.insert(rows);
    rows = [];
  }
  spent += bare.insert(rows);
  bare.close();
  for (const end of ['', '-wal', '-shm', '-lock']) rmSync(`${file}${end}`, { force: true });
  return (facts / spent) * 1_000;
}

function rowOf(size: number, name: string, synced: readonly Synced[], reference: Reference): Row {
  const rates = synced.map(({ facts, seconds }) => facts / seconds);
  const middle = median(rates);
  return {
    name: `sync end to end: ${name}`,
    size,
    unit: 'facts/s',
    median: middle,
    spread: spread(rates),
    reference,
    ratio: middle / reference.median,
  };
}

async function benchSize(context: BenchContext, size: number): Promise<readonly Row[]> {
  const served = await serveEnterprise({ facts: size, seed: 2, to: benchNow() });
  try {
    const repeats = size > 100_000 || context.smoke ? 1 : 2;
    const github: Synced[] = [];
    const jira: Synced[] = [];
    for (let repeat = 0; repeat < repeats; repeat += 1) {
      const synced = await syncAll(join(context.folder, 'sync.signalbox'), served);
      github.push(synced.github);
      jira.push(synced.jira);
    }
    const { pages = 0, facts = 0 } = github[0] ?? {};
    const bare = 'bare prepared insert, same facts, tables, commits';
    const [gitHubName, jiraName] = [`GitHub, ${pages} requests`, `Jira, ${jira[0]?.pages ?? 0} requests`];
    return [
      rowOf(size, gitHubName, github, { name: bare, median: await bareRate(context, served, 'github') }),
      rowOf(size, gitHubName, github, {
        name: 'asking as many empty pages',
        median: facts / (await askAll(served, pages)),
      }),
      rowOf(size, jiraName, jira, { name: bare, median: await bareRate(context, served, 'jira') }),
    ];
  } finally {
    await served.close();
  }
}

/** A first sync over HTTP from replay servers in another process, as a user's first sync goes, but without their distance. */
export async function benchEndToEnd(context: BenchContext): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const size of context.sizes) {
    context.tell(`sync end to end: ${size} facts`);
    rows.push(...(await benchSize(context, size)));
  }
  return rows;
}
