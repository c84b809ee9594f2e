import { afterEach, describe, expect, it } from 'vitest';
import { github } from '../../electron/core/connectors/github/index.ts';
import { jira } from '../../electron/core/connectors/jira/index.ts';
import type { FactKind, MappedFact } from '../../shared/model/facts.ts';
import { startGithubServer } from '../servers/github-server.ts';
import { createJiraDataSource } from '../servers/jira-data-source.ts';
import { startJiraServer } from '../servers/jira-server.ts';
import { crawl } from '../support/crawl.ts';
import { githubPlan, jiraPlan } from '../support/simulator/connections.ts';
import { defaultConnections, factsOf } from '../support/simulator/facts.ts';
import { githubOf } from '../support/simulator/github.ts';
import { jiraOf } from '../support/simulator/jira.ts';
import { enterpriseOfSize } from '../support/simulator/size.ts';

const enterprise = enterpriseOfSize({ facts: 3_000, seed: 3 });

let close: (() => Promise<void>) | undefined;

afterEach(async () => {
  await close?.();
  close = undefined;
});

/** The direct facts of one connection, by id. */
function direct(to: typeof defaultConnections, connection: 'jira' | 'github', asOf = enterprise.to) {
  const facts = [...factsOf(enterprise, { to, asOf })].filter(({ connectionId }) => connectionId === to[connection]);
  return new Map(facts.map((fact) => [fact.id as string, fact]));
}

function without(facts: ReadonlyMap<string, MappedFact>, kind: FactKind): ReadonlyMap<string, MappedFact> {
  return new Map([...facts].filter(([, fact]) => fact.kind !== kind));
}

function people(facts: ReadonlyMap<string, MappedFact>): readonly string[] {
  return [...facts.values()].filter(({ kind }) => kind === 'person').map(({ id }) => id);
}

describe('test/support/simulator, served by the replay servers', () => {
  it.each([
    { cloud: true, name: 'Cloud' },
    { cloud: false, name: 'Data Center' },
  ])('gives through a Jira $name the facts that it writes directly', async ({ cloud }) => {
    const source = createJiraDataSource(jiraOf(enterprise), { cloud });
    const server = await startJiraServer({ source, credentials: null, largestPage: 20 });
    close = server.close;
    const plan = { ...jiraPlan(enterprise, server.baseUrl), auth: 'none' as const };
    const expected = direct({ ...defaultConnections, jiraUrl: server.baseUrl }, 'jira');

    const crawled = await crawl({ connector: jira, plan, secret: null, connectionId: defaultConnections.jira });

    expect(crawled.dropped).toEqual([]);
    // Only people named on a page are met; the direct facts hold the whole team.
    expect(people(crawled.facts).filter((id) => !expected.has(id))).toEqual([]);
    expect(without(crawled.facts, 'person')).toEqual(without(expected, 'person'));
    expect(expected.size).toBeGreaterThan(300);
  });

  it.each([
    { share: 1, name: 'at the end' },
    { share: 0.6, name: 'in the middle of its history' },
  ])('gives through a GitHub $name the facts that it writes directly', async ({ share }) => {
    const asOf = enterprise.from + (enterprise.to - enterprise.from) * share;
    const server = await startGithubServer({ data: githubOf(enterprise, { asOf }), token: null, largestPage: 30 });
    close = server.close;
    const plan = { ...githubPlan(enterprise, server.baseUrl), auth: 'none' as const };
    const expected = direct(defaultConnections, 'github', asOf);

    const crawled = await crawl({ connector: github, plan, secret: null, connectionId: defaultConnections.github });

    expect(crawled.dropped).toEqual([]);
    expect(people(crawled.facts).filter((id) => !expected.has(id))).toEqual([]);
    expect(without(crawled.facts, 'person')).toEqual(without(expected, 'person'));
    expect(expected.size).toBeGreaterThan(800);
  });

  it('serves a large enterprise without making all of it', async () => {
    const huge = enterpriseOfSize({ facts: 2_000_000, seed: 4 });
    const server = await startGithubServer({ data: githubOf(huge), token: null });
    close = server.close;
    const smallest = [...huge.teams].sort((left, right) => left.changes - right.changes)[0]?.services.at(-1);
    const heapBefore = process.memoryUsage().heapUsed;

    const answer = await fetch(`${server.baseUrl}/repos/${smallest?.fullName}/pulls?state=all&per_page=100`);

    expect(answer.status).toBe(200);
    expect(process.memoryUsage().heapUsed - heapBefore).toBeLessThan(200_000_000);
  });
});
